INSERT INTO posting_recent (key, reading) VALUES ($key, $reading);
