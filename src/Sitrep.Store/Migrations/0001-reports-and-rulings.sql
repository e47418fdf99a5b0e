-- The memory: what was received, how each version of the reader read it, what was set aside, what analysts ruled.
-- Every table is append-only; the triggers below make that a promise of the file, not of one program.
-- No CHECK (json_valid(...)): 3.40 calls it unsafe in a schema that is not trusted, and we trust none.

CREATE TABLE report (
  id       TEXT NOT NULL PRIMARY KEY,
  input    TEXT NOT NULL,
  sha256   TEXT NOT NULL,
  markup   TEXT NOT NULL CHECK (markup IN ('Text', 'Html')),
  received BLOB NOT NULL,             -- one byte for the encoding (8 or 16), then the text; see TextBlob.cs
  supplied TEXT NOT NULL
) STRICT;

CREATE INDEX report_by_input ON report (input);

CREATE TABLE reading (
  sequence       INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id      TEXT NOT NULL REFERENCES report (id),
  reader_version INTEGER NOT NULL,
  clean          BLOB,                -- the clean text; null when it is the received one
  report         TEXT NOT NULL,
  reading        TEXT NOT NULL,
  problems       TEXT NOT NULL,
  UNIQUE (report_id, reader_version)
) STRICT;

CREATE TABLE claim (
  id             TEXT NOT NULL,
  report_id      TEXT NOT NULL,
  reader_version INTEGER NOT NULL,
  position       INTEGER NOT NULL,    -- in the reading, from 0
  span_start     INTEGER NOT NULL,    -- UTF-16 code units of the clean text
  span_end       INTEGER NOT NULL CHECK (span_end > span_start),
  stance         TEXT NOT NULL,
  claim          TEXT NOT NULL,
  PRIMARY KEY (report_id, reader_version, position),
  FOREIGN KEY (report_id, reader_version) REFERENCES reading (report_id, reader_version)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_by_id ON claim (id);

CREATE TABLE set_aside (
  sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
  input         TEXT NOT NULL,
  report_id     TEXT,
  code          INTEGER NOT NULL,
  message       TEXT NOT NULL,
  after_reading INTEGER NOT NULL      -- the last reading when it was noted: a later one of the same input lifts it
) STRICT;

CREATE INDEX set_aside_by_input ON set_aside (input);

CREATE TABLE ruling (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at       TEXT NOT NULL,             -- ISO 8601 with offset
  author   TEXT NOT NULL,
  verb     TEXT NOT NULL,
  target   TEXT NOT NULL,
  reason   TEXT NOT NULL
) STRICT;

CREATE TRIGGER report_is_never_changed    BEFORE UPDATE ON report    BEGIN SELECT RAISE(ABORT, 'report is append-only'); END;
CREATE TRIGGER report_is_never_deleted    BEFORE DELETE ON report    BEGIN SELECT RAISE(ABORT, 'report is append-only'); END;
CREATE TRIGGER reading_is_never_changed   BEFORE UPDATE ON reading   BEGIN SELECT RAISE(ABORT, 'reading is append-only'); END;
CREATE TRIGGER reading_is_never_deleted   BEFORE DELETE ON reading   BEGIN SELECT RAISE(ABORT, 'reading is append-only'); END;
CREATE TRIGGER claim_is_never_changed     BEFORE UPDATE ON claim     BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER claim_is_never_deleted     BEFORE DELETE ON claim     BEGIN SELECT RAISE(ABORT, 'claim is append-only'); END;
CREATE TRIGGER set_aside_is_never_changed BEFORE UPDATE ON set_aside BEGIN SELECT RAISE(ABORT, 'set_aside is append-only'); END;
CREATE TRIGGER set_aside_is_never_deleted BEFORE DELETE ON set_aside BEGIN SELECT RAISE(ABORT, 'set_aside is append-only'); END;
CREATE TRIGGER ruling_is_never_changed    BEFORE UPDATE ON ruling    BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END;
CREATE TRIGGER ruling_is_never_deleted    BEFORE DELETE ON ruling    BEGIN SELECT RAISE(ABORT, 'ruling is append-only'); END;
