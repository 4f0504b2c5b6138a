from __future__ import annotations

import pytest

from app import kinds
from app.docx.layout import load
from app.docx.read import read
from app.docx.write import write

IDS = [name.id for name in kinds.listing()]


@pytest.mark.parametrize("kind", IDS)
def test_a_draft_saved_as_docx_keeps_kind_fields_roles_and_slots(kind):
    loaded = kinds.load(kind)
    values = {field.name: f"甲{number}" for number, field in enumerate(loaded.fields[:3])}
    draft = kinds.draft(loaded, values)
    again, _ = read(write(draft, load("gbt9704")), "稿.docx")
    assert again.details.kind == kind
    assert again.details.fields == draft.details.fields
    assert again.details.numbering == draft.details.numbering
    written = [(b.role, b.text) for b in draft.blocks if b.text]
    assert [(b.role, b.text) for b in again.blocks if b.text] == written
    names = [slot.name for slot in kinds.slots(again)]
    assert names == [slot.name for slot in kinds.slots(draft)]
