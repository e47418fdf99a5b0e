-- What servers said of the addresses that were fetched, so that what has not changed is not sent again.

CREATE TABLE fetch (
  sequence      INTEGER PRIMARY KEY AUTOINCREMENT,
  address       TEXT NOT NULL,
  at            TEXT NOT NULL,        -- ISO 8601 with offset
  status        INTEGER NOT NULL,
  etag          TEXT,
  last_modified TEXT
) STRICT;

CREATE INDEX fetch_by_address ON fetch (address, sequence);

CREATE TRIGGER fetch_is_never_changed BEFORE UPDATE ON fetch BEGIN SELECT RAISE(ABORT, 'fetch is append-only'); END;
CREATE TRIGGER fetch_is_never_deleted BEFORE DELETE ON fetch BEGIN SELECT RAISE(ABORT, 'fetch is append-only'); END;
