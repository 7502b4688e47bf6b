// What `datapackage.json` says: the title, the home country, and which table lies in which file.

import Glibc

/// The parts of a Frictionless data package descriptor that the program uses.
struct PackageDescriptor {
  /// A table's name and the file that it lies in.
  struct Resource: Equatable {
    var name: String
    /// Relative to the folder; `nil` where the descriptor gives no usable path, for `reason`.
    var path: String?
    var reason: String = ""
  }

  /// The folder that holds it.
  var folder: String
  var title: String
  /// Its name among data packages, the same in every release; empty where it has none.
  var name: String
  /// Two letters of ISO 3166-1; `nil` where the descriptor names none.
  var homeCountry: String?
  /// Whether an import wrote it, which names only the tables that it has rows for.
  var isImport: Bool
  /// How many rows and values the import could not use.
  var importProblems: Int
  var resources: [Resource]

  /// Reads the descriptor of the package at `path`, a folder or the `datapackage.json` itself.
  static func find(at path: String) throws(DatasetError) -> PackageDescriptor {
    var status = stat()
    guard !path.isEmpty, stat(path, &status) == 0 else {
      if path.isEmpty || errno == ENOENT || errno == ENOTDIR { throw .missing(path: path) }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      return try read("\(path)/datapackage.json", folder: path)
    case S_IFREG:
      let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) }
      return try read(path, folder: folder ?? ".")
    default:
      throw .notAPackage(path: path, reason: DataFileError.notRegular.reason)
    }
  }

  private static func read(_ path: String, folder: String) throws(DatasetError) -> PackageDescriptor {
    let bytes: [UInt8]
    do {
      bytes = try DataFile.read(path)
    } catch .missing {
      throw .noDescriptor(folder: folder)
    } catch .system(let words) {
      throw .unreadable(path: path, reason: words)
    } catch {
      throw .notAPackage(path: path, reason: error.reason)
    }
    do throws(JSONError) {
      return try PackageDescriptor(try JSONReader.value(of: bytes), path: path, folder: folder)
    } catch {
      throw .brokenDescriptor(
        path: path, line: error.line > 0 ? error.line : nil, column: error.line > 0 ? error.column : nil,
        reason: error.reason)
    }
  }

  /// Takes what is used out of the JSON; throws with line 0 where a part has the wrong shape.
  private init(_ json: JSONValue, path: String, folder: String) throws(JSONError) {
    guard case .object = json else { throw JSONError(line: 1, column: 1, reason: "is no JSON object") }
    guard let list = json["resources"]?.array, !list.isEmpty else {
      throw JSONError(line: 0, column: 0, reason: "has no list \"resources\", so it names no table")
    }
    self.folder = folder
    name = json["name"]?.string ?? ""
    title = json["title"]?.string ?? json["name"]?.string ?? "Dataset"
    homeCountry = (json["homeCountry"]?.string?.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    isImport = json["import"]?["written"] != nil
    importProblems = (json["import"]?["read"]?.array ?? []).reduce(0) { $0 + Self.problems(of: $1) }
    resources = list.enumerated().map { Self.resource($1, number: $0 + 1) }
  }

  /// How many rows and values of a file an import could not use.
  private static func problems(of file: JSONValue) -> Int {
    var count = 0
    for name in ["rejected", "problems"] {
      if case .number(let number)? = file[name] { count += Int(exactly: number) ?? 0 }
    }
    return count
  }

  private static func resource(_ json: JSONValue, number: Int) -> Resource {
    guard let name = json["name"]?.string, !name.isEmpty else {
      return Resource(name: "", reason: "resource \(number) has no name; it is ignored")
    }
    let table = String(name.map { $0 == "-" ? "_" : $0 })
    let paths = json["path"]?.array ?? json["path"].map { [$0] } ?? []
    guard paths.count == 1, let path = paths[0].string, !path.isEmpty else {
      return Resource(name: table, reason: "resource \"\(name)\" has not exactly one path; table not read")
    }
    guard isInside(path) else {
      return Resource(
        name: table, reason: "the path \"\(path)\" of \"\(name)\" leads out of the folder; table not read")
    }
    return Resource(name: table, path: path)
  }

  /// Whether a relative path stays in its folder: neither absolute, nor an address, nor with a step up.
  static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.hasPrefix("~") && !path.utf8.contains(0) && !path.contains("\\")
      && !path.contains(":") && !path.split(separator: "/").contains("..")
  }
}
