// Prints the rows of a file, or the counted values of a column, as the screen shows them.

import ArgumentParser
import ClusterDomain
import Sheets
import ViewModels

/// Prints rows of a file.
struct Rows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rows",
    abstract: "Print rows of a file: CSV, TSV, JSON, NDJSON or XLSX, also gzipped.",
    discussion: """
      Columns are named by their titles in the file. At a terminal, how the file was read goes to stderr.

        distretto rows members.csv --where nuts2=ITC4 --sort -employees --limit 10
        distretto rows members.csv.gz --match 'fonderie brescia' --format ndjson
        distretto rows members.csv --count nuts2 --sum employees
        zcat members.csv.gz | distretto rows - --columns name,city

      \(ExitCodes.explained)
      """)

  @Argument(help: ArgumentHelp("The file; - reads standard input.", valueName: "FILE"), completion: .file())
  var path: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only rows in which all words occur, as / does on the screen.", valueName: "words"))
  var match = ""

  @Option(
    name: .customLong("where"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Only rows that have a value in a column; several values of one column are alternatives.",
      valueName: "column=value"))
  var places: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Columns to sort by, - before those that go down.", valueName: "columns"))
  var sort: [String] = []

  @Option(help: ArgumentHelp("Columns to print, in this order.", valueName: "columns"))
  var columns: [String] = []

  @Option(help: ArgumentHelp("Print at most so many rows.", valueName: "count"))
  var limit: Int?

  @Option(help: ArgumentHelp("Count the values of a column instead.", valueName: "column"))
  var count: String?

  @Option(help: ArgumentHelp("With --count: the column that is summed.", valueName: "column"))
  var sum: String?

  @OptionGroup var format: FormatOption

  @OptionGroup(title: "How the file is read") var file: FileOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0 on") }
    if sum != nil, count == nil { throw ValidationError("--sum needs --count") }
    if count != nil, !(sort.isEmpty && columns.isEmpty) {
      throw ValidationError("--count prints values by their counts; --sort and --columns do nothing there")
    }
  }

  func run() throws {
    let format = try self.format.chosen()
    let sheet = try OpenSheet.read(path, try file.options(.current))
    let table = try table(sheet)
    var output = StandardOutput()
    format.write(table, to: &output, for: .standardOutput)
    output.flush()
    let rows = sheet.reading.sheet.rowCount
    let words = "\(path): \(sheet.reading.source.summary); \(rows) rows, \(sheet.problemCount) problems"
    if sheet.problemCount > 0 { Words.complain(words) } else { Words.remark(words) }
    if case .failed(let error) = sheet.reading.progress.end { throw Failure.unreadable(error.description) }
  }

  private func table(_ sheet: OpenSheet) throws(Failure) -> RowTable {
    let names = SheetNames(sheet)
    var query = ListQuery(typed: match)
    for place in places { query.narrowed.append(try names.filter(place)) }
    if let count {
      let sum = try sum.map { typed throws(Failure) in try names.number(typed) }
      let ask = RowsAsk(.file(0), query: query, kind: .counts(column: try names.column(count), sum: sum))
      return try counts(sheet, ask, sum)
    }
    for typed in Self.split(sort) {
      let isDown = typed.hasPrefix("-")
      query.sort.append(
        SortOrder(column: try names.column(isDown ? String(typed.dropFirst()) : typed), isAscending: !isDown))
    }
    let listing = sheet.listing(query)
    let chosen = Self.split(columns)
    if chosen == [ColumnHelp.word] { return ColumnHelp.table(listing.headers) }
    var positions = Array(listing.headers.indices)
    if !chosen.isEmpty {
      positions = []
      for typed in chosen { positions.append(try names.position(typed)) }
    }
    return RowTable(listing, columns: positions, limit: limit)
  }

  private func counts(_ sheet: OpenSheet, _ ask: RowsAsk, _ sum: String?) throws(Failure) -> RowTable {
    guard case .counts(let groups)? = sheet.answer(ask)?.content else {
      throw .usage(
        "\(count ?? "") has more than 500,000 different values; --where and --match leave fewer rows")
    }
    var columns = [
      RowTable.Column(id: "value", title: "VALUE"),
      RowTable.Column(id: "count", title: "COUNT", isNumber: true),
    ]
    if let sum {
      columns.append(RowTable.Column(id: "sum", title: "SUM OF \(sum)", isNumber: true))
      columns.append(RowTable.Column(id: "summed", title: "FROM ROWS", isNumber: true))
    }
    return RowTable(columns: columns, count: min(groups.count, limit ?? .max)) { row, column in
      let group = groups[row]
      switch column {
      case 0: return TableCell(group.value)
      case 1: return TableCell([Run("\(group.count)")], value: .number(Double(group.count)))
      case 2:
        guard let sum = group.sum else { return TableCell(nil) }
        return TableCell([Run(Value.plain(sum) ?? "")], value: .number(sum))
      default: return TableCell([Run("\(group.summed)")], value: .number(Double(group.summed)))
      }
    }
  }

  private static func split(_ lists: [String]) -> [String] {
    lists.flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty }
  }
}

extension OpenSheet {
  /// Reads a file to its end.
  static func read(_ path: String, _ options: SheetOptions) throws(Failure) -> OpenSheet {
    do throws(SheetError) {
      let request = options.request(path)
      var reading = try SheetReader.read(request)
      if !SheetReader.verify(reading, request, stop: StopFlag()) {
        reading = try SheetReader.readAnew(request)
      }
      return OpenSheet(number: 0, reading: reading, mapping: options.recognition.name(for: reading))
    } catch {
      throw .unreadable(error.description)
    }
  }
}

/// Columns of a file by what people type.
struct SheetNames {
  private let titles: [String]
  private let readings: [ColumnReading]

  init(_ sheet: OpenSheet) {
    titles = sheet.reading.sheet.columns.map(\.title)
    readings = sheet.reading.columns
  }

  /// The title of a column whose numbers can be added up.
  func number(_ typed: String) throws(Failure) -> String {
    let position = try position(typed)
    guard readings[position].kind.isNumber else {
      throw .usage("\(titles[position]) is no column of numbers: \(readings[position].explanation)")
    }
    return titles[position]
  }

  /// The title of a column: as it stands, else without regard to case and accents.
  func column(_ typed: String) throws(Failure) -> String { titles[try position(typed)] }

  func position(_ typed: String) throws(Failure) -> Int {
    if let exact = titles.firstIndex(of: typed) { return exact }
    let folded = Folding.folded(typed)
    let alike = titles.indices.filter { Folding.folded(titles[$0]) == folded }
    guard alike.count == 1 else { throw .usage(Unknown.words("column", typed, among: titles)) }
    return alike[0]
  }

  /// `column=value` as a filter.
  func filter(_ typed: String) throws(Failure) -> CellFilter {
    guard let sign = typed.firstIndex(of: "=") else {
      throw .usage("--where takes column=value, not \"\(typed)\"")
    }
    return CellFilter(
      column: try column(String(typed[..<sign])), value: String(typed[typed.index(after: sign)...]))
  }
}
