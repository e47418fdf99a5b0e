INSERT INTO ruling (at, author, verb, target, reason, other, value, claims, other_claims) VALUES ($at, $author, $verb, $target, $reason, $other, $value, $claims, $other_claims) RETURNING sequence;
