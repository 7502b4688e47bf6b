// Reads open files and answers questions about them, off the loop; each question stops the one that it replaces.

import ClusterDomain
import Sheets
import Synchronization
import ViewModels

/// How files are opened: what the user says about them, and where caches lie.
struct SheetOptions: Sendable {
  var reading = ReadingOptions()
  var forced = ForcedReadings()
  var cacheFolder: String?
  /// What files are taken for, and which columns follow from that.
  var recognition = SheetRecognition()

  /// What is to be read of a file.
  func request(_ path: String) -> SheetRequest {
    var request = SheetRequest(path: path)
    request.options = reading
    request.forced = forced
    request.cacheFolder = cacheFolder
    request.derivations = recognition.derivations
    request.derivationVersion = { recognition.version }
    return request
  }
}

/// Works for the dashboard: what is found comes back as intents.
final class SheetDesk: Sendable {
  private struct State {
    var readings: [Int: StopFlag] = [:]
    /// Files that nobody has begun to read, the first one last.
    var waiting: [(number: Int, path: String)] = []
    var asks: [String: StopFlag] = [:]
    /// Files that are read again, or were, since their caches are broken.
    var anew: Set<Int> = []
  }

  private let options: SheetOptions
  private let state = Mutex(State())
  private let takesTime: @Sendable () -> Void
  private let send: @Sendable (Intent) -> Void

  /// A desk that tells where the reading of a file will take more than a moment.
  init(
    _ options: SheetOptions, takesTime: @escaping @Sendable () -> Void,
    send: @escaping @Sendable (Intent) -> Void
  ) {
    self.options = options
    self.takesTime = takesTime
    self.send = send
  }

  /// How many files are read at once: each takes all processors, and a few of the descriptors that a process may have.
  private static let atOnce = 2

  /// Reads files side by side, a few at once and the first ones first.
  func read(_ paths: [String], generation: Int) {
    let files = paths.enumerated().map { (number: $0, path: $1) }
    // A pipe may never give anything: no thread that others wait for may wait for it.
    let pipes = files.filter { SheetReader.mayWait($0.path) }
    let others = files.filter { !SheetReader.mayWait($0.path) }
    state.withLock { state in
      for file in files { state.readings[file.number] = StopFlag() }
      state.waiting = others.reversed()
    }
    for file in pipes { Threads.start { self.read(file.path, file.number, generation) } }
    for _ in 0..<min(Self.atOnce, others.count) {
      Threads.start {
        while let file = self.state.withLock({ $0.waiting.popLast() }) {
          self.read(file.path, file.number, generation)
        }
      }
    }
  }

  private func read(_ path: String, _ number: Int, _ generation: Int) {
    let stop = state.withLock { $0.readings[number] } ?? StopFlag()
    let request = options.request(path)
    if !SheetReader.isQuick(request) { takesTime() }
    do throws(SheetError) {
      let reading = try SheetReader.read(request, stop: stop) { self.show($0, number, generation) }
      show(reading, number, generation)
      // The first frame comes before any check: until then both would wait for each other's memory.
      if reading.progress.isFromCache { Threads.pause(milliseconds: 30) }
      tell(OpenSheet.problems(of: reading), number, generation)
      if !SheetReader.verify(reading, request, stop: stop) || !reading.isIntact {
        readAnew(path, number, generation: generation)
      }
    } catch {
      send(.sheetFailed(generation: generation, error.description))
      tell(OpenSheet.problems(of: error), number, generation)
    }
  }

  /// Reads a file whose cache is broken without it; what an earlier reading still finds is dropped.
  func readAnew(_ path: String, _ number: Int, generation: Int) {
    let stop = StopFlag()
    let isFirst = state.withLock { state in
      guard state.anew.insert(number).inserted else { return false }
      state.readings.updateValue(stop, forKey: number)?.set()
      return true
    }
    guard isFirst else { return }
    send(.workEnded("The cache of \(path) is broken; the file is read again.", isDone: false))
    Threads.start {
      do throws(SheetError) {
        let reading = try SheetReader.readAnew(self.options.request(path), stop: stop)
        self.show(reading, number, generation, isAnew: true)
        self.tell(OpenSheet.problems(of: reading), number, generation, isAnew: true)
        self.send(
          .workEnded("The cache of \(path) was broken and is deleted; this is the file itself.", isDone: true)
        )
      } catch {
        self.send(.sheetFailed(generation: generation, "its cache is broken, and \(error.description)"))
      }
    }
  }

  private func show(_ reading: SheetReading, _ number: Int, _ generation: Int, isAnew: Bool = false) {
    guard isAnew || !state.withLock({ $0.anew.contains(number) }) else { return }
    let sheet = OpenSheet(number: number, reading: reading, mapping: options.recognition.name(for: reading))
    send(.sheetRead(generation: generation, sheet))
  }

  private func tell(_ problems: [Problem], _ number: Int, _ generation: Int, isAnew: Bool = false) {
    guard isAnew || !state.withLock({ $0.anew.contains(number) }) else { return }
    send(.sheetProblemsFound(generation: generation, sheet: number, problems))
  }

  /// Stops the reading of a file; what is there is kept.
  func stop(_ number: Int) { state.withLock { $0.readings[number]?.set() } }

  /// Has a question answered; an earlier one of the same kind is dropped.
  func ask(_ ask: RowsAsk, generation: Int, _ answerer: @escaping Answerer) {
    let stop = StopFlag()
    state.withLock { $0.asks.updateValue(stop, forKey: ask.place)?.set() }
    Threads.start {
      let answer = answerer(stop) { self.send(.rowsAnswered(generation: generation, ask, $0)) }
      if let answer { self.send(.rowsAnswered(generation: generation, ask, answer)) }
      // The loop only asks what is known: it never waits for a disk.
      let known = CacheLosses.known
      if CacheLosses.count != known { self.takesTime() }
    }
  }
}

extension RowsAsk {
  /// Questions of the same place replace each other.
  fileprivate var place: String {
    let whose =
      switch source {
      case .file(let number, _): "\(number)"
      case .members: "members"
      }
    return switch kind {
    case .rows: "\(whose) rows"
    case .counts(let column, _): "\(whose) counts \(column)"
    }
  }
}
