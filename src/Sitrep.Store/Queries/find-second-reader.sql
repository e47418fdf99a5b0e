SELECT id FROM second_reader WHERE address = $address AND model = $model AND prompt = $prompt;
