// The loop: wait, take everything that is there, have it handled once, show one frame.

import CNcurses
import Glibc

extension Terminal {
  /// Runs until `handle` says to leave; it is called once at the start with no events.
  ///
  /// Each call gets all events that were waiting, or none when `wake()` or a deadline is the reason. Jobs of
  /// this actor run between two calls. While nothing happens, nothing runs.
  public func run(_ handle: @TerminalActor ([InputEvent]) -> LoopStep) {
    var events: [InputEvent] = []
    while isOpen {
      switch handle(events) {
      case .draw(let frame, let delay):
        deadline = delay.map { .now + .milliseconds($0) }
        present(frame)
      case .wait(let delay): deadline = .now + .milliseconds(delay)
      case .idle: break
      case .leave: return
      }
      if isStopAsked { suspend() }
      events = nextEvents()
    }
  }

  /// Has the loop call its handler again: something changed that did not come as an event.
  public func wake() { isWoken = true }

  private func nextEvents() -> [InputEvent] {
    while true {
      var events = wait()
      events += ownEvents
      ownEvents = []
      let isDue = deadline.map { $0 <= .now } ?? false
      if isDue { deadline = nil }
      if !events.isEmpty || isWoken || isDue {
        isWoken = false
        return events
      }
    }
  }

  /// Waits for something to happen and takes all of it; may come back with nothing.
  private func wait() -> [InputEvent] {
    // What enters the screen goes out with the first frame.
    let isWriting = hasPainted && !tail.isEmpty
    let ttyEvents = Int16(isInputOpen ? POLLIN : 0) | Int16(isWriting ? POLLOUT : 0)
    var waits = [
      pollfd(fd: ttyEvents == 0 ? -1 : tty, events: ttyEvents, revents: 0),
      pollfd(fd: TerminalActor.executor.wakeInput, events: Int16(POLLIN), revents: 0),
    ]
    let (milliseconds, isForKey) = patience
    let count = poll(&waits, 2, milliseconds)
    if count == 0 { return isForKey ? parser.timeout() : [] }
    guard count > 0 else { return [] }
    var events: [InputEvent] = []
    let ready = Int32(waits[0].revents)
    if ready & (POLLIN | POLLHUP | POLLERR | POLLNVAL) != 0, isInputOpen { events += read() }
    // A terminal that is gone makes the write fail, which drops what was waiting.
    if ready & (POLLOUT | POLLHUP | POLLERR) != 0 { flush() }
    if waits[1].revents != 0 {
      for signal in TerminalActor.executor.takeSignals() { events += take(signal) }
      TerminalActor.executor.runJobs()
    }
    return Self.withLastSizeOnly(events)
  }

  /// How long to wait at most, -1 for ever, and whether the wait is for the rest of a key or paste.
  private var patience: (milliseconds: Int32, isForKey: Bool) {
    if isWoken || !ownEvents.isEmpty { return (0, false) }
    let keyDelay = parser.quietTime.map(Int32.init)
    let ownDelay = deadline.map { deadline in
      let rest = (deadline - .now) / .milliseconds(1)
      // Rounded up: waking a moment too early would spin.
      return Int32(min(max(0, rest.rounded(.up)), 86_400_000))
    }
    guard let keyDelay else { return (ownDelay ?? -1, false) }
    guard let ownDelay, ownDelay < keyDelay else { return (keyDelay, true) }
    return (ownDelay, false)
  }

  private func read() -> [InputEvent] {
    var events: [InputEvent] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(tty, &buffer, buffer.count)
      if count > 0 {
        events += parser.feed(buffer[..<count])
        // A terminal that never stops sending must not keep its own page from being drawn.
        if count < buffer.count || events.count > 100_000 { return events }
      } else if count < 0, errno == EINTR {
        continue
      } else if count < 0, errno == EAGAIN {
        return events
      } else {
        isInputOpen = false
        return events + [.inputClosed]
      }
    }
  }

  func take(_ signal: Int32) -> [InputEvent] {
    switch signal {
    case SIGWINCH: return takeSize()
    case SIGTSTP:
      isStopAsked = true
      return [.suspendAsked]
    case SIGCONT: return resume()
    default: return [.terminated(signal: signal)]
    }
  }

  /// Takes the window's present size; an event when it is a new one.
  func takeSize() -> [InputEvent] {
    guard let now = Self.size(of: tty), now != size else { return [] }
    size = now
    skipped = nil
    screen.resize(now)
    return [.resized(now)]
  }

  private static func withLastSizeOnly(_ events: [InputEvent]) -> [InputEvent] {
    func isSize(_ event: InputEvent) -> Bool {
      if case .resized = event { return true }
      return false
    }
    guard let last = events.lastIndex(where: isSize) else { return events }
    return events.enumerated().filter { $0.offset == last || !isSize($0.element) }.map(\.element)
  }
}
