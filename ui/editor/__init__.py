"""The editor: a text document, its looks and the values it stands for."""
