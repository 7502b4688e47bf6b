// Puts chunks that several threads made into the order of the file, and tells of what is there.

import Synchronization

/// A chunk before its place in the file is known.
struct Piece {
  let memory: ChunkMemory
  let layout: ChunkLayout
  let evidence: [ColumnEvidence]
  /// Where it lies in the cache file, if there.
  let place: CachePlace?
}

/// The sheet as it grows.
final class Assembly: Sendable {
  private struct State {
    var sheet: Sheet
    var evidence: [ColumnEvidence] = []
    var places: [CachePlace] = []
    var pending: [Int: Piece] = [:]
    var next = 0
    var line: Int
    var lastPublished: ContinuousClock.Instant?
    var progress = LoadProgress()
  }

  private let state: Mutex<State>
  private let path: String
  private let source: SourceDescription
  private let forced: ForcedReadings
  private let began: ContinuousClock.Instant
  private let publish: @Sendable (SheetReading) -> Void

  init(
    path: String, source: SourceDescription, columns: [SheetColumn], firstLine: Int, size: Int?,
    forced: ForcedReadings, began: ContinuousClock.Instant,
    publish: @escaping @Sendable (SheetReading) -> Void
  ) {
    var state = State(sheet: Sheet(columns: columns), line: firstLine)
    state.progress.size = size
    self.state = Mutex(state)
    self.path = path
    self.source = source
    self.forced = forced
    self.began = began
    self.publish = publish
  }

  /// Takes the piece with a number; it is shown once all before it are there.
  func add(_ piece: consuming Piece, at number: Int, consumed: Int, titles: [String]? = nil) {
    let piece = piece
    state.withLock { state in
      state.pending[number] = piece
      while let next = state.pending.removeValue(forKey: state.next) {
        append(next, to: &state)
        state.next += 1
      }
      if let titles { state.sheet.name(columns: titles) }
      state.progress.bytes = max(state.progress.bytes, consumed)
      let now = ContinuousClock.now
      guard state.sheet.rowCount > 0, state.lastPublished.map({ now - $0 > pause }) ?? true else { return }
      state.lastPublished = now
      state.sheet.letGo()
      publish(reading(&state))
    }
  }

  /// The sheet with all that came, and how it ended.
  func finish(_ end: LoadProgress.End) -> (
    reading: SheetReading, evidence: [ColumnEvidence], places: [CachePlace]
  ) {
    state.withLock { state in
      state.progress.end = end
      state.sheet.letGo()
      return (reading(&state), state.evidence, state.places)
    }
  }

  private func append(_ piece: Piece, to state: inout State) {
    var layout = piece.layout
    layout.firstLine += state.line - 1
    state.line += layout.lineCount
    for (column, evidence) in piece.evidence.enumerated() {
      if column < state.evidence.count {
        state.evidence[column].merge(evidence)
      } else {
        state.evidence.append(evidence)
      }
    }
    if var place = piece.place {
      place.layout = layout
      state.places.append(place)
    }
    if layout.rowCount > 0 { state.sheet.append(Chunk(memory: piece.memory, layout: layout)) }
  }

  private func reading(_ state: inout State) -> SheetReading {
    state.progress.seconds = (ContinuousClock.now - began) / .seconds(1)
    return SheetReading(
      path: path, source: source, sheet: state.sheet,
      columns: forced.readings(of: state.sheet.columns, state.evidence), progress: state.progress)
  }
}

/// Between two reports: often enough to see rows coming, seldom enough to cost nothing.
private let pause = Duration.milliseconds(60)
