// A brief about clusters, for those who go and see them.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Prints a brief.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract:
      "Print a brief about clusters: key figures with dates and sources, members, labels, programmes.",
    discussion: """
      ID is an id or a name as 'distretto clusters' prints it; without one the clusters that the filters leave.

        distretto brief le2c comet > brief.md
        distretto brief --region veneto --label 'any valid' --format html > veneto.html
        distretto brief --watched --as-of 2016-06-01
      """)

  @Argument(help: ArgumentHelp("Ids or names of clusters.", valueName: "ID"))
  var ids: [String] = []

  @OptionGroup(title: "Data") var data: DataOptions

  @OptionGroup(title: "Date") var dates: DateOptions

  @OptionGroup(title: "Filters (several values: comma-separated or repeated)") var filters: FilterOptions

  @Flag(help: "Leave out what you have entered yourself: label events and deadlines.")
  var withoutNotebook = false

  @Option(
    help: ArgumentHelp("markdown or html.", valueName: "format"),
    completion: .list(BriefTask.Format.allCases.map(\.rawValue)))
  var format = BriefTask.Format.markdown.rawValue

  func validate() throws {
    if !ids.isEmpty, !filters.typed.isEmpty {
      throw ValidationError("Name clusters, or choose them by filters, not both.")
    }
    if ids.isEmpty, filters.typed.isEmpty {
      throw ValidationError("Name clusters by their ids, or choose them by filters such as --region.")
    }
  }

  func run() throws {
    let format = try Choice.value("format", self.format, as: BriefTask.Format.self)
    var judged = try data.read(.current, dates)
    if !withoutNotebook {
      judged = try judged.withAdditions(from: Settings.current.notebookPath, isNeeded: filters.watched)
    }
    let scene = judged.scene(try filters.clauses(in: judged))
    let names = EntityNames(judged)
    var clusters: [ID<Cluster>] = []
    for id in ids {
      if case .cluster(let cluster) = try names.subject(id, in: [.cluster]) { clusters.append(cluster) }
    }
    if ids.isEmpty { clusters = scene.clusters.map(\.id) }
    guard !clusters.isEmpty else { throw Failure.usage("the filters leave no cluster") }
    var output = StandardOutput()
    Exporter.write(scene.brief(of: clusters), as: format, to: &output)
    output.flush()
    judged.complainOfProblems()
  }
}
