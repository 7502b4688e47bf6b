// Why an import cannot be made at all; single rows and values that cannot be used are listed instead.

import Sheets

/// Why nothing was imported.
public struct ImportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of thing went wrong.
  public enum Kind: Sendable, Hashable {
    /// A file that cannot be read, or that breaks off.
    case unreadable
    /// A file that the mapping, or no mapping, fits.
    case unmapped
    /// The folder that cannot be written or must not be replaced.
    case unwritable
  }

  /// What kind of thing went wrong.
  public let kind: Kind
  /// The file or folder.
  public let path: String
  /// What is wrong, without a full stop.
  public let reason: String
  /// What to do about it, without a full stop.
  public let advice: String

  init(_ kind: Kind, _ path: String, _ reason: String, advice: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
    self.advice = advice
  }

  init(_ error: SheetError) {
    kind = .unreadable
    path = error.line.map { "\(error.path):\($0)" } ?? error.path
    reason = error.reason
    advice = error.advice
  }

  /// `PATH: REASON; ADVICE`.
  public var description: String { "\(visible(path, limit: 300)): \(reason); \(advice)" }
}

extension RowFault {
  /// Why such a row is not used.
  var reason: String {
    switch self {
    case .fewerCells: "has fewer cells than the header, so it is not clear what each is"
    case .moreCells: "has more cells than the header, so it is not clear what each is"
    case .unclosedQuote: "has a quote that is never closed"
    case .textAfterQuote: "has text after a closing quote"
    case .badBytes: "holds bytes that are no text in the file's encoding"
    case .notJSON: "is no JSON"
    }
  }
}
