// Times and sizes that were measured, and what is told of them.

import ViewModels

/// Samples by what was done, in the order in which it was first done.
struct BenchSamples: Sendable {
  /// What a number counts.
  enum Unit: String, Sendable {
    case milliseconds = "ms"
    case bytes
    case mebibytes = "MiB"
  }

  private struct Series: Sendable {
    let name: String
    let unit: Unit
    var numbers: [Double] = []
  }

  private var all: [Series] = []

  /// The names of what was measured.
  var names: [String] { all.map(\.name) }

  mutating func add(_ name: String, _ number: Double, _ unit: Unit = .milliseconds) {
    let place =
      all.firstIndex { $0.name == name }
      ?? {
        all.append(Series(name: name, unit: unit))
        return all.count - 1
      }()
    all[place].numbers.append(number)
  }

  private static let columns =
    [RowTable.Column(id: "step", title: "STEP")]
    + ["n", "median", "p95", "max"].map { RowTable.Column(id: $0, title: $0.uppercased(), isNumber: true) }
    + [RowTable.Column(id: "unit", title: "UNIT")]

  /// One row for each thing: how often, the middle, what 95 of 100 do not pass, the largest.
  var table: RowTable {
    RowTable(
      columns: Self.columns,
      rows: all.map { series in
        let sorted = series.numbers.sorted()
        let numbers = [
          Double(sorted.count), Self.median(sorted), Self.share(0.95, of: sorted), sorted.last ?? 0,
        ]
        return [TableCell(series.name)]
          + numbers.map { number in
            // Microseconds are as exact as a clock of the system is.
            let rounded = (number * 1000).rounded() / 1000
            return TableCell([Run(Value.plain(rounded) ?? "")], value: .number(rounded))
          } + [TableCell(series.unit.rawValue)]
      })
  }

  /// The middle of sorted numbers, or between the two in the middle.
  static func median(_ sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The smallest of sorted numbers that a share of them does not pass.
  static func share(_ share: Double, of sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    let rank = Int((share * Double(sorted.count)).rounded(.up))
    return sorted[min(max(rank, 1), sorted.count) - 1]
  }
}
