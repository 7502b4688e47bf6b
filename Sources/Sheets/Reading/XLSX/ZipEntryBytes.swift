// What is in one entry of a ZIP file, inflated while it is read.

import CZlib

/// The bytes of an entry.
final class ZipEntryBytes: ByteStream {
  private let source: RandomBytes
  private let entry: ZipArchive.Entry
  private let bound: InflationBound
  private let inflater: Inflater?
  private var input = [UInt8](repeating: 0, count: 1 << 17)
  private var waiting = 0..<0
  /// Where the next compressed byte stands, and how many are left.
  private var place: Int
  private var left: Int
  private var taken = 0
  private var written = 0
  private var checkSum: UInt = 0
  private var isEnded = false
  private var failure: SheetError?

  init(
    _ entry: ZipArchive.Entry, of archive: ZipArchive, bound: InflationBound = InflationBound()
  ) throws(SheetError) {
    source = archive.source
    self.entry = entry
    self.bound = bound
    guard entry.flags & 1 == 0 else {
      throw SheetError(source.path, "is protected by a password", advice: "save it without one")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw SheetError(
        source.path, "is compressed in a way (\(entry.method)) that spreadsheets do not use",
        advice: "save it again as XLSX")
    }
    inflater = entry.method == 8 ? Inflater(.bare) : nil
    let header = LittleEndian(try source.bytes(at: entry.offset, length: 30))
    guard header.number(0, 4) == 0x0403_4B50, let name = header.number(26, 2),
      let extra = header.number(28, 2)
    else { throw ZipArchive.damaged(source) }
    place = entry.offset + 30 + name + extra
    left = min(entry.compressedSize, max(0, source.count - place))
  }

  var consumed: Int { taken }
  /// The part that the entry has in the file.
  var size: Int? { entry.compressedSize }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    while true {
      if let failure { throw failure }
      if isEnded || buffer.isEmpty { return 0 }
      if waiting.isEmpty { try fill() }
      let count = inflater.map { inflate($0, into: buffer) } ?? copy(into: buffer)
      written += count
      if !bound.allows(written: written, taken: taken) {
        failure = tooLarge
      } else if count > 0 {
        let sum = crc32(checkSum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(count))
        checkSum = sum
        if isEnded { check() }
        return count
      } else if isEnded {
        check()
      }
    }
  }

  private func fill() throws(SheetError) {
    guard left > 0 else { return }
    let wanted = min(left, input.count)
    let result = input.withUnsafeMutableBytes { bytes in
      Result { () throws(SheetError) in
        try source.read(at: place, into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<wanted]))
      }
    }
    let got = try result.get()
    waiting = 0..<got
    place += got
    left = got == 0 ? 0 : left - got
  }

  private func inflate(_ inflater: Inflater, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let wasEmpty = waiting.isEmpty
    let result = input.withUnsafeBytes {
      inflater.step(UnsafeRawBufferPointer(rebasing: $0[waiting]), into: buffer)
    }
    advance(result.taken)
    switch result.outcome {
    case .ended: isEnded = true
    case .goesOn: if wasEmpty, result.written == 0 { failure = cutShort }
    case .damaged(let words): failure = damaged("cannot be inflated: \(words)")
    }
    return result.written
  }

  private func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, waiting.count)
    buffer.copyBytes(from: input[waiting.lowerBound..<waiting.lowerBound + count])
    advance(count)
    if waiting.isEmpty, left == 0 { isEnded = true }
    return count
  }

  private func advance(_ count: Int) {
    waiting = waiting.lowerBound + count..<waiting.upperBound
    taken += count
  }

  private func check() {
    if UInt32(truncatingIfNeeded: checkSum) != entry.checkSum { failure = damaged("has a wrong check sum") }
  }

  private var cutShort: SheetError { damaged("is cut short") }

  private func damaged(_ what: String) -> SheetError {
    SheetError(
      source.path, "its part \(entry.name) \(what) after \(written) bytes", advice: "fetch the file again")
  }

  private var tooLarge: SheetError {
    SheetError(
      source.path, "its part \(entry.name) inflates to more than \(written) bytes from \(taken)",
      advice: "no honest file does so; do not open it")
  }
}
