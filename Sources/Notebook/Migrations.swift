// The tables of the notebook, from the first version on; a migration that was published is never changed.

import GRDB

enum Migrations {
  /// All of them, in their order.
  static let all: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: entries") { database in
      try database.execute(
        sql: """
          CREATE TABLE entries (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            day TEXT NOT NULL,
            kind TEXT NOT NULL,
            cluster TEXT NOT NULL,
            text TEXT,
            undone INTEGER NOT NULL DEFAULT 0
          )
          """)
    }
    migrator.registerMigration("2: label events and deadlines") { database in
      for column in [
        "event TEXT", "level TEXT", "date TEXT", "until TEXT", "years INTEGER", "award TEXT", "call TEXT",
        "time TEXT", "zone TEXT", "replaces TEXT",
      ] { try database.execute(sql: "ALTER TABLE entries ADD COLUMN \(column)") }
    }
    return migrator
  }()
}
