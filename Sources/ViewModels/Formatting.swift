// How values are written: money, counts, dates, bounds, and what stands for "unknown".

public import ClusterDomain

/// The separators of numbers, by locale.
public struct NumberStyle: Hashable, Sendable {
  /// Between groups of three digits.
  public let group: String
  /// Before decimals.
  public let decimal: String

  /// Written `1,234.5`.
  public static let english = NumberStyle(group: ",", decimal: ".")
  /// Written `1.234,5`.
  public static let continental = NumberStyle(group: ".", decimal: ",")

  /// The style of a locale's name such as `it_IT.UTF-8`; English where the language is not known.
  public init(locale: String) {
    let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
    let continental: Set<Substring> = [
      "it", "de", "es", "pt", "nl", "da", "nb", "nn", "el", "sl", "hr", "tr",
    ]
    self = continental.contains(language) ? .continental : .english
  }

  private init(group: String, decimal: String) {
    self.group = group
    self.decimal = decimal
  }
}

/// Writes values as the page shows them.
public struct Formatting: Hashable, Sendable {
  /// What stands for a value that nobody states.
  public static let unknown = "–"

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let scales: [(limit: Double, below: Double, unit: String)] = [
    (1e9, 1e6, "bn"), (1e6, 1, "M"),
  ]

  /// The separators.
  public let numbers: NumberStyle

  /// A way of writing with these separators.
  public init(numbers: NumberStyle = .english) { self.numbers = numbers }

  /// A whole number with its groups: `75,000`.
  public func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += numbers.group }
      text.append(digit)
    }
    return text
  }

  /// A number with at most `places` decimals, trailing zeros dropped.
  public func number(_ value: Double, places: Int = 2) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return Self.unknown }
    let scale = [1, 10, 100, 1000][min(max(places, 0), 3)]
    let scaled = (value.magnitude * Double(scale)).rounded()
    let whole = Int(scaled) / scale
    var fraction = String(Int(scaled) % scale + scale).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + count(whole) + (fraction.isEmpty ? "" : numbers.decimal + fraction)
  }

  /// A percentage with one decimal, so that a column of them lines up: `3.0 %`.
  public func percent(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return Self.unknown }
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(count(abs(tenths) / 10))\(numbers.decimal)\(abs(tenths) % 10) %"
  }

  /// Euro in the largest unit that fits: `9 bn €`, `361,312.94 €`.
  public func euro(_ value: Double) -> String {
    // What rounds up to the next unit is written in it.
    for (limit, below, unit) in Self.scales
    where (value.magnitude / below * 100).rounded() >= limit / below * 100 {
      return "\(number(value / limit, places: 2)) \(unit) €"
    }
    return "\(number(value)) €"
  }

  /// A day: `24 Jul 2016`.
  public func day(_ date: CalendarDate) -> String { "\(date.day) \(month(date))" }

  /// A date as precisely as it is known: `24 Jul 2016`, `Jul 2016`, `2016`.
  public func date(_ date: PartialDate) -> String {
    switch date.precision {
    case .day: day(date.first)
    case .month: month(date.first)
    case .year: String(date.first.year)
    }
  }

  /// A distance in days: `53 d`, `14 mo`, `3 y`.
  public func distance(days: Int) -> String {
    switch days.magnitude {
    case ..<100: "\(days.magnitude) d"
    case ..<731: "\(Int((Double(days.magnitude) / 30.44).rounded())) mo"
    default: "\(days.magnitude / 365) y"
    }
  }

  /// A figure's value with its bound: `> 100`, `≈ 9 bn €`, `65 %`.
  public func figure(_ figure: Figure) -> String {
    let value =
      switch figure.unit {
      case "EUR": euro(figure.value)
      case "percent": "\(number(figure.value)) %"
      default: number(figure.value)
      }
    return Self.sign(of: figure.bound) + value
  }

  /// A measure's name at the head of a line: `SME members`, `Turnover`.
  public func measure(_ name: String) -> String {
    name.hasPrefix("sme ") ? "SME" + name.dropFirst(3) : name.capitalizedFirst
  }

  /// A text, or the sign for unknown when there is none.
  public func text(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return Self.unknown }
    return text
  }

  private func month(_ date: CalendarDate) -> String { "\(Self.month(of: date)) \(date.year)" }

  /// The name of a day's month, cut to three letters: `Jul`.
  static func month(of date: CalendarDate) -> String { months[date.month - 1] }

  private static func sign(of bound: Figure.Bound) -> String {
    switch bound {
    case .exact: ""
    case .about, .almost: "≈ "
    case .moreThan: "> "
    case .atLeast: "≥ "
    case .lessThan: "< "
    }
  }
}
