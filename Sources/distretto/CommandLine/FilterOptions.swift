// Options that filter clusters, as chips do on the screen.

import ArgumentParser
import ViewModels

/// One option for each facet; comma-separated or repeated values each pass.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Region by code or name in Italian or English, country, national, abroad or everywhere.",
      valueName: "names"))
  var region: [String] = []

  @Option(
    help: ArgumentHelp(
      "Level (gold, silver, bronze) and status (valid, expiring, grace, lapsed, unknown, none, 'any valid').",
      valueName: "words"))
  var label: [String] = []

  @Option(help: ArgumentHelp("Sector, in the words of the dataset.", valueName: "names"))
  var sector: [String] = []

  @Option(help: ArgumentHelp("Kind of cluster, in the words of the dataset.", valueName: "names"))
  var kind: [String] = []

  @Option(
    help: ArgumentHelp(
      "Programme that the cluster took part in; with calls, the one whose calls are listed.", valueName: "ids"
    ))
  var programme: [String] = []

  @Flag(help: "Only clusters on your watch list.")
  var watched = false

  /// What was typed, by facet, in the order of the facets.
  var typed: [(facet: Facet, words: [String])] {
    [
      (.region, region), (.label, label), (.sector, sector), (.kind, kind), (.programme, programme),
      (.watch, watched ? [Facet.watched] : []),
    ]
    .filter { !$0.1.isEmpty }
  }

  /// The filters that are meant, in a dataset.
  func clauses(in judged: JudgedData) throws(Failure) -> [Clause] {
    guard !typed.isEmpty else { return [] }
    let names = FacetNames(judged)
    var clauses: [Clause] = []
    for (facet, words) in typed { clauses.append(try names.clause(facet, words)) }
    return clauses
  }
}
