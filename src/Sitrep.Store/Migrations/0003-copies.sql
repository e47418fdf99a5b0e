-- Who shares text with whom. Derived from the readings: may be emptied at any time, and is filled again.

CREATE TABLE sketch (
  reading  INTEGER PRIMARY KEY,       -- reading.sequence
  version  INTEGER NOT NULL,
  shingles BLOB NOT NULL,             -- sorted, four bytes each, little-endian
  whole    INTEGER NOT NULL
) STRICT;

CREATE TABLE posting (
  key     INTEGER NOT NULL,
  reading INTEGER NOT NULL,
  PRIMARY KEY (key, reading)
) STRICT, WITHOUT ROWID;

-- Postings of the last readings, moved into the large table many at a time: one by one each would dirty a page of its own there.
CREATE TABLE posting_recent (
  key     INTEGER NOT NULL,
  reading INTEGER NOT NULL,
  PRIMARY KEY (key, reading)
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_text (
  one          INTEGER NOT NULL,      -- the reading that came later into this file
  other        INTEGER NOT NULL,
  shared       INTEGER NOT NULL,
  shared_own   INTEGER NOT NULL,
  own_in_one   INTEGER NOT NULL,
  own_in_other INTEGER NOT NULL,
  PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE crowded (
  key INTEGER PRIMARY KEY             -- more readings have it than are compared
) STRICT;
