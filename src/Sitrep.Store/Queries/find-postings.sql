SELECT reading FROM posting WHERE key = $key LIMIT $most;
