INSERT OR IGNORE INTO division (country, code, name) VALUES ($country, $code, $name)
