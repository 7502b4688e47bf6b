// An older release of the dataset, named by --since, that the present one is held against.

import ClusterDomain
import Glibc
import ViewModels

/// What is not as in an older release.
enum OlderRelease {
  /// Reads the older release and compares; tells also why nothing could be compared.
  static func news(of data: LoadedData, since path: String, on day: CalendarDate) -> Intent {
    do throws(DatasetError) {
      let former = try Dataset.read(path, cacheFolder: nil).catalogue
      return .compared(
        since: path, Comparison(from: former, to: data.catalogue, on: day).changes)
    } catch {
      return .workEnded("Nothing is compared: \(error.description)", isDone: false)
    }
  }

  /// Refuses a path at which nothing lies, before anything is shown.
  static func refuseMissing(_ path: String) throws(Failure) {
    guard access(path, R_OK) != 0 else { return }
    throw .unreadable(
      "\(path): \(String(cString: strerror(errno))); --since names the folder of an older release")
  }
}
