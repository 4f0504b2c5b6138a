"""What Word and WPS write: read as the reader sees it, kept where it was not touched."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shared import SHARED, needs_shared
from wordml import p, package, r

from app.document.edits import MarkEdit, RoleEdit, Splice, TextEdit, apply
from app.document.model import Align, Document, Role, block
from app.docx import patch, read
from app.errors import UnreadableFile


def opened(body: str, styles: str = "") -> Document:
    return read.read(package(body, styles), "甲.docx")[0]


def changed_body(body: str, *edits) -> str:
    raw = package(body)
    document, _ = read.read(raw, "甲.docx")
    made = patch.patch(raw, document, apply(document, edits))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        text = archive.read("word/document.xml").decode()
    return text[text.index("<w:body>") + 8 : text.rindex("<w:sectPr")]


def field(result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText>PAGE 指令</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)


def either(choice: str, fallback: str) -> str:
    namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return (
        f'<mc:AlternateContent xmlns:mc="{namespace}"><mc:Choice Requires="w16se">{choice}'
        f"</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


EMOJI = f"<w:r>{either('<w:emoji/>', '<w:t>😀</w:t>')}</w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("甲") + EMOJI + r("乙"), "甲😀乙"),
        (r("甲") + either(r("新"), r("旧")) + r("乙"), "甲新乙"),
        ("<w:r><w:t>甲<!-- 注 -->乙</w:t></w:r>", "甲乙"),
        (r("甲") + "<w:r><w:tab/></w:r>" + r("乙"), "甲\t乙"),
        (r("甲") + "<w:r><w:br/></w:r>" + r("乙"), "甲\n乙"),
        (r("甲") + '<w:r><w:br w:type="page"/></w:r>' + r("乙"), "甲乙"),
        (r("甲\u00a0乙　丙"), "甲\u00a0乙　丙"),
        (r("甲") + "<w:r><w:softHyphen/><w:noBreakHyphen/></w:r>", "甲\u00ad\u2011"),
        (f"<w:hyperlink>{r('链接')}</w:hyperlink>", "链接"),
        (field("第3页"), "第3页"),
        (f'<w:fldSimple w:instr="DATE">{r("今天")}</w:fldSimple>', "今天"),
        (f'<w:ins w:id="1">{r("增")}</w:ins>', "增"),
        ('<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>' + r("留"), "留"),
        (f'<w:moveFrom w:id="1">{r("旧")}</w:moveFrom>' + r("新"), "新"),
        (f"<w:smartTag>{r('标')}</w:smartTag>", "标"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "控件"),
        (r("文") + '<w:r><w:footnoteReference w:id="2"/></w:r>', "文¹"),
        (r("隐", "<w:vanish/>") + r("显"), "显"),
        ("<w:r><w:t> 不留 </w:t></w:r>", "不留"),
        (RUBY, "拼"),
    ],
)
def test_text_is_read_as_the_reader_sees_it(content, text):
    assert opened(p(content)).texts == (text,)


def test_a_field_over_several_paragraphs_shows_its_result():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = p(begin, separate, r("目录一")) + p(r("目录二"), end) + p(r("正文"))
    assert opened(body).texts == ("目录一", "目录二", "正文")


def test_a_field_without_an_end_hides_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert opened(p(begin, r("甲")) + p(r("乙")) + p(field("果"))).texts == ("甲", "乙", "果")


def test_paragraphs_offered_as_alternatives_are_text_and_go_as_a_whole():
    body = either(p(r("新")), p(r("旧"))) + p(r("末"))
    assert opened(body).texts == ("新", "末")
    assert "AlternateContent" not in changed_body(body, Splice(0, 1))
    assert changed_body(body, Splice(1, 1, (block("增"),))).index("增") > body.index("旧")


def test_the_text_of_alternatives_goes_or_stays_as_a_whole():
    body = p(r("甲"), EMOJI, r("乙"))
    assert EMOJI.split("<mc:Choice")[1] in changed_body(body, TextEdit(0, 0, 1, "丙"))
    assert "Fallback" not in changed_body(body, TextEdit(0, 1, 2, ""))


def test_text_around_a_comment_is_read_and_changed_as_one():
    body = "<w:p><w:r><w:t>甲<!-- 注 -->乙</w:t></w:r></w:p>"
    assert opened(body).texts == ("甲乙",)
    made = changed_body(body, TextEdit(0, 1, 1, "新"))
    assert "甲新乙" in made
    assert made.count("乙") == 1


def test_content_controls_are_entered_and_a_table_is_one_block():
    table = (
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
        f"<w:tr><w:tc>{p(r('丙'))}{p(r('丁'))}</w:tc><w:tc>{p(r('戊'))}</w:tc></w:tr></w:tbl>"
    )
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('一'))}{table}</w:sdtContent></w:sdt>"
    document = opened(p(r("前")) + control + p(r("后")))
    assert document.texts == ("前", "一", "甲\t\n丙 丁\t戊", "后")
    assert [(found.object or "")[:5] for found in document.blocks] == ["", "", "table", ""]


def test_looks_are_those_that_stand_out():
    body = p(r("正文正文", '<w:sz w:val="24"/>'), r("重点", '<w:b/><w:sz w:val="24"/>'))
    body += p(
        r("大字", '<w:sz w:val="44"/>'), r("红", '<w:color w:val="FF0000"/><w:sz w:val="24"/>')
    )
    runs = [run for found in opened(body).blocks for run in found.runs]
    assert [(run.text, run.bold, run.size, run.color) for run in runs] == [
        ("正文正文", False, None, None),
        ("重点", True, None, None),
        ("大字", False, 22.0, None),
        ("红", False, None, "FF0000"),
    ]


HEADING = (
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr>'
    '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="x">'
    '<w:name w:val="我的标题"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>'
    "</w:style>"
)


def test_heading_styles_and_outline_levels_give_roles():
    body = p(r("总体情况"), properties='<w:pStyle w:val="1"/>')
    body += p(r("今年以来，各项工作取得了新的进展。"))
    body += p(r("主要做法"), properties='<w:pStyle w:val="x"/>')
    body += p(r("分项安排"), properties='<w:outlineLvl w:val="2"/>')
    roles = [found.role for found in opened(body, HEADING).blocks]
    assert roles == [Role.HEADING1, Role.BODY, Role.HEADING2, Role.HEADING3]


def test_a_number_in_the_text_tells_the_level_better_than_the_style():
    body = p(r("（一）主要做法"), properties='<w:pStyle w:val="1"/>') + p(r("做法如下，逐条落实。"))
    assert opened(body, HEADING).blocks[0].role is Role.HEADING2


def test_alignment_is_that_which_differs_from_the_role():
    body = p(r("正文内容写在这里，居中。"), properties='<w:jc w:val="center"/>')
    body += p(r("正文内容写在这里，靠左。"), properties='<w:jc w:val="left"/>')
    assert [found.align for found in opened(body).blocks] == [Align.CENTER, None]


def test_what_is_not_shown_is_said_once():
    inside = "<w:p><w:r><w:t>框</w:t></w:r></w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
    deleted = '<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>'
    picture = "<w:r><w:drawing/></w:r>"
    document, notes = read.read(package(p(r("文"), box, deleted, picture) + p(picture)), "甲.docx")
    assert document.texts == ("文", "")
    assert notes == (
        "文件带有1处修订、1个文本框，不在正文里，保存时原样保留。",
        "文字中间的1张图片没有显示，保存时原样保留。",
    )


def test_documents_embedded_whole_are_said_and_kept():
    chunk = '<w:altChunk xmlns:r="urn:r" r:id="rId9"/>'
    _, notes = read.read(package(p(r("甲")) + chunk), "甲.docx")
    assert notes
    assert "1份别的文档" in notes[0]
    assert "altChunk" in changed_body(p(r("甲")) + chunk, TextEdit(0, 0, 1, "乙"))


def test_a_changed_word_leaves_runs_and_marks_around_it():
    body = p(
        r("甲乙", "<w:b/>"),
        '<w:bookmarkStart w:id="1" w:name="b"/>',
        r("丙丁", '<w:highlight w:val="yellow"/>'),
        '<w:bookmarkEnd w:id="1"/>',
        r("戊"),
        properties="<w:keepNext/>",
    )
    after = changed_body(body, TextEdit(0, 2, 3, "新"))
    assert after == body.replace("丙丁", "新丁")


def test_new_text_takes_the_properties_of_the_text_it_stands_in():
    body = p(r("甲乙", '<w:b/><w:highlight w:val="yellow"/>'), r("丙"))
    after = changed_body(body, TextEdit(0, 2, 2, "新"))
    assert "甲乙新" in after


def test_a_mark_set_splits_the_run_and_keeps_the_rest_of_its_look():
    after = changed_body(
        p(r("甲乙丙", '<w:highlight w:val="yellow"/>')), MarkEdit(0, 1, 2, bold=True)
    )
    assert re.findall(r"<w:t[^>]*>(.*?)</w:t>", after) == ["甲", "乙", "丙"]
    assert after.count("yellow") == 3
    assert after.count("<w:b/>") == 1


def test_a_note_mark_stays_with_the_text_around_it_changed():
    body = p(r("甲"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("乙"))
    after = changed_body(body, TextEdit(0, 2, 3, "丙"), TextEdit(0, 0, 1, "丁"))
    assert "footnoteReference" in after
    assert "footnoteReference" not in changed_body(body, TextEdit(0, 1, 2, ""))


def test_a_removed_paragraph_leaves_ranges_whole():
    body = (
        p('<w:bookmarkStart w:id="1" w:name="b"/>', r("甲"))
        + p(r("乙"), '<w:bookmarkEnd w:id="1"/>', '<w:commentRangeStart w:id="7"/>')
        + p(r("丙"), '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>')
    )
    first = changed_body(body, Splice(0, 1))
    assert first.count("bookmarkStart") == first.count("bookmarkEnd") == 1
    last = changed_body(body, Splice(2, 3))
    assert "comment" not in last


def test_a_copied_object_has_no_second_bookmark_and_no_second_comment():
    marks = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    row = f"<w:tr><w:tc>{p(r('格'), marks)}</w:tc></w:tr>"
    body = f"<w:tbl>{row}</w:tbl>{p(r('甲'))}"
    copied = changed_body(body, Splice(1, 1, (opened(body).blocks[0],)))
    assert copied.count("<w:tbl>") == 2
    assert copied.count("bookmarkStart") == 1


def test_a_removed_end_of_a_section_goes_to_the_paragraph_before():
    section = "<w:sectPr><w:pgSz/></w:sectPr>"
    body = p(r("甲")) + p(r("乙"), properties=section) + p(r("丙"))
    after = changed_body(body, Splice(1, 2))
    assert after.index("甲") > after.index("<w:pgSz/>")
    assert after.count("pgSz") == 1


def test_a_removed_half_of_a_field_goes_to_a_neighbour():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("separate", "end"))
    body = p(begin, separate, r("一")) + p(r("二")) + p(r("三"), end) + p(r("四"))
    for gone in (0, 2):
        after = changed_body(body, Splice(gone, gone + 1))
        kinds = re.findall(r'fldCharType="(\w+)"', after)
        assert kinds == ["begin", "separate", "end"]


def test_a_mark_of_a_field_without_its_other_half_stays_with_its_paragraph():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    body = p(r("甲"), begin) + p(r("乙"))
    moved = changed_body(body, Splice(0, 1), Splice(1, 1, (opened(body).blocks[0],)))
    assert moved.index("乙") < moved.index("甲") < moved.index("begin")
    assert "fldChar" not in changed_body(body, Splice(0, 1))


def test_text_in_the_run_of_a_fields_end_moves_with_its_paragraph():
    begin, middle, end = (
        f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")
    )
    body = p(f"<w:r>{begin}</w:r><w:r>{middle}</w:r>", r("果"))
    body += p(f"<w:r>{end}<w:t>后文</w:t></w:r>") + p(r("中")) + p(r("末"))
    made = changed_body(body, Splice(1, 2), Splice(3, 3, (block("后文"),)))
    assert made.index("末") < made.index("后文")
    assert made.index('"end"') < made.index("末")


def test_a_new_paragraph_takes_the_look_of_its_role_in_the_file():
    looks = '<w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/>'
    body = p(r("今年以来工作很好。", looks), properties='<w:ind w:firstLine="480"/>')
    after = changed_body(body, Splice(1, 1, (block("新的一段。", Role.BODY),)))
    assert after.count('<w:ind w:firstLine="480"/>') == 2
    assert after.count('w:eastAsia="宋体"') == 2


def test_a_chosen_role_is_kept_in_the_file():
    raw = package(p(r("随便一段文字")) + p(r("正文。")))
    document, _ = read.read(raw, "甲.docx")
    changed = apply(document, [RoleEdit(1, Role.HEADING2)])
    again, _ = read.read(patch.patch(raw, document, changed), "甲.docx")
    assert (again.blocks[1].role, again.blocks[1].chosen) == (Role.HEADING2, True)


FILES = sorted((SHARED / "docx").glob("*.docx"))


@needs_shared
@settings(deadline=None, max_examples=60)
@given(st.data())
def test_real_files_take_any_text_change(data):
    path = data.draw(st.sampled_from(FILES))
    raw = path.read_bytes()
    try:
        document, _ = read.read(raw, path.name)
    except UnreadableFile:
        return
    found = [at for at, row in enumerate(document.blocks) if not row.object]
    if not found or len(document.blocks) > 400:
        return
    at = data.draw(st.sampled_from(found))
    text = document.blocks[at].text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if set(text[start:end]) & set("⁰¹²³⁴⁵⁶⁷⁸⁹"):  # the marks behind it count on
        return
    new = data.draw(st.sampled_from(["", "新", "一\n二", "\t甲"]))
    changed = apply(document, [TextEdit(at, start, end, new)])
    again, _ = read.read(patch.patch(raw, document, changed), path.name)
    assert again.texts == changed.texts


def test_a_package_that_no_longer_reads_as_it_was_opened_is_read_again():
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    raw = package("".join(p(r(f"第{n}段"), note.format(n)) for n in range(1, 12)))
    document, _ = read.read(raw, "甲.docx")
    moved = Document((document.blocks[-1], *document.blocks[:-1]))
    saved = patch.patch(raw, document, moved)  # its marks count anew: ¹ for ¹¹
    changed = apply(moved, [TextEdit(0, 1, 3, "十一"), TextEdit(9, 0, 1, "")])
    again, _ = read.read(patch.patch(saved, moved, changed), "甲.docx")
    assert again.texts[0].startswith("第十一段")


@pytest.mark.parametrize("part", ["Word/Document.XML", "word/%64ocument.xml", "word/document.xml"])
def test_a_part_is_found_whatever_the_case_and_the_escapes_of_its_name(part):
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(package(p(r("甲"))))) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for entry in old.infolist():
            name = part if entry.filename == "word/document.xml" else entry.filename
            new.writestr(name, old.read(entry))
    raw = target.getvalue()
    document, _ = read.read(raw, "甲.docx")
    made = patch.patch(raw, document, apply(document, [TextEdit(0, 1, 1, "乙")]))
    assert read.read(made, "甲.docx")[0].texts == ("甲乙",)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.namelist() == zipfile.ZipFile(BytesIO(raw)).namelist()
