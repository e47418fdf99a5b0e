-- Filled once, then only read; keys are indexed when all names are in, which sorts on disk instead of in memory.
PRAGMA application_id = 0x53495447;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
    id         INTEGER PRIMARY KEY,          -- GeoNames id; negative for a user's own, in order of the rows
    name       TEXT NOT NULL,
    latitude   REAL NOT NULL,                -- degrees
    longitude  REAL NOT NULL,
    country    TEXT NOT NULL,                -- ISO 3166-1 alpha-2, or empty
    division   TEXT NOT NULL,                -- name of the first-order division, or empty
    population INTEGER NOT NULL,
    feature    TEXT NOT NULL                 -- GeoNames feature code
) STRICT;
CREATE TABLE name (fold TEXT NOT NULL, exact TEXT NOT NULL, place INTEGER NOT NULL) STRICT;
CREATE TABLE division (country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (country, code)) STRICT, WITHOUT ROWID;
CREATE TABLE facts (key_version INTEGER NOT NULL) STRICT;
