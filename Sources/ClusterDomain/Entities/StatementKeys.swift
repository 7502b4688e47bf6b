// How second statements name the row that they speak of: by its key, or in tables without keys by its parts.

extension Entity {
  /// How statements name it: by its key.
  public var statementKey: String { id.rawValue }
}

extension Membership {
  /// How statements name it: `cluster/organisation`.
  public var statementKey: String { "\(cluster)/\(organisation)" }
}

extension NetworkMembership {
  /// How statements name it: `network/cluster`, or `network/member name` of one that is not the dataset's.
  public var statementKey: String { "\(network)/\(cluster?.rawValue ?? memberName)" }
}

extension Participation {
  /// How statements name it: `cluster/project`, `cluster/programme` without a project, `cluster` without both.
  public var statementKey: String {
    [cluster.rawValue, project?.rawValue ?? programme?.rawValue].compactMap(\.self).joined(separator: "/")
  }
}

extension Condition {
  /// How statements name it: `call/condition`, or `programme/condition` without a call of the dataset.
  public var statementKey: String { "\(call?.rawValue ?? programme.rawValue)/\(condition)" }
}

extension Deadline {
  /// How statements name it: `call/date`.
  public func statementKey(in call: ID<Call>) -> String { "\(call)/\(date)" }
}

extension Figure {
  /// How statements name it: `subject type/subject/measure`, such as `cluster/le2c/companies`.
  public var statementKey: String {
    let (kind, key) =
      switch subject {
      case .cluster(let id): ("cluster", id.rawValue)
      case .programme(let id): ("programme", id.rawValue)
      case .call(let id): ("call", id.rawValue)
      case .project(let id): ("project", id.rawValue)
      case .total(let id): ("total", id.rawValue)
      }
    return "\(kind)/\(key)/\(measure)"
  }
}

extension LabelCount {
  /// How statements name it: `date/level/area`, with nothing where the row has none.
  public var statementKey: String { "\(asOf?.description ?? "")/\(level)/\(area)" }
}
