// How files are recognised and what they are then called: all that is read of a mapping until a file fits it.

/// The part of a mapping that tells which files it is for.
struct MappingHead: Sendable {
  let name: String
  let title: String
  /// The file that it was read from; nil for one that comes with the program.
  let file: String?
  let recognition: Mapping.Recognition

  /// The one that fits best to the titles of a file's columns; nil where none does.
  ///
  /// It fits if all headers that it requires are there. The one that requires most wins; of equals a user's own,
  /// then the first by name.
  static func recognise(header: [String], among heads: [MappingHead]) -> MappingHead? {
    let titles = Set(header.map(HeaderName.key))
    let found = heads.filter { $0.recognition.fits(titles) }
    return found.min { first, second in
      let (one, two) = (first.recognition.all.count, second.recognition.all.count)
      if one != two { return one > two }
      if (first.file == nil) != (second.file == nil) { return first.file != nil }
      return first.name < second.name
    }
  }
}

extension Mapping {
  var head: MappingHead { MappingHead(name: name, title: title, file: file, recognition: recognition) }
}

extension Mapping.Recognition {
  fileprivate func fits(_ titles: Set<String>) -> Bool {
    all.allSatisfy { names in names.contains { titles.contains($0) } }
      && some.count { names in names.contains { titles.contains($0) } } >= least
  }
}
