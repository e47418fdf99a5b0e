DELETE FROM posting_recent;
