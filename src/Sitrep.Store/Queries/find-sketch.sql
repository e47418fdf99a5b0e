SELECT shingles, whole FROM sketch WHERE reading = $reading;
