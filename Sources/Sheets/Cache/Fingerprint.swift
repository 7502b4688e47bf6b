// What a cache belongs to: a file as it was, the way in which it was read, and the columns derived from it.

import Glibc

/// Tells a file and a way of reading it from every other.
struct Fingerprint: Sendable, Hashable {
  private let bytes: [UInt8]
  private let place: [UInt8]

  /// The fingerprint of a file; nil where it is no regular file, since then nothing tells whether it changed.
  init?(path: String, options: ReadingOptions, derivations: String) {
    self.init(files: [path], words: options.words, rules: [derivations])
  }

  /// The fingerprint of what is made from several files, the first of which gives it its place; `words` say how, and
  /// `rules` by what, without another place.
  ///
  /// Nil where one of them is no regular file.
  init?(files: [String], words: [String], rules: [String] = []) {
    guard let first = files.first, let resolved = realpath(first, nil) else { return nil }
    defer { free(resolved) }
    var place = ByteWriter()
    place.put(String(cString: resolved))
    place.put(words)
    var writer = place
    writer.put(rules)
    for file in files {
      guard let numbers = Self.state(of: file) else { return nil }
      for number in numbers { writer.put(number) }
    }
    bytes = writer.bytes
    self.place = place.bytes
  }

  private static func state(of file: String) -> [Int]? {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [
      Int(bitPattern: UInt(status.st_dev)), Int(bitPattern: UInt(status.st_ino)), Int(status.st_size),
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
  }

  /// The same for the same file in the same state.
  var sum: UInt64 { bytes.withUnsafeBytes(checksum) }

  /// The same for every state of the file and all rules, so that a new cache takes the place of an old one.
  var fileName: String { "\(hex(place.withUnsafeBytes(checksum))).sheet" }
}

private func hex(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// The folder of the caches.
enum CacheFolder {
  /// Makes a folder with those above it, for its owner alone.
  static func make(_ path: String) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex, !make(String(path[..<slash])) {
      return false
    }
    return mkdir(path, 0o700) == 0 || errno == EEXIST
  }

  /// Deletes what writers left that were ended in the middle; what is still being written is left alone.
  static func sweep(_ path: String) {
    for name in FolderListing.names(in: path) where isTemporary(name) {
      let file = "\(path)/\(name)"
      guard let lock = FileLock(file) else { continue }
      withExtendedLifetime(lock) { _ = unlink(file) }
    }
  }

  /// Whether a file is named as writers name theirs until they are whole: `NAME.sheet.PROCESS.TIME`.
  private static func isTemporary(_ name: String) -> Bool {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0].count == 16 && parts[0].allSatisfy { $0.isASCII && $0.isHexDigit }
      && parts[1] == "sheet" && parts[2...].allSatisfy { UInt64($0) != nil }
  }
}
