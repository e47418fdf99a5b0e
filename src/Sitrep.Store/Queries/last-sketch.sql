SELECT max(reading) FROM sketch;
