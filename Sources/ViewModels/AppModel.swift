// The one object that changes: it holds the state and hands on what the state asks for.

/// Holds the state; every change goes through `send`.
public final class AppModel {
  /// The state as it is now.
  public private(set) var state: AppState

  /// A model in its first state.
  public init(_ state: AppState) { self.state = state }

  /// Takes in what happened; the effects are for the caller to carry out.
  public func send(_ intent: Intent) -> [Effect] { state.apply(intent) + state.newQuestions() }

  /// Has the dataset read; the effect is for the caller to carry out.
  public func load() -> Effect { state.startLoading() }

  /// Has files read in place of a dataset; the effect is for the caller to carry out.
  public func openSheets(_ paths: [String]) -> Effect { state.startSheets(paths) }
}
