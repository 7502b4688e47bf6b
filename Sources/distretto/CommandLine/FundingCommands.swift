// The commands that print what lies behind programmes and calls: projects, and which clusters fit.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Prints how calls fit clusters.
struct FitCommand: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Print which clusters fit a call, or how one of them does, rule by rule.",
    discussion: """
      The clusters that the filters leave, those first that nothing is against. With --for the rules of the call \
      held against one cluster: passed, failed, data missing, or to be read where a rule is in words only.

        distretto fit eurostars-3/eurostars-call-march-2026 --region veneto
        distretto fit eurostars-3/eurostars-call-march-2026 --for le2c

      Columns: \(ColumnHelp.ids(.fitting)); with --for: \(ColumnHelp.ids(.fitRules)).
      """)

  @Argument(help: ArgumentHelp("The call, by its id or name.", valueName: "CALL"))
  var call: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The rules held against one cluster, by its id or name.", valueName: "id"))
  var cluster: String?

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest {
    guard let cluster else { return RowRequest(.fitting, RowNoun("cluster"), of: .call, call) }
    var request = RowRequest(.fitRules, RowNoun("rule"), of: .call, call)
    request.cluster = cluster
    return request
  }
}

/// Prints projects.
struct Projects: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "projects",
    abstract: "Print the projects of a programme, with what is stated of their money.",
    discussion: """
      A grant stated beside each of its participants is counted once; ≥ stands before what may be more.

        distretto projects cosme
        distretto projects cosme --format csv

      Columns: \(ColumnHelp.ids(.projects)).
      """)

  @Argument(help: ArgumentHelp("The programme, by its id or name.", valueName: "PROGRAMME"))
  var programme: String

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest { RowRequest(.projects, RowNoun("project"), of: .programme, programme) }
}
