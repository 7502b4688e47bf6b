// A hash of bytes wide enough to stand for them: among ten million keys two alike by chance are not to be expected.

/// 128 bits that depend on every byte; the same in every run and on every machine.
struct Hash128: Hashable, Sendable {
  let low: UInt64
  let high: UInt64

  /// The hash of bytes.
  init(_ bytes: some Sequence<UInt8>) {
    var state = State()
    let isDone: Void? = bytes.withContiguousStorageIfAvailable { state.add($0) }
    if isDone == nil { Array(bytes).withUnsafeBufferPointer { state.add($0) } }
    self = state.hash
  }

  /// The hash of bytes of which several kinds are kept together.
  init(_ bytes: UnsafeBufferPointer<UInt8>, in kind: Int) {
    var state = State()
    state.add(UInt64(kind))
    state.add(bytes)
    self = state.hash
  }

  private init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A hash that takes bytes bit by bit; where they are cut does make a difference.
  struct State {
    private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var second: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private var count: UInt64 = 0

    /// Takes bytes.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index + 8 <= raw.count {
        mix(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      var rest: UInt64 = 0
      var shift: UInt64 = 0
      while index < raw.count {
        rest |= UInt64(raw[index]) << shift
        shift += 8
        index += 1
      }
      count &+= UInt64(raw.count)
      mix(rest ^ UInt64(raw.count) << 56)
    }

    /// Takes a number.
    mutating func add(_ number: UInt64) {
      count &+= 8
      mix(number)
    }

    private mutating func mix(_ word: UInt64) {
      first = Self.folded(first ^ word, 0xA076_1D64_78BD_642F)
      second = Self.folded(second &+ word, 0xE703_7ED1_A0B4_28DB) ^ (second << 23 | second >> 41)
    }

    private static func folded(_ one: UInt64, _ two: UInt64) -> UInt64 {
      let product = one.multipliedFullWidth(by: two)
      return product.high ^ product.low
    }

    /// The hash of all bytes so far.
    var hash: Hash128 {
      let low = Self.folded(first ^ count, 0x8EBC_6AF0_9C88_C6E3)
      let high = Self.folded(second ^ low, 0x5899_65CC_7537_4CC3)
      return Hash128(low: low, high: high)
    }
  }
}
