-- Who did what at a desk that several people share: sign-ins, refusals, uploads. Rulings are their own trail.

CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at       TEXT NOT NULL,             -- ISO 8601 with offset
  author   TEXT NOT NULL,
  act      TEXT NOT NULL,
  detail   TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
