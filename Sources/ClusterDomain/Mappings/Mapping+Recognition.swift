// Finds the mapping for a file by the titles of its columns.

extension Mapping {
  /// The mapping that fits best to the titles of a file's columns; nil where none does.
  ///
  /// A mapping fits if all headers that it requires are there. The one that requires most wins; of equals a
  /// user's own, then the first by name.
  public static func recognise(header: [String], among mappings: [Mapping]) -> Mapping? {
    let titles = Set(header.map(HeaderName.key))
    let found = mappings.filter { $0.recognition.fits(titles) }
    return found.min { first, second in
      let (one, two) = (first.recognition.all.count, second.recognition.all.count)
      if one != two { return one > two }
      if (first.file == nil) != (second.file == nil) { return first.file != nil }
      return first.name < second.name
    }
  }

  /// Headers that the mapping requires and a file does not have.
  public func missing(in header: [String]) -> [String] {
    let titles = Set(header.map(HeaderName.key))
    return recognition.all.filter { names in !names.contains { titles.contains($0) } }
      .map { $0.joined(separator: " or ") }
  }
}

extension Mapping.Recognition {
  fileprivate func fits(_ titles: Set<String>) -> Bool {
    all.allSatisfy { names in names.contains { titles.contains($0) } }
      && some.count { names in names.contains { titles.contains($0) } } >= least
  }
}
