// Where the value of one column of a dataset's table comes from, and how it is read.

/// How a cell becomes a value.
struct FieldRule: Sendable, Hashable {
  /// Where the text comes from.
  enum Origin: Sendable, Hashable {
    /// The first of these columns that states something.
    case columns([String])
    /// All of these columns that state something, with a text between them.
    case joined([String], with: String)
    /// The same for all rows.
    case constant(String)
    /// What the row's statements about its place give.
    case place(PlacePart)
  }

  /// A part of a place.
  enum PlacePart: String, Sendable, CaseIterable {
    case region
    case province
    case nuts3
    case country
  }

  /// What the text is read as.
  enum Shape: String, Sendable, CaseIterable {
    case text
    case number
    case date
    /// The time of day that is stated with a date.
    case time
    /// The time zone that is stated with a date.
    case zone
  }

  var origin: Origin
  var shape = Shape.text
  /// What words of the file mean; by the folded words, and where `and` is used first by two with ` + ` between.
  var words: [String: String]?
  /// A column whose word makes that of the first more exact.
  var and: String?
  /// The value where the file states none that is known.
  var otherwise: String?
  /// Words that mean nothing here, folded.
  var missing: [String] = []
  /// Signs at the first of which the text ends.
  var until: [UInt8] = []
  /// A text before the value.
  var prefix = ""
  /// Whether later rows of the same key say nothing about it.
  var isOnce = false

  init(_ origin: Origin, shape: Shape = .text) {
    self.origin = origin
    self.shape = shape
  }

  /// All columns of the file that it looks at.
  var columns: [String] {
    let own: [String] =
      switch origin {
      case .columns(let names), .joined(let names, _): names
      case .constant, .place: []
      }
    return own + (and.map { [$0] } ?? [])
  }
}
