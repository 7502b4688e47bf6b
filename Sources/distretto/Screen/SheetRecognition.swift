// What kind of file a header belongs to, and which columns follow from it.

import ClusterDomain
import Sheets
import Synchronization

/// Recognises files by their headers; mappings are read when the first file is, not before the first frame.
final class SheetRecognition: Sendable {
  private struct Known {
    let mappings: Mappings
    let places: Places
  }

  private let folders: [String]
  private let known = Mutex<Known?>(nil)

  init(folders: [String] = []) { self.folders = folders }

  private func all() -> Known {
    known.withLock { known in
      if let known { return known }
      let made = Known(mappings: Mappings(folders: folders), places: Places())
      known = made
      return made
    }
  }

  /// Changes with what would be derived.
  var version: String {
    let known = all()
    return known.mappings.all.map { $0.derivationVersion(places: known.places) }.joined(separator: "; ")
  }

  /// The columns to derive from a file with this header.
  @Sendable
  func derivations(_ header: [String]) -> [Derivation] {
    let known = all()
    return known.mappings.recognise(header: header)?.derivations(header: header, places: known.places) ?? []
  }

  /// What a file is taken for; nil where nobody knows.
  func name(for reading: SheetReading) -> String? {
    let header = reading.sheet.columns.filter { !$0.isDerived }.map(\.title)
    return all().mappings.recognise(header: header)?.title
  }
}
