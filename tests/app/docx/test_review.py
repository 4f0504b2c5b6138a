"""Tracked changes accepted and refused, and what stands beside the text."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from wordml import R, W, p, package, r

from app.document.edits import Splice, TextEdit, apply
from app.document.model import block
from app.docx import patch, read, review
from app.docx.asides import AsideKind
from app.docx.revisions import Change

WHEN = 'w:author="张三" w:date="2026-03-05T14:20:00Z"'


def ins(content: str, number: int = 1) -> str:
    return f'<w:ins w:id="{number}" {WHEN}>{content}</w:ins>'


def gone(text: str, number: int = 2) -> str:
    run = f"<w:r><w:rPr><w:b/></w:rPr><w:delText>{text}</w:delText></w:r>"
    return f'<w:del w:id="{number}" {WHEN}>{run}</w:del>'


def mark(kind: str, number: int = 9) -> str:
    return f'<w:rPr><w:{kind} w:id="{number}" {WHEN}/></w:rPr>'


TEXT = (
    p(r("甲"), ins(r("新增")), r("乙"), gone("删去"), r("丙"))
    + p(r("第一"), properties=mark("del"))
    + p(r("第二"))
    + p(ins(r("插段"), 5), properties=mark("ins", 6))
    + p(r("末"))
)


def changed(body: str, *, accept: bool, which: int | None = None, before: tuple = ()):
    """Return the texts after deciding, those read back from the file, and the changes left."""
    raw = package(body)
    document, _ = read.read(raw, "甲.docx")
    found = review.review(raw).revisions
    wanted = found if which is None else (found[which],)
    keys = [key for one in wanted for key in one.keys]
    live = apply(document, before)
    made = apply(live, review.decide(raw, live, keys, accept=accept))
    saved = patch.patch(raw, document, made)
    again, _ = read.read(saved, "甲.docx")
    assert again.texts == made.texts
    return made.texts, saved, review.review(saved).revisions


def body_of(saved: bytes) -> str:
    with zipfile.ZipFile(BytesIO(saved)) as archive:
        return archive.read("word/document.xml").decode()


def test_changes_are_listed_in_the_order_of_the_text():
    found = review.review(package(TEXT)).revisions
    places = [(one.span.block, one.span.start, one.span.end) for one in found]
    assert [(one.change, one.text, *at) for one, at in zip(found, places, strict=True)] == [
        (Change.INSERTED, "新增", 0, 1, 3),
        (Change.DELETED, "删去", 0, 4, 4),
        (Change.DELETED, "¶", 1, 2, 2),
        (Change.INSERTED, "插段¶", 3, 0, 2),
    ]  # fmt: skip
    assert found[0].author == "张三"


@pytest.mark.parametrize(
    ("which", "accept", "texts"),
    [
        (0, True, ("甲新增乙丙", "第一", "第二", "插段", "末")),
        (0, False, ("甲乙丙", "第一", "第二", "插段", "末")),
        (1, False, ("甲新增乙删去丙", "第一", "第二", "插段", "末")),
        (2, True, ("甲新增乙丙", "第一第二", "插段", "末")),
        (3, False, ("甲新增乙丙", "第一", "第二", "末")),
        (None, True, ("甲新增乙丙", "第一第二", "插段", "末")),
        (None, False, ("甲乙删去丙", "第一", "第二", "末")),
    ],
)
def test_a_decision_changes_the_text_and_the_file(which, accept, texts):
    made, _, left = changed(TEXT, accept=accept, which=which)
    assert made == texts
    assert len(left) == (0 if which is None else 3)


def test_what_the_writer_changed_meanwhile_stays():
    edits = (TextEdit(0, 0, 1, "改了"), Splice(1, 1, (block("夹进来"),)), TextEdit(2, 0, 0, "改"))
    made, _, _ = changed(TEXT, accept=False, before=edits)
    assert made == ("改了乙删去丙", "夹进来", "改第一", "第二", "末")
    made, _, _ = changed(TEXT, accept=True, before=edits)
    assert made == ("改了新增乙丙", "夹进来", "改第一第二", "插段", "末")


def test_changes_nobody_decided_are_kept_as_they_are():
    raw = package(TEXT)
    document, _ = read.read(raw, "甲.docx")
    saved = patch.patch(raw, document, apply(document, [TextEdit(4, 0, 0, "最")]))
    assert [one.text for one in review.review(saved).revisions] == ["新增", "删去", "¶", "插段¶"]


def test_a_refused_deletion_comes_back_with_its_look():
    _, saved, _ = changed(TEXT, accept=False, which=1)
    text = body_of(saved)
    assert "<w:b/></w:rPr><w:t>删去</w:t>" in text
    assert "delText" not in text


def test_a_move_is_one_change_with_two_ends():
    def end(kind: str, text: str, number: int) -> str:
        name = f'w:id="{number}" w:name="move1" {WHEN}'
        inside = f'<w:{kind} w:id="{number + 1}" {WHEN}>{r(text)}</w:{kind}>'
        return f'<w:{kind}RangeStart {name}/>{inside}<w:{kind}RangeEnd w:id="{number}"/>'

    body = p(r("甲"), end("moveFrom", "挪动", 1)) + p(r("乙"), end("moveTo", "挪动", 3))
    (only,) = review.review(package(body)).revisions
    assert (only.change, only.text, only.span.block) == (Change.MOVED, "挪动", 1)
    accepted, saved, left = changed(body, accept=True)
    assert accepted == ("甲", "乙挪动")
    assert "move" not in body_of(saved)
    assert not left
    assert changed(body, accept=False)[0] == ("甲挪动", "乙")


def test_changes_of_format_are_accepted_and_put_back():
    old = f'<w:rPrChange w:id="3" {WHEN}><w:rPr><w:i/></w:rPr></w:rPrChange>'
    shape = f'<w:pPrChange w:id="4" {WHEN}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>'
    body = p(r("甲", f"<w:b/>{old}"), properties=f'<w:jc w:val="center"/><w:rPr/>{shape}')
    (only,) = review.review(package(body)).revisions
    assert only.change is Change.FORMAT
    assert len(only.keys) == 2
    accepted = body_of(changed(body, accept=True)[1])
    assert "<w:b/>" in accepted
    assert "Change" not in accepted
    refused = body_of(changed(body, accept=False)[1])
    assert "<w:b/>" not in refused
    assert '<w:jc w:val="left"/><w:rPr/>' in refused
    assert "<w:i/>" in refused


def test_rows_of_a_table_are_accepted_and_refused_and_the_table_stays_an_object():
    def row(text: str, kind: str = "") -> str:
        properties = f'<w:trPr><w:{kind} w:id="7" {WHEN}/></w:trPr>' if kind else ""
        return f"<w:tr>{properties}<w:tc>{p(r(text))}</w:tc></w:tr>"

    body = (
        p(r("前")) + f"<w:tbl>{row('一')}{row('二', 'ins')}{row('三', 'del')}</w:tbl>" + p(r("后"))
    )
    assert [one.text for one in review.review(package(body)).revisions] == ["二", "三"]
    made, saved, _ = changed(body, accept=True)
    assert made == ("前", "一\n二", "后")
    assert read.read(saved, "甲.docx")[0].blocks[1].object
    assert changed(body, accept=False)[0] == ("前", "一\n三", "后")


def test_a_deletion_inside_anothers_insertion_is_settled_on_its_own():
    body = p(r("甲"), ins(r("乙") + gone("丙")), r("丁"))
    assert changed(body, accept=True)[0] == ("甲乙丁",)
    assert changed(body, accept=False)[0] == ("甲丁",)
    assert changed(body, accept=False, which=1)[0] == ("甲乙丙丁",)


def test_ranges_outlive_a_refused_insertion():
    body = p(
        r("甲"),
        ins('<w:bookmarkStart w:id="3" w:name="b"/>' + r("乙")),
        r("丙") + '<w:bookmarkEnd w:id="3"/>',
    )
    _, saved, _ = changed(body, accept=False)
    assert body_of(saved).count("bookmark") == 2


def test_places_follow_the_text():
    raw = package(TEXT)
    document, _ = read.read(raw, "甲.docx")
    found = review.review(raw)
    live = apply(document, [TextEdit(0, 0, 1, "甲甲甲"), Splice(0, 0, (block("新段"),))])
    spans = review.located(found, live, [one.span for one in found.revisions])
    assert spans[0] is not None
    assert live.slice(spans[0]) == "新增"
    without = apply(document, [Splice(0, 1)])
    assert review.located(found, without, [found.revisions[0].span]) == [None]


def with_parts(body: str, **parts: str) -> bytes:
    """Return a package with further parts of the text, each named by the kind of its relation."""
    target = BytesIO()
    rows = "".join(
        f'<Relationship Id="x{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts
    )
    with (
        zipfile.ZipFile(BytesIO(package(body))) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for entry in old.infolist():
            content = old.read(entry).decode()
            if entry.filename == "word/_rels/document.xml.rels":
                content = content.replace("</Relationships>", f"{rows}</Relationships>")
            new.writestr(entry.filename, content)
        for name, content in parts.items():
            new.writestr(f"word/{name}.xml", content)
    return target.getvalue()


def test_comments_notes_and_boxes_stand_beside_the_text():
    box = f"<w:r><w:pict><w:txbxContent>{p(r('框内'))}</w:txbxContent></w:pict></w:r>"
    body = p(
        r("甲"),
        '<w:commentRangeStart w:id="0"/>',
        r("乙丙"),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
        box,
    )
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0" {WHEN}>{p(r("请核对"))}{p(r("数字"))}'
        "</w:comment></w:comments>"
    )
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{p(r("出处"))}</w:footnote></w:footnotes>'
    )
    raw = with_parts(body, comments=comments, footnotes=notes)
    found = review.review(raw).asides
    assert [(one.kind, one.text) for one in found] == [
        (AsideKind.COMMENT, "请核对\n数字"),
        (AsideKind.FOOTNOTE, "出处"),
        (AsideKind.BOX, "框内"),
    ]
    assert found[0].author == "张三"
    document, _ = read.read(raw, "甲.docx")
    assert document.slice(found[0].span) == "乙丙"
    assert document.slice(found[1].span) == "¹"


def test_a_damaged_part_beside_the_text_is_left_out():
    body = p(r("甲"), '<w:r><w:commentReference w:id="0"/></w:r>')
    assert review.review(with_parts(body, comments="<w:comments")).asides == ()


def test_what_another_deleted_of_an_insertion_stays_deleted_when_the_insertion_is_accepted():
    body = p(r("甲"), ins(r("新增") + gone("又删", 3)), r("乙"))
    texts, saved, left = changed(body, accept=True, which=0)
    assert texts == ("甲新增乙",)
    assert "<w:delText>又删</w:delText>" in body_of(saved)
    assert [one.text for one in left] == ["又删"]
