// What an import did: how many rows came in, what became of each, and what was doubtful.

/// What an import did.
public struct ImportReport: Sendable, Hashable {
  /// One file of it.
  public struct File: Sendable, Hashable {
    /// The file's own name, without the folders that it lies in.
    public let name: String
    /// The mapping that was used.
    public let mapping: String
    /// How the file was read, in one line.
    public let reading: String
    /// Rows that were read; always the sum of the next three.
    public internal(set) var read = 0
    /// Rows that became a row of the main table.
    public internal(set) var kept = 0
    /// Rows of something that a row before was about already.
    public internal(set) var merged = 0
    /// Rows that were not used; they stand in `rejected.csv`.
    public internal(set) var rejected = 0
    /// Values that were left empty because they are doubtful; they stand in `problems.csv`.
    public internal(set) var problems = 0
    /// Columns of the file that the mapping does not use.
    public let unused: [String]
  }

  /// The folder that was written.
  public let folder: String
  /// The files, in the order in which they were given.
  public let files: [File]
  /// The tables that have rows, with how many.
  public let tables: [Table]

  /// A table with its rows.
  public struct Table: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// How many rows it has.
    public let rows: Int
  }

  /// Whether every row and value could be used.
  public var isClean: Bool { files.allSatisfy { $0.rejected == 0 && $0.problems == 0 } }
}
