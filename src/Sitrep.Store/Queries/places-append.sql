INSERT OR IGNORE INTO place (id, name, latitude, longitude, country, division, population, feature)
VALUES ($id, $name, $latitude, $longitude, $country, $division, $population, $feature)
