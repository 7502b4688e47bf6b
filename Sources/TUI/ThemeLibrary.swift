// All themes that can be asked for: those that come with the program and those in the user's folders.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The themes that can be asked for by name; a user's theme wins over a bundled one of the same name.
public struct ThemeLibrary: Sendable {
  private let bundled: [(name: String, text: String)]
  private let folders: [String]

  /// A library of bundled themes and of folders with `*.theme` files; earlier folders win.
  public init(bundled: [(name: String, text: String)], folders: [String] = []) {
    self.bundled = bundled
    self.folders = folders
  }

  /// Every name, the bundled ones in their order, then the user's in alphabetical order.
  public var names: [String] {
    let known = Set(bundled.map(\.name))
    return bundled.map(\.name) + Set(userNames).subtracting(known).sorted()
  }

  /// The file of a user's theme, nil for a bundled one.
  public func file(of name: String) -> String? {
    guard !name.isEmpty, !name.contains("/"), name.first != "." else { return nil }
    return folders.map { "\($0)/\(name).theme" }.first { access($0, F_OK) == 0 }
  }

  /// A theme by its name, read anew each time.
  public func theme(named name: String) throws(ThemeError) -> Theme {
    var unreadable: ThemeError?
    guard let source = try source(named: name) else {
      let reason = "there is no such theme; there are \(names.joined(separator: ", "))"
      throw ThemeError(file: name, reason: reason)
    }
    do throws(ThemeError) {
      return try Theme.parse(source) { parent, asking in
        do throws(ThemeError) {
          // A user's theme may build on the bundled one of its own name.
          return parent == asking.name ? bundledSource(parent) : try self.source(named: parent)
        } catch {
          unreadable = error
          return nil
        }
      }
    } catch {
      throw unreadable ?? error
    }
  }

  private func source(named name: String) throws(ThemeError) -> ThemeSource? {
    guard let file = file(of: name) else { return bundledSource(name) }
    return ThemeSource(name: name, file: file, text: try ThemeFolder.text(of: file))
  }

  private func bundledSource(_ name: String) -> ThemeSource? {
    bundled.first { $0.name == name }.map { ThemeSource(name: name, text: $0.text) }
  }

  private var userNames: [String] {
    folders.flatMap { ThemeFolder.files(in: $0) }.map { String($0.dropLast(".theme".count)) }
  }
}

/// Reads folders and files of themes.
enum ThemeFolder {
  /// More than this is no theme.
  private static let limit = 1 << 20

  /// The names of the theme files in a folder; none where there is no such folder.
  static func files(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".theme"), name.first != "." { names.append(name) }
    }
    return names
  }

  /// What a file holds, as text.
  static func text(of file: String) throws(ThemeError) -> String {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(file) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count <= limit {
      let got = read(descriptor, &chunk, chunk.count)
      if got == 0 { break }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw failure(file) }
      bytes += chunk[..<got]
    }
    guard bytes.count <= limit else {
      throw ThemeError(file: file, reason: "the file is too large to be a theme")
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw ThemeError(file: file, reason: "the file is not UTF-8 text")
    }
    return text
  }

  private static func failure(_ file: String) -> ThemeError {
    ThemeError(file: file, reason: "cannot be read: \(String(cString: strerror(errno)))")
  }
}
