// Leaving the screen and coming back: Ctrl-Z, stops from outside, the end.

import CNcurses
import Glibc

extension Terminal {
  /// Gives the terminal back and stops the program as Ctrl-Z does; returns once it is continued.
  ///
  /// The loop then delivers `resumed`.
  public func suspend() {
    guard isOpen else { return }
    isStopAsked = false
    leaveScreen()
    cn_stop()
    // Being continued is a signal too, and has just been dealt with.
    for signal in TerminalActor.executor.takeSignals() where signal != SIGCONT { ownEvents += take(signal) }
    TerminalActor.executor.wakeLoop()
    ownEvents += resume()
  }

  /// Takes the terminal back after a stop, whoever changed its modes meanwhile.
  func resume() -> [InputEvent] {
    _ = cn_tty_raw(tty)
    guardScreen()
    tail = modes.entering(mouse: mouse)[...]
    hasPainted = false
    screen.forget()
    return takeSize() + [.resumed]
  }

  func leaveScreen() {
    tail += modes.leaving + screen.end()
    flushPatiently()
    cn_guard_disarm()
    cn_tty_restore(tty)
  }

  /// Arms the crash guard with what leaves the screen.
  func guardScreen() {
    let bytes = modes.abandoning
    cn_guard_arm(tty, bytes, bytes.count)
  }
}
