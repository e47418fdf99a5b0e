INSERT INTO fetch (address, at, status, etag, last_modified) VALUES ($address, $at, $status, $etag, $modified);
