DELETE FROM posting;
