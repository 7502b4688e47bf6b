// Deadlines in universal time: zones as calls name them, summer time, days that change on the way.

import Testing

@testable import ClusterDomain

@Suite("Moments of deadlines")
struct DeadlineTimeTests {
  private func moment(_ date: String, _ time: String?, _ zone: String?) -> String? {
    PartialDate(date).flatMap {
      Deadline(date: $0, kind: "single", time: time, zone: zone, source: "s").moment
    }.map { "\($0.date) \($0.minute)" }
  }

  @Test(
    "time and zone give a moment",
    arguments: [
      ("2024-12-05", "17:00", "CET", "2024-12-05 960"), ("2024-07-05", "17:00", "Brussels", "2024-07-05 900"),
      ("2024-07-05", "17:00", "CET", "2024-07-05 900"), ("2024-12-05", "14:00", "CEST", "2024-12-05 720"),
      ("2025-01-15", "15:00", "Greek time", "2025-01-15 780"),
      ("2025-06-15", "15:00", "greek", "2025-06-15 720"),
      ("2024-03-01", "00:30", "Brussels", "2024-02-29 1410"),
      ("2024-12-31", "23:59", "UTC", "2024-12-31 1439"),
      // Sundays of the change, and the days before them.
      ("2024-03-30", "12:00", "Paris", "2024-03-30 660"), ("2024-03-31", "12:00", "Paris", "2024-03-31 600"),
      ("2024-10-26", "12:00", "Paris", "2024-10-26 600"), ("2024-10-27", "12:00", "Paris", "2024-10-27 660"),
    ])
  func moments(_ date: String, _ time: String, _ zone: String, _ expected: String) {
    #expect(moment(date, time, zone) == expected)
  }

  @Test(
    "what is not stated or not known gives none",
    arguments: [
      ("2024-12", "17:00", "CET"), ("2024-12-05", nil, "CET"), ("2024-12-05", "17:00", nil),
      ("2024-12-05", "noon", "CET"), ("2024-12-05", "24:00", "CET"), ("2024-12-05", "17", "CET"),
      ("2024-12-05", "17:00", "local"), ("2024-12-05", "17:00", " "),
    ] as [(String, String?, String?)])
  func none(_ date: String, _ time: String?, _ zone: String?) {
    #expect(moment(date, time, zone) == nil)
  }
}
