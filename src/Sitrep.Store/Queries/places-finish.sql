-- GeoNames rows carry the code of their division; its name stands in the division's own row.
UPDATE place SET division = coalesce((SELECT d.name FROM division d WHERE d.country = place.country AND d.code = substr(place.division, 2)), '')
WHERE substr(division, 1, 1) = '#';
CREATE INDEX name_by_fold ON name (fold, exact, place);
INSERT INTO facts (key_version) VALUES ($version);
