SELECT (SELECT coalesce(max(sequence), 0) FROM reading), (SELECT coalesce(max(sequence), 0) FROM ruling), (SELECT coalesce(max(sequence), 0) FROM set_aside),
  (SELECT coalesce(max(sequence), 0) FROM second_choice);
