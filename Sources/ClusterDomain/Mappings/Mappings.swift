// All mappings that can be used: those that come with the program, and a user's own over them.

import Sheets

/// A collection of mappings.
public struct Mappings: Sendable {
  /// By name.
  public let all: [Mapping]
  /// What is wrong in a user's files; the mappings of such files are left out.
  public let mistakes: [MappingError]

  /// The mappings that come with the program, with those of the folders' `NAME.toml` files over them.
  ///
  /// Folders that are not there are passed over; of two files of one name the one of the first folder counts.
  public init(folders: [String] = []) {
    var byName = Dictionary(Self.bundled.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let own = Self.own(in: folders)
    for mapping in own.all { byName[mapping.name] = mapping }
    all = byName.values.sorted { $0.name < $1.name }
    mistakes = Self.bundled.mistakes + own.mistakes
  }

  /// The mappings of a user's folders: of two of one name that of the first folder, the last by its file.
  static func own(in folders: [String]) -> (all: [Mapping], mistakes: [MappingError]) {
    var byName: [String: Mapping] = [:]
    var mistakes: [MappingError] = []
    for folder in folders.reversed() {
      for file in FolderListing.names(in: folder).filter({ $0.hasSuffix(".toml") }).sorted() {
        let path = "\(folder)/\(file)"
        do throws(MappingError) {
          let mapping = try MappingParser.mapping(try text(of: path), file: path, isOwn: true)
          byName[mapping.name] = mapping
        } catch {
          mistakes.append(error)
        }
      }
    }
    return (Array(byName.values), mistakes)
  }

  private static func text(of path: String) throws(MappingError) -> String {
    do throws(DataFileError) {
      return String(decoding: try DataFile.read(path), as: UTF8.self)
    } catch {
      throw MappingError(
        file: path, line: nil, column: nil, reason: error.reason, advice: "mend it or take it away")
    }
  }

  /// The mapping of a name.
  public subscript(name: String) -> Mapping? { all.first { $0.name == name } }

  /// The mapping that fits best to the titles of a file's columns; nil where none does.
  public func recognise(header: [String]) -> Mapping? { Mapping.recognise(header: header, among: all) }

  /// Those that come with the program, parsed once.
  private static let bundled: (all: [Mapping], mistakes: [MappingError]) = {
    var all: [Mapping] = []
    var mistakes: [MappingError] = []
    for (name, bytes) in texts {
      do throws(MappingError) {
        all.append(
          try MappingParser.mapping(
            String(decoding: bytes, as: UTF8.self), file: "\(name).toml", isOwn: false))
      } catch {
        mistakes.append(error)
      }
    }
    return (all, mistakes)
  }()

  /// The text of one that comes with the program.
  static func text(named name: String) -> String? {
    texts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  static var texts: [(name: String, bytes: [UInt8])] {
    [
      ("cordis-organization", PackageResources.cordis_organization_toml),
      ("cordis-project", PackageResources.cordis_project_toml),
      ("eu-ft-calls", PackageResources.eu_ft_calls_toml),
      ("eu-ft-calls-csv", PackageResources.eu_ft_calls_csv_toml),
      ("it-startups", PackageResources.it_startups_toml),
      ("opencup-locations", PackageResources.opencup_locations_toml),
      ("organisations", PackageResources.organisations_toml),
    ]
  }
}
