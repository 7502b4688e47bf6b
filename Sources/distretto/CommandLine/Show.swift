// One cluster, member or programme with all that is stated of it, and by whom.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Prints the page of one entity.
struct Show: ParsableCommand {
  /// The formats of a page.
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
    case markdown
  }

  static let configuration = CommandConfiguration(
    abstract: "Print one cluster, member or programme, with the sources of every value.",
    discussion: """
      ID is an id or a name as the lists print it; where one id stands for several things, write cluster:ID, \
      member:ID or programme:ID. The id of a call shows its programme. Every value carries the numbers of its \
      sources; what several sources state is listed with all its dates.

        distretto show le2c
        distretto show 'Politecnico di Milano' --format json
        distretto show le2c --as-of 2014-01-01 --format markdown > le2c.md
      """)

  @Argument(help: ArgumentHelp("An id or a name.", valueName: "ID"))
  var id: String

  @OptionGroup(title: "Data") var data: DataOptions

  @OptionGroup(title: "Date") var dates: DateOptions

  @Option(help: ArgumentHelp("Rows of each list; 10 in text and markdown, all in json.", valueName: "count"))
  var limit: Int?

  @Flag(help: "Leave out memberships that are only implied.")
  var statedOnly = false

  @Option(
    help: ArgumentHelp("text, json or markdown.", valueName: "format"),
    completion: .list(Format.allCases.map(\.rawValue)))
  var format = Format.text.rawValue

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 on") }
  }

  func run() throws {
    let format = try Choice.value("format", self.format, as: Format.self)
    let judged = try data.read(.current, dates)
    let names = EntityNames(judged)
    let subject = try names.subject(id)
    let numbers = format == .json ? Formatting() : judged.format
    guard let sheet = FactSheet(subject, in: judged.scene(showsImplied: !statedOnly, format: numbers)) else {
      throw Failure.usage("nothing is known of \"\(id)\"")
    }
    var output = StandardOutput()
    switch format {
    case .text: FactText.write(sheet, to: &output, limit: limit ?? 10, for: .standardOutput)
    case .json: output.write(FactJSON.json(sheet, limit: limit).pretty() + "\n")
    case .markdown: FactMarkdown.write(sheet, to: &output, limit: limit ?? 10)
    }
    output.flush()
    judged.complainOfProblems()
    let others = names.otherKinds(id, than: subject).map { "distretto show \($0.rawValue):\(id)" }
    if !others.isEmpty { Words.remark("The id also stands for: \(others.joined(separator: ", "))") }
  }
}
