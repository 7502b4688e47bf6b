// Opens any file that can be read: looks at its beginning and hands it to the reader of its format.

enum SourceOpener {
  /// Opens the file at `path`, or standard input where that is `-`.
  static func open(_ path: String, _ options: ReadingOptions) throws(SheetError) -> OpenedSource {
    let file = try FileBytes(path)
    var raw: any ByteStream = file
    var head = StreamHead()
    try head.grow(to: headSize, from: &raw)
    guard !head.bytes.isEmpty else {
      throw SheetError(path, "is empty", advice: "there is nothing to show; check the file")
    }
    guard head.bytes.starts(with: [0x1F, 0x8B]) else {
      return try open(path, raw, head, file.isRegular ? file : nil, isCompressed: false, options)
    }
    var inner: any ByteStream = GzipBytes(ReplayedBytes(head.bytes, then: raw), path: path)
    var innerHead = StreamHead()
    try innerHead.grow(to: headSize, from: &inner)
    guard !innerHead.bytes.isEmpty else {
      throw SheetError(path, "is empty once inflated", advice: "there is nothing to show; check the file")
    }
    guard !innerHead.bytes.starts(with: [0x1F, 0x8B]) else {
      throw SheetError(path, "is compressed twice", advice: "inflate it once and open that")
    }
    return try open(path, inner, innerHead, nil, isCompressed: true, options)
  }

  private static let headSize = 256 << 10

  /// Opens what is inflated already; `file` is the file itself, where it can be read at any place.
  private static func open(
    _ path: String, _ stream: any ByteStream, _ head: StreamHead, _ file: FileBytes?, isCompressed: Bool,
    _ options: ReadingOptions
  ) throws(SheetError) -> OpenedSource {
    let isZip = head.bytes.starts(with: [0x50, 0x4B, 3, 4]) || head.bytes.starts(with: [0x50, 0x4B, 5, 6])
    if options.format == .xlsx || options.format == nil && isZip {
      guard isZip else { throw notXLSX(head, path) }
      let source: RandomBytes =
        if let file {
          .file(file)
        } else {
          try .keeping(ReplayedBytes(head.bytes, then: stream), path: path)
        }
      return try WorkbookOpening.open(source, options, isCompressed: isCompressed)
    }
    if options.format == nil, let foreign = ForeignFormat.binary(head.bytes, path: path) { throw foreign }
    return try TextOpening(path: path, options, isCompressed: isCompressed).open(stream, head)
  }

  private static func notXLSX(_ head: StreamHead, _ path: String) -> SheetError {
    ForeignFormat.binary(head.bytes, path: path) ?? ForeignFormat.markup(head.bytes, path: path)
      ?? SheetError(path, "is no XLSX file", advice: "leave the format out, so that it is found by looking")
  }
}
