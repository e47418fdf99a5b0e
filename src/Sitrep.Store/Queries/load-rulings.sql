SELECT sequence, at, author, verb, target, reason FROM ruling ORDER BY sequence;
