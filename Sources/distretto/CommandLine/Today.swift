// The clock: the only place where the program asks which day it is.

import ClusterDomain
import Glibc

/// The present day in the local time zone.
enum Today {
  /// The day on which the program runs.
  static func date() -> CalendarDate {
    let parts = now()
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? CalendarDate(dayNumber: 0)
  }

  /// How long the day lasts, at most an hour at a time: clocks are set and time zones changed.
  static func millisecondsLeft() -> Int {
    let parts = now()
    let seconds = 86_400 - Int(parts.tm_hour) * 3600 - Int(parts.tm_min) * 60 - Int(parts.tm_sec)
    return min(max(1, seconds), 3600) * 1000
  }

  private static func now() -> tm {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }
}
