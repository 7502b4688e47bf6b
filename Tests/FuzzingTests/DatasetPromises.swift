// Datasets, mappings and names of places: values or problems with their lines.

@testable import ClusterDomain
@testable import Sheets

enum DatasetPromises {
  private static let places = Places(municipalities: [("Castro", "ITF45"), ("Castro", "ITC46")])

  /// One statement in each line, of a kind that the first sign of the line chooses.
  static func checkPlaces(_ bytes: [UInt8]) throws {
    var statements = PlaceStatements()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let kind = PlaceKind.allCases[Int(line.utf8.first ?? 0) % PlaceKind.allCases.count]
      statements.texts[kind] = String(line.dropFirst())
    }
    let answer = places.find(statements)
    for remark in answer.remarks { try promise(!remark.description.isEmpty, "a remark without words") }
    switch answer.finding {
    case .found(let place, _): try promise(place.country?.utf8.count == 2, "no country: \(place)")
    case .ambiguous(let regions): try promise(Set(regions).count > 1, "one region is ambiguous")
    case .unknown: break
    }
    let row = PlaceOfRow(statements, places: places)
    try promise(Set(row.regions).count == row.regions.count, "a region twice")
  }

  static func checkMapping(_ bytes: [UInt8]) throws {
    let mapping: Mapping
    do throws(MappingError) {
      mapping = try MappingParser.mapping(String(decoding: bytes, as: UTF8.self), file: "a.toml", isOwn: true)
    } catch {
      return try promise((error.line ?? 0) > 0 && !error.reason.isEmpty, "a mistake without place: \(error)")
    }
    let header = mapping.recognition.all.compactMap(\.first) + ["nuts", "name", "kind", "a"]
    _ = Mapping.recognise(header: header, among: [mapping])
    for derivation in mapping.derivations(header: header, places: places) {
      try promise(
        derivation.inputs.allSatisfy(header.indices.contains), "made from columns that are not there")
      for cell in ["ITC4", "a", "", nil] { _ = derivation.value(derivation.inputs.map { _ in cell }) }
    }
  }

  /// Rows of a table are found whole, and one wrong quote costs one row.
  static func checkTable(_ bytes: [UInt8]) throws {
    var isClean = !bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var found: [(line: Int, cells: [[UInt8]])] = []
    try bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(buffer)
      var record = CSVRecord()
      var end = 0
      var line = 0
      while reader.next(&record) {
        try promise(record.start >= end && record.line > line, "rows go back")
        (end, line) = (record.start, record.line)
        isClean = isClean && record.fault == nil
        for cell in record.cells {
          try promise(cell.start <= cell.end && cell.end <= bytes.count, "a cell outside the text")
          _ = CellText.firstWrongByte(of: cell, in: buffer)
          _ = CellText(cell, in: buffer).string
        }
        found.append((record.line, record.cells.map { Self.text($0, bytes) }))
      }
    }
    guard isClean else { return }
    let naive = DelimitedPromises.naive(bytes, Dialect(delimiter: 0x2C, quote: 0x22), line: 1)
    try promise(found.map(\.cells) == naive.map(\.cells), "other cells than the plainest reader finds")
    try promise(found.map(\.line) == naive.map(\.line), "other lines than the plainest reader finds")
  }

  private static func text(_ cell: CSVCell, _ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = cell.start
    while index < cell.end {
      text.append(bytes[index])
      index += cell.hasDoubledQuotes && bytes[index] == 0x22 ? 2 : 1
    }
    return text
  }

  static func checkDescriptor(_ bytes: [UInt8]) throws {
    do throws(JSONError) {
      _ = try JSONReader.value(of: bytes)
    } catch {
      try promise(
        error.line > 0 && error.column > 0 && !error.reason.isEmpty, "a mistake without place: \(error)")
    }
  }

  /// A descriptor, then tables, each behind a zero byte and with its name on the first line.
  static func checkDataset(_ bytes: [UInt8]) throws {
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    let folder = MemoryFolder()
    folder.write("datapackage.json", parts[0].isEmpty ? allTables : parts[0])
    for part in parts.dropFirst() {
      let name = String(decoding: part.prefix { $0 != 10 }, as: UTF8.self)
      guard DatasetReader.tableNames.contains(name) else { continue }
      folder.write("\(name).csv", Array(part.drop { $0 != 10 }.dropFirst()))
    }
    let reading: Reading
    do throws(DatasetError) {
      reading = try Dataset.read(folder.path)
    } catch {
      return try promise(!error.description.isEmpty, "an error without words")
    }
    for problem in reading.problems {
      try promise(
        !problem.description.isEmpty && problem.line ?? 1 > 0, "a problem without place: \(problem)")
    }
    try promise(reading.rowCounts.values.allSatisfy { $0 >= 0 }, "fewer than no rows")
    _ = reading.catalogue.region(named: "lombardia")
  }

  private static let allTables = Array(
    ("{\"resources\":["
      + DatasetReader.tableNames.map { "{\"name\":\"\($0)\",\"path\":\"\($0).csv\"}" }.joined(separator: ",")
      + "]}").utf8)
}
