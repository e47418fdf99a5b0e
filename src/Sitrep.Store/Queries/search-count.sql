SELECT kind, count(*) FROM item WHERE item MATCH $words GROUP BY kind;
