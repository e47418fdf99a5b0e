SELECT sequence, at, author, verb, target, reason, other, value, claims, other_claims FROM ruling ORDER BY sequence;
