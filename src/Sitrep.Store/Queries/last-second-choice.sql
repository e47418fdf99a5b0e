SELECT reader FROM second_choice ORDER BY sequence DESC LIMIT 1;
