// The order of the different texts of a column, where they are few enough to be sorted first.

/// Places of texts in the order of their folded forms.
enum TextRanks {
  /// More than this many different texts are not worth collecting before the first page.
  private static let most = 50_000

  /// The place of each text of a column; texts that fold alike share one.
  ///
  /// Nil where not every chunk has few texts.
  static func ranks(of column: Int, in sheet: Sheet) -> [CellBytes: UInt64]? {
    var texts: Set<CellBytes> = []
    for chunk in sheet.chunks {
      let isCoded = withExtendedLifetime(chunk) { add(chunk.view, column, to: &texts) }
      guard isCoded, texts.count <= most else { return nil }
    }
    let folded = texts.map { (Array(Folding.folded(String(decoding: $0.bytes, as: UTF8.self)).utf8), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
    var ranks: [CellBytes: UInt64] = [:]
    var rank: UInt64 = 0
    for (index, (text, bytes)) in folded.enumerated() {
      if index > 0, folded[index - 1].0 != text { rank += 1 }
      ranks[bytes] = rank
    }
    return ranks
  }

  private static func add(_ view: ChunkView, _ column: Int, to texts: inout Set<CellBytes>) -> Bool {
    let segment = view.segment(column)
    switch segment.kind {
    case .absent: return true
    case .codes8, .codes16:
      let block = view.texts(segment.texts)
      for code in 0..<block.count where code != segment.missingCode && !block[code].isEmpty {
        texts.insert(CellBytes(bytes: Array(block[code])))
      }
      return true
    case .texts, .integers32, .integers64: return false
    }
  }
}
