"""Pure functions on strings: storing, folding, anchoring, dating, naming. Imports no Django."""
