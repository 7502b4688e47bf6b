// Columns of a few cells, and the rows of published files, for the tests of values.

import Foundation

@testable import Sheets

/// The evidence of a column with these cells.
func evidence(_ cells: [String]) -> ColumnEvidence {
  var evidence = ColumnEvidence()
  for cell in cells { withBytes(cell) { evidence.note($0) } }
  return evidence
}

/// How a column with these cells is read.
func column(_ cells: String..., forced: ForcedReading? = nil) -> ColumnReading {
  evidence(cells).decision(forced)
}

func withBytes<Result>(_ cell: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
  Array(cell.utf8).withUnsafeBufferPointer(body)
}

extension ColumnReading {
  func read(_ cell: String) -> CellReading { withBytes(cell) { value($0) } }
}

/// The shape of one cell.
func shape(_ cell: String) -> CellShape { withBytes(cell) { CellScanner.scan($0).shape } }

/// Files as public bodies published them, where they lie beside the package.
enum PublishedFiles {
  static let folder = packageRoot + "/../shared/data/real"

  private static var packageRoot: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  static func has(_ names: String...) -> Bool {
    names.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  /// The rows of a delimited file in UTF-8, the header first.
  static func rows(_ name: String, _ delimiter: UInt8 = UInt8(ascii: ",")) throws -> [[String]] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    var rows: [[String]] = [[]]
    var cell: [UInt8] = []
    var isQuoted = false
    func endCell() {
      rows[rows.count - 1].append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case delimiter where !isQuoted: endCell()
      case UInt8(ascii: "\n") where !isQuoted:
        endCell()
        rows.append([])
      case UInt8(ascii: "\r") where !isQuoted: break
      default: cell.append(byte)
      }
    }
    return rows.filter { !$0.isEmpty }
  }

  /// How the columns of a delimited file are read, by title.
  static func columns(_ name: String, _ delimiter: UInt8 = UInt8(ascii: ",")) throws -> [String:
    ColumnReading]
  {
    let rows = try rows(name, delimiter)
    var columns: [String: ColumnEvidence] = [:]
    guard let header = rows.first else { return [:] }
    for row in rows.dropFirst() {
      for (title, cell) in zip(header, row) {
        withBytes(cell) { columns[title, default: ColumnEvidence()].note($0) }
      }
    }
    return columns.mapValues { $0.decision() }
  }
}
