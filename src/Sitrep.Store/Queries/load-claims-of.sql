SELECT claim FROM claim WHERE report_id = $id AND reader_version = $version ORDER BY position;
