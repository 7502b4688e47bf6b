// The commands that print rows: one for each list of the screen.

import ArgumentParser
import ClusterDomain
import ViewModels

/// Prints clusters.
struct Clusters: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print clusters.",
    discussion: """
      The rows are those of the Clusters pane. Without --region only the home country is listed.

        distretto clusters --region lombardia,veneto --label 'any valid'
        distretto clusters --region everywhere --sort -members --limit 10
        distretto clusters --as-of 2016-06-01 --columns id,name,label_level,valid_until --format csv
        distretto clusters --member politecnico-di-milano
      """)

  @Option(help: ArgumentHelp("Only the clusters of one member, by its id or name.", valueName: "id"))
  var member: String?

  @OptionGroup var rows: RowOptions

  func run() throws {
    let noun = RowNoun("cluster")
    guard let member else { return try rows.print(.clusters, noun: noun) }
    try rows.print(.organisationClusters, noun: noun, ignores: Set(Facet.allCases)) {
      judged throws(Failure) in
      try EntityNames(judged).subject(member, in: [.member])
    }
  }
}

/// Prints members.
struct Members: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print members of clusters.",
    discussion: """
      With --cluster the members of one cluster, in the order of its list; otherwise all organisations that are \
      members of the clusters that the filters leave, those in most clusters first.

        distretto members --cluster le2c
        distretto members --region veneto --match university --format csv
      """)

  @Option(help: ArgumentHelp("The members of one cluster, by its id or name.", valueName: "id"))
  var cluster: String?

  @OptionGroup var rows: RowOptions

  func run() throws {
    let noun = RowNoun("member")
    guard let cluster else { return try rows.print(.organisations, noun: noun) }
    try rows.print(.members, noun: noun, ignores: Set(Facet.allCases)) { judged throws(Failure) in
      try EntityNames(judged).subject(cluster, in: [.cluster])
    }
  }
}

/// Prints programmes.
struct Programmes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print funding programmes.",
    discussion: """
      With --cluster the calls that are open to one cluster's area and what it took part in.

        distretto programmes --sort -budget
        distretto programmes --cluster le2c
      """)

  @Option(help: ArgumentHelp("The programmes around one cluster, by its id or name.", valueName: "id"))
  var cluster: String?

  @OptionGroup var rows: RowOptions

  func run() throws {
    guard let cluster else {
      return try rows.print(.allProgrammes, noun: RowNoun("programme"), ignores: Set(Facet.allCases))
    }
    let noun = RowNoun("call or participation", "calls and participations")
    try rows.print(.programmes, noun: noun, ignores: Set(Facet.allCases)) { judged throws(Failure) in
      try EntityNames(judged).subject(cluster, in: [.cluster])
    }
  }
}

/// Prints calls for proposals.
struct Calls: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print calls for proposals, what closes next first.",
    discussion: """
      With --programme the calls of one programme.

        distretto calls --as-of +30d
        distretto calls --programme horizon-2020 --format json
      """)

  @OptionGroup var rows: RowOptions

  func run() throws {
    let noun = RowNoun("call")
    let programmes = rows.filters.programme
    guard let programme = programmes.first else {
      return try rows.print(.calls, noun: noun, ignores: Set(Facet.allCases))
    }
    guard programmes.count == 1 else { throw Failure.usage("--programme takes one programme here") }
    var rows = rows
    rows.filters.programme = []
    try rows.print(.programmeCalls, noun: noun, ignores: Set(Facet.allCases)) { judged throws(Failure) in
      try EntityNames(judged).subject(programme, in: [.programme])
    }
  }
}

/// Prints labels.
struct Labels: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the labels of clusters, what lapses first on top.",
    discussion: """
      One row for each award that had begun by the as-of date.

        distretto labels --as-of +90d --label lapsed
        distretto labels --region everywhere --sort valid_until --format csv
      """)

  @OptionGroup var rows: RowOptions

  func run() throws { try rows.print(.labels, noun: RowNoun("label")) }
}

/// Prints regions.
struct Regions: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print regions with their clusters, members and labels.",
    discussion: """
      All regions of the home country; --region does not narrow them, the other filters do what they count.

        distretto regions --sort -labelled
        distretto regions --sector aerospace --format markdown
      """)

  @OptionGroup var rows: RowOptions

  func run() throws { try rows.print(.regions, noun: RowNoun("region"), ignores: [.region]) }
}
