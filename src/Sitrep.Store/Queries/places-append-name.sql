INSERT INTO name (fold, exact, place) VALUES ($fold, $exact, $place)
