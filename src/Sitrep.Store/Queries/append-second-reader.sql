INSERT INTO second_reader (address, model, prompt) VALUES ($address, $model, $prompt) RETURNING id;
