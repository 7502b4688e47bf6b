// What several tests need: days written short, datasets in a temporary folder, the bundled dataset.

import ClusterDomain
import Foundation
import Testing

/// A day given as `2016-06-01`.
func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

/// A partial date, or none for an empty text.
func date(_ text: String) -> PartialDate? { PartialDate(text) }

/// A data package in a folder of its own, which is removed with it.
final class FixturePackage {
  let folder: String

  /// Small valid tables; a test replaces what it is about.
  static let base: [String: String] = [
    "sources": "id,url,title,publisher,published\ns1,https://example.org/a,Page,Example,2014-11-06\n",
    "countries": "id,name\nIT,Italy\n",
    "regions": "id,name,name_en,legacy,country,source\nITC4,Lombardia,Lombardy,,IT,s1\n",
    "clusters": clustersHeader
      + "le2c,Lombardy Energy Cleantech Cluster,LE2C,,IT,ITC4,Milano,energy; cleantech,2009,,s1,\n",
    "labels": labelsHeader + "l1,a1,le2c,awarded,bronze,,2013-03,,,,,s1,\n",
  ]
  static let clustersHeader =
    "id,name,short_name,kind,country,region,place,sectors,founded,website,source,note\n"
  static let labelsHeader =
    "id,award,cluster,event,level,portfolio,date,valid_until,stated_years,score,collective,source,note\n"

  /// Writes the base tables with some replaced, or taken away where the text is `nil`.
  init(_ changes: [String: String?] = [:], descriptor: String? = nil) throws {
    folder = try Self.newFolder()
    var tables = Self.base
    for (name, text) in changes { tables[name] = text }
    for (name, text) in tables { try write("\(name).csv", Array(text.utf8)) }
    let resources = Set(Self.base.keys).union(changes.keys).sorted()
      .map { "{\"name\": \"\($0)\", \"path\": \"\($0).csv\"}" }.joined(separator: ", ")
    let text = descriptor ?? "{\"title\": \"Test\", \"homeCountry\": \"IT\", \"resources\": [\(resources)]}"
    try write("datapackage.json", Array(text.utf8))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func newFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.path + "/distretto-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  /// Reads the package, leaving out the problems of tables that the fixture does not have.
  func read() throws -> (catalogue: Catalogue, problems: [Problem]) {
    let reading = try Dataset.read(folder)
    return (reading.catalogue, reading.problems.filter { !$0.reason.hasPrefix("names no table") })
  }
}

/// The dataset that comes with the program, as the build or the sources have it.
enum Bundled {
  static let path: String = {
    let sources = packageRoot + "/Sources/ClusterDomain/Datasets/italy"
    return Dataset.bundledPath ?? sources
  }()

  static let reading = Result { try Dataset.read(path) }

  /// The folder of the package's manifest.
  static let packageRoot: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()
}
