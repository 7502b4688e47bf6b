// Reads the first rows ahead, so that most columns are known before the first row is shown.

/// Rows whose columns are known as far as the first rows tell.
struct NamedRows: RowStream {
  private var rows: any RowStream
  /// Rows that were read and not given yet, the next one last.
  private var waiting: [RowCells] = []
  private var failure: SheetError?

  /// Reads ahead; a mistake is told when its turn comes, unless it is the very first row.
  init(_ rows: any RowStream) throws(SheetError) {
    self.rows = rows
    var head: [RowCells] = []
    var row = RowCells()
    var bytes = 0
    do throws(SheetError) {
      while head.count < 50, bytes < 1 << 18, head.isEmpty || self.rows.isReady,
        try self.rows.next(into: &row)
      {
        head.append(row)
        bytes += row.bytes.count
      }
    } catch {
      if head.isEmpty { throw error }
      failure = error
    }
    waiting = head.reversed()
  }

  var header: [String] { rows.header }
  var consumed: Int { rows.consumed }
  var size: Int? { rows.size }
  var invalidBytes: Int { rows.invalidBytes }
  var isReady: Bool { !waiting.isEmpty || rows.isReady }

  mutating func next(into row: inout RowCells) throws(SheetError) -> Bool {
    if let first = waiting.popLast() {
      row = first
      return true
    }
    if let failure {
      self.failure = nil
      throw failure
    }
    return try rows.next(into: &row)
  }
}
