INSERT INTO second_reading (report_id, reader_version, reader, claims, problems)
SELECT $id, max(reader_version), $reader, $claims, $problems FROM reading WHERE report_id = $id
ON CONFLICT DO NOTHING;
