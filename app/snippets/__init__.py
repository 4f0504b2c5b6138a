"""Snippets: common formulations, found in a few keystrokes and grown with their user."""

from app.snippets.completion import Completer, Offer, complete, completer, written
from app.snippets.expansion import Expander, Expansion
from app.snippets.harvest import Harvest, Harvested, harvest
from app.snippets.library import Library, opened, shipped
from app.snippets.model import BrokenSnippets, Category, Place, Snippet, place_at
from app.snippets.particulars import Particular, particulars, with_slots

__all__ = [
    "BrokenSnippets",
    "Category",
    "Completer",
    "Expander",
    "Expansion",
    "Harvest",
    "Harvested",
    "Library",
    "Offer",
    "Particular",
    "Place",
    "Snippet",
    "complete",
    "completer",
    "harvest",
    "opened",
    "particulars",
    "place_at",
    "shipped",
    "with_slots",
    "written",
]
