-- What second readers found beside the built-in one, and which of them a record is made with.

CREATE TABLE second_reader (
  id      INTEGER PRIMARY KEY,
  address TEXT NOT NULL,              -- without user, password and query; a key is never kept
  model   TEXT NOT NULL,
  prompt  TEXT NOT NULL,              -- hash of what the model is told to do
  UNIQUE (address, model, prompt)
) STRICT;

-- The last row counts: a record holds the claims of one second reader only.
CREATE TABLE second_choice (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  reader   INTEGER NOT NULL REFERENCES second_reader (id)
) STRICT;

CREATE TABLE second_reading (
  report_id      TEXT NOT NULL,
  reader_version INTEGER NOT NULL,    -- of the built-in reader whose reading it stands beside
  reader         INTEGER NOT NULL REFERENCES second_reader (id),
  claims         TEXT NOT NULL,
  problems       TEXT NOT NULL,
  PRIMARY KEY (report_id, reader_version, reader),
  FOREIGN KEY (report_id, reader_version) REFERENCES reading (report_id, reader_version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER second_reader_is_never_changed  BEFORE UPDATE ON second_reader  BEGIN SELECT RAISE(ABORT, 'second_reader is append-only'); END;
CREATE TRIGGER second_reader_is_never_deleted  BEFORE DELETE ON second_reader  BEGIN SELECT RAISE(ABORT, 'second_reader is append-only'); END;
CREATE TRIGGER second_choice_is_never_changed  BEFORE UPDATE ON second_choice  BEGIN SELECT RAISE(ABORT, 'second_choice is append-only'); END;
CREATE TRIGGER second_choice_is_never_deleted  BEFORE DELETE ON second_choice  BEGIN SELECT RAISE(ABORT, 'second_choice is append-only'); END;
CREATE TRIGGER second_reading_is_never_changed BEFORE UPDATE ON second_reading BEGIN SELECT RAISE(ABORT, 'second_reading is append-only'); END;
CREATE TRIGGER second_reading_is_never_deleted BEFORE DELETE ON second_reading BEGIN SELECT RAISE(ABORT, 'second_reading is append-only'); END;
