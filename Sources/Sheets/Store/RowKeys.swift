// Finds the row of a key: while rows come, and among the rows of a finished sheet.

/// The keys of rows as they come, the first row's first; no two are the same.
public final class RowKeys {
  private var values = ValueTable()

  /// No key yet.
  public init() {}

  deinit { values.deallocate() }

  /// The row of a key; nil where no row so far has it.
  public func row(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    key.baseAddress.flatMap { values.find($0, key.count) }
  }

  /// Adds the key of the next row; false, and nothing is added, where a row before has it.
  public func insert(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = key.baseAddress else { return false }
    let count = values.count
    return values.code(start, key.count) == count
  }

  /// The table by which `KeyIndex` finds rows.
  public func slots() -> [UInt32] {
    var capacity = 16
    while capacity * 5 < values.count * 8 { capacity *= 2 }
    var slots = [UInt32](repeating: 0, count: capacity)
    for row in 0..<values.count {
      let key = values.texts[row]
      guard let start = key.baseAddress else { continue }
      var slot = Int(ValueTable.tag(start, key.count)) & (capacity - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: row + 1)
    }
    return slots
  }
}

/// Finds rows of a sheet by a column that has every text once.
public struct KeyIndex: Sendable {
  private let sheet: Sheet
  private let column: Int
  /// A row's number from 1 on, at the place that the hash of its key gives or behind it; 0 is a free place.
  private let slots: PackedNumbers

  /// An index of a column by the slots of its `RowKeys`.
  public init(_ sheet: Sheet, column: Int, slots: PackedNumbers) {
    self.sheet = sheet
    self.column = column
    self.slots = slots
  }

  /// The row with a key; nil where there is none.
  public func row(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = key.baseAddress, slots.count > 0, slots.count.nonzeroBitCount == 1 else { return nil }
    let mask = slots.count - 1
    let first = Int(ValueTable.tag(start, key.count))
    return slots.withNumbers { slots in
      // Bounded, since a broken cache may have no free place.
      for step in 0..<slots.count {
        let entry = slots[(first &+ step) & mask]
        if entry == 0 { return nil }
        let row = Int(entry) - 1
        let isHere = sheet.withBytes(row: row, column: column) { cell in
          cell.map { $0.count == key.count && $0.elementsEqual(key) } ?? false
        }
        if isHere { return row }
      }
      return nil
    }
  }

  /// The row with a key; nil where there is none.
  public func row(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { row(of: $0) }
  }
}
