// Titles of columns in the form in which they are compared.

import Sheets

/// Titles of columns as keys.
enum HeaderName {
  /// Lower case, no accents, one blank for every run of other signs: `Ragione_Sociale` gives `ragione sociale`.
  static func key(_ title: String) -> String {
    Folding.words(title).joined(separator: " ")
  }

  /// The places of titles by their keys; of two that are alike the first.
  static func places(_ header: [String]) -> [String: Int] {
    Dictionary(header.enumerated().map { (key($1), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
