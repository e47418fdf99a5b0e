INSERT INTO claim (id, report_id, reader_version, position, span_start, span_end, stance, claim)
VALUES ($id, $report, $version, $position, $start, $end, $stance, $claim);
