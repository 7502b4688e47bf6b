// A dataset read for one command, with the day at which all is judged.

import ClusterDomain
import Notebook
import ViewModels

/// A dataset, a day, and a way of writing.
struct JudgedData: Sendable {
  let path: String
  let data: LoadedData
  let asOf: CalendarDate
  var warningDays: Int
  var closingDays = AppState.usualClosing
  /// What the user added.
  var additions = Additions()
  let format: Formatting

  /// Reads a dataset, large tables from the cache where one is named; blocks until it is there.
  static func read(
    _ path: String, cacheFolder: String? = nil, today: CalendarDate, asOf: CalendarDate? = nil,
    warningDays: Int = AppState.usualWarning, format: Formatting = Formatting()
  ) throws(Failure) -> JudgedData {
    do throws(DatasetError) {
      var reading = try Dataset.read(path, cacheFolder: cacheFolder)
      // There is no later moment at which a broken cache could be noticed.
      if !reading.isCacheIntact() { reading = try Dataset.read(path, cacheFolder: cacheFolder) }
      let data = LoadedData(reading)
      return JudgedData(
        path: path, data: data, asOf: asOf ?? today, warningDays: warningDays, format: format)
    } catch {
      throw .unreadable(error.description)
    }
  }

  /// The same with what the user added, as far as the notebook can be read.
  func withAdditions(from path: String?) throws(Failure) -> JudgedData {
    guard let path else { return self }
    do throws(NotebookError) {
      var judged = self
      judged.additions = Notebook.isThere(at: path) ? try Notebook(path: path).additions() : Additions()
      return judged
    } catch {
      throw .unreadable(error.description)
    }
  }

  /// The dataset seen through filters.
  func scene(_ clauses: [Clause] = [], showsImplied: Bool = true, format: Formatting? = nil) -> Scene {
    let judgement = Judgement(
      catalogue: data.catalogue, labels: data.labels, asOf: asOf, warningDays: warningDays,
      closingDays: closingDays, additions: additions)
    return Scene(
      judgement: judgement, clauses: clauses, showsImplied: showsImplied, problems: data.problems,
      format: format ?? self.format)
  }

  /// Says on stderr when not all of the dataset could be read.
  func complainOfProblems() {
    let count = data.problems.count
    guard count > 0 else { return }
    Words.complain("\(count) \(count == 1 ? "problem" : "problems") in the data; distretto check lists them")
  }
}
