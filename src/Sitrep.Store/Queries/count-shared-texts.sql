SELECT count(*) FROM shared_text;
