// A column that a file does not have and that is made from its other columns, such as a region from a province.

/// How a column is made from others; computed once for each combination of values, not for each row.
public struct Derivation: Sendable {
  /// What the column is called.
  public let title: String
  /// The columns of the file that it is made from.
  public let inputs: [Int]
  /// The value for the values of the inputs; nil stands for a cell that is not there, or for no value.
  public let value: @Sendable ([String?]) -> String?

  /// Names a column and its rule.
  public init(title: String, inputs: [Int], value: @escaping @Sendable ([String?]) -> String?) {
    self.title = title
    self.inputs = inputs
    self.value = value
  }

  /// The cells for the rows of a chunk; `skipped` derived columns stand before those of the file already.
  func cells(of view: ChunkView, skipping skipped: Int) -> ColumnBuilder {
    var column = ColumnBuilder()
    var known: [[Int]: Int] = [:]
    var values: [[UInt8]?] = []
    var texts: [String: Int] = [:]
    let inputs = inputs.map { (index: $0 + skipped, segment: view.segment($0 + skipped)) }
    for row in 0..<view.rowCount {
      let key = inputs.map { input in
        view.code(input.segment, row: row)
          ?? view.withCell(row: row, column: input.index) { bytes in
            bytes.map { Self.number(of: String(decoding: $0, as: UTF8.self), in: &texts) } ?? -1
          }
      }
      let position: Int
      if let found = known[key] {
        position = found
      } else {
        let cells = inputs.map { input in
          view.withCell(row: row, column: input.index) { $0.map { String(decoding: $0, as: UTF8.self) } }
        }
        position = values.count
        values.append(value(cells).map { Array($0.utf8) })
        known[key] = position
      }
      append(values[position], to: &column)
    }
    return column
  }

  private static func number(of text: String, in texts: inout [String: Int]) -> Int {
    if let known = texts[text] { return known }
    texts[text] = texts.count
    return texts.count - 1
  }

  private func append(_ value: [UInt8]?, to column: inout ColumnBuilder) {
    guard let value else { return column.appendMissing() }
    value.withUnsafeBufferPointer { bytes in
      withUnsafePointer(to: UInt8(0)) { column.append(bytes.baseAddress ?? $0, bytes.count) }
    }
  }
}
