// Opens JSON and NDJSON: finds the rows and gives them names.

/// Opens JSON text that is UTF-8 already.
struct JSONOpening {
  private let path: String
  private let options: ReadingOptions
  /// Where the rows do not show in the first bytes, more of them are looked at, up to this many.
  private static let largestHead = 32 << 20

  init(path: String, _ options: ReadingOptions) {
    self.path = path
    self.options = options
  }

  /// Opens `stream`, whose first bytes are in `start`.
  func open(
    _ stream: any ByteStream, _ start: StreamHead, _ found: SourceDescription
  ) throws(SheetError) -> OpenedSource {
    var rest = stream
    var head = start
    var survey = JSONSurvey(head.bytes)
    while found.format == .json, wantsMore(survey), !head.isWhole, head.bytes.count < Self.largestHead {
      try head.grow(to: head.bytes.count * 4, from: &rest)
      survey = JSONSurvey(head.bytes)
    }
    let isLines = isLines(found.format, survey)
    let layout = try isLines ? JSONLayout(rows: .values(ofArrays: survey.isOfArrays)) : choose(survey)
    var description = found
    description.format = isLines ? .ndjson : .json
    description.sheet = layout.name
    description.sheets = survey.layouts.compactMap(\.name)
    let window = ByteWindow(ReplayedBytes(head.bytes, then: rest), path: path)
    let rows = JSONRows(JSONRowReader(JSONTokens(window, isOneLine: isLines), layout))
    guard layout.isOfArrays else {
      let named = try NamedRows(rows)
      if let mistake = rows.mistake { throw mistake }
      return OpenedSource(description: description, body: .rows(named))
    }
    let titled = try TitledRows(rows, headerLine: options.headerRow, path: path)
    if let mistake = rows.mistake { throw mistake }
    description.titleRows = titled.titleRows
    description.headerLine = titled.headerLine
    return OpenedSource(description: description, body: .rows(titled))
  }

  /// A name that says NDJSON is believed unless the whole text is one array.
  private func isLines(_ format: FileFormat, _ survey: JSONSurvey) -> Bool {
    if let told = options.format { return told == .ndjson }
    return survey.isNDJSON || format == .ndjson && survey.layouts.first?.path.isEmpty != true
  }

  private func wantsMore(_ survey: JSONSurvey) -> Bool {
    if survey.isUndecided || survey.endsWithValue { return true }
    guard let told = options.sheet else { return false }
    return !survey.layouts.contains { $0.name == told }
  }

  private func choose(_ survey: JSONSurvey) throws(SheetError) -> JSONLayout {
    guard let told = options.sheet else {
      return survey.layouts.first ?? JSONLayout(rows: .values(ofArrays: false))
    }
    if let layout = survey.layouts.first(where: { $0.name == told }) { return layout }
    let names = survey.layouts.compactMap(\.name)
    throw SheetError(
      path, "has no rows at \(told)",
      advice: names.isEmpty ? "leave the name out" : "choose one of: \(names.joined(separator: ", "))")
  }
}
