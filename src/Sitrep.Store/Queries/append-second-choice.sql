INSERT INTO second_choice (reader) VALUES ($reader);
