DELETE FROM shared_text;
