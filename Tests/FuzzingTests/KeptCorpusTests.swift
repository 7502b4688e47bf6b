// Every kept input of the fuzzer is read again, so that what was found once stays found.

import Foundation
import Testing

@Suite("Inputs that fuzzing found")
struct KeptCorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  @Test("every reader keeps its promises", arguments: FuzzedReader.allCases)
  func promises(of reader: FuzzedReader) throws {
    let folder = Self.corpus.appending(path: reader.rawValue)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names.sorted() {
      let bytes = try Data(contentsOf: folder.appending(path: name))
      #expect(throws: Never.self, "\(reader)/\(name)") { try reader.read(Array(bytes)) }
    }
  }
}
