"""Many runs: plans, worker processes, burn-in and stationarity, comparison of arms. What a number means: `analysis`."""
