// Names the formats that are not read, by their first bytes, and says what to do about each.

enum ForeignFormat {
  /// The error for a file that begins with the bytes of a format that is not read; `nil` for others.
  static func binary(_ head: [UInt8], path: String) -> SheetError? {
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return compound(head, path) }
    guard let known = table.first(where: { head.starts(with: $0.bytes) }) else { return nil }
    return SheetError(path, "is \(known.name)", advice: known.advice)
  }

  /// The error for a text, in UTF-8, that is HTML or XML; `nil` for others.
  static func markup(_ text: [UInt8], path: String) -> SheetError? {
    let start = text.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let words = start[(start.firstIndex { $0 > 0x20 } ?? start.count)...]
    let isExcelName = path.lowercased().hasSuffix(".xls") || path.lowercased().hasSuffix(".xlsx")
    func has(_ needle: String) -> Bool { start.contains(Array(needle.utf8)) }
    if ["<!doctype html", "<html", "<table", "<head", "<body", "<meta"].contains(where: {
      words.starts(with: $0.utf8)
    })
      || words.starts(with: "<?xml".utf8) && has("<html")
    {
      return SheetError(
        path, "is an HTML page" + (isExcelName ? " saved as .xls" : ""),
        advice: "open it in a spreadsheet program or browser and save it as XLSX or CSV")
    }
    if words.starts(with: "mime-version:".utf8) {
      return SheetError(
        path, "is a web archive (MHTML)", advice: "open it in Excel and save it as XLSX or CSV")
    }
    guard words.starts(with: "<?xml".utf8) || words.starts(with: "<workbook".utf8) else { return nil }
    if has("urn:schemas-microsoft-com:office:spreadsheet") || has("excel.sheet") {
      return SheetError(
        path, "is an XML Spreadsheet of 2003", advice: "open it in a spreadsheet program and save it as XLSX")
    }
    if has("opendocument") {
      return SheetError(path, "is a flat OpenDocument file", advice: "save it as XLSX or CSV")
    }
    return SheetError(
      path, "is XML, which has no rows of its own", advice: "export the table as CSV, JSON or XLSX")
  }

  /// The error for a ZIP file that is no workbook.
  static func zip(_ archive: ZipArchive) -> SheetError {
    let path = archive.source.path
    if archive.entry("content.xml") != nil || archive.entry("mimetype") != nil {
      return SheetError(
        path, "is an OpenDocument file (.ods), which is not read", advice: "save it as XLSX or CSV")
    }
    let names = archive.entries.prefix(3).map(\.name).joined(separator: ", ")
    return SheetError(path, "is a ZIP file with \(names) in it", advice: "unpack it and open what is inside")
  }

  /// The error for an Office file whose main part is no XLSX workbook; `nil` for one that is.
  static func office(_ archive: ZipArchive, _ part: String) -> SheetError? {
    let path = archive.source.path
    let name = part.lowercased()
    if name.hasSuffix(".bin") {
      return SheetError(
        path, "is a binary workbook (.xlsb), which is not read", advice: "save it as XLSX or CSV")
    }
    if name.hasPrefix("word/") || name.hasPrefix("ppt/") {
      return SheetError(
        path, "is an Office document but no workbook", advice: "copy its table into a sheet and save it")
    }
    return nil
  }

  /// A container of Microsoft's: an old workbook, or a new one behind a password.
  private static func compound(_ head: [UInt8], _ path: String) -> SheetError {
    let mark: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    if head.contains(mark) {
      return SheetError(
        path, "is protected by a password", advice: "open it in a spreadsheet program and save it without one"
      )
    }
    return SheetError(
      path, "is a binary workbook (.xls) or protected by a password, neither of which is read",
      advice: "open it in a spreadsheet program and save it as XLSX or CSV, without a password")
  }

  private static let table: [(bytes: [UInt8], name: String, advice: String)] = [
    (Array("%PDF-".utf8), "a PDF file", "look for the same table as CSV or XLSX"),
    (Array("SQLite format 3\0".utf8), "an SQLite database", "export the table as CSV"),
    (Array("PAR1".utf8), "a Parquet file", "export it as CSV or NDJSON"),
    (Array("ARROW1".utf8), "an Arrow file", "export it as CSV or NDJSON"),
    (Array("Obj\u{1}".utf8), "an Avro file", "export it as CSV or NDJSON"),
    (Array("{\\rtf".utf8), "an RTF document", "copy its table into a sheet and save it"),
    ([0x28, 0xB5, 0x2F, 0xFD], "compressed with zstd", "send it by a pipe: zstd -dc FILE | distretto -"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed with xz", "send it by a pipe: xz -dc FILE | distretto -"),
    (Array("BZh".utf8), "compressed with bzip2", "send it by a pipe: bzip2 -dc FILE | distretto -"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", "unpack it and open what is inside"),
    (Array("Rar!".utf8), "a RAR archive", "unpack it and open what is inside"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", "look for the same table as CSV or XLSX"),
    ([0xFF, 0xD8, 0xFF], "a picture (JPEG)", "look for the same table as CSV or XLSX"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program", "name a file with a table"),
  ]
}
