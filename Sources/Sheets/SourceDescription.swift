// What was found by looking at a file, in a form that a person can check and correct.

/// How a file is being read.
public struct SourceDescription: Sendable, Hashable {
  /// The format.
  public var format: FileFormat
  /// Whether it is compressed with gzip.
  public var isCompressed = false
  /// The encoding of the text.
  public var encoding = TextEncoding.utf8
  /// Whether the text begins with a byte order mark.
  public var hasByteOrderMark = false
  /// The byte between cells; `nil` where there is one column only, or no delimited text.
  public var delimiter: UInt8?
  /// The quote around cells.
  public var quote: UInt8?
  /// The line of the header, counted from 1; `nil` where there is none.
  public var headerLine: Int?
  /// The text of the rows above the header.
  public var titleRows: [String] = []
  /// The line breaks between rows at the beginning of the file.
  public var lineBreaks: Set<LineBreak> = []
  /// The sheet that is read; in JSON the key that holds the rows.
  public var sheet: String?
  /// All sheets; in JSON the keys that hold rows, as far as they were seen.
  public var sheets: [String] = []
  /// What was told, not found.
  public var forced: Set<Aspect> = []

  /// Something that can be told instead of being found.
  public enum Aspect: String, Sendable, CaseIterable {
    case format
    case encoding
    case delimiter
    case quote
    case headerRow
    case sheet
  }

  init(format: FileFormat) { self.format = format }

  init(format: FileFormat, told options: ReadingOptions) {
    self.format = format
    if options.format != nil { forced.insert(.format) }
    if options.encoding != nil { forced.insert(.encoding) }
    if options.delimiter != nil { forced.insert(.delimiter) }
    if options.quote != nil { forced.insert(.quote) }
    if options.headerRow != nil { forced.insert(.headerRow) }
    if options.sheet != nil { forced.insert(.sheet) }
  }
}

/// What ends a line.
public enum LineBreak: String, Sendable, CaseIterable {
  case lf
  case crlf
  case cr
}

extension SourceDescription {
  /// All of it in one line, as in `semicolon-separated, windows-1252, CRLF, 1 title row, gzip`.
  public var summary: String {
    (shape + titles + (isCompressed ? ["gzip"] : [])).joined(separator: ", ")
  }

  private var shape: [String] {
    switch format {
    case .delimited: [separation] + text + breaks
    case .json, .ndjson:
      [format == .json ? "JSON" : "NDJSON"] + (sheet.map { ["rows of \($0)"] } ?? []) + text
    case .xlsx: ["XLSX"] + sheetWords
    }
  }

  private var separation: String {
    guard let delimiter else { return "one column" }
    return switch delimiter {
    case UInt8(ascii: ","): "comma-separated"
    case UInt8(ascii: ";"): "semicolon-separated"
    case UInt8(ascii: "\t"): "tab-separated"
    case UInt8(ascii: "|"): "bar-separated"
    case 0x21...0x7E: "separated by \(Character(Unicode.Scalar(delimiter)))"
    default: "separated by byte \(delimiter)"
    }
  }

  private var text: [String] {
    let quoted = quote == UInt8(ascii: "'") ? ["single quotes"] : []
    return quoted + [encoding.rawValue + (hasByteOrderMark ? " with byte order mark" : "")]
  }

  private var breaks: [String] {
    let known = LineBreak.allCases.filter(lineBreaks.contains).map { $0.rawValue.uppercased() }
    return known.isEmpty ? [] : [known.joined(separator: " and ")]
  }

  private var sheetWords: [String] {
    guard let sheet else { return [] }
    return ["sheet \(sheet)" + (sheets.count > 1 ? ", one of \(sheets.count)" : "")]
  }

  private var titles: [String] {
    let rows = titleRows.isEmpty ? [] : ["\(titleRows.count) title row\(titleRows.count == 1 ? "" : "s")"]
    let takesHeader = format == .delimited || format == .xlsx
    return rows + (takesHeader && headerLine == nil ? ["no header"] : [])
  }
}
