// What a command that prints rows asks for: a pane, whose rows, and what they are called.

import ClusterDomain
import ViewModels

/// A pane, with the one whose rows it shows.
struct RowRequest: Sendable {
  let pane: PaneID
  let noun: RowNoun
  /// The filters that change the rows, or name whose rows they are.
  var heeded: Set<Facet>
  /// The column whose values are counted in place of its rows, and the one that is summed.
  var counted: (column: String, sum: String?)?
  /// Filters that an option of the command stands for.
  var clauses: [Clause] = []
  /// Values of columns that an option of the command stands for.
  var places: [String] = []
  /// How far ahead of its end a label counts as expiring, or a call as closing, as it was typed: `90d`.
  var horizon: (kind: Horizon, typed: String)?
  /// The cluster that the call whose rows these are is held against.
  var cluster: String?
  private let owner: (kind: EntityNames.Kind, name: String)?

  /// A pane of its own.
  init(_ pane: PaneID, _ noun: RowNoun) {
    self.pane = pane
    self.noun = noun
    heeded = Panes[pane].narrowedBy
    owner = nil
  }

  /// A pane that follows an entity, given by its id or name.
  init(_ pane: PaneID, _ noun: RowNoun, of kind: EntityNames.Kind, _ name: String) {
    self.pane = pane
    self.noun = noun
    heeded = Panes[pane].narrowedBy
    owner = (kind, name)
  }

  /// What a horizon is the horizon of.
  enum Horizon: String {
    case lapse
    case renew
    case closing

    /// Why there is nothing within a time.
    func nothing(within time: String) -> String {
      switch self {
      case .lapse: "none is valid and ends within \(time)"
      case .renew: "none has its last day to be renewed within \(time)"
      case .closing: "none that can be answered closes within \(time)"
      }
    }
  }

  /// Data judged with the horizon of the request.
  func horizon(of judged: JudgedData) throws(Failure) -> JudgedData {
    guard let horizon else { return judged }
    let option = "--\(horizon.kind.rawValue)"
    let last = AsOfText.date("+\(horizon.typed)", today: judged.asOf)
    guard let last, case let days = judged.asOf.days(until: last), (0...3660).contains(days) else {
      throw .usage(
        "\(option) takes a time ahead of up to ten years, such as 90d, 6m or 1y, not \"\(horizon.typed)\"")
    }
    var judged = judged
    switch horizon.kind {
    case .lapse: judged.horizon = .lapse(days: days)
    case .closing: judged.closingDays = days
    case .renew: judged.horizon = .renew(days: days)
    }
    return judged
  }

  /// Whose rows the pane shows.
  func subject(in judged: JudgedData) throws(Failure) -> PaneSubject {
    guard let owner else { return .none }
    let names = EntityNames(judged)
    let subject = try names.subject(owner.name, in: [owner.kind])
    guard let cluster, case .call(let call) = subject,
      case .cluster(let id) = try names.subject(cluster, in: [.cluster])
    else { return subject }
    return .fit(call, id)
  }
}

/// What the rows of a command are called.
struct RowNoun: Sendable {
  let single: String
  let plural: String

  /// A noun and its plural, which ends in s unless given.
  init(_ single: String, _ plural: String? = nil) {
    self.single = single
    self.plural = plural ?? single + "s"
  }

  /// Says how many rows there are: always when some are left out or none is there, else to people only; also where no
  /// row is what a job hopes for.
  func remark(on answer: RowAnswer, asOf: String, isNothingGood: Bool = false) {
    let words = words(on: answer) + ", as of \(asOf)"
    if answer.found == 0, isNothingGood {
      Words.remark(answer.reason.map { "\(words): \($0)" } ?? words)
    } else if answer.shown < answer.found || answer.found == 0 {
      Words.complain(answer.reason.map { "\(words): \($0)" } ?? words)
    } else {
      Words.remark(words)
    }
  }

  /// `10 of 167 clusters`; for the members of one cluster also how many there are said to be.
  func words(on answer: RowAnswer) -> String {
    let shown = answer.shown
    let isCut = shown < answer.found
    let whole = isCut ? answer.found : answer.all
    let noun = whole == 1 ? single : plural
    let count = shown == whole ? "\(shown) \(noun)" : "\(shown) of \(whole) \(isCut ? "rows" : noun)"
    guard let owner = answer.title.owner else { return count }
    return "\(count) of \(owner)" + (answer.title.count.contains("stated") ? " (\(answer.title.count))" : "")
  }
}
