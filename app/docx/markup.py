"""Text and attribute values as XML writes them.

The standard library's `xml.sax.saxutils` does the same, but importing it loads the whole of
`urllib.request`: 30 ms at every start.
"""

from __future__ import annotations


def escape(text: str) -> str:
    """Return text as the content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoteattr(text: str) -> str:
    """Return text as the value of an attribute, in quotes."""
    value = escape(text).replace('"', "&quot;").replace("\n", "&#10;")
    return '"' + value.replace("\r", "&#13;").replace("\t", "&#9;") + '"'
