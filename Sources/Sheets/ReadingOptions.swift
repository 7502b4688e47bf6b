// What a person may say of a file instead of letting the reader look.

/// How a file is to be read; what is `nil` is found by looking at the file.
public struct ReadingOptions: Sendable, Hashable {
  /// The format.
  public var format: FileFormat?
  /// The encoding of the text.
  public var encoding: TextEncoding?
  /// The byte between cells.
  public var delimiter: UInt8?
  /// The quote around cells.
  public var quote: Quote?
  /// The line of the header, counted from 1; 0 says that there is none.
  public var headerRow: Int?
  /// The sheet of a workbook by name or by its number from 1; the key of the rows in JSON.
  public var sheet: String?

  /// Options that leave out all that is not given.
  public init(
    format: FileFormat? = nil, encoding: TextEncoding? = nil, delimiter: UInt8? = nil, quote: Quote? = nil,
    headerRow: Int? = nil, sheet: String? = nil
  ) {
    self.format = format
    self.encoding = encoding
    self.delimiter = delimiter
    self.quote = quote
    self.headerRow = headerRow
    self.sheet = sheet
  }
}

/// A format that can be read.
public enum FileFormat: String, Sendable, CaseIterable {
  case delimited
  case json
  case ndjson
  case xlsx
}

/// An encoding that can be read.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"
  case windows1252 = "windows-1252"
  case windows1250 = "windows-1250"
  case latin9 = "iso-8859-15"
}

/// What cells are quoted with.
public enum Quote: String, Sendable, CaseIterable {
  case double
  case single
  case none

  /// The byte of the quote.
  public var byte: UInt8? {
    switch self {
    case .double: UInt8(ascii: "\"")
    case .single: UInt8(ascii: "'")
    case .none: nil
    }
  }
}
