// A page of facts in Markdown, with sources as footnotes.

import ClusterDomain
import ViewModels

/// Writes pages in Markdown.
enum FactMarkdown {
  /// Writes the facts and lists of all pages, then their sources.
  static func write(_ sheets: [FactSheet], to output: inout some TextOutputStream, limit: Int) {
    var citations = Citations()
    for (index, sheet) in sheets.enumerated() {
      if index > 0 { output.write("\n") }
      write(sheet, to: &output, limit: limit, &citations)
    }
    guard !citations.sources.isEmpty else { return }
    output.write("\n")
    for (index, source) in citations.sources.enumerated() {
      output.write("[^\(index + 1)]: \(escaped(source.title)) \(link(source.url))\n")
    }
  }

  private static func write(
    _ sheet: FactSheet, to output: inout some TextOutputStream, limit: Int, _ citations: inout Citations
  ) {
    output.write("# \(escaped(sheet.name))\n\n")
    output.write("\(sheet.kind) `\(sheet.id)`, as of \(sheet.format.day(sheet.asOf))\n")
    for section in sheet.sections {
      output.write(section.title.map { "\n## \(escaped($0))\n\n" } ?? "\n")
      for (index, fact) in section.facts.enumerated() {
        output.write(lines(fact, section.facts.provenance(after: index), &citations))
      }
    }
    for list in sheet.lists {
      output.write("\n## \(escaped(list.heading))\n\n")
      let table = list.table(isForPeople: true, limit: limit)
      MarkdownWriter.write(table, to: &output)
      let rest = list.listing.count - table.count
      if rest > 0 { output.write("\n\(rest) more" + (list.command.map { ": `\($0)`" } ?? "") + "\n") }
    }
  }

  private static func lines(_ fact: Fact, _ next: Provenance?, _ citations: inout Citations) -> String {
    switch fact {
    case .heading(let text): return "\n### \(escaped(text))\n\n"
    case .paragraph(let text): return "\(escaped(text))\n"
    case .value(let label, let runs, let provenance, _):
      let value = escaped(runs.map(\.text).joined().trimmed)
      let notes = provenance.map { citations.numbers($0).map { "[^\($0)]" }.joined() } ?? ""
      let line = "- \(label.isEmpty ? "" : "**\(escaped(label))**: ")\(value)\(notes)\n"
      guard let provenance, provenance != next else { return line }
      return line + statements(provenance, &citations)
    }
  }

  private static func statements(_ provenance: Provenance, _ citations: inout Citations) -> String {
    let lines = citations.statements(provenance).map { statement in
      let words = [statement.words, statement.note].compactMap { $0 }.joined(separator: "; ")
      return "  - \(escaped(words))\(statement.isShown ? " (shown)" : "")[^\(citations.number(statement))]\n"
    }
    return lines.joined() + (provenance.rule.map { "  - \(escaped($0))\n" } ?? "")
  }

  private static func escaped(_ text: String) -> String { MarkdownWriter.escaped(text) }

  /// An address as a link; anything that is none as text.
  static func link(_ url: String) -> String { isAddress(url) ? "<\(url)>" : escaped(url) }

  /// Whether a text is a plain address of the web and nothing else.
  static func isAddress(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy {
      (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
    }
    return isPlain && (text.hasPrefix("https://") || text.hasPrefix("http://"))
  }
}
