SELECT report.id, input, sha256, markup, received, reading.reader_version, clean, reading.report, reading.reading, reading.problems
FROM report JOIN reading ON reading.report_id = report.id
WHERE reading.reader_version = (SELECT max(reader_version) FROM reading AS other WHERE other.report_id = report.id)
ORDER BY report.id;
