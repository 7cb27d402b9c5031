"""The parameter sections of a scenario, one file per group of processes. Only declarations: no rule is applied here."""
