DELETE FROM crowded;
