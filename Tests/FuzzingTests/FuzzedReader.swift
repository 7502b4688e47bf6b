// The readers of bytes that others wrote, each with what must hold whatever the bytes are.

/// A reader; its name is that of its folder in the corpus.
enum FuzzedReader: String, CaseIterable {
  case delimited
  case json
  case workbook
  case zip
  case gzip
  case text
  case cells
  case questions
  case cache
  case places
  case mapping
  case theme
  case table
  case descriptor
  case dataset
  case keys
  case screen

  /// Gives the bytes to the reader; throws what did not hold.
  func read(_ bytes: [UInt8]) throws {
    switch self {
    case .delimited: try DelimitedPromises.check(bytes)
    case .json: try JSONPromises.check(bytes)
    case .workbook: try WorkbookPromises.checkParts(bytes)
    case .zip: try WorkbookPromises.checkFile(bytes)
    case .gzip: try BytePromises.checkGzip(bytes)
    case .text: try BytePromises.checkText(bytes)
    case .cells: try CellPromises.check(bytes)
    case .questions: try QuestionPromises.check(bytes)
    case .cache: try CachePromises.check(bytes)
    case .places: try DatasetPromises.checkPlaces(bytes)
    case .mapping: try DatasetPromises.checkMapping(bytes)
    case .theme: try ScreenPromises.checkTheme(bytes)
    case .table: try DatasetPromises.checkTable(bytes)
    case .descriptor: try DatasetPromises.checkDescriptor(bytes)
    case .dataset: try DatasetPromises.checkDataset(bytes)
    case .keys: try ScreenPromises.checkKeys(bytes)
    case .screen: try ScreenPromises.checkText(bytes)
    }
  }
}

/// Something that should hold for all bytes, and does not for these.
struct BrokenPromise: Error, CustomStringConvertible {
  let description: String
}

/// Throws where something does not hold.
func promise(_ holds: Bool, _ words: @autoclosure () -> String) throws {
  if !holds { throw BrokenPromise(description: words()) }
}
