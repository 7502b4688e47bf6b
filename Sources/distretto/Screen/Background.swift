// What is done beside the loop: datasets and files are read, and questions about open files are answered.

import ClusterDomain
import Sheets
import TUI
import ViewModels

/// Works for the dashboard on threads of its own; what it finds comes back between two frames.
@TerminalActor
final class Background {
  private let path: String
  private let cacheFolder: String?
  private let options: SheetOptions
  /// Whether the dataset was read anew, since its cache was broken: nothing more can be lost.
  private var isWithoutCache = false
  private lazy var desk = SheetDesk(options, takesTime: { self.tell() }, send: { self.deliver($0) })

  private let notebookPath: String?
  /// The older release that the dataset is held against.
  private nonisolated let since: String?
  private nonisolated let asOf: CalendarDate
  /// The folder of the dataset that is shown; nil where files are.
  private let dataset: String?
  private let day: @Sendable () -> CalendarDate
  private lazy var notebook = notebookPath.map { path in
    NotebookDesk(path: path) { self.deliver($0) }
  }

  /// Takes what was found.
  var take: (Intent) -> Void = { _ in }
  /// Is told that what was asked for will take more than a moment.
  var takesTime: () -> Void = {}

  /// Work on what a dashboard starts with.
  init(_ start: StartOptions) {
    path = start.path
    cacheFolder = start.cacheFolder
    options = start.sheetOptions
    notebookPath = start.files == nil ? start.notebookPath : nil
    since = start.since
    asOf = start.asOf ?? start.day()
    day = { start.day() }
    dataset = start.files == nil ? Self.folder(of: start.path) : nil
  }

  /// Begins what an effect asks for; effects that are none of its business are passed over.
  func perform(_ effect: Effect) {
    switch effect {
    case .load(let generation): load(generation)
    case .reload(let generation, let former, let day): reload(generation, former, day)
    case .readSheets(let generation, let paths): desk.read(paths, generation: generation)
    case .stopReading(let number): desk.stop(number)
    case .export(let task):
      export { losses in
        Exporter.write(task) { CacheLosses.count == losses && task.isIntact }
      }
    case .writeBrief(let task):
      export { losses in
        Exporter.write(task) { CacheLosses.count == losses }
      }
    case .add(let addition): add(addition)
    default: break
    }
  }

  /// Tells from now on of what others do: what they add to the notebook, and how they change the dataset.
  func follow() {
    notebook?.begin()
    guard let dataset else { return }
    Threads.start {
      // Who writes a file needs a moment; half of it would look like many changes.
      FolderChanges.follow(dataset, settled: 500) { self.deliver(.datasetChanged) }
    }
  }

  private func add(_ addition: Addition) {
    guard let notebook else {
      return deliver(.notAdded("Nothing was added: neither XDG_STATE_HOME nor HOME names a folder for it."))
    }
    notebook.perform(addition, on: day())
  }

  /// Has a question answered.
  func ask(_ ask: RowsAsk, _ generation: Int, _ answerer: @escaping Answerer) {
    desk.ask(ask, generation: generation, answerer)
  }

  /// Has what lay in a cache file that broke read again: the files it belongs to, or the dataset.
  func replaceLost(in state: AppState) {
    guard state.isOnFiles else { return loadAnew(state.generation) }
    for sheet in state.sheets.all where !sheet.reading.isIntact {
      desk.readAnew(sheet.reading.path, sheet.number, generation: state.generation)
    }
  }

  private func loadAnew(_ generation: Int) {
    guard !isWithoutCache else { return }
    isWithoutCache = true
    let (path, cacheFolder) = (path, cacheFolder)
    deliver(.workEnded("The cache of the dataset is broken; it is read again.", isDone: false))
    Threads.start {
      do throws(DatasetError) {
        let reading = try Dataset.readAnew(path, cacheFolder: cacheFolder)
        self.deliver(.loaded(generation: generation, .ready(LoadedData(reading))))
        self.deliver(
          .workEnded(
            "The cache of the dataset was broken and is deleted; these are its files.", isDone: true))
      } catch {
        self.deliver(.loaded(generation: generation, .failed(error.description)))
      }
    }
  }

  private func load(_ generation: Int) {
    isWithoutCache = false
    let (path, cacheFolder) = (path, cacheFolder)
    tell()
    Threads.start {
      do throws(DatasetError) {
        let reading = try Dataset.read(path, cacheFolder: cacheFolder) {
          self.deliver(.loadingProgressed(generation: generation, $0))
        }
        var data = LoadedData(reading)
        self.deliver(.loaded(generation: generation, .ready(data)))
        // What was kept is shown at once, and looked through behind it.
        if !reading.isCacheIntact() {
          data = LoadedData(try Dataset.read(path, cacheFolder: cacheFolder))
          self.deliver(.loaded(generation: generation, .ready(data)))
        }
        self.tellChanges(of: data)
      } catch {
        self.deliver(.loaded(generation: generation, .failed(error.description)))
      }
    }
  }

  /// Tells what is not as in the older release that was named.
  func compare(_ data: LoadedData) {
    guard since != nil else { return }
    Threads.start { self.tellChanges(of: data) }
  }

  private nonisolated func tellChanges(of data: LoadedData) {
    if let since { deliver(OlderRelease.news(of: data, since: since, on: asOf)) }
  }

  private func reload(_ generation: Int, _ former: LoadedData, _ day: CalendarDate) {
    let (path, cacheFolder) = (path, cacheFolder)
    Threads.start {
      do throws(DatasetError) {
        let data = LoadedData(try Dataset.read(path, cacheFolder: cacheFolder))
        let changes = Comparison(from: former.catalogue, to: data.catalogue, on: day).changes
        self.deliver(.reloaded(generation: generation, .ready(data), changes))
      } catch {
        self.deliver(.reloaded(generation: generation, .failed("\(error.description)."), []))
      }
    }
  }

  /// The folder of a dataset that is named by its folder or by its descriptor.
  private static func folder(of path: String) -> String {
    guard path.hasSuffix(".json"), let end = path.lastIndex(of: "/") else {
      return path.hasSuffix(".json") ? "." : path
    }
    return String(path[..<end])
  }

  private func export(_ write: @escaping @Sendable (Int) -> (words: String, isDone: Bool)) {
    Threads.start {
      let (words, isDone) = write(CacheLosses.count)
      self.deliver(.exportEnded(words, isDone: isDone))
    }
  }

  private nonisolated func tell() {
    Task { @TerminalActor in self.takesTime() }
  }

  private nonisolated func deliver(_ intent: Intent) {
    Task { @TerminalActor in self.take(intent) }
  }
}
