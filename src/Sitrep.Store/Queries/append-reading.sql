INSERT INTO reading (report_id, reader_version, clean, report, reading, problems) VALUES ($id, $version, $clean, $report, $reading, $problems) RETURNING sequence;
