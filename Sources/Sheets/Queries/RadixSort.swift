// Sorts rows by numbers in a few passes over memory, whatever the numbers are.

/// A stable sort by unsigned numbers, eleven bits a pass.
enum RadixSort {
  /// Brings keys and the rows that they belong to into ascending order; false where it was stopped, both then undefined.
  ///
  /// Passes over bits in which all keys agree are left out.
  static func sort(_ keys: inout [UInt64], _ rows: inout [UInt32], stop: StopFlag) -> Bool {
    let all = keys.reduce((and: UInt64.max, or: UInt64(0))) { ($0.and & $1, $0.or | $1) }
    let varying = all.and ^ all.or
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherRows = [UInt32](repeating: 0, count: rows.count)
    for shift in stride(from: UInt64(0), to: 64, by: 11) where varying >> shift & 0x7FF != 0 {
      if stop.isSet { return false }
      pass(keys, rows, &otherKeys, &otherRows, shift)
      swap(&keys, &otherKeys)
      swap(&rows, &otherRows)
    }
    return true
  }

  private static func pass(
    _ keys: [UInt64], _ rows: [UInt32], _ otherKeys: inout [UInt64], _ otherRows: inout [UInt32],
    _ shift: UInt64
  ) {
    var places = firstPlaces(keys, shift)
    keys.withUnsafeBufferPointer { keys in
      rows.withUnsafeBufferPointer { rows in
        otherKeys.withUnsafeMutableBufferPointer { otherKeys in
          otherRows.withUnsafeMutableBufferPointer { otherRows in
            places.withUnsafeMutableBufferPointer { places in
              for index in keys.indices {
                let digit = Int(truncatingIfNeeded: keys[index] >> shift & 0x7FF)
                let place = places[digit]
                places[digit] = place + 1
                otherKeys[place] = keys[index]
                otherRows[place] = rows[index]
              }
            }
          }
        }
      }
    }
  }

  /// Where the keys with each digit begin.
  private static func firstPlaces(_ keys: [UInt64], _ shift: UInt64) -> [Int] {
    var places = [Int](repeating: 0, count: 2048)
    for key in keys { places[Int(truncatingIfNeeded: key >> shift & 0x7FF)] += 1 }
    var next = 0
    for digit in places.indices {
      let count = places[digit]
      places[digit] = next
      next += count
    }
    return places
  }
}
