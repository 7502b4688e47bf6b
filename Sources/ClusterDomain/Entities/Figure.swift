// A figure: one dated, sourced number about a cluster, a programme or a country.

/// One stated value; several may stand for the same subject and measure, each with its source.
public struct Figure: Sendable {
  /// How the source bounds the value.
  public enum Bound: String, Sendable, CaseIterable {
    /// Stated as it stands.
    case exact
    /// "About", "around", "circa".
    case about
    /// "More than", "over".
    case moreThan = "more than"
    /// "At least".
    case atLeast = "at least"
    /// "Less than", "under".
    case lessThan = "less than"
    /// "Almost", "close to".
    case almost
  }

  /// What the figure is about.
  public let subject: Subject
  /// What was counted, such as `companies`, `employees`, `turnover`, `budget`.
  public let measure: String
  /// How the source bounds the value.
  public let bound: Bound
  /// The value in `unit`.
  public let value: Double
  /// Such as `EUR`, `people`, `organisations`, `percent`.
  public let unit: String
  /// The date for which it was stated, with the precision stated.
  public let asOf: PartialDate?
  /// Whom it counts or how the date was read, in the words of the dataset.
  public let basis: String?
  /// Who states it.
  public let source: ID<Source>
  /// What a reader should know.
  public let note: String?

  /// Makes a figure from its parts.
  public init(
    subject: Subject, measure: String, bound: Bound = .exact, value: Double, unit: String,
    asOf: PartialDate? = nil, basis: String? = nil, source: ID<Source>, note: String? = nil
  ) {
    self.subject = subject
    self.measure = measure
    self.bound = bound
    self.value = value
    self.unit = unit
    self.asOf = asOf
    self.basis = basis
    self.source = source
    self.note = note
  }
}

/// What a figure is about.
public enum Subject: Hashable, Sendable {
  /// A cluster.
  case cluster(ID<Cluster>)
  /// A funding programme.
  case programme(ID<Programme>)
  /// A call of a programme.
  case call(ID<Call>)
  /// A project.
  case project(ID<Project>)
  /// A national, regional or federation-wide total.
  case total(ID<Total>)
}
