// Questions to a catalogue that take more than an index: a region by any of its names, the figure of a day.

import Sheets

extension Catalogue {
  /// The region with this code, earlier code, or name in either language; case and accents do not matter.
  ///
  /// Of double names each part counts, such as `Bolzano` and `Bozen`, or `Friuli` of `Friuli-Venezia Giulia`.
  public func region(named typed: String) -> Region? {
    let wanted = Folding.folded(typed).trimmed
    guard !wanted.isEmpty else { return nil }
    let regions = tables.regions
    let parts = wanted.split(separator: "/").map { String($0).trimmed }
    return regions.first { $0.codes.contains(wanted) }
      ?? regions.first { $0.fullNames.contains(wanted) }
      ?? regions.first { $0.partialNames.contains { $0 == wanted || parts.contains($0) } }
  }

  /// The newest figure stated for no later than a day; one without a date only where none has one.
  ///
  /// A figure is stated for the first day that its date can mean. Of several for the same date the first counts.
  public func current(_ measure: String, of subject: Subject, on day: CalendarDate) -> Figure? {
    let figures = all(measure, of: subject)
    let dated = figures.filter { $0.asOf != nil }
    guard !dated.isEmpty else { return figures.first }
    return dated.first { ($0.asOf?.first ?? day) <= day }
  }

  /// All figures of a measure, the newest first, those without a date last.
  public func all(_ measure: String, of subject: Subject) -> [Figure] {
    let matching = figures(about: subject).filter { $0.measure == measure }
    return matching.enumerated().sorted { first, second in
      (newness(first.element), second.offset) > (newness(second.element), first.offset)
    }.map(\.element)
  }

  private func newness(_ figure: Figure) -> Int { figure.asOf?.first.dayNumber ?? .min }
}

extension Region {
  fileprivate var codes: [String] { ([id.rawValue] + legacyCodes).map { Folding.folded($0) } }

  fileprivate var fullNames: [String] { [name, englishName].map { Folding.folded($0) } }

  /// The parts of a double name, also without what it is called in front.
  fileprivate var partialNames: [String] {
    fullNames.flatMap { name in
      let parts = name.split { "/-()".contains($0) }.map { String($0).trimmed }
      return parts
        + parts.compactMap { part in
          prefixes.first { part.hasPrefix($0) }.map { String(part.dropFirst($0.count)) }
        }
    }
  }
}

private let prefixes = [
  "provincia autonoma di ", "provincia autonoma ", "autonomous province of ", "province of ", "provincia di ",
]
