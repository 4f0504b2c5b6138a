"""The document value everything is about, and the pure functions that read and change it."""
