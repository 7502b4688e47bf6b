// What was found about a file, and what was asked of it, as words: for the cache.

extension SourceDescription {
  var words: [String] {
    [
      format.rawValue, isCompressed ? "gzip" : "", encoding.rawValue, hasByteOrderMark ? "mark" : "",
      delimiter.map { String($0) } ?? "", quote.map { String($0) } ?? "", headerLine.map { String($0) } ?? "",
      sheet ?? "", lineBreaks.map(\.rawValue).sorted().joined(separator: " "),
      forced.map(\.rawValue).sorted().joined(separator: " "), String(titleRows.count),
    ] + titleRows + sheets
  }

  init?(words: [String]) {
    guard words.count >= 11, let format = FileFormat(rawValue: words[0]),
      let encoding = TextEncoding(rawValue: words[2]), let titles = Int(words[10]),
      (0...(words.count - 11)).contains(titles)
    else { return nil }
    self.init(format: format)
    isCompressed = !words[1].isEmpty
    self.encoding = encoding
    hasByteOrderMark = !words[3].isEmpty
    delimiter = UInt8(words[4])
    quote = UInt8(words[5])
    headerLine = Int(words[6])
    sheet = words[7].isEmpty ? nil : words[7]
    lineBreaks = Set(words[8].split(separator: " ").compactMap { LineBreak(rawValue: String($0)) })
    forced = Set(words[9].split(separator: " ").compactMap { Aspect(rawValue: String($0)) })
    titleRows = Array(words[11..<11 + titles])
    sheets = Array(words[(11 + titles)...])
  }
}

extension ReadingOptions {
  /// All that was asked, so that another wish is another cache.
  var words: [String] {
    [
      format?.rawValue ?? "", encoding?.rawValue ?? "", delimiter.map { String($0) } ?? "",
      quote?.rawValue ?? "", headerRow.map { String($0) } ?? "", sheet ?? "",
    ]
  }
}
