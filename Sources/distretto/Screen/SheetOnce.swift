// Files for one frame without a terminal: read to the end, and every question answered before the next key.

import Sheets
import ViewModels

/// Does at once what the dashboard has done in the background.
struct SheetOnce {
  private let options: SheetOptions

  init(_ options: SheetOptions) { self.options = options }

  /// Carries out effects, and those that follow from their answers.
  func perform(_ effects: [Effect], on model: AppModel) {
    for effect in effects {
      switch effect {
      case .readSheets(let generation, let paths):
        for (number, path) in paths.enumerated() { read(path, number, generation, model) }
      case .askRows(let generation, let ask):
        guard let answer = model.state.answerer(of: ask)?(StopFlag(), { _ in }) else { continue }
        perform(model.send(.rowsAnswered(generation: generation, ask, answer)), on: model)
      case .export(let task):
        let (words, isDone) = Exporter.write(task)
        _ = model.send(.exportEnded(words, isDone: isDone))
      case .writeBrief(let task):
        let (words, isDone) = Exporter.write(task)
        _ = model.send(.exportEnded(words, isDone: isDone))
      case .add: _ = model.send(.notAdded("Nothing is added: --once only shows."))
      default: break
      }
    }
  }

  private func read(_ path: String, _ number: Int, _ generation: Int, _ model: AppModel) {
    do throws(SheetError) {
      let reading = try SheetReader.read(options.request(path))
      let sheet = OpenSheet(number: number, reading: reading, mapping: options.recognition.name(for: reading))
      perform(model.send(.sheetRead(generation: generation, sheet)), on: model)
      let problems = OpenSheet.problems(of: reading)
      perform(model.send(.sheetProblemsFound(generation: generation, sheet: number, problems)), on: model)
    } catch {
      _ = model.send(.sheetFailed(generation: generation, error.description))
      let problems = OpenSheet.problems(of: error)
      _ = model.send(.sheetProblemsFound(generation: generation, sheet: number, problems))
    }
  }
}
