// What kind of file a header belongs to, and which columns follow from it.

import ClusterDomain
import Sheets

/// Recognises files by their headers.
struct SheetRecognition: Sendable {
  /// Changes with what would be derived.
  var version = ""

  /// The columns to derive from a file with this header.
  @Sendable
  func derivations(_ header: [String]) -> [Derivation] { [] }

  /// What a file is taken for; nil where nobody knows.
  func name(for reading: SheetReading) -> String? { nil }
}
