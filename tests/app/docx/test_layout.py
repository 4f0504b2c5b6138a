from __future__ import annotations

import re
import tomllib
from dataclasses import replace

import pytest

from app.document.model import Details, Document, Role, block
from app.docx import layout, read, write
from app.docx.measures import margins, twips
from app.docx.package import opened
from app.docx.styles import section
from app.errors import AppError
from app.resources import shipped

NATIONAL = layout.load("gbt9704")
SAMPLE = shipped("resources") / "layout-sample" / "本单位版式.toml"


@pytest.fixture
def own(monkeypatch, tmp_path):
    """Return the folder of the office's own layouts."""
    monkeypatch.setenv("WENHENG_HOME", str(tmp_path))
    folder = tmp_path / "data" / "layouts"
    folder.mkdir(parents=True)
    return folder


def test_every_layout_file_is_whole():
    listed = layout.listing()
    assert listed[0][0] == "gbt9704"
    for name, title in listed:
        assert layout.load(name).id == name
        assert title


def test_the_national_margins_are_those_of_the_standard_in_twips():
    assert margins(NATIONAL) == {
        "top": 2098,
        "right": 1474,
        "bottom": 1984,
        "left": 1588,
        "header": 851,
        "footer": 1453,
        "gutter": 0,
    }
    assert twips(NATIONAL.grid.pitch) == 579


def test_an_unknown_layout_names_the_known_ones():
    with pytest.raises(AppError, match="gbt9704"):
        layout.load("没有的")


def test_a_layout_that_misses_a_role_is_refused():
    path = shipped("resources") / "layouts" / "gbt9704.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    del table["roles"]["body"]
    with pytest.raises(ValueError, match="body"):
        layout.parse(table)


def test_title_rows_hang_together_and_the_text_follows_one_line_below():
    assert NATIONAL.gap(Role.TITLE, Role.DATE_LINE) == 0
    assert NATIONAL.gap(Role.TITLE, Role.SALUTATION) == 1
    assert NATIONAL.gap(Role.TITLE, Role.BLANK) == 0
    assert NATIONAL.gap(Role.BODY, Role.SIGNATURE) == 1
    assert NATIONAL.gap(None, Role.TITLE) == 0


def test_a_layout_of_the_office_says_only_what_is_otherwise(own):
    text = 'base = "gbt9704"\nname = "本局版式"\n[grid]\npitch = 28.0\n[roles]\n'
    (own / "本局.toml").write_text(text + "heading2 = { bold = true }\n", "utf-8")
    made = layout.load("本局")
    assert ("本局", "本局版式") in layout.listing()
    assert made.grid.pitch == 28.0
    assert made.roles[Role.HEADING2].bold
    assert made.roles[Role.HEADING2].face == NATIONAL.roles[Role.HEADING2].face
    assert made.page == NATIONAL.page
    content = write.write(Document((block("（一）要求", Role.HEADING2),)), made)
    assert b'w:line="560"' in opened(content, "甲.docx").content("word/styles.xml")


def test_the_sample_to_go_by_is_the_national_layout_by_another_name(own):
    (own / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    made = layout.load(SAMPLE.stem)
    assert replace(made, id=NATIONAL.id, name=NATIONAL.name) == NATIONAL


def test_every_line_of_the_sample_says_something_when_it_is_taken_up(own):
    lines = SAMPLE.read_text("utf-8").splitlines()
    taken = [re.sub(r"^# (?=\[|[a-z0-9_]+ =)", "", line) for line in lines]
    (own / "全.toml").write_text("\n".join(taken), "utf-8")
    made = layout.load("全")
    assert made.roles[Role.HEADING2].bold
    assert made.roles[Role.TITLE].face == "黑体"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('base = "gbt9704"\nname = "本局"\n[grid]\npitch = 0\n', "大于零"),
        ('base = "gbt9704"\nname = "本局"\n[page]\ntype_width = 300.0\n', "比纸还大"),
        ('base = "没有"\nname = "本局"\n', "没有可以依据的版式"),
        ('base = "../x"\nname = "本局"\n', "没有可以依据的版式"),
        ('base = "gbt9704"\n', "名称"),
        ("name = ", "有错"),
        ('base = "gbt9704"\nname = "本局"\n[grid]\nhigh = 1\n', "有错"),
    ],
)
def test_a_wrong_file_is_told_of_and_the_others_stay(own, text, told):
    (own / "本局.toml").write_text(text, "utf-8")
    assert [name for name, _ in layout.listing()] == ["gbt9704"]
    (fault,) = layout.faults()
    assert "本局.toml" in fault
    assert told in fault


def test_the_national_layout_is_never_another(own):
    (own / "gbt9704.toml").write_text('base = "gbt9704"\nname = "x"\n', "utf-8")
    assert layout.load("gbt9704").name == NATIONAL.name


def test_a_file_in_the_layout_of_another_office_keeps_its_own(own):
    (own / "本局.toml").write_text('base = "gbt9704"\nname = "本局"\n', "utf-8")
    written = Document((block("甲"),), Details(layout="本局"))
    content = write.write(written, layout.load("本局"))
    assert read.read(content, "甲.docx")[0].details.layout == "本局"
    (own / "本局.toml").unlink()
    assert read.read(content, "甲.docx")[0].details.layout is None


def test_pages_have_a_grid_of_lines_where_these_fill_them():
    assert 'w:docGrid w:type="lines"' in section(NATIONAL)
    higher = replace(NATIONAL, page=replace(NATIONAL.page, type_height=230.0))
    assert "w:docGrid w:linePitch" in section(higher)
