SELECT 1 FROM reading WHERE report_id = $id AND reader_version = $version;
