// The way in: a data package on disk becomes a catalogue and a list of problems.

import Glibc

/// What reading a dataset gave.
public struct Reading: Sendable {
  /// Everything that could be read.
  public let catalogue: Catalogue
  /// Everything that was wrong, in the order of reading.
  public let problems: [Problem]
  /// The folder that was read.
  public let path: String
  /// How many rows of each table were kept, by the table's name.
  public let rowCounts: [String: Int]
  private let archive: MemberArchive?

  /// Makes a reading from its parts.
  public init(
    catalogue: Catalogue, problems: [Problem] = [], path: String, rowCounts: [String: Int] = [:]
  ) {
    self.init(catalogue: catalogue, problems: problems, path: path, rowCounts: rowCounts, archive: nil)
  }

  init(
    catalogue: Catalogue, problems: [Problem], path: String, rowCounts: [String: Int], archive: MemberArchive?
  ) {
    self.archive = archive
    self.catalogue = catalogue
    self.problems = problems
    self.path = path
    self.rowCounts = rowCounts
  }
}

extension Reading {
  /// Whether its members were taken from the cache.
  public var isFromCache: Bool { archive != nil }

  /// Whether what was taken from the cache has the bytes that were written; looks at all of them.
  ///
  /// A cache that is broken is deleted, so that the next reading makes it again.
  public func isCacheIntact() -> Bool {
    guard let archive, !archive.isIntact() else { return true }
    archive.remove()
    return false
  }
}

/// Reads datasets: folders with a `datapackage.json` and CSV tables.
public enum Dataset {
  /// Reads a data package, given as its folder or its `datapackage.json`; blocks until all is read.
  ///
  /// The home country is that of the descriptor, otherwise the one that all regions belong to, otherwise none.
  /// Tables that are missing or broken, columns, rows and values are problems, and the rest is read.
  /// Throws `DatasetError` only where nothing at all can be shown.
  /// Members by the hundred thousand are kept in `cacheFolder`, where one is given, and are there at once the next
  /// time. `progress` is told from time to time how far a large table is.
  public static func read(
    _ path: String, cacheFolder: String? = nil,
    progress: @escaping @Sendable (DatasetProgress) -> Void = { _ in }
  ) throws(DatasetError) -> Reading {
    let descriptor = try PackageDescriptor.find(at: path)
    var reader = DatasetReader(descriptor: descriptor, cacheFolder: cacheFolder, progress: progress)
    let tables = reader.readTables()
    guard reader.readTableCount > 0 else {
      throw DatasetError.nothingReadable(path: path, problems: reader.problems.all)
    }
    let homeCountry =
      descriptor.homeCountry ?? (descriptor.isImport ? "" : reader.country(of: tables.regions))
    return Reading(
      catalogue: Catalogue(
        title: descriptor.title, name: descriptor.name, homeCountry: homeCountry, tables: tables),
      problems: reader.problems.all, path: descriptor.folder, rowCounts: reader.rowCounts,
      archive: reader.isFromCache ? reader.archive : nil)
  }

  /// Reads a data package whose cache is broken: deletes the cache and does without one.
  public static func readAnew(_ path: String, cacheFolder: String?) throws(DatasetError) -> Reading {
    let descriptor = try PackageDescriptor.find(at: path)
    DatasetReader(descriptor: descriptor, cacheFolder: cacheFolder).archive?.remove()
    return try read(path)
  }

  /// Where the Italy dataset lies that comes with the program, if it is installed.
  ///
  /// Beside the executable as the build lays it out, otherwise in `../share/distretto/italy`.
  public static var bundledPath: String? {
    guard let executable = resolved("/proc/self/exe"), let slash = executable.lastIndex(of: "/") else {
      return nil
    }
    let folder = executable[..<slash]
    return bundledPlaces.lazy.map { "\(folder)/\($0)" }.first { isFolder($0) }
  }

  private static let bundledPlaces = [
    "distretto_ClusterDomain.resources/italy",
    "../share/distretto/italy",
  ]
}

/// A path with every link followed; nil where there is nothing.
func resolved(_ path: String) -> String? {
  guard let buffer = realpath(path, nil) else { return nil }
  defer { free(buffer) }
  return String(cString: buffer)
}

/// Whether a folder is there.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
