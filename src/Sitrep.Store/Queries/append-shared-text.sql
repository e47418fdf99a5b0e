INSERT INTO shared_text (one, other, shared, shared_own, own_in_one, own_in_other) VALUES ($one, $other, $shared, $shared_own, $own_in_one, $own_in_other);
