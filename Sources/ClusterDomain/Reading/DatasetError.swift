// The few reasons for which a dataset cannot be opened at all; everything else is a `Problem`.

/// Why nothing of a dataset can be shown.
public enum DatasetError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is nothing at this path.
  case missing(path: String)
  /// The system does not let it be read; the reason is the system's.
  case unreadable(path: String, reason: String)
  /// What stands at this path is neither a folder nor a `datapackage.json`.
  case notAPackage(path: String, reason: String)
  /// The folder has no `datapackage.json`.
  case noDescriptor(folder: String)
  /// `datapackage.json` is not valid: line and column, counted from 1, where known, and why.
  case brokenDescriptor(path: String, line: Int?, column: Int?, reason: String)
  /// Not one table of the dataset could be read; the problems say why.
  case nothingReadable(path: String, problems: [Problem])

  /// A sentence with the path.
  public var description: String {
    switch self {
    case .missing(let path):
      return "\(visible(path, limit: 300)): there is no such file or folder"
    case .unreadable(let path, let reason):
      return "\(visible(path, limit: 300)): cannot be read: \(reason)"
    case .notAPackage(let path, let reason):
      return "\(visible(path, limit: 300)): is no data package: \(reason)"
    case .noDescriptor(let folder):
      return "\(visible(folder, limit: 300)): is no data package: it holds no datapackage.json"
    case .brokenDescriptor(let path, let line, let column, let reason):
      let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
      return "\(visible(path, limit: 300))\(place): \(reason)"
    case .nothingReadable(let path, let problems):
      let first = problems.first.map { "; first: \($0)" } ?? ""
      return "\(visible(path, limit: 300)): none of its tables could be read\(first)"
    }
  }
}
