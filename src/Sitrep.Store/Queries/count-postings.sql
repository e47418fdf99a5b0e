SELECT (SELECT count(*) FROM posting) + (SELECT count(*) FROM posting_recent);
