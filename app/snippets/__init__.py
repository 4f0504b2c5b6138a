"""Snippets: common formulations, found in a few keystrokes and grown with their user."""

from app.snippets.completion import Completer, Offer, complete
from app.snippets.library import Library, shipped
from app.snippets.model import BrokenSnippets, Category, Place, Snippet, place_at

__all__ = [
    "BrokenSnippets",
    "Category",
    "Completer",
    "Library",
    "Offer",
    "Place",
    "Snippet",
    "complete",
    "place_at",
    "shipped",
]
