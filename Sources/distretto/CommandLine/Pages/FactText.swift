// A page of facts as plain text.

import ClusterDomain
import TUI
import ViewModels

/// Writes pages as text: labels at the left, numbers of sources behind values, statements below.
enum FactText {
  private static let textWidth = 100

  /// Writes the facts and lists of all pages, then their sources.
  static func write(
    _ sheets: [FactSheet], to output: inout some TextOutputStream, limit: Int, for destination: Destination
  ) {
    var citations = Citations()
    for (index, sheet) in sheets.enumerated() {
      if index > 0 { output.write("\n\n") }
      write(sheet, to: &output, limit: limit, for: destination, &citations)
    }
    write(citations, to: &output)
  }

  private static func write(
    _ sheet: FactSheet, to output: inout some TextOutputStream, limit: Int, for destination: Destination,
    _ citations: inout Citations
  ) {
    output.write("\(SafeText.visible(sheet.name))\n")
    output.write(SafeText.visible("\(sheet.kind) \(sheet.id), as of \(sheet.format.day(sheet.asOf))") + "\n")
    let width = min(Self.textWidth, destination.columns ?? Self.textWidth)
    for section in sheet.sections {
      output.write("\n")
      if let title = section.title { output.write(SafeText.visible(title) + "\n") }
      var lines = FactLines(section.facts, width: width)
      lines.write(to: &output, &citations)
    }
    for list in sheet.lists { write(list, to: &output, limit: limit, for: destination) }
  }

  private static func write(
    _ list: FactSheet.List, to output: inout some TextOutputStream, limit: Int, for destination: Destination
  ) {
    output.write("\n\(SafeText.visible(list.heading))\n")
    let table = list.table(isForPeople: true, limit: limit)
    TableWriter.write(table, to: &output, width: destination.columns)
    let rest = list.listing.count - table.count
    if rest > 0 {
      output.write(SafeText.visible("\(rest) more" + (list.command.map { ": \($0)" } ?? "")) + "\n")
    }
  }

  private static func write(_ citations: Citations, to output: inout some TextOutputStream) {
    guard !citations.sources.isEmpty else { return }
    output.write("\nSources\n")
    for (index, source) in citations.sources.enumerated() {
      output.write("  [\(index + 1)] " + SafeText.visible("\(source.title)  \(source.url)") + "\n")
    }
  }
}

/// The lines of one section.
private struct FactLines {
  private let facts: [Fact]
  private let width: Int
  private let labelWidth: Int

  init(_ facts: [Fact], width: Int) {
    self.facts = facts
    self.width = width
    labelWidth =
      facts.map { if case .value(let label, _, _, _) = $0 { Width.of(label) } else { 0 } }.max() ?? 0
  }

  mutating func write(to output: inout some TextOutputStream, _ citations: inout Citations) {
    for (index, fact) in facts.enumerated() {
      switch fact {
      case .heading(let text): output.write(SafeText.visible(text) + "\n")
      case .paragraph(let text):
        for line in Width.wrapped(text, to: width - 2) { output.write("  \(SafeText.visible(line))\n") }
      case .value(let label, let runs, let provenance, _):
        output.write(line(label, runs, provenance, &citations))
        // Facts of one row share its sources; what others say of the row follows the last of them.
        guard let provenance, provenance != facts.provenance(after: index) else { continue }
        output.write(statements(provenance, &citations))
      }
    }
  }

  private func line(
    _ label: String, _ runs: [Run], _ provenance: Provenance?, _ citations: inout Citations
  ) -> String {
    let name = SafeText.visible(label)
    let pad = labelWidth == 0 ? "" : String(repeating: " ", count: labelWidth - Width.of(name) + 2)
    let value = SafeText.visible(runs.map(\.text).joined())
    let numbers = provenance.map { citations.numbers($0).map { "[\($0)]" }.joined() } ?? ""
    return "  \(name)\(pad)\(value)\(numbers.isEmpty ? "" : "  \(numbers)")\n"
  }

  private func statements(_ provenance: Provenance, _ citations: inout Citations) -> String {
    let indent = String(repeating: " ", count: labelWidth == 0 ? 4 : labelWidth + 4)
    var text = ""
    let statements = citations.statements(provenance)
    if statements.count == 1, let only = statements.first, only.isShown {
      if let note = only.note { text += indent + SafeText.visible(note) + "\n" }
    } else {
      for statement in statements {
        let words = SafeText.visible(
          [statement.words, statement.note].compactMap { $0 }.joined(separator: "; "))
        text += "\(indent)\(statement.isShown ? "=" : "-") \(words)  [\(citations.number(statement))]\n"
      }
    }
    if let rule = provenance.rule { text += indent + SafeText.visible(rule) + "\n" }
    return text
  }
}

extension [Fact] {
  /// Who states the value that follows one.
  func provenance(after index: Int) -> Provenance? {
    guard index + 1 < count, case .value(_, _, let provenance, _) = self[index + 1] else { return nil }
    return provenance
  }
}
