// Time: the day at which all is judged, the day by which it was known, and how many years an axis shows.

import ClusterDomain

extension AppState {
  mutating func confirmDate(_ typed: String) {
    guard let date = AsOfText.date(typed, today: today) else {
      return refuse("\"\(typed)\" is no date: write 2016-06-01, 2016-06, 2016, today, +90d, -6m or +1y.")
    }
    overlay = nil
    setDate(date)
  }

  /// Nothing typed counts again all that is told.
  mutating func confirmKnownBy(_ typed: String) {
    guard !typed.isEmpty else {
      overlay = nil
      knownBy = nil
      rebuild()
      return say("Labels are judged by all that is told of them.")
    }
    guard let date = AsOfText.date(typed, today: today) else {
      return refuse("\"\(typed)\" is no date: write 2016-06-01, 2016-06, 2016, today, +90d, -6m or +1y.")
    }
    overlay = nil
    knownBy = date
    rebuild()
    say("Labels are judged by what was known on \(format.day(date)); K and nothing typed counts all again.")
  }

  mutating func moveDate(months: Int) {
    let steps = monthSteps ?? (asOf, 0)
    setDate(steps.from.adding(months: steps.months + months))
    monthSteps = (steps.from, steps.months + months)
  }

  /// Shows more years on the time axis, or fewer when negative.
  mutating func zoomAxis(by steps: Int) {
    guard let axis = view(of: page.focus)?.listing.headers.lazy.compactMap(\.axis).first else {
      return refuse("This list has no time axis; 4 shows the labels on one.")
    }
    axisYears = TimeAxis.years(axis.years, steps: steps)
    if axisYears == axis.years { return refuse("The axis is at its \(steps > 0 ? "longest" : "shortest").") }
    rebuild()
    guard let axis = scene?.axis else { return }
    let years = axis.years == 1 ? "1 year" : "\(axis.years) years"
    say(
      "\(years), \(format.date(PartialDate(axis.first, precision: .month))) to \(format.date(PartialDate(axis.last, precision: .month)))."
    )
  }

  mutating func setDate(_ date: CalendarDate) {
    monthSteps = nil
    chosenDate = date == today ? nil : date
    rebuild()
    say(
      date == today
        ? "As of today." : "As of \(format.day(date)): every label and call is judged on that day.")
  }
}
