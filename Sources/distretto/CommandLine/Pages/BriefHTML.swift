// A brief as one HTML file that needs nothing beside it, for the screen and for paper.

import ClusterDomain
import TUI
import ViewModels

/// Writes briefs in HTML.
enum BriefHTML {
  private static let style = """
    body { font: 11pt/1.4 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
    h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 0 0 .1rem; }
    header p, .summary, footer { color: #555; margin: .1rem 0 .5rem; font-size: .9rem; }
    main.several { columns: 2 24rem; column-gap: 2rem; }
    section { break-inside: avoid; margin: 0 0 1.2rem; }
    dl { display: grid; grid-template-columns: 8.5rem 1fr; gap: .1rem .6rem; margin: 0; font-size: .92rem; }
    dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; } sup a { text-decoration: none; }
    ol { padding-left: 1.6rem; font-size: .8rem; columns: 2 20rem; overflow-wrap: anywhere; }
    @media print { body { margin: 0; font-size: 9pt; } a { color: inherit; } @page { margin: 14mm; } }
    @media (prefers-color-scheme: dark) { @media screen {
      body { background: #181818; color: #ddd; } header p, .summary, footer, dt { color: #aaa; } a { color: #8bf; } } }
    """

  /// Writes the whole brief.
  static func write(_ brief: Brief, to output: inout some TextOutputStream) {
    var citations = Citations()
    output.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(brief.title))</title>
      <style>
      \(style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(escaped(brief.title))</h1>
      <p>\(escaped(brief.dataset)), as of \(escaped(brief.asOf))</p>
      </header>
      <main\(brief.parts.count > 1 ? " class=\"several\"" : "")>

      """)
    for part in brief.parts { write(part, isNamed: brief.parts.count > 1, to: &output, &citations) }
    output.write("</main>\n<footer>\n")
    write(citations, to: &output)
    output.write("</footer>\n</body>\n</html>\n")
  }

  private static func write(
    _ part: Brief.Part, isNamed: Bool, to output: inout some TextOutputStream, _ citations: inout Citations
  ) {
    output.write("<section>\n")
    if isNamed { output.write("<h2>\(escaped(part.name))</h2>\n") }
    if !part.summary.isEmpty { output.write("<p class=\"summary\">\(escaped(part.summary))</p>\n") }
    output.write("<dl>\n")
    for line in part.lines(&citations) {
      let items = line.items.map { item in
        linked(item.text)
          + item.numbers.map { "<sup><a href=\"#source-\($0)\">\($0)</a></sup>" }.joined(separator: " ")
      }
      output.write("<dt>\(escaped(line.label))</dt><dd>\(items.joined(separator: "; "))</dd>\n")
    }
    output.write("</dl>\n</section>\n")
  }

  private static func write(_ citations: Citations, to output: inout some TextOutputStream) {
    guard !citations.sources.isEmpty else { return }
    output.write("<h2>Sources</h2>\n<ol>\n")
    for (index, source) in citations.sources.enumerated() {
      let address = source.url.isEmpty ? "" : " \(linked(source.url))"
      output.write("<li id=\"source-\(index + 1)\">\(escaped(source.title))\(address)</li>\n")
    }
    output.write("</ol>\n")
  }

  /// Text as it is, or as a link where it is an address and nothing else.
  private static func linked(_ text: String) -> String {
    guard FactMarkdown.isAddress(text) else { return escaped(text) }
    return "<a href=\"\(escaped(text))\">\(escaped(text))</a>"
  }

  /// Text in which nothing is markup and nothing is a control code.
  static func escaped(_ text: String) -> String {
    SafeText.visible(text).reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }
}
