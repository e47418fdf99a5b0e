-- Nothing happens when the same note stands and the input was not read since.
INSERT INTO set_aside (input, report_id, code, message, after_reading)
SELECT $input, $report, $code, $message, (SELECT coalesce(max(sequence), 0) FROM reading)
WHERE NOT EXISTS (
  SELECT 1 FROM set_aside AS noted
  WHERE noted.input = $input AND noted.report_id IS $report AND noted.code = $code AND noted.message = $message
    AND NOT EXISTS (
      SELECT 1 FROM report JOIN reading ON reading.report_id = report.id
      WHERE report.input = noted.input AND reading.sequence > noted.after_reading));
