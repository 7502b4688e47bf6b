// The folder of an import: written beside its place and put there whole, or not at all.

import Glibc
import Sheets

/// A folder that takes the place of another one at once.
struct ImportFolder {
  /// Where it will be.
  let target: String
  /// Where it is written.
  let draft: String
  private let parent: String
  private let name: String

  /// Makes the draft beside the target; refuses a target that is anything but an earlier, unchanged import.
  init(target path: String) throws(ImportError) {
    target = try Self.whole(path)
    let slash = target.lastIndex(of: "/") ?? target.startIndex
    parent = slash == target.startIndex ? "/" : String(target[..<slash])
    name = String(target[target.index(after: slash)...])
    Self.sweep(parent, name)
    try Self.check(target)
    draft = try Self.make(in: parent, ".\(name).import")
  }

  /// The path with every link followed; what is not there yet must have a folder to lie in.
  private static func whole(_ path: String) throws(ImportError) -> String {
    if let found = resolved(path) { return found }
    var rest = path[...]
    while rest.count > 1, rest.last == "/" { rest.removeLast() }
    let slash = rest.lastIndex(of: "/")
    let parent = slash.map { $0 == rest.startIndex ? "/" : String(rest[..<$0]) } ?? "."
    let name = slash.map { String(rest[rest.index(after: $0)...]) } ?? String(rest)
    guard !name.isEmpty, name != ".", name != "..", let folder = resolved(parent) else {
      throw ImportError(
        .unwritable, path, "the folder that it would lie in is not there", advice: "make \(parent) first")
    }
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// Tidies up after imports that were killed: a folder that was moved away comes back where nothing took its
  /// place, drafts go.
  private static func sweep(_ parent: String, _ name: String) {
    for left in FolderListing.names(in: parent).sorted() {
      for kind in [".\(name).import-", ".\(name).old-"] where left.hasPrefix(kind) {
        guard let process = left.dropFirst(kind.count).split(separator: "-").first.flatMap({ pid_t($0) }),
          kill(process, 0) != 0, errno == ESRCH
        else { continue }
        let path = "\(parent)/\(left)"
        if kind.hasSuffix(".old-"), rename(path, "\(parent)/\(name)") == 0 { continue }
        FolderListing.remove(path)
      }
    }
  }

  private static func make(in parent: String, _ name: String) throws(ImportError) -> String {
    for number in 0..<100 {
      let path = "\(parent)/\(name)-\(getpid())-\(number)"
      if mkdir(path, 0o777) == 0 { return path }
      guard errno == EEXIST else { break }
    }
    throw ImportError(
      .unwritable, parent, "cannot be written: \(String(cString: strerror(errno)))",
      advice: "name a folder that you may write to")
  }

  /// Puts the draft in its place; an earlier import is taken away after that.
  func put() throws(ImportError) {
    try Self.sync(draft)
    var old: String?
    if resolved(target) != nil {
      let place = try Self.make(in: parent, ".\(name).old")
      // A folder takes the place of an empty one at once.
      guard rename(target, place) == 0 else {
        let words = String(cString: strerror(errno))
        _ = rmdir(place)
        throw failure("cannot be moved away: \(words)")
      }
      old = place
    }
    guard rename(draft, target) == 0 else {
      let words = String(cString: strerror(errno))
      if let old { _ = rename(old, target) }
      throw failure("cannot be put in its place: \(words)")
    }
    try? Self.sync(parent)
    if let old { FolderListing.remove(old) }
  }

  /// Takes the draft away.
  func discard() { FolderListing.remove(draft) }

  private func failure(_ reason: String) -> ImportError {
    ImportError(.unwritable, target, reason, advice: "name another folder; nothing there was changed")
  }

  private static func sync(_ folder: String) throws(ImportError) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw ImportError(
        .unwritable, folder, "cannot be written: \(String(cString: strerror(errno)))",
        advice: "name another folder")
    }
  }
}

// MARK: - What may be replaced

extension ImportFolder {
  private static func check(_ target: String) throws(ImportError) {
    guard resolved(target) != nil else { return }
    func refusal(_ reason: String) -> ImportError {
      ImportError(
        .unwritable, target, reason, advice: "name another folder, or move this one away; nothing was changed"
      )
    }
    guard isFolder(target) else { throw refusal("is no folder") }
    let names = FolderListing.names(in: target).sorted()
    guard !names.isEmpty else { return }
    guard let bytes = try? DataFile.read("\(target)/datapackage.json"),
      let json = try? JSONReader.value(of: bytes), let written = json["import"]?["written"]?.members
    else { throw refusal("is there already and was not made by an import") }
    if let other = names.first(where: { written[$0] == nil && $0 != "datapackage.json" }) {
      throw refusal("holds \(visible(other)), which no import wrote")
    }
    for name in names where name != "datapackage.json" {
      guard written[name]?.string == hash(of: "\(target)/\(name)") else {
        throw refusal("its file \(visible(name)) was changed after the import")
      }
    }
  }

  /// The hash of a file as `TableFile` gives it; nil where it cannot be read.
  private static func hash(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var state = Hash128.State()
    var block = [UInt8](repeating: 0, count: TableFile.block)
    while true {
      var count = 0
      while count < block.count {
        let got = block.withUnsafeMutableBytes {
          Glibc.read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count)
        }
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { return nil }
        if got == 0 { break }
        count += got
      }
      if count > 0 {
        block.withUnsafeBufferPointer { state.add(UnsafeBufferPointer(rebasing: $0[..<count])) }
      }
      if count < block.count { return TableFile.name(state.hash) }
    }
  }
}

extension JSONValue {
  /// The members of an object.
  fileprivate var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }
}
