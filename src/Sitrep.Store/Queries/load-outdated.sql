SELECT id, input, sha256, markup, received, supplied FROM report
WHERE (SELECT coalesce(max(reader_version), 0) FROM reading WHERE report_id = report.id) < $version
ORDER BY id;
