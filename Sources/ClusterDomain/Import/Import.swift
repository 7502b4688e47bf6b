// Turns foreign files into a dataset: each row is kept, merged or rejected, and nothing is guessed silently.

import Glibc
public import Sheets

/// Imports files.
public enum Import {
  /// Reads files by a mapping, or by the one that each is recognised by, and writes a dataset into a folder.
  ///
  /// The folder must not be there, or be empty, or be an earlier import that nobody changed since: that one is
  /// replaced, at once and only when all is written. The rows of a file are kept, merged or rejected, and their
  /// counts add up. Beside the tables lie `rejected.csv` and `problems.csv`. The same files give the same bytes.
  /// Throws where a file cannot be read to its end, where no mapping fits, and where the folder cannot be written.
  public static func run(
    _ files: [String], options: ReadingOptions = ReadingOptions(), mapping: Mapping? = nil,
    among mappings: Mappings, into folder: String, places: Places
  ) throws(ImportError) -> ImportReport {
    guard (1...255).contains(files.count) else {
      throw ImportError(.unmapped, "\(files.count) files", "are none or too many", advice: "name 1 to 255")
    }
    let names = names(of: files)
    let place = try ImportFolder(target: folder)
    do throws(ImportError) {
      var bound: [BoundFile] = []
      for (number, path) in files.enumerated() {
        var request = SheetRequest(path: path)
        request.options = options
        bound.append(try read(request, names[number], number: number, mapping, mappings))
      }
      let report = try write(bound, into: place, places: places)
      try place.put()
      return report
    } catch {
      place.discard()
      throw error
    }
  }

  private static func read(
    _ request: SheetRequest, _ name: (name: String, source: String), number: Int, _ mapping: Mapping?,
    _ mappings: Mappings
  ) throws(ImportError) -> BoundFile {
    let reading: SheetReading
    do throws(SheetError) {
      reading = try SheetReader.read(request)
    } catch {
      throw ImportError(error)
    }
    if case .failed(let error)? = reading.progress.end { throw ImportError(error) }
    let header = reading.sheet.columns.map(\.title)
    guard let found = mapping ?? mappings.recognise(header: header) else {
      let shown = header.prefix(12).joined(separator: ", ") + (header.count > 12 ? ", …" : "")
      throw ImportError(
        .unmapped, request.path, "no mapping knows a file with these columns: \(shown)",
        advice: "name one of \(mappings.all.map(\.name).joined(separator: ", ")), or write one")
    }
    return try BoundFile(
      reading, name: name.name, number: number, source: name.source, mapping: found)
  }

  private static func write(
    _ files: [BoundFile], into place: ImportFolder, places: Places
  ) throws(ImportError) -> ImportReport {
    var run = ImportRun(files, places: places, output: ImportOutput(folder: place.draft))
    for number in files.indices where !run.take(number) { break }
    if let trouble = run.trouble { throw trouble }
    run.addReferenceTables()
    let (tables, written) = try run.output.finish()
    let titles = files.map(\.mapping.title)
    let text = PackageText(
      title: titles.enumerated().filter { titles.firstIndex(of: $1) == $0 }.map(\.element).joined(
        separator: "; "),
      homeCountry: run.homeCountry, reports: run.counts, tables: tables, files: written)
    try write(text.json, to: "\(place.draft)/datapackage.json")
    return ImportReport(
      folder: place.target, files: run.counts,
      tables: tables.map { ImportReport.Table(name: $0.table.name, rows: $0.rows) })
  }

  private static func write(_ text: String, to path: String) throws(ImportError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    var isWritten = descriptor >= 0
    if isWritten {
      isWritten =
        Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        == text.utf8.count
      isWritten = isWritten && fsync(descriptor) == 0
      isWritten = close(descriptor) == 0 && isWritten
    }
    guard isWritten else {
      throw ImportError(
        .unwritable, path, "cannot be written: \(String(cString: strerror(errno)))", advice: "make room")
    }
  }

  /// What the files are called in the output, without the folders that they lie in, and their keys as sources.
  private static func names(of files: [String]) -> [(name: String, source: String)] {
    var used: Set<String> = []
    return files.map { path in
      let last = path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
      let base = last == "-" || last.isEmpty ? "standard input" : last
      var name = base
      var number = 1
      while !used.insert(Self.key(name)).inserted {
        number += 1
        name = "\(base) (\(number))"
      }
      return (name, Self.key(name))
    }
  }

  private static func key(_ name: String) -> String {
    String(decoding: Slug.key(Array(name.utf8)), as: UTF8.self)
  }
}
