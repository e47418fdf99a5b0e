SELECT key FROM posting
UNION ALL
SELECT key FROM posting_recent;
