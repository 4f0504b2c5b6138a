"""Document kinds: one template file each drives drafts, fields, the part list and its own rules."""

from app.kinds.drafting import choices_of, defaults, draft, with_followers
from app.kinds.following import places, put_fields, refilled
from app.kinds.guide import Advice, Standing, guide, length, standing
from app.kinds.model import (
    BrokenKind,
    Field,
    Kind,
    KindName,
    KindRule,
    Listed,
    Need,
    NothingToExtract,
    Part,
    Place,
    UnknownKind,
    Variant,
)
from app.kinds.parts import Found, guess, misplaced, missing, parts_found, title
from app.kinds.rules import Objection, objections
from app.kinds.shelf import free_id, heads, listing, load, load_all, read_file
from app.kinds.slots import Slot, fill, name_slot, slots, written

__all__ = [
    "Advice",
    "BrokenKind",
    "Field",
    "Found",
    "Kind",
    "KindName",
    "KindRule",
    "Listed",
    "Need",
    "NothingToExtract",
    "Objection",
    "Part",
    "Place",
    "Slot",
    "Standing",
    "UnknownKind",
    "Variant",
    "choices_of",
    "defaults",
    "draft",
    "fill",
    "free_id",
    "guess",
    "guide",
    "heads",
    "length",
    "listing",
    "load",
    "load_all",
    "misplaced",
    "missing",
    "name_slot",
    "objections",
    "parts_found",
    "places",
    "put_fields",
    "read_file",
    "refilled",
    "slots",
    "standing",
    "title",
    "with_followers",
    "written",
]
