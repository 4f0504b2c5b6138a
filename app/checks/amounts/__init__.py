"""Numbers that a text gives: read as figures, added up, compared."""
