SELECT DISTINCT n.exact = $exact, p.id, p.name, p.latitude, p.longitude, p.country, p.division, p.population, p.feature
FROM name n JOIN place p ON p.id = n.place
WHERE n.fold = $fold
ORDER BY p.population DESC, p.id
LIMIT $max
