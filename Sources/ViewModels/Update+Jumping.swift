// Going to a row by its number, or by how far down the list it is.

import ClusterDomain

/// Reads what people type as a row.
public enum RowText {
  /// What was typed.
  public enum Place: Hashable, Sendable {
    /// A row, the first one being 0.
    case row(Int)
    /// A row number beyond the last one, or 0.
    case outside
    /// Neither a number nor a percentage.
    case unclear
  }

  /// `12000` is the twelve-thousandth row, `50%` the one in the middle; `100%` the last.
  public static func place(_ text: String, among count: Int) -> Place {
    let text = text.filter { $0 != " " }
    let digits = text.last == "%" ? text.dropLast() : text[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return .unclear }
    // More digits than any list has rows.
    guard digits.count < 18, let number = Int(digits) else { return .outside }
    guard text.last == "%" else { return number > 0 && number <= count ? .row(number - 1) : .outside }
    guard number <= 100, count > 0 else { return .outside }
    return .row(Int((Double(number) / 100 * Double(count - 1)).rounded()))
  }
}

extension AppState {
  mutating func askJump() {
    guard view(of: page.focus)?.row != nil else { return refuse("There is no row to go to.") }
    overlay = .prompt(Prompt(.jump))
  }

  mutating func jump(to typed: String) {
    guard !typed.isEmpty, let view = view(of: page.focus) else { return overlay = nil }
    let count = view.listing.count
    switch RowText.place(typed, among: count) {
    case .row(let row):
      overlay = nil
      change(page.focus) { $0.place(at: row, in: view.listing) }
    case .outside: refuse(outsideWords(typed, count))
    case .unclear: refuse("\"\(typed)\" is no row: write a number such as 120, or a share such as 50%.")
    }
  }

  private func outsideWords(_ typed: String, _ count: Int) -> String {
    typed.last == "%"
      ? "\(typed) is beyond the end of the list; 100% is its last row."
      : "There is no row \(typed): the rows are 1 to \(format.count(count))."
  }
}
