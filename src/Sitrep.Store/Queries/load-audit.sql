SELECT at, author, act, detail FROM audit ORDER BY sequence DESC LIMIT $most;
