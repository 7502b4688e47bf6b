// The line below an open file: how it is read, how far the reading is.

import Sheets
import TUI
import ViewModels

extension Drawing {
  /// While rows come: a bar, the speed, the time left; then what was found about the file.
  mutating func drawStrip(_ sheet: OpenSheet, format: Formatting, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let parts = sheet.isLoading ? loading(sheet, format) : found(sheet, format)
    var column = rect.left + 1
    for (text, role) in parts where column < rect.right - 1 {
      let place = Point(column: column, row: rect.top)
      column += writeClipped(text, at: place, width: rect.right - 1 - column, role: role) + 2
    }
  }

  private func loading(_ sheet: OpenSheet, _ format: Formatting) -> [(String, Role)] {
    let progress = sheet.reading.progress
    var parts: [(String, Role)] = [("reading", .textDim)]
    if let part = progress.part {
      parts.append((bar(part, width: 20), .bar))
      parts.append(("\(Int(part * 100)) %", .textStrong))
    }
    if progress.seconds > 0.2 {
      let speed = Double(sheet.reading.sheet.rowCount) / progress.seconds
      parts.append(("\(format.count(Int(speed))) rows/s", .textDim))
    }
    if let left = progress.secondsLeft {
      parts.append(("\(max(1, Int(left.rounded(.up)))) s left", .textDim))
    }
    return parts + [("Esc stops and keeps what is there", .textDim)]
  }

  private func bar(_ part: Double, width: Int) -> String {
    let full = Int((part * Double(width)).rounded(.down))
    let (done, rest) = glyphs == .ascii ? ("#", "-") : ("█", "░")
    return String(repeating: done, count: full) + String(repeating: rest, count: width - full)
  }

  private func found(_ sheet: OpenSheet, _ format: Formatting) -> [(String, Role)] {
    var parts: [(String, Role)] = [
      ("read as", .textDim), (sheet.reading.source.summary, .text),
    ]
    let columns = sheet.reading.sheet.columns.count - sheet.reading.sheet.derivedCount
    parts.append(("\(format.count(columns)) columns", .textDim))
    if sheet.problemCount > 0 {
      let noun = sheet.problemCount == 1 ? "problem" : "problems"
      parts.append(("\(format.count(sheet.problemCount)) \(noun)", .warning))
    }
    switch sheet.reading.progress.end {
    case .stopped: parts.append(("stopped before the end", .warning))
    case .failed: parts.append(("broke off before the end", .warning))
    case .complete, nil: break
    }
    return parts
  }
}
