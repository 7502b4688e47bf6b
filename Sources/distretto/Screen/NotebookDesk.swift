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
  private let opened = Mutex<Notebook?>(nil)
  private let queue = Mutex(Queue())

  /// Work that is done in the order in which it came.
  private struct Queue {
    var waiting: [@Sendable () -> Void] = []
    var isBusy = false
    /// The file as it was when it could not be read: it is looked at again once it is another.
    var failed: FileStamp?
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
      let changes = FolderChanges(folder: Notebook.makeFolder(of: self.path))
      self.enqueue { self.tell() }
      // One entry is several writes; what others write on and on is told now and then.
      while changes?.wait(settled: 50, rounds: 10) == true { self.enqueue { self.tell() } }
    }
  }

  /// Does one thing, and says so once it is on the disk.
  func perform(_ addition: Addition, on day: CalendarDate) {
    enqueue {
      do throws(NotebookError) {
        let (done, additions) = try self.notebook().add(addition, on: day)
        self.send(.added(done.result, additions))
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
    let stamp = FileStamp(path)
    // Opening a file that cannot be read changes its folder, which would have it opened again.
    if let stamp, queue.withLock({ $0.failed }) == stamp { return }
    do throws(NotebookError) {
      let notebook = try opened.withLock { known throws(NotebookError) in try open(&known, isNew: false) }
      send(.additionsRead(try notebook?.additions() ?? Additions()))
    } catch {
      queue.withLock { $0.failed = stamp }
      send(.notebookUnreadable("Your notebook cannot be read: \(error.reasonFirst)."))
    }
  }

  private func notebook() throws(NotebookError) -> Notebook {
    guard let notebook = try opened.withLock({ known throws(NotebookError) in try open(&known, isNew: true) })
    else {
      throw NotebookError.missing(path)
    }
    return notebook
  }

  private func open(_ known: inout Notebook?, isNew: Bool) throws(NotebookError) -> Notebook? {
    if known?.isInPlace == false { known = nil }
    if known == nil { known = isNew ? try Notebook(path: path) : try Notebook.open(ifThereAt: path) }
    return known
  }
}

extension Notebook.Done {
  fileprivate var result: AdditionResult {
    switch self {
    case .watched(let cluster): .watched(cluster)
    case .unwatched(let cluster): .unwatched(cluster)
    case .noted(let cluster): .noted(cluster)
    case .undone(let undone): .undone(wasNote: undone.wasNote, undone.cluster)
    case .nothingToUndo: .nothingToUndo
    }
  }
}

/// What of a file tells that it is another, or has changed.
private struct FileStamp: Equatable {
  private let inode: UInt64
  private let size: Int64
  private let seconds: Int

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
  }
}
