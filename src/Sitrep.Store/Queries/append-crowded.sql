INSERT OR IGNORE INTO crowded (key) VALUES ($key);
