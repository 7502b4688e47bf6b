// Numbers that belong to the rows of a table, four bytes each: in memory of their own or in a cache file.

/// Whole numbers from 0 to 2³²−1; immutable, and cheap to copy.
public struct PackedNumbers: Sendable {
  private let memory: ChunkMemory
  /// How many there are.
  public let count: Int

  /// Copies numbers.
  public init(_ numbers: [UInt32] = []) {
    memory = numbers.withUnsafeBytes { ChunkMemory(copying: $0) }
    count = numbers.count
  }

  /// The numbers in these bytes.
  init(_ memory: ChunkMemory, byteCount: Int) {
    self.memory = memory
    count = byteCount / MemoryLayout<UInt32>.stride
  }

  /// The number at a position; nil outside, as in a cache file that is broken.
  public subscript(index: Int) -> UInt32? {
    guard index >= 0, index < count else { return nil }
    return withExtendedLifetime(memory) { memory.bytes.load(fromByteOffset: index * 4, as: UInt32.self) }
  }

  /// Gives all numbers to `body`, in the order of their positions.
  public func withNumbers<Result>(_ body: (UnsafeBufferPointer<UInt32>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(memory) {
      try body(UnsafeRawBufferPointer(rebasing: memory.bytes[..<(count * 4)]).bindMemory(to: UInt32.self))
    }
  }
}

/// Things in groups, each known by its number: of every group which things are in it, ascending.
public struct GroupedNumbers: Sendable {
  /// Where each group begins among `members`, and where the last one ends.
  public let starts: PackedNumbers
  /// The things, group by group.
  public let members: PackedNumbers

  /// Takes groups that were made before.
  public init(starts: PackedNumbers, members: PackedNumbers) {
    self.starts = starts
    self.members = members
  }

  /// Puts things into groups: thing 0 into the first of these, and so on; those beyond `count` are in no group.
  public init(groups: PackedNumbers, count: Int) {
    let (starts, members) = groups.withNumbers { Self.grouped($0, count) }
    self.init(starts: PackedNumbers(starts), members: PackedNumbers(members))
  }

  /// How many groups there are.
  public var count: Int { max(0, starts.count - 1) }

  /// How many things a group has.
  public func count(of group: Int) -> Int { range(of: group).count }

  /// The things of a group.
  public subscript(group: Int) -> [Int] {
    let range = range(of: group)
    return members.withNumbers { numbers in numbers[range].map { Int($0) } }
  }

  /// The first so many things of a group.
  public func first(_ count: Int, of group: Int) -> [Int] {
    let range = range(of: group).prefix(count)
    return members.withNumbers { numbers in numbers[range].map { Int($0) } }
  }

  /// Gives the things of a group to `body`.
  public func withMembers<Result>(
    of group: Int, _ body: (Slice<UnsafeBufferPointer<UInt32>>) throws -> Result
  ) rethrows -> Result {
    let range = range(of: group)
    return try members.withNumbers { try body($0[range]) }
  }

  private func range(of group: Int) -> Range<Int> {
    guard let start = starts[group], let end = starts[group + 1], start <= end, Int(end) <= members.count
    else { return 0..<0 }
    return Int(start)..<Int(end)
  }

  private static func grouped(_ groups: UnsafeBufferPointer<UInt32>, _ count: Int) -> ([UInt32], [UInt32]) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for group in groups where group < UInt32(clamping: count) { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var members = [UInt32](repeating: 0, count: Int(starts[count]))
    for (thing, group) in groups.enumerated() where group < UInt32(clamping: count) {
      // A cache file that breaks between the two passes has other groups in the second.
      guard next[Int(group)] < starts[count] else { continue }
      members[Int(next[Int(group)])] = UInt32(truncatingIfNeeded: thing)
      next[Int(group)] += 1
    }
    return (starts, members)
  }
}
