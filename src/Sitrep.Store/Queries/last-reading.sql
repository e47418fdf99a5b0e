SELECT max(sequence) FROM reading;
