// The directory of a cache file as bytes.

extension CacheDirectory {
  /// The directory as it is written.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.put(columns.map(\.title))
    writer.put(columns.prefix { $0.isDerived }.count)
    writer.put(evidence.count)
    for evidence in evidence { writer.put(evidence) }
    writer.put(source.words)
    for places in [places, numbers] {
      writer.put(places.count)
      for place in places {
        writer.put(place.offset)
        writer.put(place.count)
        writer.put(place.checksum)
        for number in place.layout.numbers { writer.put(number) }
      }
    }
    writer.put(notes)
    return writer.bytes
  }

  /// The directory in these bytes; nil where they are broken.
  init?(_ bytes: UnsafeRawBufferPointer) {
    var reader = ByteReader(bytes)
    guard let titles = reader.texts(), let derived = reader.number(), let evidenceCount = reader.number(),
      let evidence = Self.evidence(evidenceCount, &reader), let words = reader.texts(),
      let source = SourceDescription(words: words), let places = Self.places(&reader),
      let numbers = Self.places(&reader), let notes = reader.texts()
    else { return nil }
    columns = titles.enumerated().map { SheetColumn(title: $1, isDerived: $0 < derived) }
    self.evidence = evidence
    self.source = source
    self.places = places
    self.numbers = numbers
    self.notes = notes
  }

  private static func places(_ reader: inout ByteReader) -> [CachePlace]? {
    guard let count = reader.number(), count >= 0, count <= 1 << 24 else { return nil }
    var places: [CachePlace] = []
    for _ in 0..<count {
      guard let offset = reader.number(), let length = reader.number(), let sum = reader.word(),
        let layout = ChunkLayout(&reader)
      else { return nil }
      places.append(CachePlace(offset: offset, count: length, checksum: sum, layout: layout))
    }
    return places
  }

  private static func evidence(_ count: Int, _ reader: inout ByteReader) -> [ColumnEvidence]? {
    guard count >= 0, count <= 1 << 20 else { return nil }
    var evidence: [ColumnEvidence] = []
    for _ in 0..<count {
      guard let next = reader.value(as: ColumnEvidence.self), next.isSound else { return nil }
      evidence.append(next)
    }
    return evidence
  }
}

// Counters only, so that its bytes are all of it.
extension ColumnEvidence: BitwiseCopyable {}

extension ChunkLayout {
  /// The layout in numbers: always the same number of them for a segment.
  var numbers: [Int] {
    var numbers = [rowCount, firstLine, lineCount]
    for span in [lines, faultRows, faults] { numbers += [span.offset, span.count] }
    numbers.append(segments.count)
    for segment in segments {
      numbers += [segment.kind.rawValue, segment.missingCode]
      let texts = segment.texts
      for span in [
        segment.cells, segment.missing, texts.ends, texts.bytes, texts.foldedRows, texts.foldedEnds,
        texts.foldedBytes,
      ] { numbers += [span.offset, span.count] }
    }
    return numbers
  }

  init?(_ reader: inout ByteReader) {
    guard let rowCount = reader.number(), let firstLine = reader.number(), let lineCount = reader.number(),
      let lines = Span(&reader), let faultRows = Span(&reader), let faults = Span(&reader),
      let count = reader.number(), count >= 0, count <= 1 << 20
    else { return nil }
    self.init(rowCount: rowCount, firstLine: firstLine, lineCount: lineCount)
    (self.lines, self.faultRows, self.faults) = (lines, faultRows, faults)
    for _ in 0..<count {
      guard let segment = Segment(&reader) else { return nil }
      segments.append(segment)
    }
  }
}

extension Segment {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let kind = reader.number().flatMap(Kind.init), let missingCode = reader.number(),
      let cells = Span(&reader), let missing = Span(&reader), let ends = Span(&reader),
      let bytes = Span(&reader), let foldedRows = Span(&reader), let foldedEnds = Span(&reader),
      let foldedBytes = Span(&reader)
    else { return nil }
    let texts = TextSpans(
      ends: ends, bytes: bytes, foldedRows: foldedRows, foldedEnds: foldedEnds, foldedBytes: foldedBytes)
    self.init(kind: kind, cells: cells, texts: texts, missing: missing, missingCode: missingCode)
  }
}

extension Span {
  fileprivate init?(_ reader: inout ByteReader) {
    guard let offset = reader.number(), let count = reader.number(), offset >= 0, count >= 0 else {
      return nil
    }
    self.init(offset: offset, count: count)
  }
}
