// Clusters, members or programmes with all that is stated of them, and by whom.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Prints the pages of entities.
struct Show: ParsableCommand {
  /// The formats of a page.
  enum Format: String, CaseIterable, Sendable {
    case text
    case json
    case markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print clusters, members, programmes, calls or labels, with the sources of every value.",
    discussion: """
      ID is an id or a name as the lists print it; where one id stands for several things, write cluster:ID, \
      member:ID, programme:ID, call:ID or label:ID. Every value carries the numbers of its \
      sources; what several sources state is listed with all its dates. Of several IDs json makes an array, \
      text and markdown one list of sources.

        distretto show le2c
        distretto show 'Politecnico di Milano' --format json
        distretto show le2c --as-of 2014-01-01 --format markdown > le2c.md
      """)

  @Argument(help: ArgumentHelp("Ids or names.", valueName: "ID"))
  var ids: [String]

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
    // The pages are those of the dataset all the same.
    let judged = try data.read(.current, dates)
      .withAdditions(from: Settings.current.notebookPath, isNeeded: false)
    let sheets = try sheets(in: judged, format)
    var output = StandardOutput()
    switch format {
    case .text: FactText.write(sheets, to: &output, limit: limit ?? 10, for: .standardOutput)
    case .json: output.write(FactJSON.json(sheets, limit: limit).pretty() + "\n")
    case .markdown: FactMarkdown.write(sheets, to: &output, limit: limit ?? 10)
    }
    output.flush()
    judged.complainOfProblems()
    let names = EntityNames(judged)
    for (id, sheet) in zip(ids, sheets) {
      let others = names.otherKinds(id, than: sheet.subject).map { "distretto show \($0.rawValue):\(id)" }
      if !others.isEmpty { Words.remark("\(id) also stands for: \(others.joined(separator: ", "))") }
    }
  }

  /// The pages that are asked for, in their order; one that is not there is an error before anything is printed.
  func sheets(in judged: JudgedData, _ format: Format = .text) throws(Failure) -> [FactSheet] {
    let names = EntityNames(judged)
    let numbers = format == .json ? Formatting() : judged.format
    let scene = judged.scene(showsImplied: !statedOnly, format: numbers)
    var sheets: [FactSheet] = []
    for id in ids {
      guard let sheet = FactSheet(try names.subject(id), in: scene) else {
        throw .usage("nothing is known of \"\(id)\"")
      }
      sheets.append(sheet)
    }
    return sheets
  }
}
