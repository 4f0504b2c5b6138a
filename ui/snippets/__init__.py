"""The common formulations beside the text and at the caret."""
