SELECT DISTINCT input, report_id, code, message FROM set_aside AS noted
WHERE NOT EXISTS (
  SELECT 1 FROM report JOIN reading ON reading.report_id = report.id
  WHERE report.input = noted.input AND reading.sequence > noted.after_reading)
ORDER BY input, code, message, report_id;
