// Small files and mappings for the tests of imports.

import Foundation
import Sheets
import Testing

@testable import ClusterDomain

/// A folder with files to import, which is removed with it.
final class ImportFixture {
  let folder: String
  let mappings: Mappings

  /// Writes files, and mappings of one's own.
  init(_ files: [String: String], mappings: [String: String] = [:]) throws {
    folder = try FixturePackage.newFolder()
    try FileManager.default.createDirectory(atPath: "\(folder)/mappings", withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    for (name, text) in mappings {
      try text.write(toFile: "\(folder)/mappings/\(name).toml", atomically: false, encoding: .utf8)
    }
    self.mappings = Mappings(folders: ["\(folder)/mappings"])
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Imports files of the folder into another one in it.
  func run(
    _ files: [String], as mapping: String? = nil, into target: String = "out"
  ) throws(ImportError) -> ImportReport {
    try Import.run(
      files.map { "\(folder)/\($0)" }, mapping: mapping.flatMap { mappings[$0] }, among: mappings,
      into: "\(folder)/\(target)", places: Places())
  }

  /// The rows of a table that was written, by column.
  func rows(_ table: String, in target: String = "out") throws -> [[String: String]] {
    try Self.rows("\(folder)/\(target)/\(table).csv")
  }

  static func rows(_ path: String) throws -> [[String: String]] {
    let bytes = try DataFile.read(path)
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer)
      var record = CSVRecord()
      var header: [String] = []
      var rows: [[String: String]] = []
      while reader.next(&record) {
        let cells = record.cells.map { CellText($0, in: buffer).string }
        if header.isEmpty {
          header = cells
        } else {
          rows.append(Dictionary(zip(header, cells), uniquingKeysWith: { first, _ in first }))
        }
      }
      return rows
    }
  }

  /// What the dataset that was written has wrong with it.
  func problems(in target: String = "out") throws -> [String] {
    try Dataset.read("\(folder)/\(target)").problems.map(\.description)
      .filter { !$0.contains("the import could not use") }
  }

  /// All files of a folder with their bytes.
  func contents(of target: String = "out") throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(target)")
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(target)/\($0)")))
      })
  }
}

extension ImportReport {
  /// The counts of all files together: read, kept, merged, rejected, problems.
  var sums: [Int] {
    [\File.read, \.kept, \.merged, \.rejected, \.problems].map { part in
      files.reduce(0) { $0 + $1[keyPath: part] }
    }
  }

  /// Whether the rows of every file add up.
  var addsUp: Bool { files.allSatisfy { $0.read == $0.kept + $0.merged + $0.rejected } }
}
