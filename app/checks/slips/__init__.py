"""Slips of the pen: characters and words put for others, left out, doubled, exchanged."""
