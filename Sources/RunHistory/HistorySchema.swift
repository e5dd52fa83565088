import GRDB

/// The tables of the history, as migrations that have names and are never edited: a history of any
/// age is brought to the present form when it is opened.
enum HistorySchema {
  /// All migrations, in order.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs, inputs, outcomes, findings, acceptances") { db in
      try db.execute(sql: first)
    }
    return migrator
  }

  /// A finding is stored once for as long as it stays the same: from the run that found it so first
  /// to the one that found it so last.
  private static let first = """
    CREATE TABLE run (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      started TEXT NOT NULL, finished TEXT NOT NULL, program TEXT NOT NULL,
      status TEXT NOT NULL, exit_status INTEGER NOT NULL,
      appeared INTEGER NOT NULL, changed INTEGER NOT NULL, gone INTEGER NOT NULL,
      errors INTEGER NOT NULL, warnings INTEGER NOT NULL, notes INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE pipeline (
      run INTEGER NOT NULL REFERENCES run (id), name TEXT NOT NULL,
      is_complete INTEGER NOT NULL, records INTEGER NOT NULL,
      PRIMARY KEY (run, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX pipeline_by_name ON pipeline (name, run);
    CREATE TABLE input (
      run INTEGER NOT NULL REFERENCES run (id), path TEXT NOT NULL, sheet TEXT NOT NULL,
      sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, records INTEGER NOT NULL,
      PRIMARY KEY (run, path, sheet)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outcome (
      run INTEGER NOT NULL REFERENCES run (id), pipeline TEXT NOT NULL, rule TEXT NOT NULL,
      outcome TEXT NOT NULL, checked INTEGER NOT NULL, findings INTEGER NOT NULL,
      PRIMARY KEY (run, pipeline, rule)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL, pipeline TEXT NOT NULL, rule TEXT NOT NULL,
      severity TEXT NOT NULL, place TEXT NOT NULL, raw TEXT NOT NULL,
      stated TEXT, expected TEXT, indonesian TEXT NOT NULL, english TEXT NOT NULL,
      since_run INTEGER NOT NULL REFERENCES run (id),
      first_run INTEGER NOT NULL REFERENCES run (id),
      last_run INTEGER NOT NULL REFERENCES run (id)
    ) STRICT;
    CREATE INDEX finding_by_run ON finding (pipeline, last_run);
    CREATE INDEX finding_by_fingerprint ON finding (fingerprint);
    CREATE TABLE acceptance (
      id INTEGER PRIMARY KEY,
      fingerprint TEXT NOT NULL, until TEXT NOT NULL, because TEXT NOT NULL, office TEXT NOT NULL,
      made TEXT NOT NULL, withdrawn TEXT
    ) STRICT;
    CREATE INDEX acceptance_by_fingerprint ON acceptance (fingerprint);
    """
}
