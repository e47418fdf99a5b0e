INSERT INTO sketch (reading, version, shingles, whole) VALUES ($reading, $version, $shingles, $whole);
