INSERT INTO item (kind, id, title, body) VALUES ($kind, $id, $title, $body);
