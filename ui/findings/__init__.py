"""The checks of the open text and the list of what they find."""
