// The command that counts the values of a column, as F does on the screen.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Counts the values of a column of a list.
struct Frequency: RowCommand {
  /// The lists whose columns can be counted, by their commands.
  static let lists = ["clusters", "members", "programmes", "calls", "labels", "regions"]

  static let configuration = CommandConfiguration(
    commandName: "frequency",
    abstract: "Count the values of a column of a list.",
    discussion: """
      How often each value occurs among the rows that the filters, --match and --where leave, most frequent first; \
      with --sum the sum of another column over the same rows. --sort, --columns and --limit act on the counts. \
      The columns of LIST are those of the command of that name.

        distretto frequency clusters region --sum members
        distretto frequency members kind --cluster le2c
        distretto frequency labels level --as-of 2016-06-01 --format csv

      Columns: \(ColumnHelp.ids(.frequency)).
      """)

  @Argument(
    help: ArgumentHelp("clusters, members, programmes, calls, labels or regions.", valueName: "LIST"),
    completion: .list(Frequency.lists))
  var list: String

  @Argument(help: ArgumentHelp("The column, by its id or title.", valueName: "COLUMN"))
  var column: String

  @Option(help: ArgumentHelp("The column that is summed.", valueName: "column"))
  var sum: String?

  @Option(help: ArgumentHelp("Of members and programmes: those of one cluster.", valueName: "id"))
  var cluster: String?

  @Option(help: ArgumentHelp("Of clusters: those of one member.", valueName: "id"))
  var member: String?

  @Option(help: ArgumentHelp("Of clusters: those that took part in one programme.", valueName: "id"))
  var tookPartIn: String?

  @OptionGroup var rows: RowOptions

  func request() throws(Failure) -> RowRequest {
    guard Self.lists.contains(list) else {
      throw .usage(Unknown.words("list", list, among: Self.lists))
    }
    let idle = [
      ("--cluster", cluster, ["members", "programmes"]), ("--member", member, ["clusters"]),
      ("--took-part-in", tookPartIn, ["clusters"]),
    ].first { $0.1 != nil && !$0.2.contains(list) }
    if let idle { throw .usage("\(idle.0) goes with \(Unknown.list(idle.2, "and"))") }
    var request = try base()
    request.counted = (column, sum)
    return request
  }

  /// The list whose rows are counted.
  private func base() throws(Failure) -> RowRequest {
    switch (list, cluster) {
    case ("members", let cluster?): RowRequest(.members, .value, of: .cluster, cluster)
    case ("members", nil): RowRequest(.organisations, .value)
    case ("programmes", let cluster?): RowRequest(.programmes, .value, of: .cluster, cluster)
    case ("programmes", nil): RowRequest(.allProgrammes, .value)
    case ("calls", _): try Calls.request(rows, .value)
    case ("labels", _): RowRequest(.labels, .value)
    case ("regions", _): RowRequest(.regions, .value)
    default:
      if let member {
        RowRequest(.organisationClusters, .value, of: .member, member)
      } else if let tookPartIn {
        RowRequest(.participants, .value, of: .programme, tookPartIn)
      } else {
        RowRequest(.clusters, .value)
      }
    }
  }
}

extension RowNoun {
  fileprivate static let value = RowNoun("value")
}
