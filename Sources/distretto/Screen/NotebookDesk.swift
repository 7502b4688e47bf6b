// Reads and writes the notebook off the loop, and notices what other programs write into it.

import ClusterDomain
import Glibc
import Notebook
import Sheets
import Synchronization
import ViewModels

/// Works on the notebook for the dashboard: what happened comes back as intents, once it is on the disk.
final class NotebookDesk: Sendable {
  private let path: String
  private let send: @Sendable (Intent) -> Void
  private let known = Mutex<Notebook?>(nil)
  private let queue = Mutex(Queue())

  /// Work that is done in the order in which it came.
  private struct Queue {
    var waiting: [@Sendable () -> Void] = []
    var isBusy = false
    /// The notebook as it was when it was last looked at: it is looked at again once it is another.
    ///
    /// Looking at it changes its folder, which would have it looked at again.
    var seen: NotebookStamp?
  }

  /// A desk over a file that need not be there yet.
  init(path: String, send: @escaping @Sendable (Intent) -> Void) {
    self.path = path
    self.send = send
  }

  /// Tells of what was added before, and from now on of what others add.
  func begin() {
    Threads.start {
      // The first frame comes first.
      Threads.pause(milliseconds: 30)
      // Made before anything is added, so that what others add first is seen.
      let folder = Notebook.makeFolder(of: self.path)
      self.enqueue { self.tell() }
      // One entry is several writes; what others write on and on is told now and then.
      FolderChanges.follow(folder, settled: 50, rounds: 10) { self.enqueue { self.tell() } }
    }
  }

  /// Does one thing, and says so once it is on the disk.
  func perform(_ addition: Addition, on day: CalendarDate) {
    enqueue {
      do throws(NotebookError) {
        let (result, additions) = try self.notebook().add(addition, on: day)
        self.send(.added(result, additions))
      } catch {
        self.send(.notAdded("Nothing was added to your notebook: \(error.reasonFirst)."))
      }
    }
  }

  private func enqueue(_ work: @escaping @Sendable () -> Void) {
    let isFirst = queue.withLock { queue in
      queue.waiting.append(work)
      defer { queue.isBusy = true }
      return !queue.isBusy
    }
    guard isFirst else { return }
    Threads.start {
      while let next = self.queue.withLock({ queue in
        queue.isBusy = !queue.waiting.isEmpty
        return queue.isBusy ? queue.waiting.removeFirst() : nil
      }) { next() }
    }
  }

  private func tell() {
    let stamp = NotebookStamp(path)
    guard queue.withLock({ $0.seen }) != stamp else { return }
    do throws(NotebookError) {
      send(.additionsRead(try Notebook.additions(at: path)))
    } catch {
      send(.notebookUnreadable("Your notebook cannot be read: \(error.reasonFirst)."))
    }
    queue.withLock { $0.seen = stamp }
  }

  /// The notebook, made now where it was not needed before.
  private func notebook() throws(NotebookError) -> Notebook {
    try known.withLock { known throws(NotebookError) in
      if let known { return known }
      let opened = try Notebook(path: path)
      known = opened
      return opened
    }
  }
}
