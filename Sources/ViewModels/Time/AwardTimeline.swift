// The labels of a cluster on the time axis: validity, the time in which it can be renewed, and the day it lapsed.

import ClusterDomain

extension Scene {
  /// All that a cluster held in the portfolio of an award and by the as-of date, the earliest first.
  func history(around award: LabelAward) -> [LabelAward] {
    judgement.labels.awards(of: award.cluster)
      .filter { other in
        other.canConcern(award) && other.isGranted && (other.start ?? judgement.asOf) <= judgement.asOf
      }
      .sorted { .number(Double(($0.start ?? CalendarDate(dayNumber: .min)).dayNumber)) }
  }

  /// The history around an award, drawn.
  func timeline(of award: LabelAward) -> Timeline {
    let history = history(around: award)
    var stretches: [Timeline.Stretch] = []
    var signs: [Timeline.Sign] = []
    for (index, award) in history.enumerated() {
      guard let start = award.start else { continue }
      signs.append(Timeline.Sign(day: start, text: award.level.letter, role: award.level.role))
      let standing = judgement.standing(of: award)
      guard let end = lastValidDay(of: award)?.last else {
        signs.append(Timeline.Sign(day: start, text: "?", role: .unknownStatus, isBehind: true))
        continue
      }
      stretches.append(Timeline.Stretch(first: start, last: end, stroke: .solid, role: award.level.role))
      // What can be renewed until then was followed by another before.
      let next = history[(index + 1)...].lazy.compactMap(\.start).first { $0 > start }
      let renewable = min(
        standing.graceEnd?.last ?? end, next?.adding(days: -1) ?? CalendarDate(dayNumber: .max))
      if renewable > end {
        stretches.append(
          Timeline.Stretch(first: end.adding(days: 1), last: renewable, stroke: .dashed, role: .grace))
      }
      let isFollowed = next.map { $0 <= (standing.graceEnd?.last ?? end).adding(days: 1) } ?? false
      if !isFollowed {
        signs.append(Timeline.Sign(day: renewable.adding(days: 1), text: "✕", role: .lapsed))
      }
    }
    return Timeline(axis: axis, stretches: stretches, signs: signs)
  }

  /// The end of the validity of an award, as far as it is known: of one that was taken away at most that day.
  func lastValidDay(of award: LabelAward) -> PartialDate? {
    let (log, day) = (judgement.labels, judgement.asOf)
    let taken = log.withdrawal(of: award, by: day) ?? log.plannedWithdrawal(of: award, on: day)
    guard let taken = taken?.date else { return award.end?.date }
    return award.end.map { $0.date.last < taken.last ? $0.date : taken } ?? taken
  }

  /// Whether an award was, or will be, taken away before its end.
  func isCutShort(_ award: LabelAward) -> Bool { lastValidDay(of: award) != award.end?.date }

  /// The same in words: `B Mar 2013 to Mar 2015, renewable to Mar 2016; G Sep 2015 to Sep 2017`.
  func timelineWords(of award: LabelAward) -> String {
    history(around: award).map { award in
      let standing = judgement.standing(of: award)
      let start = award.date.map(format.date) ?? award.start.map(format.day) ?? Formatting.unknown
      let about = award.end?.isDerived == true ? "≈ " : ""
      let end =
        lastValidDay(of: award).map { " to \(about)\(format.date($0))" } ?? ", end unknown"
      let grace = standing.graceEnd.map { ", renewable to \(format.date($0))" } ?? ""
      let taken =
        judgement.labels.withdrawal(of: award, by: judgement.asOf)
        .map { ", withdrawn \($0.date.map(format.date) ?? "")".trimmedEnd } ?? ""
      return "\(award.level.letter) \(start)\(end)\(grace)\(taken)"
    }.joined(separator: "; ")
  }
}
