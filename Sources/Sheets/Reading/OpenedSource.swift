// A file that was looked at and is ready to give its rows.

/// A file, what was found by looking at it, and its rows.
struct OpenedSource {
  var description: SourceDescription
  var body: Body

  enum Body {
    /// UTF-8 text without byte order mark that begins at the first data row, on line `firstLine`.
    case delimited(any ByteStream, Dialect, header: [String], firstLine: Int)
    /// Rows made by the reader itself.
    case rows(any RowStream)
  }
}

/// How the cells of delimited text are told apart.
struct Dialect: Sendable, Hashable {
  var delimiter: UInt8
  var quote: UInt8?
}
