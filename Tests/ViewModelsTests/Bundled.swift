// The dataset that comes with the program, read once for all tests that ask questions of all of it.

import ClusterDomain
import Testing

@testable import ViewModels

enum Bundled {
  static let path =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Sources/ClusterDomain/Datasets/italy"

  static let data = Result { LoadedData(try Dataset.read(path)) }

  /// A state that has read the bundled dataset.
  static func state(asOf: CalendarDate? = nil) -> AppState {
    var state = AppState(path: path, today: today, asOf: asOf, theme: "dusk", themes: ["dusk"])
    _ = state.startLoading()
    switch data {
    case .success(let data): state.apply([.loaded(generation: 1, .ready(data))])
    case .failure(let error): Issue.record(error)
    }
    return state
  }

  static func judgement(_ date: CalendarDate = today) throws -> Judgement {
    let data = try data.get()
    return Judgement(catalogue: data.catalogue, labels: data.labels, asOf: date)
  }
}
