// The declared tables without their entities: what a writer of tables has to know of them.

/// A table by its declaration.
struct DeclaredTable: Sendable {
  let name: String
  let columns: [Column]

  private init(_ table: Table<some Any>) {
    name = table.name
    columns = table.columns
  }

  /// Every table, those that others refer to first.
  static let all: [DeclaredTable] = [
    DeclaredTable(.sources), DeclaredTable(.countries), DeclaredTable(.regions), DeclaredTable(.networks),
    DeclaredTable(.totals), DeclaredTable(.organisations), DeclaredTable(.programmes),
    DeclaredTable(.clusters), DeclaredTable(.calls), DeclaredTable(.deadlines), DeclaredTable(.projects),
    DeclaredTable(.figures), DeclaredTable(.labels), DeclaredTable(.labelRules), DeclaredTable(.labelCounts),
    DeclaredTable(.memberships), DeclaredTable(.networkMemberships), DeclaredTable(.conditions),
    DeclaredTable(.participations), DeclaredTable(.statements),
  ]

  static func named(_ name: String) -> DeclaredTable? { all.first { $0.name == name } }

  /// A column by its name.
  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// Whether its rows have a key of their own.
  var hasKey: Bool { columns.contains { if case .key = $0.kind { true } else { false } } }
}
