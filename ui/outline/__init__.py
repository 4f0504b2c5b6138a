"""The structure tree beside the text."""
