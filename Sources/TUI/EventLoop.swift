// The thread that owns the terminal: background tasks hop onto it between two frames.

import Dispatch
import Glibc
import Synchronization

/// Runs the jobs of an actor on the thread that waits for the terminal.
///
/// Until a thread is adopted, as in tests, a queue of its own runs them.
final class LoopExecutor: SerialExecutor {
  private struct Waiting {
    var jobs: [UnownedJob] = []
    var owner: pthread_t?
  }

  private let waiting = Mutex(Waiting())
  private let standIn = DispatchQueue(label: "terminal")
  /// Readable when there is a job, with a 0, or a signal, with its number.
  let wakeInput: Int32
  /// Where signal handlers write.
  let wakeOutput: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    (wakeInput, wakeOutput) = (ends[0], ends[1])
  }

  /// Makes the calling thread the one that runs the jobs.
  func adoptThread() {
    let me = pthread_self()
    waiting.withLock { $0.owner = me }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let (isFirst, hasOwner) = waiting.withLock { waiting in
      waiting.jobs.append(job)
      return (waiting.jobs.count == 1, waiting.owner != nil)
    }
    if !hasOwner {
      standIn.async { self.runJobs() }
    } else if isFirst {
      wakeLoop()
    }
  }

  /// Makes the loop look for jobs.
  func wakeLoop() {
    var byte: UInt8 = 0
    _ = write(wakeOutput, &byte, 1)
  }

  /// Runs the jobs that are waiting now; those that they add come next time.
  func runJobs() {
    let jobs = waiting.withLock { waiting in
      defer { waiting.jobs.removeAll() }
      return waiting.jobs
    }
    for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
  }

  /// The signals that arrived since the last call; takes the wake-ups for jobs with them.
  func takeSignals() -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(wakeInput, &bytes, bytes.count)
    return count > 0 ? bytes[..<count].filter { $0 != 0 }.map(Int32.init) : []
  }

  func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  func checkIsolated() {
    let me = pthread_self()
    precondition(waiting.withLock { $0.owner == me }, "not on the terminal's thread")
  }
}

/// The actor of everything that touches the terminal; its executor is the event loop.
@globalActor
public actor TerminalActor {
  /// The one instance.
  public static let shared = TerminalActor()
  static let executor = LoopExecutor()

  /// Jobs run on the loop's thread.
  public nonisolated var unownedExecutor: UnownedSerialExecutor { Self.executor.asUnownedSerialExecutor() }

  /// Makes the calling thread the actor's own for the rest of the process, and runs `body` on it.
  ///
  /// To be called once, on the main thread, around everything that uses a terminal.
  public static func onThisThread<Success: Sendable>(
    _ body: @TerminalActor () throws -> Success
  ) rethrows -> Success {
    executor.adoptThread()
    return try withoutActuallyEscaping(body) { body in
      // The isolation holds by construction: the executor has just made this thread its own. The language has
      // no other way to say so for a global actor than what `MainActor.assumeIsolated` does as well.
      try unsafeBitCast(body, to: (() throws -> Success).self)()
    }
  }
}

/// What the loop is to do after events were handled.
public enum LoopStep: Sendable {
  /// Show a frame, and ask again after so many milliseconds even if nothing happens.
  ///
  /// Each frame replaces the wish of the one before; with `nil` there is none.
  case draw(Frame, wakeAfter: Int? = nil)
  /// Show nothing yet; ask again after so many milliseconds if nothing happens until then.
  case wait(Int)
  /// Nothing changed; a wake-up asked for earlier still holds.
  case idle
  /// End the loop.
  case leave
}
