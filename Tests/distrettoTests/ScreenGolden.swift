// Golden screens: frames as text files beside the tests, compared row by row, recorded by one variable.

import Foundation
import Testing

/// The folder of golden files.
///
/// `DISTRETTO_RECORD=1` writes every file anew. A file that is missing is written, and its test fails once
/// so that someone looks at it.
enum ScreenGolden {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Golden"
  private static let isRecording = ProcessInfo.processInfo.environment["DISTRETTO_RECORD"] == "1"

  /// Compares a screen with its golden file.
  static func expect(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) {
    let path = "\(folder)/\(name).txt"
    let golden = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    guard let golden, !isRecording else {
      write(text, to: path, isNew: golden == nil, location)
      return
    }
    if let words = difference(golden, text) {
      Issue.record("Golden/\(name).txt \(words)", sourceLocation: location)
    }
  }

  /// The names of all golden files.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
  }

  /// Where two screens first differ, in words; `nil` when they are equal.
  static func difference(_ golden: String, _ text: String) -> String? {
    guard golden != text else { return nil }
    let old = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let row =
      zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
    let count = zip(old, new).filter { $0.0 != $0.1 }.count + abs(old.count - new.count)
    return """
      differs in \(count) of \(old.count) rows, first in row \(row + 1):
      golden: \(row < old.count ? old[row] : "(no such row)")
      screen: \(row < new.count ? new[row] : "(no such row)")
      DISTRETTO_RECORD=1 records it anew.
      """
  }

  private static func write(_ text: String, to path: String, isNew: Bool, _ location: SourceLocation) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      Issue.record("\(path) cannot be written: \(error)", sourceLocation: location)
    }
    if isNew, !isRecording {
      Issue.record("\(path) is new: look at it, then run again.", sourceLocation: location)
    }
  }
}
