"""The drafts of the exam in other dress: indents, blank lines and widths change no tree."""

from __future__ import annotations

from pathlib import Path

import pytest
from exam import drafts
from trees import read_text

from app.document.numbering import Form, write
from app.document.outline import NodeType, outline, walk
from app.document.wrapping import joints

OPEN = Path(__file__).parents[2] / "golden" / "structure" / "open"
_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")
_BRACKETS = str.maketrans("（）", "()")


def whole(draft):
    """Return the text of a draft whose lines are paragraphs, None where it is broken into lines."""
    text = draft.read_text(encoding="utf-8-sig").rstrip("\n")
    return None if joints(read_text(text).blocks) else text


TEXTS = {draft.stem: text for draft in drafts(OPEN) if (text := whole(draft)) is not None}


def rows(text):
    return [
        (str(n.type), n.level, n.number.strip(), n.text.strip())
        for n in walk(outline(read_text(text)))
    ]


def dressed(text, before):
    return "\n".join([before + line.strip() if line.strip() else "" for line in text.split("\n")])


# In Markdown the space before an entry says which list it belongs to.
SET_IN = {name for name, text in TEXTS.items() if text.startswith("#") and "\n   1. " in text}


@pytest.mark.parametrize("name", sorted(TEXTS.keys() - SET_IN))
def test_the_space_before_a_paragraph_changes_no_tree(name):
    text = TEXTS[name]
    assert rows(dressed(text, "")) == rows(text)
    assert rows(dressed(text, "\t")) == rows(text)


@pytest.mark.parametrize("name", TEXTS)
def test_blank_lines_between_paragraphs_change_no_tree(name):
    lines = [line for line in TEXTS[name].split("\n") if line.strip()]
    assert rows("\n".join(lines)) == rows(TEXTS[name])
    assert rows("\n\n".join(lines)) == rows(TEXTS[name])


@pytest.mark.parametrize("name", TEXTS)
def test_wide_digits_and_narrow_brackets_change_no_tree(name):
    for table in (_DIGITS, _BRACKETS):
        changed = [
            (kind, level, number.translate(table), said.translate(table))
            for kind, level, number, said in rows(TEXTS[name])
        ]
        assert rows(TEXTS[name].translate(table)) == changed


STYLES = {
    Form.CHINESE: ("一，", "一．", "一：", "一　"),
    Form.CHINESE_BRACKET: ("(一)", "（一）、"),
    Form.ARABIC: ("1、", "１．", "1. "),
    Form.ARABIC_BRACKET: ("(1)", "⑴"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_mark_behind_a_number_changes_no_tree(name):
    nodes = list(walk(outline(read_text(TEXTS[name]))))
    for form, styles in STYLES.items():
        for style in styles:
            lines, expected = TEXTS[name].split("\n"), list[tuple[str, int, str, str]]()
            for n in nodes:
                number = n.number
                if n.form is form and n.type is not NodeType.POINT:
                    number = write(form, n.value, style.strip()) + style[len(style.strip()) :]
                    before, behind = lines[n.block].split(n.number, 1)
                    lines[n.block] = before + number + behind.lstrip()
                expected.append((str(n.type), n.level, number.strip(), n.text.strip()))
            assert rows("\n".join(lines)) == expected, (form, style)
