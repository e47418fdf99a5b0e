INSERT INTO posting (key, reading) VALUES ($key, $reading);
