// Compressed files: whole, in several members, cut short, damaged, padded, made to harm.

import Testing

@testable import Sheets

@Suite struct GzipBytesTests {
  private let text = Array((0..<4000).map { "row \($0);\($0 * $0)\n" }.joined().utf8)

  private func stream(_ bytes: [UInt8], step: Int = 1000, bound: InflationBound = InflationBound())
    -> any ByteStream
  {
    GzipBytes(SlowBytes(bytes, step: step), path: "a.gz", bound: bound)
  }

  /// What was delivered before the error, and the error.
  private func read(_ stream: any ByteStream) -> (bytes: [UInt8], error: SheetError?) {
    var stream = stream
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    let error = sheetError {
      while true {
        let got = try buffer.read(from: &stream, atMost: buffer.count)
        if got == 0 { return }
        all += buffer[..<got]
      }
    }
    return (all, error)
  }

  @Test(arguments: [1, 7, 1000, 1 << 20]) func membersFollowEachOther(step: Int) {
    let half = text.count / 2
    let packed =
      Deflating.gzip(Array(text[..<half])) + Deflating.gzip([]) + Deflating.gzip(Array(text[half...]))
    let result = read(stream(packed, step: step))
    #expect(result.bytes == text)
    #expect(result.error == nil)
  }

  @Test(arguments: [1, 1000]) func whatFollowsTheLastMemberIsIgnored(step: Int) {
    for garbage in [[0], [0, 0, 0, 0], Array("hello".utf8), [0x1F], [0x1F, 0]] as [[UInt8]] {
      let result = read(stream(Deflating.gzip(text) + garbage, step: step))
      #expect(result.bytes == text)
      #expect(result.error == nil)
    }
  }

  @Test func aFileCutShortGivesAllThatIsThereAndThenSaysSo() {
    let packed = Deflating.gzip(text)
    for end in [packed.count - 1, packed.count - 8, packed.count - 9, packed.count / 2] {
      let result = read(stream(Array(packed[..<end])))
      #expect(result.error?.reason.hasPrefix("the compressed file is cut short") == true)
      #expect(text.starts(with: result.bytes))
      #expect(result.bytes.count > (end > packed.count / 2 ? text.count - 1 : text.count / 3))
    }
    #expect(read(stream(Array(packed[..<5]))).error != nil)
  }

  @Test func aWrongCheckSumIsNamed() {
    var packed = Deflating.gzip(text)
    packed[packed.count - 6] ^= 1
    let result = read(stream(packed))
    #expect(result.bytes == text)
    #expect(result.error?.reason.hasPrefix("the check sum of the compressed file is wrong") == true)
  }

  @Test func damageIsTold() {
    var packed = Deflating.gzip(text)
    for index in packed.count / 2..<packed.count / 2 + 200 { packed[index] = 0xFF }
    let result = read(stream(packed))
    #expect(result.error != nil)
    #expect(result.bytes.count > text.count / 3)
  }

  @Test func aBombIsRefused() {
    let zeros = Deflating.gzip([UInt8](repeating: 0, count: 4_000_000))
    var bound = InflationBound()
    bound.harmless = 1 << 20
    let result = read(stream(zeros, step: 1 << 20, bound: bound))
    #expect(result.error?.reason.hasPrefix("inflates to more than") == true)
    #expect(result.bytes.count <= 1 << 20)
  }

  @Test func onlyBombsAreRefused() {
    let bound = InflationBound()
    #expect(bound.allows(written: 64 << 20, taken: 1))
    #expect(!bound.allows(written: 65 << 20, taken: 1 << 10))
    #expect(bound.allows(written: 65 << 20, taken: 1 << 17))
    #expect(!bound.allows(written: (1 << 40) + 1, taken: 1 << 39))
  }

  @Test func theLargestSizeHolds() {
    var bound = InflationBound()
    bound.largest = 1000
    #expect(read(stream(Deflating.gzip(text), bound: bound)).error != nil)
  }

  @Test func aCompressedTableIsATable() throws {
    let table = try ReadTable(Deflating.gzip(Array("a;b\n1;2\n".utf8)), ending: "csv.gz")
    #expect(table.rows == [["1", "2"]])
    #expect(table.description.isCompressed)
    #expect(
      sheetError { _ = try ReadTable(Deflating.gzip([]), ending: "csv.gz") }?.reason
        == "is empty once inflated")
  }
}
