INSERT INTO report (id, input, sha256, markup, received, supplied) VALUES ($id, $input, $sha256, $markup, $received, $supplied);
