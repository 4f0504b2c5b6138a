"""文衡's Qt-free core: the document value, its structure, checks, kinds, snippets and files."""

__version__ = "0.1.0"
