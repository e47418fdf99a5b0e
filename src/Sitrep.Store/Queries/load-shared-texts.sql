SELECT mine.report_id, theirs.report_id, shared, shared_own, own_in_one, own_in_other
FROM shared_text JOIN reading AS mine ON mine.sequence = one JOIN reading AS theirs ON theirs.sequence = other
WHERE NOT EXISTS (SELECT 1 FROM reading AS later WHERE later.report_id = mine.report_id AND later.reader_version > mine.reader_version)
  AND NOT EXISTS (SELECT 1 FROM reading AS later WHERE later.report_id = theirs.report_id AND later.reader_version > theirs.reader_version);
