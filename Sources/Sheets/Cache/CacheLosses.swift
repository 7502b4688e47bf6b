// Cache files that break while they are in use: what is lost reads as zeros, and is counted here.

import CMapping

/// What was lost with cache files that were cut, or could not be read, while they were in use.
public enum CacheLosses {
  /// How often the program has come upon such a loss; every answer that was found before is sound while it is 0.
  public static var count: Int { Int(cm_losses()) }
}
