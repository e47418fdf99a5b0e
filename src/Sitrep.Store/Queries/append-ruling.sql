INSERT INTO ruling (at, author, verb, target, reason) VALUES ($at, $author, $verb, $target, $reason) RETURNING sequence;
