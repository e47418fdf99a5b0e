INSERT INTO posting (key, reading)
SELECT key, reading FROM posting_recent ORDER BY key, reading;
