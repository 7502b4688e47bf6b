// Threads for work that takes long, and work on all processors.

import Glibc
import Synchronization

/// Threads of our own, ended when their work is done.
///
/// A pool's would be kept, and that of Dispatch wakes once a second for as long as the process lives.
public enum Threads {
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Does work on a new thread; on this one where the system gives no more.
  public static func start(_ body: @escaping @Sendable () -> Void) {
    guard let thread = thread(body) else { return body() }
    pthread_detach(thread)
  }

  /// Does so many pieces of work at once, one of them on this thread, and returns when all are done.
  static func atOnce(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      let others = (1..<max(1, count)).map { index in (index, thread { body(index) }) }
      if count > 0 { body(0) }
      for (index, thread) in others {
        if let thread { pthread_join(thread, nil) } else { body(index) }
      }
    }
  }

  private static func thread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard code != 0 else { return thread }
    work.release()
    return nil
  }
}

extension Threads {
  /// Lets the calling thread sleep.
  public static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
}

/// Does pieces of work on all processors, the first ones first, until all are done or it is stopped.
func inParallel(_ count: Int, stop: StopFlag, _ work: @Sendable (Int) -> Void) {
  inParallel(count, stop: stop, begin: {}) { _, index in
    work(index)
  } end: { _ in
  }
}

/// The same with a state for each thread, which it begins with and gives up at the end.
func inParallel<State>(
  _ count: Int, stop: StopFlag, begin: @Sendable () -> State, _ work: @Sendable (inout State, Int) -> Void,
  end: @Sendable (State) -> Void
) {
  let next = Atomic(0)
  Threads.atOnce(min(count, processorCount)) { _ in
    var state = begin()
    while !stop.isSet {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { break }
      work(&state, index)
    }
    end(state)
  }
}
