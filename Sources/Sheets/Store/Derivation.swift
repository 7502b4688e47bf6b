// A column that a file does not have and that is made from its other columns, such as a region from a province.

import Synchronization

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

  /// The same, with values that are remembered from one chunk to the next, by all threads.
  var remembering: Derivation {
    let memory = DerivedValues()
    return Derivation(title: title, inputs: inputs) { [value] inputs in memory.value(of: inputs, value) }
  }

  /// The cells for the rows of a chunk; `skipped` derived columns stand before those of the file already.
  func cells(of view: ChunkView, skipping skipped: Int) -> ColumnBuilder {
    var column = ColumnBuilder()
    var inputs = inputs.map { NumberedInput(view, column: $0 + skipped) }
    var keys = ValueTable()
    /// For each key the first row that has it, and its value.
    var known: [(row: Int, value: [UInt8]?)] = []
    // Of a key eight bytes are read even where it is shorter.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: inputs.count + 2) { key in
      key.initialize(repeating: 0)
      let bytes = UnsafeRawBufferPointer(key).bindMemory(to: UInt8.self)
      guard let start = bytes.baseAddress else { return }
      for row in 0..<view.rowCount {
        for index in inputs.indices { key[index] = inputs[index].number(row) }
        let position = keys.code(readable: start, 4 * inputs.count)
        if position == known.count {
          known.append((row, value(inputs.map { $0.text(row) }).map { Array($0.utf8) }))
        } else if column.repeatCell(of: known[position].row) {
          continue
        }
        append(known[position].value, to: &column)
      }
    }
    keys.deallocate()
    for input in inputs { input.deallocate() }
    return column
  }

  private func append(_ value: [UInt8]?, to column: inout ColumnBuilder) {
    guard let value else { return column.appendMissing() }
    value.withUnsafeBufferPointer { bytes in
      withUnsafePointer(to: UInt8(0)) { column.append(bytes.baseAddress ?? $0, bytes.count) }
    }
  }
}

/// Values that were derived so far.
private final class DerivedValues: Sendable {
  private let known = Mutex<[[String?]: String?]>([:])
  /// Combinations beyond these are derived anew: more come only from columns that hardly repeat.
  private static let most = 1 << 16

  func value(of inputs: [String?], _ derive: ([String?]) -> String?) -> String? {
    if let value = known.withLock({ $0[inputs] }) { return value }
    let value = derive(inputs)
    known.withLock { if $0.count < Self.most { $0[inputs] = .some(value) } }
    return value
  }
}

/// A column whose texts have numbers: their codes, or those they get as they are met.
private struct NumberedInput {
  private let view: ChunkView
  private let column: Int
  private let narrow: UnsafeBufferPointer<UInt8>
  private let wide: UnsafeBufferPointer<UInt16>
  private var texts = ValueTable()

  init(_ view: ChunkView, column: Int) {
    self.view = view
    self.column = column
    let segment = view.segment(column)
    narrow = view.elements(segment.kind == .codes8 ? segment.cells : Span(), as: UInt8.self)
    wide = view.elements(segment.kind == .codes16 ? segment.cells : Span(), as: UInt16.self)
  }

  func deallocate() { texts.deallocate() }

  func text(_ row: Int) -> String? {
    view.withCell(row: row, column: column) { $0.map { String(decoding: $0, as: UTF8.self) } }
  }

  mutating func number(_ row: Int) -> UInt32 {
    if row < narrow.count { return UInt32(narrow[row]) }
    if row < wide.count { return UInt32(wide[row]) }
    return view.withCell(row: row, column: column) { cell in
      guard let cell else { return .max }
      return withUnsafePointer(to: UInt8(0)) { nothing in
        UInt32(truncatingIfNeeded: texts.code(cell.baseAddress ?? nothing, cell.count))
      }
    }
  }
}
