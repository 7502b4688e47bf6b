// The commands that print rows: one for each list of the screen.

import ArgumentParser
import ClusterDomain
import ViewModels

/// A command that prints the rows of one pane.
protocol RowCommand: ParsableCommand {
  /// Which rows, as the options say.
  var rows: RowOptions { get }
  /// Which pane, and whose.
  func request() throws(Failure) -> RowRequest
}

extension RowCommand {
  mutating func run() throws { try rows.print(try request()) }
}

/// Prints clusters.
struct Clusters: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "clusters",
    abstract: "Print clusters.",
    discussion: """
      The rows are those of the Clusters pane. Without --region only the home country is listed. With --member \
      or --took-part-in all clusters of one member or programme, whatever the filters.

        distretto clusters --region lombardia,veneto --label 'any valid'
        distretto clusters --region everywhere --sort -members --limit 10
        distretto clusters --as-of 2016-06 --columns id,label_level --format csv
        distretto clusters --member politecnico-di-milano
        distretto clusters --took-part-in horizon-2020

      Columns: \(ColumnHelp.ids(.clusters)).
      """)

  @Option(help: ArgumentHelp("Only the clusters of one member, by its id or name.", valueName: "id"))
  var member: String?

  @Option(
    help: ArgumentHelp(
      "Only the clusters that took part in one programme, by its id or name.", valueName: "id"))
  var tookPartIn: String?

  @OptionGroup var rows: RowOptions

  func validate() throws {
    if member != nil, tookPartIn != nil {
      throw ValidationError("--member and --took-part-in do not go together.")
    }
  }

  func request() -> RowRequest {
    if let member { return RowRequest(.organisationClusters, RowNoun("cluster"), of: .member, member) }
    guard let tookPartIn else { return RowRequest(.clusters, RowNoun("cluster")) }
    return RowRequest(.participants, RowNoun("cluster"), of: .programme, tookPartIn)
  }
}

/// Prints members.
struct Members: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "members",
    abstract: "Print members of clusters.",
    discussion: """
      With --cluster the members of one cluster, in the order of its list; otherwise all organisations that are \
      members of the clusters that the filters leave, those in most clusters first.

        distretto members --cluster le2c
        distretto members --region veneto --match university --format csv

      Columns: \(ColumnHelp.ids(.organisations)); with --cluster: \(ColumnHelp.ids(.members)).
      """)

  @Option(help: ArgumentHelp("The members of one cluster, by its id or name.", valueName: "id"))
  var cluster: String?

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest {
    guard let cluster else { return RowRequest(.organisations, RowNoun("member")) }
    return RowRequest(.members, RowNoun("member"), of: .cluster, cluster)
  }
}

/// Prints programmes.
struct Programmes: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "programmes",
    abstract: "Print funding programmes.",
    discussion: """
      With --cluster the calls that are open to one cluster's area and what it took part in.

        distretto programmes --sort -budget
        distretto programmes --cluster le2c

      Columns: \(ColumnHelp.ids(.allProgrammes)); with --cluster: \(ColumnHelp.ids(.programmes)).
      """)

  @Option(help: ArgumentHelp("The programmes around one cluster, by its id or name.", valueName: "id"))
  var cluster: String?

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest {
    guard let cluster else {
      return RowRequest(.allProgrammes, RowNoun("programme"))
    }
    return RowRequest(
      .programmes, RowNoun("call or participation", "calls and participations"), of: .cluster, cluster)
  }
}

/// Prints what the user has added.
struct NotebookCommand: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Print what you have added: watched clusters, notes, label events, deadlines.",
    discussion: """
      The newest first, with the day on which it was added.

        distretto notebook
        distretto notebook --where what=note --format markdown

      Columns: \(ColumnHelp.ids(.notebook)).
      """)

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest { RowRequest(.notebook, RowNoun("entry", "entries")) }
}

/// Prints regions.
struct Regions: RowCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: "Print regions with their clusters, members and labels.",
    discussion: """
      All regions of the home country; --region does not narrow them, the other filters do what they count.

        distretto regions --sort -labelled
        distretto regions --sector aerospace --format markdown

      Columns: \(ColumnHelp.ids(.regions)).
      """)

  @OptionGroup var rows: RowOptions

  func request() -> RowRequest { RowRequest(.regions, RowNoun("region")) }
}
