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
  private lazy var desk = SheetDesk(options, takesTime: { self.tell() }, send: { self.deliver($0) })

  /// Takes what was found.
  var take: (Intent) -> Void = { _ in }
  /// Is told that what was asked for will take more than a moment.
  var takesTime: () -> Void = {}

  /// Work on what a dashboard starts with.
  init(_ start: StartOptions) {
    path = start.path
    cacheFolder = start.cacheFolder
    options = start.sheetOptions
  }

  /// Begins what an effect asks for; effects that are none of its business are passed over.
  func perform(_ effect: Effect) {
    switch effect {
    case .load(let generation): load(generation)
    case .readSheets(let generation, let paths): desk.read(paths, generation: generation)
    case .stopReading(let number): desk.stop(number)
    case .export(let task): export(task)
    default: break
    }
  }

  /// Has a question answered.
  func ask(_ ask: SheetAsk, _ generation: Int, _ answerer: @escaping Answerer) {
    desk.ask(ask, generation: generation, answerer)
  }

  private func load(_ generation: Int) {
    let (path, cacheFolder) = (path, cacheFolder)
    tell()
    Threads.start {
      do throws(DatasetError) {
        let reading = try Dataset.read(path, cacheFolder: cacheFolder) {
          self.deliver(.loadingProgressed(generation: generation, $0))
        }
        self.deliver(.loaded(generation: generation, .ready(LoadedData(reading))))
        // What was kept is shown at once, and looked through behind it.
        guard !reading.isCacheIntact() else { return }
        let again = try Dataset.read(path, cacheFolder: cacheFolder)
        self.deliver(.loaded(generation: generation, .ready(LoadedData(again))))
      } catch {
        self.deliver(.loaded(generation: generation, .failed(error.description)))
      }
    }
  }

  private func export(_ task: ExportTask) {
    Threads.start {
      let (words, isDone) = Exporter.write(task)
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
