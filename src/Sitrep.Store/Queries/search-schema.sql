CREATE VIRTUAL TABLE item USING fts5 (kind UNINDEXED, id UNINDEXED, title, body, tokenize = 'porter unicode61 remove_diacritics 2');
