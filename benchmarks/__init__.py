"""``make bench``: how fast the site is with 100,000 quotes, measured beside a bare program."""
