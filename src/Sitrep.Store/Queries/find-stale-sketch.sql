SELECT 1 FROM sketch WHERE version <> $version LIMIT 1;
