SELECT count(*) FROM report JOIN reading ON reading.report_id = report.id
WHERE reading.reader_version = (SELECT max(reader_version) FROM reading AS other WHERE other.report_id = report.id)
  AND NOT EXISTS (SELECT 1 FROM second_reading WHERE second_reading.report_id = report.id AND second_reading.reader_version = reading.reader_version AND reader = $reader);
