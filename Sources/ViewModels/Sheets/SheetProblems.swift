// What is odd in an open file, as the list of problems has it.

public import ClusterDomain
public import Sheets

extension OpenSheet {
  /// Odd rows and doubtful values, without looking at each.
  public var problemCount: Int {
    reading.sheet.faultCount + reading.columns.reduce(0) { $0 + $1.unfit } + (isCutShort ? 1 : 0)
  }

  private var isCutShort: Bool {
    switch reading.progress.end {
    case .failed, .stopped: true
    case .complete, nil: false
    }
  }

  /// Odd rows and doubtful values with their places, by line, at most so many and a line that says how many more.
  public static func problems(of reading: SheetReading, most: Int = 100_000) -> [Problem] {
    let sheet = OpenSheet(number: 0, reading: reading)
    let file = sheet.name
    var found: [(row: Int, problem: Problem)] = []
    for fault in reading.sheet.faults.prefix(most) {
      found.append(
        (
          fault.row,
          Problem(
            file: file, line: reading.sheet.line(row: fault.row), reason: fault.fault.reason,
            text: sheet.rawText(row: fault.row), severity: .value)
        ))
    }
    for (column, understood) in reading.columns.enumerated() where understood.unfit > 0 {
      let rows = reading.answer(SheetQuestion(tests: [.doubtful(column: column)]))
      for position in 0..<min(rows?.count ?? 0, max(0, most - found.count)) {
        guard let row = rows?.row(at: position), let reason = sheet.doubt(row: row, column: column) else {
          continue
        }
        found.append(
          (
            row,
            Problem(
              file: file, line: reading.sheet.line(row: row), column: reading.sheet.columns[column].title,
              reason: reason, text: reading.sheet.text(row: row, column: column), severity: .value)
          ))
      }
    }
    var problems = found.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      .map(\.element.problem)
    if case .failed(let error) = reading.progress.end {
      problems.append(
        Problem(file: file, line: error.line, reason: "\(error.reason); \(error.advice)", severity: .file))
    }
    if case .stopped? = reading.progress.end {
      let kept = Formatting().count(reading.sheet.rowCount)
      problems.append(
        Problem(
          file: file, reason: "reading was stopped after \(kept) rows; the others are not here",
          severity: .file))
    }
    let more = sheet.problemCount - problems.count
    if more > 0 {
      problems.append(
        Problem(file: file, reason: "and \(more) more problems of these kinds", severity: .value))
    }
    return problems
  }

  /// That a file could not be opened, as the list of problems has it.
  public static func problems(of error: SheetError) -> [Problem] {
    let name = error.path.split(separator: "/").last.map(String.init) ?? error.path
    let reason = "\(error.reason); \(error.advice)"
    return [Problem(file: name, line: error.line, reason: reason, severity: .file)]
  }

  /// A row as one text, its cells apart from each other.
  private func rawText(row: Int) -> String {
    reading.sheet.columns.indices.compactMap { column in
      reading.sheet.columns[column].isDerived ? nil : reading.sheet.text(row: row, column: column)
    }.joined(separator: " | ")
  }
}
