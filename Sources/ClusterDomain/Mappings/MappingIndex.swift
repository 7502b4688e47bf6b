// Recognises files without reading all mappings whole: that would take longer than opening a file from its cache.

/// Tells what a file is taken for, and by which mapping.
public struct MappingIndex: Sendable {
  private let heads: [MappingHead]
  private let own: [Mapping]
  /// Changes with every mapping.
  public let version: String

  /// The mappings that come with the program, with those of the folders' `NAME.toml` files over them.
  public init(folders: [String] = []) {
    own = Mappings.own(in: folders).all
    let names = Set(own.map(\.name))
    heads = own.map(\.head) + Self.bundled.heads.filter { !names.contains($0.name) }
    let digests = [Self.bundled.digest] + own.map(\.digest).sorted()
    version = digests.map { String($0, radix: 36) }.joined(separator: " ")
  }

  /// What a file with these titles is called; nil where no mapping fits.
  public func title(header: [String]) -> String? {
    MappingHead.recognise(header: header, among: heads)?.title
  }

  /// The mapping that fits best to the titles of a file's columns; nil where none does.
  public func mapping(header: [String]) -> Mapping? {
    guard let head = MappingHead.recognise(header: header, among: heads) else { return nil }
    if head.file != nil { return own.first { $0.name == head.name } }
    return Mappings.text(named: head.name).flatMap { text in
      try? MappingParser.mapping(text, file: "\(head.name).toml", isOwn: false)
    }
  }

  /// Those that come with the program; ones that cannot be read are told by `Mappings`.
  private static let bundled: (heads: [MappingHead], digest: UInt64) = {
    var state = Hash128.State()
    let heads = Mappings.texts.compactMap { name, bytes in
      bytes.withUnsafeBufferPointer { state.add($0) }
      return try? MappingParser.head(String(decoding: bytes, as: UTF8.self), file: "\(name).toml")
    }
    return (heads, state.hash.low)
  }()
}
