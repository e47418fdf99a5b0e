SELECT DISTINCT report_id
FROM crowded
JOIN (SELECT key, reading FROM posting UNION ALL SELECT key, reading FROM posting_recent) AS postings ON postings.key = crowded.key
JOIN reading ON reading.sequence = postings.reading;
