"""Snippets: common formulations, found in a few keystrokes and grown with their user."""

from app.snippets.completion import Completer, Offer, complete, completer, written
from app.snippets.expansion import Expander, Expansion
from app.snippets.harvest import Harvest, Harvested, harvest
from app.snippets.library import Library, opened, shipped
from app.snippets.model import (
    EVERYWHERE,
    BrokenSnippets,
    Category,
    Place,
    Scope,
    Snippet,
    place_at,
)
from app.snippets.particulars import Particular, particulars, with_slots
from app.snippets.shipment import read_shared

__all__ = [
    "EVERYWHERE",
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
    "Scope",
    "Snippet",
    "complete",
    "completer",
    "harvest",
    "opened",
    "particulars",
    "place_at",
    "read_shared",
    "shipped",
    "with_slots",
    "written",
]
