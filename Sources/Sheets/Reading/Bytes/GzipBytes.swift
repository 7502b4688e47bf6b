// What is compressed in a gzip file (RFC 1952), which may have several members one after the other.

/// The inflated bytes of a gzip stream.
final class GzipBytes: ByteStream {
  private let path: String
  private var source: any ByteStream
  private let bound: InflationBound
  private let inflater = Inflater(.gzip)
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  /// The part of `input` that is not inflated yet.
  private var waiting = 0..<0
  private var taken = 0
  private var written = 0
  private var isEnded = false
  /// Whether a member has ended and nobody has looked yet whether another follows.
  private var isBetweenMembers = false
  private var sourceIsEnded = false
  /// Told only after the bytes before it were delivered.
  private var failure: SheetError?

  init(_ source: any ByteStream, path: String, bound: InflationBound = InflationBound()) {
    self.source = source
    self.path = path
    self.bound = bound
  }

  var consumed: Int { source.consumed }
  var size: Int? { source.size }
  var isReady: Bool { !waiting.isEmpty || isEnded || source.isReady }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SheetError) -> Int {
    var count = 0
    while count == 0 {
      if let failure { throw failure }
      if isBetweenMembers { try startNextMember() }
      if isEnded || buffer.isEmpty { return 0 }
      if waiting.isEmpty { try fill() }
      count = step(into: buffer)
    }
    return count
  }

  private func fill() throws(SheetError) {
    guard !sourceIsEnded else { return }
    let got = try input.read(from: &source, atMost: input.count)
    waiting = 0..<got
    sourceIsEnded = got == 0
  }

  private func step(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let wasEmpty = waiting.isEmpty
    let result = input.withUnsafeBytes { bytes in
      inflater.step(UnsafeRawBufferPointer(rebasing: bytes[waiting]), into: buffer)
    }
    waiting = waiting.lowerBound + result.taken..<waiting.upperBound
    taken += result.taken
    written += result.written
    switch result.outcome {
    case .goesOn: if wasEmpty, sourceIsEnded, result.written == 0 { failure = cutShort }
    case .ended: isBetweenMembers = true
    case .damaged(let words): failure = damaged(words)
    }
    if !bound.allows(written: written, taken: taken) {
      failure = tooLarge
      return 0
    }
    return result.written
  }

  /// Goes on with another member, if one follows; what else follows is padding and not looked at.
  private func startNextMember() throws(SheetError) {
    if waiting.isEmpty { try fill() }
    if waiting.count == 1 { try keepOneAndFill() }
    isBetweenMembers = false
    let start = waiting.lowerBound
    guard waiting.count > 1, input[start] == 0x1F, input[start + 1] == 0x8B else {
      isEnded = true
      return
    }
    inflater.reset()
  }

  private func keepOneAndFill() throws(SheetError) {
    let kept = input[waiting.lowerBound]
    var next = [UInt8](repeating: 0, count: input.count - 1)
    let got = try next.read(from: &source, atMost: next.count)
    input = [kept] + next
    waiting = 0..<got + 1
    sourceIsEnded = got == 0
  }

  private var cutShort: SheetError {
    SheetError(
      path, "the compressed file is cut short after \(written) inflated bytes",
      advice: "the rows before that are shown; fetch the file again")
  }

  private var tooLarge: SheetError {
    SheetError(
      path, "inflates to more than \(written) bytes from \(taken), which no honest file does",
      advice: "inflate it yourself if you trust it")
  }

  private func damaged(_ words: String) -> SheetError {
    let isCheck = words == "incorrect data check" || words == "incorrect length check"
    let what = isCheck ? "the check sum of the compressed file is wrong" : "the compressed file is damaged"
    return SheetError(
      path, "\(what) after \(written) inflated bytes (\(words))", advice: "fetch the file again")
  }
}
