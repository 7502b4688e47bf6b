// Briefs: what they say of clusters with whom to thank for it, in Markdown and HTML, from marks and from commands.

import ClusterDomain
import Foundation
import TUI
import Testing

@testable import ViewModels
@testable import distretto

@Suite("Briefs")
struct BriefTests {
  private func text(_ ids: ID<Cluster>..., format: BriefTask.Format) throws -> String {
    var text = ""
    Exporter.write(try CommandLineFixture.bundled().scene().brief(of: ids), as: format, to: &text)
    return text
  }

  @Test func figuresHaveTheirDatesAndSources() throws {
    let text = try text("le2c", "comet", format: .markdown)
    #expect(
      text.hasPrefix(
        "# 2 clusters in brief\n\nItaly, as of 23 Nov 2026\n\n## Lombardy Energy Cleantech Cluster"))
    #expect(text.contains("\n- **Members**: 140 (2022)[^"))
    #expect(text.contains("\n- **Turnover**: ≈ 9 bn € (2013)[^1]\n"))
    #expect(
      text.contains(
        "\n- **Named members**: 14 companies, 4 associations, 4 universities, 3 research bodies\n"))
    #expect(text.contains("\n- **Label**: gold, lapsed ≈ Sep 2017[^"))
    #expect(text.contains("\n- **Label**: silver, in grace, renewable to ≈ Mar 2027[^"))
    #expect(text.contains("- **Label history**: gold awarded Sep 2015 to ≈ Sep 2017, derived[^"))
    #expect(text.contains("; bronze awarded Mar 2013 to ≈ Mar 2015, derived[^1]\n"))
    #expect(text.contains("R-ACES (2020)[^"))
  }

  @Test("every number leads to a source, and every source is cited", arguments: BriefTask.Format.allCases)
  func sources(_ format: BriefTask.Format) throws {
    let text = try text("le2c", "comet", "biopmed", format: format)
    // Footnotes are cited as [^1] and listed as [^1]: at the beginning of a line.
    let cited = format == .markdown ? #/\[\^(\d+)\](?!:)/# : #/href="#source-(\d+)"/#
    let listed = format == .markdown ? #/\n\[\^(\d+)\]: /# : #/id="source-(\d+)"/#
    let numbers = Set(text.matches(of: cited).compactMap { Int($0.1) })
    let sources = text.matches(of: listed).compactMap { Int($0.1) }
    #expect(sources == Array(1...sources.count) && numbers == Set(sources))
  }

  @Test func everyClusterOfTheDatasetHasABrief() throws {
    let judged = try CommandLineFixture.bundled()
    let brief = judged.scene().brief(of: judged.data.catalogue.tables.clusters.map(\.id))
    #expect(brief.parts.count == judged.data.catalogue.tables.clusters.count)
    #expect(brief.parts.allSatisfy { !$0.facts.isEmpty && !$0.name.isEmpty })
  }

  @Test("nothing of the data is markup or reaches a terminal raw")
  func hostile() {
    #expect(
      BriefHTML.escaped("<b a=\"x\" b='y'>&\u{1B}[31m") == "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;␛[31m"
    )
    let fact = Fact.value("<i>", [Run("javascript:alert(1)<script>")])
    let brief = Brief(
      title: "<t>", dataset: "*d*", asOf: "now",
      parts: [
        Brief.Part(
          name: "n", summary: "_s_ <u>", facts: [fact, .value("Website", [Run("http://x.y/\"><b>")])])
      ])
    var (html, markdown) = ("", "")
    Exporter.write(brief, as: .html, to: &html)
    Exporter.write(brief, as: .markdown, to: &markdown)
    #expect(
      !html.contains("<script>") && !html.contains("<i>") && !html.contains("<u>") && !html.contains("<t>"))
    #expect(!html.contains("href=\"http://x.y"))
    #expect(
      markdown.contains("\\_s\\_ \\<u>") && markdown.contains("# \\<t>") && markdown.contains("\\*d\\*"))
  }

  @Test("b writes one about the marked clusters, in their order on the screen, and never over a file")
  func marked() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/brief-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var session = try StorySession()
    session.press("<Down> m <Down> m b")
    #expect(session.frame.plainText.contains("brief to › brief.md   about 2 clusters"))
    session.press("\(folder)/out.pdf <Enter>")
    #expect(session.state.message?.text.contains("ends in neither .md nor .html") == true)
    session.press("<C-u> \(folder)/out.html <Enter>")
    guard case .writeBrief(let task)? = session.effects.last else {
      Issue.record("\(session.effects)")
      return
    }
    #expect(task.format == .html && task.brief().parts.map(\.name).first?.contains("AFIL") == true)
    #expect(Exporter.write(task).words == "A brief about 2 clusters is written to \(folder)/out.html.")
    let html = try String(contentsOfFile: "\(folder)/out.html", encoding: .utf8)
    #expect(html.matches(of: #/<h2>(.*?)<\/h2>/#).map { String($0.1) }.last == "Sources")
    #expect(!Exporter.write(task).isDone)
    #expect(try String(contentsOfFile: "\(folder)/out.html", encoding: .utf8) == html)
  }

  @Test("without marks it is about the cluster at hand, and of no cluster there is none")
  func atHand() throws {
    var session = try StorySession()
    session.press("b")
    #expect(session.frame.plainText.contains("le2c.md"))
    session.press("<Esc> 9 b")
    #expect(session.state.overlay == nil && session.state.message?.isRefusal == true)
  }
}
