// Makes a sheet of rows that the program has checked, in the cache where there is a place for it.

/// Takes rows one by one.
public final class SheetBuilder {
  private static let rowsOfChunk = 32_768

  private let builder: ChunkBuilder
  /// The cells of the last rows, which the columns take in one go.
  private var text = RawList<UInt8>(capacity: 1 << 16)
  private var cells = RawList<CellPlace>(capacity: mostCells)
  private var waitingRows = 0
  private var line = 1
  private static let mostCells = 8 << 10
  private static let mostBytes = 1 << 20
  private let writer: CacheWriter?
  private let forced: ForcedReadings
  private var sheet: Sheet
  private var evidence: [ColumnEvidence]
  private var places: [CachePlace] = []
  private var numberPlaces: [CachePlace] = []
  private var isWhole = true

  /// A sheet with these columns, and how they are read; where the archive cannot be written it lies in memory.
  public init(columns: [String], forced: ForcedReadings, archive: SheetArchive? = nil) {
    builder = ChunkBuilder(columnCount: columns.count, isFixed: true)
    writer = archive?.writer()
    self.forced = forced
    sheet = Sheet(columns: columns.map { SheetColumn(title: $0) })
    evidence = columns.map { _ in ColumnEvidence() }
  }

  deinit {
    text.deallocate()
    cells.deallocate()
  }

  /// How many rows there are so far.
  public var rowCount: Int { sheet.rowCount + builder.count }

  /// Begins a row that stands on a line of its file.
  public func beginRow(line: Int) {
    if builder.count >= Self.rowsOfChunk { endChunk() }
    self.line = line
  }

  /// Adds a cell to the row.
  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = text.count
    text.append(contentsOf: bytes)
    cells.append(CellPlace(start, text.count))
  }

  /// Adds a cell to the row.
  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Ends the row, which has a cell for every column.
  public func endRow() {
    builder.addRow(line: line, cellCount: builder.width)
    waitingRows += 1
    if cells.count >= Self.mostCells || text.count >= Self.mostBytes { handOver() }
  }

  private func handOver() {
    if waitingRows > 0 { builder.append(cells.start, rowCount: waitingRows, in: text.start) }
    text.removeAll()
    cells.removeAll()
    waitingRows = 0
  }

  /// The sheet of all rows.
  public func finish() -> SheetReading {
    if !builder.isEmpty { endChunk() }
    return SheetReading(made: sheet, evidence, forced)
  }

  /// Puts numbers beside the sheet; where it lies in the cache they are read from there.
  public func keep(_ numbers: [UInt32]) -> PackedNumbers {
    numbers.withUnsafeBytes { kept($0) } ?? PackedNumbers(numbers)
  }

  /// Puts numbers beside the sheet; where it lies in the cache they are read from there.
  public func keep(_ numbers: PackedNumbers) -> PackedNumbers {
    numbers.withNumbers { kept(UnsafeRawBufferPointer($0)) } ?? numbers
  }

  private func kept(_ bytes: UnsafeRawBufferPointer) -> PackedNumbers? {
    guard !bytes.isEmpty else {
      numberPlaces.append(CachePlace(offset: 0, count: 0, checksum: 0, layout: ChunkLayout()))
      return nil
    }
    guard let (place, memory) = writer?.write(bytes, layout: ChunkLayout()) else {
      isWhole = false
      return nil
    }
    numberPlaces.append(place)
    return PackedNumbers(memory, byteCount: bytes.count)
  }

  /// Puts the finished sheet with all that was kept beside it in its place in the cache.
  public func close(notes: [String]) {
    guard isWhole else { return }
    writer?.finish(
      CacheDirectory(
        columns: sheet.columns, evidence: evidence, source: SourceDescription(format: .delimited),
        places: places, numbers: numberPlaces, notes: notes))
  }

  private func endChunk() {
    handOver()
    let layout = builder.finish(lineCount: 0)
    for (column, found) in builder.evidence.enumerated() { evidence[column].merge(found) }
    if let (place, memory) = writer?.write(builder.bytes, layout: layout) {
      builder.dropBytes()
      places.append(place)
      sheet.append(Chunk(memory: memory, layout: layout))
    } else {
      isWhole = isWhole && writer == nil
      sheet.append(Chunk(memory: builder.takeMemory(), layout: layout))
    }
  }
}
