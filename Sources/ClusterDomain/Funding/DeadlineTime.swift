// The moment of a deadline: time of day and zone as a source states them, put into universal time.

/// A moment in universal time, to the minute.
public struct Moment: Hashable, Sendable, CustomStringConvertible {
  /// The day in universal time.
  public let date: CalendarDate
  /// Minutes since its midnight, 0…1439.
  public let minute: Int

  /// As in ISO 8601: `2026-12-05T16:00:00Z`.
  public var description: String {
    let (hours, minutes) = (minute / 60, minute % 60)
    return "\(date)T\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes):00Z"
  }
}

extension Deadline {
  /// The moment in universal time; nil where time or zone is not stated, not known, or the day is not.
  ///
  /// Zones of the European Union change to summer time on the last Sunday of March and back on that of October, at
  /// 01:00 in universal time (Directive 2000/84/EC). `CET` is taken for the time of the place that season, as calls
  /// use it all year; `CEST` is two hours ahead whatever the day.
  public var moment: Moment? {
    guard date.precision == .day, let minutes = time.flatMap(Self.minutes), let zone = zone.flatMap(Zone.init)
    else { return nil }
    // The hour of the change lies in the night, when nothing closes: the day's offset is that of its noon.
    let ahead = zone.hours + (zone.hasSummerTime && Self.isSummer(date.first) ? 1 : 0)
    let shifted = minutes - ahead * 60
    let days = shifted < 0 ? -1 : shifted >= 1440 ? 1 : 0
    return Moment(date: date.first.adding(days: days), minute: shifted - days * 1440)
  }

  /// Whether a time of day is one such as `17:00`.
  static func isTime(_ text: String) -> Bool { minutes(text) != nil }

  /// Whether a time zone is one of those that can be put into universal time.
  static func knows(zone: String) -> Bool { Zone(zone) != nil }

  private struct Zone {
    let hours: Int
    let hasSummerTime: Bool

    /// Zones as calls name them.
    private static let table: [(names: [String], hours: Int, hasSummerTime: Bool)] = [
      (["brussels", "paris", "rome", "berlin", "madrid", "cet", "italian"], 1, true),
      (["cest"], 2, false), (["greek", "athens", "eet"], 2, true), (["eest"], 3, false),
      (["lisbon", "dublin", "wet"], 0, true), (["utc", "gmt"], 0, false),
    ]

    init?(_ stated: String) {
      // Also as in lists of time zones: Europe/Rome.
      let words = stated.lowercased().split { " /".contains($0) }
      guard let word = words.first(where: { $0 != "europe" }),
        let found = Self.table.first(where: { $0.names.contains(String(word)) })
      else { return nil }
      hours = found.hours
      hasSummerTime = found.hasSummerTime
    }
  }

  private static func minutes(_ time: String) -> Int? {
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func isSummer(_ day: CalendarDate) -> Bool {
    guard let begin = lastSunday(ofMonth: 3, day.year), let end = lastSunday(ofMonth: 10, day.year) else {
      return false
    }
    return begin <= day && day < end
  }

  private static func lastSunday(ofMonth month: Int, _ year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: 31).map { last in
      // 1 January 1970 was a Thursday.
      let weekday = ((last.dayNumber + 4) % 7 + 7) % 7
      return last.adding(days: -weekday)
    }
  }
}
