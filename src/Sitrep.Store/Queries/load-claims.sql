-- In the same order as load-reports.sql, so that the two are read side by side.
SELECT report_id, claim FROM claim
WHERE reader_version = (SELECT max(reader_version) FROM reading WHERE reading.report_id = claim.report_id)
ORDER BY report_id, position;
