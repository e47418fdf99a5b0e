INSERT INTO audit (at, author, act, detail) VALUES ($at, $author, $act, $detail);
