// Finds the mapping for a file by the titles of its columns.

extension Mapping {
  /// The mapping that fits best to the titles of a file's columns; nil where none does.
  ///
  /// A mapping fits if all headers that it requires are there. The one that requires most wins; of equals a
  /// user's own, then the first by name.
  public static func recognise(header: [String], among mappings: [Mapping]) -> Mapping? {
    let head = MappingHead.recognise(header: header, among: mappings.map(\.head))
    return head.flatMap { head in mappings.first { $0.name == head.name && $0.file == head.file } }
  }

  /// Headers that the mapping requires and a file does not have.
  public func missing(in header: [String]) -> [String] {
    let titles = Set(header.map(HeaderName.key))
    return recognition.all.filter { names in !names.contains { titles.contains($0) } }
      .map { $0.joined(separator: " or ") }
  }
}
