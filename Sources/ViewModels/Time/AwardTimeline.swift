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
      guard let end = lastValidDay(of: award, standing)?.last else {
        signs.append(Timeline.Sign(day: start, text: "?", role: .unknownStatus, isBehind: true))
        continue
      }
      stretches.append(Timeline.Stretch(first: start, last: end, stroke: .solid, role: award.level.role))
      let renewable = standing.graceEnd?.last ?? end
      if renewable > end {
        stretches.append(
          Timeline.Stretch(first: end.adding(days: 1), last: renewable, stroke: .dashed, role: .grace))
      }
      let isFollowed = history[(index + 1)...].contains { $0.start.map { $0 <= renewable } ?? false }
      if !isFollowed {
        signs.append(Timeline.Sign(day: renewable.adding(days: 1), text: "✕", role: .lapsed))
      }
    }
    return Timeline(axis: axis, stretches: stretches, signs: signs)
  }

  /// The end of the validity of an award: of one that was taken away at most the day on which it was.
  private func lastValidDay(of award: LabelAward, _ standing: LabelStanding) -> PartialDate? {
    guard let taken = judgement.labels.withdrawal(of: award, by: judgement.asOf)?.date else {
      return standing.end
    }
    return award.end.map { $0.date.last < taken.last ? $0.date : taken } ?? taken
  }

  /// The same in words: `B Mar 2013 to Mar 2015, renewable to Mar 2016; G Sep 2015 to Sep 2017`.
  func timelineWords(of award: LabelAward) -> String {
    history(around: award).map { award in
      let standing = judgement.standing(of: award)
      let start = award.date.map(format.date) ?? award.start.map(format.day) ?? Formatting.unknown
      let about = award.end?.isDerived == true ? "≈ " : ""
      let end =
        lastValidDay(of: award, standing).map { " to \(about)\(format.date($0))" } ?? ", end unknown"
      let grace = standing.graceEnd.map { ", renewable to \(format.date($0))" } ?? ""
      let taken =
        judgement.labels.withdrawal(of: award, by: judgement.asOf)
        .map { ", withdrawn \($0.date.map(format.date) ?? "")".trimmedEnd } ?? ""
      return "\(award.level.letter) \(start)\(end)\(grace)\(taken)"
    }.joined(separator: "; ")
  }
}
