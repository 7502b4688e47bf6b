// What kind of file a header belongs to, and which columns follow from it.

import ClusterDomain
import Sheets
import Synchronization

/// Recognises files by their headers; mappings are read when the first file is, not before the first frame.
final class SheetRecognition: Sendable {
  private struct Known {
    let mappings: MappingIndex
    let places: Places
  }

  private let folders: [String]
  private let known = Mutex<Known?>(nil)

  init(folders: [String] = []) { self.folders = folders }

  private func all() -> Known {
    known.withLock { known in
      if let known { return known }
      let made = Known(mappings: MappingIndex(folders: folders), places: Places())
      known = made
      return made
    }
  }

  /// Changes with what would be derived.
  var version: String {
    let known = all()
    return "\(known.mappings.version) \(Mapping.derivationVersion(places: known.places))"
  }

  /// The columns to derive from a file with this header.
  @Sendable
  func derivations(_ header: [String]) -> [Derivation] {
    let known = all()
    return known.mappings.mapping(header: header)?.derivations(header: header, places: known.places) ?? []
  }

  /// What a file is taken for; nil where nobody knows.
  func name(for reading: SheetReading) -> String? {
    all().mappings.title(header: reading.sheet.columns.filter { !$0.isDerived }.map(\.title))
  }
}
