-- Columns as in load-reports.sql.
SELECT report.id, input, sha256, markup, received, reading.reader_version, clean, reading.report, reading.reading, reading.problems
FROM report JOIN reading ON reading.report_id = report.id
WHERE reading.sequence > $after
  AND reading.reader_version = (SELECT max(reader_version) FROM reading AS other WHERE other.report_id = report.id);
