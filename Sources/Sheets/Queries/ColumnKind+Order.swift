// What sorting and adding need to know of a kind of column.

extension ColumnKind {
  /// Whether cells are ordered by their values, not by their texts.
  public var isOrderedByValue: Bool {
    switch self {
    case .text, .code: false
    case .whole, .amount, .date, .flag: true
    }
  }

  /// Whether cells are numbers that can be added up.
  public var isNumber: Bool {
    switch self {
    case .whole, .amount: true
    case .text, .code, .date, .flag: false
    }
  }

  /// Whether a whole number as we write it reads as itself.
  var isWhole: Bool { self == .whole }
}
