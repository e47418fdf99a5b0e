SELECT input, sha256 FROM report WHERE id = $id;
