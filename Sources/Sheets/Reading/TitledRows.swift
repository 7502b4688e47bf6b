// Takes titles and header off rows that come without them, by looking at the first ones.

/// Rows behind a header that was found among the first of them.
struct TitledRows: RowStream {
  private(set) var header: [String] = []
  private(set) var titleRows: [String] = []
  private(set) var headerLine: Int?
  private var rows: any RowStream
  /// Rows that were looked at and not given yet, the next one last.
  private var waiting: [RowCells] = []
  private var used: [String: Int] = [:]
  /// What stopped the look; told when its turn comes.
  private var failure: SheetError?

  private static let most = 200
  private static let mostBytes = 1 << 20

  /// Looks at the first rows; `headerLine` tells the line of the header, 0 that there is none.
  init(_ rows: any RowStream, headerLine told: Int?, path: String) throws(SheetError) {
    self.rows = rows
    let head = try look(until: told ?? 0)
    var shape = TableShape(head.prefix(Self.most).map(\.texts))
    if let told { try Self.obey(told, head, &shape, path) }
    titleRows = head[..<shape.titleRows].map(\.words)
    var cells: [[UInt8]] = []
    if shape.hasHeader, shape.titleRows < head.count {
      cells = head[shape.titleRows].texts
      headerLine = head[shape.titleRows].line
    }
    for cell in cells { HeaderTitles.append(cell, to: &header, &used) }
    waiting = head[min(head.count, shape.titleRows + (headerLine == nil ? 0 : 1))...].reversed()
  }

  var consumed: Int { rows.consumed }
  var size: Int? { rows.size }
  var invalidBytes: Int { rows.invalidBytes }
  var isReady: Bool { !waiting.isEmpty || rows.isReady }
  /// Whether no row was found at all.
  var isEmpty: Bool { waiting.isEmpty && header.isEmpty && titleRows.isEmpty && failure == nil }

  mutating func next(into row: inout RowCells) throws(SheetError) -> Bool {
    if let first = waiting.popLast() {
      row = first
    } else if let failure {
      self.failure = nil
      throw failure
    } else if try !rows.next(into: &row) {
      return false
    }
    while header.count < row.count { HeaderTitles.append([], to: &header, &used) }
    return true
  }

  private mutating func look(until line: Int) throws(SheetError) -> [RowCells] {
    var head: [RowCells] = []
    var row = RowCells()
    var bytes = 0
    do throws(SheetError) {
      while (head.count < Self.most && bytes < Self.mostBytes) || head.last?.line ?? 0 <= line {
        guard head.isEmpty || rows.isReady, try rows.next(into: &row) else { break }
        head.append(row)
        bytes += row.bytes.count
      }
    } catch {
      if head.isEmpty { throw error }
      failure = error
    }
    return head
  }

  private static func obey(
    _ told: Int, _ head: [RowCells], _ shape: inout TableShape, _ path: String
  ) throws(SheetError) {
    shape.hasHeader = told > 0
    shape.titleRows = 0
    guard told > 0 else { return }
    guard let index = head.firstIndex(where: { $0.line >= told }) else {
      throw SheetError(
        path, "has no row \(told) for a header", advice: "name another row, or 0 for none")
    }
    shape.titleRows = index
  }
}

extension RowCells {
  /// Its cells, each on its own.
  var texts: [[UInt8]] { ranges.map { Array(bytes[$0]) } }

  /// Its text in one line.
  var words: String { texts.map(HeaderTitles.cleaned).filter { !$0.isEmpty }.joined(separator: " ") }
}
