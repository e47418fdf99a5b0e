-- The columns of load-reports.sql, of the latest readings that a second reader has not read yet.
SELECT report.id, input, sha256, markup, received, reading.reader_version, clean, reading.report, reading.reading, reading.problems
FROM report JOIN reading ON reading.report_id = report.id
WHERE reading.reader_version = (SELECT max(reader_version) FROM reading AS other WHERE other.report_id = report.id)
  AND NOT EXISTS (SELECT 1 FROM second_reading WHERE second_reading.report_id = report.id AND second_reading.reader_version = reading.reader_version AND reader = $reader)
  AND report.id > $after
ORDER BY report.id LIMIT $most;
