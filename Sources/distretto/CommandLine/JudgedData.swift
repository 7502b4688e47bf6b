// A dataset read for one command, with the day at which all is judged.

import ClusterDomain
import Notebook
import ViewModels

/// A dataset, a day, and a way of writing.
struct JudgedData: Sendable {
  let path: String
  private(set) var data: LoadedData
  let asOf: CalendarDate
  /// The day by which what counts was known; nil counts all.
  var knownBy: CalendarDate?
  var warningDays: Int
  var closingDays = AppState.usualClosing
  /// Which labels are listed by the time that is left; nil lists all.
  var horizon: AwardHorizon?
  /// What the user added.
  var additions = Additions()
  let format: Formatting

  /// Reads a dataset, large tables from the cache where one is named; blocks until it is there.
  static func read(
    _ path: String, cacheFolder: String? = nil, today: CalendarDate, asOf: CalendarDate? = nil,
    knownBy: CalendarDate? = nil, warningDays: Int = AppState.usualWarning, format: Formatting = Formatting()
  ) throws(Failure) -> JudgedData {
    do throws(DatasetError) {
      var reading = try Dataset.read(path, cacheFolder: cacheFolder)
      // There is no later moment at which a broken cache could be noticed.
      if !reading.isCacheIntact() { reading = try Dataset.read(path, cacheFolder: cacheFolder) }
      let data = LoadedData(reading).shown(with: Additions(), knownBy: knownBy)
      return JudgedData(
        path: path, data: data, asOf: asOf ?? today, knownBy: knownBy, warningDays: warningDays,
        format: format)
    } catch {
      throw .unreadable(error.description)
    }
  }

  /// The same with what the user added; a notebook that cannot be read is a reason to fail only where it is needed.
  func withAdditions(from path: String?, isNeeded: Bool) throws(Failure) -> JudgedData {
    guard let path, Notebook.isThere(at: path) else { return self }
    do throws(NotebookError) {
      return with(try Notebook.additions(at: path))
    } catch {
      guard isNeeded else {
        Words.complain("what you entered is left out: \(error.description)")
        return self
      }
      throw .unreadable(error.description)
    }
  }

  /// The same with additions among its rows.
  func with(_ additions: Additions) -> JudgedData {
    var judged = self
    judged.additions = additions
    judged.data = data.shown(with: additions, knownBy: knownBy)
    return judged
  }

  /// The dataset seen through filters.
  func scene(_ clauses: [Clause] = [], showsImplied: Bool = true, format: Formatting? = nil) -> Scene {
    let judgement = Judgement(
      catalogue: data.catalogue, labels: data.labels, asOf: asOf, knownBy: knownBy, warningDays: warningDays,
      closingDays: closingDays, horizon: horizon, additions: additions)
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
