-- The latest readings that the index of copies does not hold.
SELECT reading.sequence, report.id, input, sha256, markup, received, clean, reading.report
FROM report JOIN reading ON reading.report_id = report.id
WHERE reading.reader_version = (SELECT max(reader_version) FROM reading AS other WHERE other.report_id = report.id)
  AND NOT EXISTS (SELECT 1 FROM sketch WHERE sketch.reading = reading.sequence)
ORDER BY reading.sequence LIMIT $most;
