SELECT DISTINCT report_id FROM crowded JOIN posting ON posting.key = crowded.key JOIN reading ON reading.sequence = posting.reading;
