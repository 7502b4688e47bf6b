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
      self.tell()
      // One entry is several writes; what others write on and on is told now and then.
      while changes?.wait(settled: 50, rounds: 10) == true { self.tell() }
    }
  }

  /// Does one thing, and says so once it is on the disk.
  func perform(_ addition: Addition, on day: CalendarDate) {
    Threads.start {
      do throws(NotebookError) {
        let (done, additions) = try self.notebook().add(addition, on: day)
        self.send(.added(done.result, additions))
      } catch {
        self.send(.notAdded("Nothing was added to your notebook: \(error.reasonFirst)."))
      }
    }
  }

  private func tell() {
    do throws(NotebookError) {
      guard
        let notebook = try opened.withLock({ known throws(NotebookError) in try open(&known, isNew: false) })
      else { return }
      send(.additionsRead(try notebook.additions()))
    } catch {
      send(.notAdded("Your notebook cannot be read: \(error.reasonFirst)."))
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
