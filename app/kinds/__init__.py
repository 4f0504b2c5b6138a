"""Document kinds: one template file each drives drafts, fields, the part list and its own rules."""

from app.kinds.drafting import defaults, draft, refilled, with_followers
from app.kinds.model import (
    BrokenKind,
    Field,
    Kind,
    KindName,
    KindRule,
    Need,
    Part,
    Place,
    UnknownKind,
    Variant,
)
from app.kinds.parts import Found, guess, misplaced, missing, parts_found, title
from app.kinds.rules import Objection, objections
from app.kinds.shelf import listing, load, load_all, read_file
from app.kinds.slots import Slot, fill, name_slot, slots

__all__ = [
    "BrokenKind",
    "Field",
    "Found",
    "Kind",
    "KindName",
    "KindRule",
    "Need",
    "Objection",
    "Part",
    "Place",
    "Slot",
    "UnknownKind",
    "Variant",
    "defaults",
    "draft",
    "fill",
    "guess",
    "listing",
    "load",
    "load_all",
    "misplaced",
    "missing",
    "name_slot",
    "objections",
    "parts_found",
    "read_file",
    "refilled",
    "slots",
    "title",
    "with_followers",
]
