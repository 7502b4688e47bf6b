// Dates as an iCalendar file (RFC 5545), for calendar programs.

import ClusterDomain
import TUI
import ViewModels

/// Writes events: whole days, or moments in universal time where time and zone are known.
enum CalendarWriter {
  /// Writes the occasions of all rows, each once; the same rows as of the same day are the same bytes.
  static func write(_ table: RowTable, to output: inout some TextOutputStream) {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Distretto//Distretto \(Settings.version)//EN",
      "CALSCALE:GREGORIAN",
    ]
    for occasion in dates(table) { lines += event(occasion, stamped: table.asOf ?? occasion.day) }
    lines.append("END:VCALENDAR")
    for line in lines { output.write(folded(line)) }
  }

  /// The occasions of all rows, each once.
  static func dates(_ table: RowTable) -> [Occasion] {
    var seen: Set<String> = []
    return (0..<table.count).flatMap { table.occasions?($0) ?? [] }.filter { seen.insert($0.id).inserted }
  }

  private static func event(_ occasion: Occasion, stamped day: CalendarDate) -> [String] {
    var lines = [
      "BEGIN:VEVENT", "UID:\(identifier(occasion.id))@distretto", "DTSTAMP:\(digits("\(day)"))T000000Z",
    ]
    lines.append(
      occasion.moment.map { "DTSTART:\(digits("\($0)"))" }
        ?? "DTSTART;VALUE=DATE:\(digits("\(occasion.day)"))")
    lines.append("SUMMARY:\(escaped(occasion.title))")
    lines.append("DESCRIPTION:\(escaped(description(of: occasion)))")
    if let url = occasion.url, url.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }) {
      lines.append("URL:\(url)")
    }
    return lines + ["TRANSP:TRANSPARENT", "END:VEVENT"]
  }

  /// What a date that is not known to the day means is said: a calendar has only days.
  private static func description(of occasion: Occasion) -> String {
    switch occasion.date.precision {
    case .day: occasion.detail
    case .month: "\(occasion.detail); only the month is known, this is its last day"
    case .year: "\(occasion.detail); only the year is known, this is its last day"
    }
  }

  /// A date or a moment of ISO 8601 without the signs between its parts.
  private static func digits(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }

  /// An identifier of plain signs; what else it holds is written by its number, so that two never become one.
  private static func identifier(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-._/".unicodeScalars.contains(scalar))
        ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
    }.joined()
  }

  /// Text as RFC 5545, section 3.3.11 writes it, without anything that a terminal would obey.
  static func escaped(_ text: String) -> String {
    // Sign by sign, as an accent makes one letter of itself and the comma before it.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      SafeText.visible(String(String.UnicodeScalarView(line))).unicodeScalars.map { scalar in
        "\\;,".unicodeScalars.contains(scalar) ? "\\\(scalar)" : "\(scalar)"
      }.joined()
    }.joined(separator: "\\n")
  }

  /// A line of at most 75 bytes, what is longer going on behind a blank on the next ones (section 3.1).
  static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if used + size > 75 {
        result += "\r\n "
        used = 1
      }
      result.unicodeScalars.append(scalar)
      used += size
    }
    return result + "\r\n"
  }
}
