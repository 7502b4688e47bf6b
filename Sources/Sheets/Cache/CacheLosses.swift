// Cache files that break while they are in use: what is lost reads as zeros, and is counted here.

import CMapping

/// What was lost with cache files that were cut, or could not be read, while they were in use.
public enum CacheLosses {
  /// How often that happened so far; what was found before is sound while it is 0.
  ///
  /// Looks at the end of all that is mapped, whether anybody read that far or not.
  public static var count: Int { Int(cm_losses()) }
}
