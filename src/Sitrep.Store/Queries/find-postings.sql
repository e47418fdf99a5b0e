SELECT reading FROM posting WHERE key = $key
UNION ALL
SELECT reading FROM posting_recent WHERE key = $key
LIMIT $most;
