// What is measured, in which order.

import Glibc
import Sheets
import TUI
import ViewModels

/// One run of all measurements on a file.
@TerminalActor
struct BenchRun {
  let path: String
  let options: SheetOptions
  let folder: BenchFolder
  let size: Size
  let runs: Int
  private(set) var samples = BenchSamples()

  init(path: String, options: SheetOptions, folder: BenchFolder, size: Size, runs: Int) {
    self.path = path
    self.options = options
    self.folder = folder
    self.size = size
    self.runs = runs
  }

  /// Reads the file for the first time and again, and gives back the last session.
  mutating func measureReading(isCached: Bool) throws(Failure) -> BenchSession {
    var last: BenchSession?
    for run in 0..<runs {
      last = nil
      let (session, reply) = try open(cache: isCached ? "cache-\(run)" : nil)
      samples.add("start: first frame", reply.shown)
      samples.add("reading: first rows", reply.first)
      samples.add("reading: to the end", reply.whole)
      if run == 0 { samples.add("reading: peak memory", Self.peakMemory, .mebibytes) }
      last = session
      if run > 0 { folder.remove("cache-\(run - 1)") }
    }
    for _ in 0..<(isCached ? runs : 0) {
      last = nil
      let (session, reply) = try open(cache: "cache-\(runs - 1)")
      // Small files leave no cache: reading them again is the same.
      guard try session.sheet.reading.progress.isFromCache else { return session }
      samples.add("opening again: all rows", reply.whole)
      last = session
    }
    guard let last else { throw .unreadable("\(path) cannot be read") }
    return last
  }

  private func open(cache: String?) throws(Failure) -> (BenchSession, BenchReply) {
    var start = StartOptions(path: path)
    start.files = [path]
    start.sheetOptions = options
    start.sheetOptions.cacheFolder = cache.map { "\(folder.path)/\($0)" }
    let session = try BenchSession(start, size: size)
    return (session, try session.open(path))
  }

  /// Plays the keys.
  mutating func measureKeys(_ session: BenchSession, _ plan: BenchPlan) throws(Failure) {
    try measureMoves(session)
    for _ in 0..<runs {
      if let filter = plan.filter { try measure(filter, session) }
      if let word = plan.word { try measure(word: word, session) }
      for column in [plan.number, plan.name].compactMap({ $0 }) { try measure(order: column, session) }
      if let column = plan.group { try measure(group: column, session) }
      if session.state.canChoose(.region) { try measureChoices(session) }
    }
    samples.add("all: peak memory", Self.peakMemory, .mebibytes)
  }

  private mutating func measureMoves(_ session: BenchSession) throws(Failure) {
    for (name, key) in [("Down", Key.down), ("PageDown", .pageDown)] {
      try session.press(.home)
      for _ in 0..<(10 * runs) {
        let reply = try session.press(key)
        samples.add(name, reply.shown)
        samples.add("frame: drawing", reply.drawing)
        samples.add("frame: sent for \(name)", Double(reply.bytes), .bytes)
      }
    }
    for _ in 0..<runs {
      try session.press(.home)
      samples.add("End", try session.press(.end).shown)
      try session.press(.home)
      try session.type("#50%")
      samples.add("jump to 50 %", try session.press(.enter).shown)
    }
    try session.press(.home)
  }

  private mutating func measure(_ filter: BenchPlan.Filter, _ session: BenchSession) throws(Failure) {
    session.go(to: filter.column)
    try session.type("#\(filter.row + 1)")
    try session.press(.enter)
    let reply = try session.press(.character("="))
    samples.add("filter \(filter.words): first page", reply.first)
    samples.add("filter \(filter.words): count", reply.whole)
    try session.press(.character("x"))
    try session.press(.home)
    session.forgetAnswers()
  }

  /// Each letter is a search of its own.
  private mutating func measure(word: String, _ session: BenchSession) throws(Failure) {
    try session.press(.character("/"))
    for letter in word {
      let reply = try session.press(.character(letter))
      samples.add("search \(word) by letters: seen", reply.shown)
      samples.add("search \(word) by letters: first page", reply.first)
      samples.add("search \(word) by letters: count", reply.whole)
    }
    try session.press(.escape)
    session.forgetAnswers()
  }

  /// Up, then down, then off.
  private mutating func measure(order column: String, _ session: BenchSession) throws(Failure) {
    session.go(to: column)
    for _ in 0..<2 {
      let reply = try session.press(.character("s"))
      samples.add("sort by \(column): first page", reply.first)
      samples.add("sort by \(column): all rows", reply.whole)
    }
    try session.press(.character("s"))
    try session.press(.home)
    session.forgetAnswers()
  }

  private mutating func measure(group column: String, _ session: BenchSession) throws(Failure) {
    session.go(to: column)
    samples.add("frequency of \(column)", try session.press(.character("F")).whole)
    try session.press(.escape)
    session.forgetAnswers()
  }

  private mutating func measureChoices(_ session: BenchSession) throws(Failure) {
    samples.add("choices of region", try session.press(.character("r")).whole)
    try session.press(.escape)
    session.forgetAnswers()
  }

  /// The most memory that this process had so far, in MiB.
  private static var peakMemory: Double {
    var usage = rusage()
    getrusage(RUSAGE_SELF.rawValue, &usage)
    return Double(usage.ru_maxrss) / 1024
  }
}
