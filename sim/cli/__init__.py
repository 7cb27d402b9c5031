"""The command line: parsing and words only, one file per command. `app` starts it; every text is in `texts`."""
