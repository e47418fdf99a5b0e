SELECT at, status, etag, last_modified FROM fetch WHERE address = $address ORDER BY sequence DESC LIMIT 1;
