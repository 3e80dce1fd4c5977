"""Building blocks of every page: colours come from the palette, words from outside."""
