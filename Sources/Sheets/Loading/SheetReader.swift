// Reads a file into a sheet on all processors, from the cache where there is one.

import Glibc
import Synchronization

/// What is to be read, and how.
public struct SheetRequest: Sendable {
  /// The file; `-` is standard input.
  public var path: String
  /// What the user says about the file.
  public var options = ReadingOptions()
  /// How numbers and dates are to be read where the user says so.
  public var forced = ForcedReadings()
  /// Which columns to derive, once the titles of the file's columns are known.
  public var derivations: @Sendable ([String]) -> [Derivation] = { _ in [] }
  /// Changes whenever `derivations` would give other columns.
  public var derivationVersion: @Sendable () -> String = { "" }
  /// Where caches lie; nil reads without one.
  public var cacheFolder: String?
  /// Smaller files are read faster than their cache is found.
  public var leastCached = 1 << 20

  /// Asks for a file.
  public init(path: String) { self.path = path }
}

/// Reads files.
public enum SheetReader {
  /// Reads a file to its end, or until `stop` is set, and tells of the rows on the way; blocks.
  ///
  /// Calls of `publish` come from several threads, one at a time. Throws where not even a header can be read; what
  /// breaks off later is kept, and the reason stands in the progress.
  public static func read(
    _ request: SheetRequest, stop: StopFlag = StopFlag(),
    publish: @escaping @Sendable (SheetReading) -> Void = { _ in }
  ) throws(SheetError) -> SheetReading {
    let began = ContinuousClock.now
    let fingerprint = request.cacheFolder == nil ? nil : Self.fingerprint(request)
    if let folder = request.cacheFolder, let fingerprint,
      let (directory, sheet, _) = CacheReader.open(folder: folder, fingerprint: fingerprint)
    {
      return cached(request, directory, sheet, began)
    }
    let source = try SourceOpener.open(request.path, request.options)
    let writer = request.cacheFolder.flatMap { folder in
      fingerprint.flatMap { CacheWriter(folder: folder, fingerprint: $0) }
    }
    let load = Load(
      request: request, description: source.description, writer: writer, stop: stop, began: began,
      publish: publish)
    let (reading, evidence, places) =
      switch source.body {
      case .delimited(let stream, let dialect, let header, let firstLine):
        load.readDelimited(stream, dialect, header: header, firstLine: firstLine)
      case .rows(let rows): load.readRows(rows)
      }
    if reading.progress.end == .complete, !places.isEmpty {
      writer?.finish(
        CacheDirectory(
          columns: reading.sheet.columns, evidence: evidence, source: reading.source, places: places))
    }
    return reading
  }

  /// Whether the cache of a reading still has the bytes that were written; true where the rows came from the file.
  public static func verify(_ reading: SheetReading, _ request: SheetRequest, stop: StopFlag) -> Bool {
    guard reading.progress.isFromCache, let folder = request.cacheFolder, let print = fingerprint(request),
      let (directory, _, _) = CacheReader.open(folder: folder, fingerprint: print)
    else { return true }
    return CacheReader.verify(folder: folder, fingerprint: print, directory.places, stop)
  }

  /// Reads a file whose cache is broken: deletes the cache and does without one.
  public static func readAnew(_ request: SheetRequest, stop: StopFlag = StopFlag()) throws(SheetError)
    -> SheetReading
  {
    if let folder = request.cacheFolder, let print = fingerprint(request) {
      unlink("\(folder)/\(print.fileName)")
    }
    var anew = request
    anew.cacheFolder = nil
    return try read(anew, stop: stop)
  }

  /// Whether a file is small or in the cache, so that its rows are there in a moment.
  ///
  /// Asks for no derivations: finding them out takes longer than a first frame.
  public static func isQuick(_ request: SheetRequest) -> Bool {
    var status = stat()
    guard stat(request.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    if status.st_size < request.leastCached { return true }
    guard let folder = request.cacheFolder,
      let print = Fingerprint(path: request.path, options: request.options, derivations: "")
    else { return false }
    return access("\(folder)/\(print.fileName)", R_OK) == 0
  }

  /// Whether reading may wait for somebody who writes, as it does for pipes and standard input.
  public static func mayWait(_ path: String) -> Bool {
    var status = stat()
    return path == "-" || stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  private static func fingerprint(_ request: SheetRequest) -> Fingerprint? {
    var status = stat()
    guard stat(request.path, &status) == 0, Int(status.st_size) >= request.leastCached else { return nil }
    return Fingerprint(
      path: request.path, options: request.options, derivations: request.derivationVersion())
  }

  private static func cached(
    _ request: SheetRequest, _ directory: CacheDirectory, _ sheet: Sheet,
    _ began: ContinuousClock.Instant
  ) -> SheetReading {
    var progress = LoadProgress()
    progress.isFromCache = true
    progress.end = .complete
    progress.seconds = (ContinuousClock.now - began) / .seconds(1)
    return SheetReading(
      path: request.path, source: directory.source, sheet: sheet,
      columns: request.forced.readings(of: sheet.columns, directory.evidence), progress: progress)
  }
}

/// One reading of a file.
private struct Load {
  let request: SheetRequest
  let description: SourceDescription
  let writer: CacheWriter?
  let stop: StopFlag
  let began: ContinuousClock.Instant
  let publish: @Sendable (SheetReading) -> Void

  // MARK: Delimited text, on all processors

  /// The text that is still to be read; whoever is free takes the next block.
  private struct Intake: ~Copyable {
    var splitter: BlockSplitter
    var next = 0
    var error: SheetError?

    /// Takes the next piece of text into `blob`; its number, and how far the file is read then.
    mutating func take(into blob: TextBlob) -> (number: Int, consumed: Int)? {
      guard error == nil else { return nil }
      do throws(SheetError) {
        guard try splitter.next(into: blob) else { return nil }
        defer { next += 1 }
        return (next, splitter.consumed)
      } catch {
        self.error = error
        return nil
      }
    }
  }

  func readDelimited(
    _ stream: sending any ByteStream, _ dialect: Dialect, header: [String], firstLine: Int
  ) -> (SheetReading, [ColumnEvidence], [CachePlace]) {
    let derivations = request.derivations(header).map(\.remembering)
    let assembly = assembly(header, derivations, firstLine: firstLine, size: stream.size)
    let intake = Mutex(Intake(splitter: BlockSplitter(stream, dialect)))
    @Sendable func readBlocks(atMost count: Int) {
      let builder = ChunkBuilder(columnCount: header.count, isFixed: true)
      var scanner = RecordScanner(dialect)
      let blob = TextBlob()
      for _ in 0..<count {
        guard !stop.isSet, let (number, consumed) = intake.withLock({ $0.take(into: blob) }) else { return }
        let lines = scanner.scan(blob, into: builder)
        assembly.add(piece(builder, lines, derivations), at: number, consumed: consumed)
        if builder.isTooWide { intake.withLock { $0.error = DelimitedOpening.tooWide(request.path) } }
      }
    }
    // The first block on one thread: until its rows can be shown the other processors are the screen's.
    readBlocks(atMost: 1)
    Threads.atOnce(processorCount) { _ in readBlocks(atMost: .max) }
    return assembly.finish(end(intake.withLock { $0.error }))
  }

  // MARK: Rows that come one by one

  func readRows(_ rows: any RowStream) -> (SheetReading, [ColumnEvidence], [CachePlace]) {
    var rows = rows
    let derivations = request.derivations(rows.header).map(\.remembering)
    let assembly = assembly(rows.header, derivations, firstLine: 1, size: rows.size)
    let builder = ChunkBuilder(columnCount: rows.header.count, isFixed: false)
    var gathered = GatheredRows()
    var row = RowCells()
    var number = 0
    var error: SheetError?
    var size = 256
    var byteCount = 0
    while !stop.isSet {
      do throws(SheetError) {
        guard try rows.next(into: &row) else { break }
      } catch let failure {
        error = failure
        break
      }
      byteCount += row.bytes.count
      gathered.add(row, to: builder)
      guard builder.count >= size || byteCount > 4 << 20 else { continue }
      gathered.flush(to: builder)
      assembly.add(
        piece(builder, 0, derivations), at: number, consumed: rows.consumed, titles: rows.header)
      number += 1
      size = min(32_768, size * 2)
      byteCount = 0
    }
    gathered.flush(to: builder)
    assembly.add(piece(builder, 0, derivations), at: number, consumed: rows.consumed, titles: rows.header)
    return assembly.finish(end(error))
  }

  // MARK: Both

  private func assembly(_ header: [String], _ derivations: [Derivation], firstLine: Int, size: Int?)
    -> Assembly
  {
    Assembly(
      path: request.path, source: description,
      columns: derivations.map { SheetColumn(title: $0.title, isDerived: true) }
        + header.map { SheetColumn(title: $0) },
      firstLine: firstLine, size: size, forced: request.forced, began: began, publish: publish)
  }

  private func piece(_ builder: ChunkBuilder, _ lines: Int, _ derivations: [Derivation]) -> Piece {
    let layout = builder.finish(lineCount: lines, derivations: derivations)
    if layout.rowCount > 0, let (place, memory) = writer?.write(builder.bytes, layout: layout) {
      builder.dropBytes()
      return Piece(memory: memory, layout: layout, evidence: builder.evidence, place: place)
    }
    return Piece(memory: builder.takeMemory(), layout: layout, evidence: builder.evidence, place: nil)
  }

  private func end(_ error: SheetError?) -> LoadProgress.End {
    if let error { return .failed(error) }
    return stop.isSet ? .stopped : .complete
  }
}
