-- A word in the title says more than one in the text. Marks around what matched are control characters, which no text here holds.
SELECT kind, id, title, snippet(item, 3, char(2), char(3), '…', 24) FROM item
WHERE item MATCH $words AND ($kind IS NULL OR kind = $kind) ORDER BY bm25(item, 0, 0, 4, 1), rowid LIMIT $most;
