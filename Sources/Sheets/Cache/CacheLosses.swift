// Cache files that break while they are in use: what is lost reads as zeros, and is counted here.

import CMapping

/// What was lost with cache files that were cut, or could not be read, while they were in use.
public enum CacheLosses {
  /// How often somebody has come upon such a loss so far; takes no time.
  public static var known: Int { Int(cm_losses()) }

  /// The same after a look at the end of all that is mapped, which may have to be read from the disk.
  ///
  /// What was found before is sound while this is 0.
  public static var count: Int {
    cm_look()
    return known
  }
}
