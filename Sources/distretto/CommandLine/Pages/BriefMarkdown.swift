// A brief in Markdown, with its sources numbered at the end.

import ClusterDomain
import ViewModels

/// Writes briefs in Markdown.
enum BriefMarkdown {
  /// Writes the whole brief.
  static func write(_ brief: Brief, to output: inout some TextOutputStream) {
    var citations = Citations()
    output.write("# \(escaped(brief.title))\n\n")
    output.write("\(escaped(brief.dataset)), as of \(brief.asOf)\n")
    for part in brief.parts {
      if brief.parts.count > 1 { output.write("\n## \(escaped(part.name))\n") }
      output.write("\n")
      if !part.summary.isEmpty { output.write("\(escaped(part.summary))\n\n") }
      for line in part.lines(&citations) {
        let items = line.items.map { item in
          escaped(item.text) + item.numbers.map { "[^\($0)]" }.joined()
        }
        output.write("- **\(escaped(line.label))**: \(items.joined(separator: "; "))\n")
      }
    }
    guard !citations.sources.isEmpty else { return }
    output.write("\n")
    for (index, source) in citations.sources.enumerated() {
      output.write("[^\(index + 1)]: \(escaped(source.title)) \(FactMarkdown.link(source.url))\n")
    }
  }

  private static func escaped(_ text: String) -> String { MarkdownWriter.escaped(text) }
}

extension Brief.Part {
  /// A line: what it tells, and the numbers of the sources of each.
  struct Line {
    let label: String
    var items: [(text: String, numbers: [Int])]
  }

  /// Its lines, those of one label together.
  func lines(_ citations: inout Citations) -> [Line] {
    var lines: [Line] = []
    for case .value(let label, let runs, let provenance, _) in facts {
      let numbers = provenance.map { citations.numbers($0) } ?? []
      if lines.last?.label != label { lines.append(Line(label: label, items: [])) }
      lines[lines.count - 1].items.append((runs.map(\.text).joined(), numbers))
    }
    return lines
  }
}
