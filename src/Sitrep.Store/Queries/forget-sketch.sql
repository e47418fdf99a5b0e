DELETE FROM sketch;
