// What a condition of a call asks of a cluster, in a form that can be checked.

/// A test that a cluster passes or fails.
public enum FitTest: Sendable, Hashable {
  /// It lies in one of these NUTS 2 regions, each given by its code or the beginning of several.
  case region([String])
  /// Its country is one of these.
  case country([String])
  /// It is of one of these kinds, in the words of the cluster table.
  case kind([String])
  /// One of its sectors is among these, in the words of the cluster table.
  case sector([String])
  /// It holds a valid label of this level or a higher one.
  case label(LabelLevel)
  /// A figure of it is at least so great, such as `members` or `research members`.
  case figure(String, atLeast: Double)

  /// A test as conditions have it: `region = ITC4; ITH3`, `sector = aerospace`, `label >= silver`, `members >= 15`;
  /// nil for anything else.
  public init?(_ text: String) {
    if let range = text.firstRange(of: ">=") {
      let (name, value) = (
        String(text[..<range.lowerBound]).trimmed, String(text[range.upperBound...]).trimmed
      )
      if name == "label" {
        guard let level = LabelLevel(rawValue: value) else { return nil }
        self = .label(level)
      } else {
        guard !name.isEmpty, !value.isEmpty, value.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
          let least = Double(value)
        else { return nil }
        self = .figure(name, atLeast: least)
      }
      return
    }
    guard let sign = text.firstIndex(of: "=") else { return nil }
    let values = text[text.index(after: sign)...].split(separator: ";").map { String($0).trimmed }
      .filter { !$0.isEmpty }
    guard !values.isEmpty else { return nil }
    switch String(text[..<sign]).trimmed {
    case "region": self = .region(values)
    case "country": self = .country(values)
    case "kind": self = .kind(values)
    case "sector": self = .sector(values)
    default: return nil
    }
  }
}
