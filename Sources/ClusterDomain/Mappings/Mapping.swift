// How the rows of one kind of file become rows of a dataset's tables: data, read from a TOML file.

/// A mapping.
public struct Mapping: Sendable {
  /// What it is called on the command line.
  public let name: String
  /// What it is called for people.
  public let title: String
  /// Who publishes such files; nil where anybody does.
  public let publisher: String?
  /// The table whose rows the file's rows are, such as `organisations`.
  public let makes: String
  /// The file that it was read from; nil for one that comes with the program.
  public let file: String?

  /// The country that such files are about, in ISO 3166-1; nil where they can be about any.
  let homeCountry: String?
  let recognition: Recognition
  /// Words that mean nothing in such files, folded.
  let missing: [String]
  /// Which columns tell the place, the most exact kind first.
  let places: [PlaceColumn]
  /// The rows that one row of the file gives, those that others refer to first.
  let sections: [MappingSection]
  /// Changes with every change of the text.
  let digest: UInt64

  /// The headers by which files are recognised.
  struct Recognition: Sendable {
    /// Each must be there, under one of its names.
    var all: [[String]]
    /// Of these at least `least` must be there.
    var some: [[String]] = []
    var least = 0
  }

  /// Columns that tell the place in one way; the first that exists is used.
  struct PlaceColumn: Sendable {
    let kind: PlaceKind
    let names: [String]
  }

  /// The section of the table that it makes.
  var main: MappingSection? { sections.first { $0.table.name == makes } }
}

/// Rows of one table, one for each row of the file.
struct MappingSection: Sendable {
  let table: DeclaredTable
  /// What it is called where a table has several sections: a measure, a column, a condition.
  let instance: String?
  /// The table whose row it speaks of, in tables that name another table's row; otherwise the main one.
  let of: String?
  /// Rules for the key, each a list of columns: the first whose first column states something is used.
  ///
  /// A single column is a code and is compared as it stands; several are compared folded. `=name` stands for
  /// the rule of the section's own column `name`.
  let keys: [[String]]
  /// Columns from which the row's own key is made, the first that states something; otherwise those of the key.
  let ids: [String]
  /// Rules by column of the table.
  let rules: [String: FieldRule]
}

extension MappingSection {
  /// The tables of which a mapping may have several sections, with the columns for their name and their value.
  static let several: [String: (name: String?, value: String)] = [
    "figures": ("measure", "value"), "statements": ("column", "value"), "conditions": ("condition", "value"),
    "deadlines": (nil, "date"),
  ]
}
