SELECT report.id, sha256, markup, received, clean, reading.report
FROM report JOIN reading ON reading.report_id = report.id
WHERE input = $input ORDER BY reading.sequence DESC LIMIT 1;
