// The currencies and other units that stand beside a number.

/// The currency, or the percent sign, that stands beside a number.
public enum AmountUnit: UInt8, Sendable, Hashable, CaseIterable {
  /// No unit.
  case none
  /// Euro.
  case eur
  /// The pound sign, whichever pound is meant.
  case poundSign
  /// Pound sterling, by its code.
  case gbp
  /// The dollar sign, whichever dollar is meant.
  case dollarSign
  /// US dollar, by its code.
  case usd
  /// Swiss franc.
  case chf
  /// Krone or krona, whichever is meant.
  case kr
  /// Swedish krona.
  case sek
  /// Norwegian krone.
  case nok
  /// Danish krone.
  case dkk
  /// Polish zloty.
  case pln
  /// Czech koruna.
  case czk
  /// Hungarian forint.
  case huf
  /// Croatian kuna.
  case hrk
  /// Romanian leu.
  case ron
  /// Bulgarian lev.
  case bgn
  /// Turkish lira.
  case tryLira
  /// Italian lira.
  case itl
  /// German mark.
  case dem
  /// Yen.
  case jpy
  /// Per cent.
  case percent

  /// ISO 4217 code where the writing says which currency is meant, else the sign; empty for none.
  public var name: String {
    switch self {
    case .none: ""
    case .poundSign: "£"
    case .dollarSign: "$"
    case .kr: "kr"
    case .percent: "%"
    case .tryLira: "TRY"
    default: "\(self)".uppercased()
    }
  }
}

/// The units of a column's numbers.
public enum UnitUse: Sendable, Hashable {
  /// No number has one.
  case none
  /// Every number has this one.
  case all(AmountUnit)
  /// Some numbers have this one and no number another.
  case partly(AmountUnit)
  /// Numbers have different ones: they must not be added up.
  case mixed
}
