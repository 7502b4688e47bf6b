// Options that say how files are read, where looking at them is not enough.

import ArgumentParser
import ClusterDomain
import Glibc
import Sheets
import ViewModels

/// How files are read; what is not said is found by looking.
struct FileOptions: ParsableArguments {
  @Option(
    name: .customLong("input-format"),
    help: ArgumentHelp("delimited, json, ndjson or xlsx.", valueName: "format"),
    completion: .list(FileFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "utf-8, utf-16le, utf-16be, windows-1252, windows-1250 or iso-8859-15.", valueName: "name"),
    completion: .list(TextEncoding.allCases.map(\.rawValue)))
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "What stands between cells: comma, semicolon, tab, bar, or a character.", valueName: "sign"))
  var delimiter: String?

  @Option(help: ArgumentHelp("What stands around cells: double, single or none.", valueName: "quote"))
  var quote: String?

  @Option(help: ArgumentHelp("The line of the header; 0 says that there is none.", valueName: "line"))
  var header: Int?

  @Option(
    help: ArgumentHelp(
      "The sheet of a workbook, by name or number; the key of the rows in JSON.", valueName: "name"))
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "The mark before decimals where a column does not show it: point or comma.", valueName: "mark"))
  var decimal: String?

  @Option(
    name: .customLong("dates"),
    help: ArgumentHelp("What comes first in 03/04/2015: dmy or mdy.", valueName: "order"))
  var dateOrder: String?

  @Flag(name: .customLong("no-cache"), help: "Read files anew, and keep nothing of them for the next time.")
  var noCache = false

  func validate() throws {
    if let header, header < 0 { throw ValidationError("--header takes a line from 1 on, or 0") }
  }

  /// What was asked, understood.
  func options(_ settings: Settings) throws(Failure) -> SheetOptions {
    var options = SheetOptions(settings)
    options.reading.format = try choice("input-format", format)
    options.reading.encoding = try choice("encoding", encoding)
    options.reading.quote = try choice("quote", quote)
    options.reading.delimiter = try byte()
    options.reading.headerRow = header
    options.reading.sheet = sheet
    options.forced.decimal = try choice("decimal", decimal)
    options.forced.dates = try choice("dates", dateOrder)
    if noCache { options.cacheFolder = nil }
    return options
  }

  /// Complains of options that need files.
  func refuseStray() throws(Failure) {
    let said: [(Bool, String)] = [
      (format != nil, "--input-format"), (encoding != nil, "--encoding"), (delimiter != nil, "--delimiter"),
      (quote != nil, "--quote"), (header != nil, "--header"), (sheet != nil, "--sheet"),
      (decimal != nil, "--decimal"), (dateOrder != nil, "--dates"), (noCache, "--no-cache"),
    ]
    if let stray = said.first(where: \.0) { throw .usage("\(stray.1) needs a file, such as members.csv") }
  }

  /// The files among paths; nil where they name a dataset or nothing.
  static func files(among paths: [String]) throws(Failure) -> [String]? {
    guard let first = paths.first else { return nil }
    guard paths.count > 1 else { return isFile(first) ? paths : nil }
    for path in paths where !isFile(path) {
      guard access(path, F_OK) == 0 else { throw .unreadable("\(path): there is no such file or folder") }
      throw .usage("\"\(path)\" is a dataset; several paths at once are files, such as a.csv b.xlsx")
    }
    guard paths.count(where: { $0 == "-" }) <= 1 else { throw .usage("- can be read only once") }
    return paths
  }

  /// Whether a path is to be read as a file; folders and descriptors of packages are datasets.
  private static func isFile(_ path: String) -> Bool {
    if path == "-" { return true }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return false }
    return path.split(separator: "/").last != "datapackage.json"
  }

  private func choice<Value: RawRepresentable & CaseIterable>(
    _ name: String, _ typed: String?
  ) throws(Failure) -> Value? where Value.RawValue == String {
    guard let typed else { return nil }
    guard let value = Value(rawValue: typed.lowercased()) else {
      let names = Value.allCases.map(\.rawValue)
      throw .usage("--\(name) takes \(Unknown.list(names, "or")), not \"\(typed)\"")
    }
    return value
  }

  private func byte() throws(Failure) -> UInt8? {
    guard let delimiter else { return nil }
    let names = ["comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "\\t": "\t"]
    let sign = names[delimiter.lowercased()] ?? delimiter
    guard sign.utf8.count == 1, let byte = sign.utf8.first, byte != 0x0A, byte != 0x0D else {
      throw .usage(
        "--delimiter takes comma, semicolon, tab, bar or one ASCII character, not \"\(delimiter)\"")
    }
    return byte
  }
}
