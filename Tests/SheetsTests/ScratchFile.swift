// Files that a test writes for itself, and archives and workbooks to put into them.

import CZlib
import Foundation

@testable import Sheets

/// A file that goes when the test is over.
final class ScratchFile {
  let path: String

  init(_ bytes: [UInt8], ending: String = "csv") throws {
    path = FileManager.default.temporaryDirectory.path + "/sheets-\(UUID().uuidString).\(ending)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Compression for files that a test makes.
enum Deflating {
  /// `bytes` as one gzip member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31) }

  /// `bytes` as bare deflate.
  static func bare(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: -15) }

  static func checkSum(_ bytes: [UInt8]) -> Int { Int(crc32(0, bytes, UInt32(bytes.count))) }

  private static func deflate(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    guard czlib_deflate_start(&stream, windowBits) == Z_OK else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1000)
    let room = output.count
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(room)
        _ = CZlib.deflate(&stream, Z_FINISH)
        return room - Int(stream.avail_out)
      }
    }
    return Array(output[..<written])
  }
}

/// A ZIP file made of parts.
struct ZipMaker {
  var isStored = false
  var isZip64 = false
  /// What is wrong on purpose.
  var breaksCheckSums = false
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(isStored: Bool = false, isZip64: Bool = false, breaksCheckSums: Bool = false) {
    self.isStored = isStored
    self.isZip64 = isZip64
    self.breaksCheckSums = breaksCheckSums
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    let packed = isStored ? content : Deflating.bare(content)
    let sum = Deflating.checkSum(content) ^ (breaksCheckSums ? 1 : 0)
    let offset = body.count
    let method = isStored ? 0 : 8
    body += little(0x0403_4B50, 4) + little(20, 2) + little(0, 2) + little(method, 2) + little(0, 4)
    body += little(sum, 4) + little(packed.count, 4) + little(content.count, 4)
    body += little(name.utf8.count, 2) + little(0, 2) + Array(name.utf8) + packed
    let wide =
      isZip64
      ? little(1, 2) + little(24, 2) + little(content.count, 8) + little(packed.count, 8) + little(offset, 8)
      : []
    func size(_ number: Int) -> [UInt8] { little(isZip64 ? 0xFFFF_FFFF : number, 4) }
    directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + little(0, 2) + little(method, 2)
    directory += little(0, 4) + little(sum, 4) + size(packed.count) + size(content.count)
    directory += little(name.utf8.count, 2) + little(wide.count, 2) + little(0, 2) + little(0, 8)
    directory += size(offset) + Array(name.utf8) + wide
    count += 1
  }

  func bytes() -> [UInt8] {
    var wide: [UInt8] = []
    if isZip64 {
      wide += little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
      wide += little(count, 8) + little(count, 8) + little(directory.count, 8) + little(body.count, 8)
      wide += little(0x0706_4B50, 4) + little(0, 4) + little(body.count + directory.count, 8) + little(1, 4)
    }
    let end = little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
    return body + directory + wide + end + little(isZip64 ? 0xFFFF_FFFF : directory.count, 4)
      + little(isZip64 ? 0xFFFF_FFFF : body.count, 4) + little(0, 2)
  }

  private func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
