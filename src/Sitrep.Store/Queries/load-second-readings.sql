-- Those of the reader chosen last, where they stand beside the latest reading.
SELECT report_id, address, model, prompt, claims, problems
FROM second_reading JOIN second_reader ON second_reader.id = reader
WHERE reader = (SELECT reader FROM second_choice ORDER BY sequence DESC LIMIT 1)
  AND reader_version = (SELECT max(reader_version) FROM reading WHERE reading.report_id = second_reading.report_id);
