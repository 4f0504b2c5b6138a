from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from strategies import documents

from app.document.model import Block, Document, Role, Run, Span, block
from app.document.notation import dump, parse
from ui.editor import clipboard
from ui.editor.cleaning import cleaned, tidy
from ui.editor.editor import Editor

pytestmark = pytest.mark.usefixtures("qapp")

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt; font-family:"Times New Roman";} --></style>
</head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><span style='font-size:22.0pt;
font-family:方正小标宋简体;color:#C00000'>清河县2026年组织工作要点<span
lang=EN-US><o:p></o:p></span></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='text-indent:32.0pt'><span
style='font-family:黑体'>一、加强理论武装</span></p>
<p class=MsoNormal style='margin-left:21.0pt;text-indent:-21.0pt'><![if !supportLists]><span
lang=EN-US><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]><b><span style='color:red'>抓好学习。</span></b><span>各支部
每月 集中学习<span lang=EN-US> 2 </span>次，确保 取得实效。</span></p>
<!--EndFragment--></body></html>"""

WPS = """<html><head><meta charset="utf-8"></head><body>
<p style="margin:0pt;text-indent:32pt;"><span
style="font-family:仿宋;font-size:16pt;">　　各乡镇党委：</span></p>
<p style="margin:0pt;text-indent:32pt;"><b><span style="font-size:16pt;">一是</span></b><span
style="font-family:仿宋;font-size:16pt;mso-spacerun:'yes';">压实责任。</span><span><o:p></o:p></span></p>
</body></html>"""

WEB = """<div style="font-family:Arial;background:#eee"><h2>会议要求</h2>
<p>&emsp;&emsp;会议强调，要<a href="https://example.org/x">提高站位</a>，<strong>狠抓落实</strong>。<br><br>
&emsp;&emsp;会议要求，各部门要密切配合。</p><img src="https://example.org/p.png"><p>\u200b</p>
<table><tr><td>单位</td><td>人数</td></tr><tr><td>清河</td><td>12</td></tr></table></div>"""

PDF = """　　各级各部门要把思想和行动统一到县委的决
策部署上来，紧紧围绕年度目标任务，细化措
施、压实责任、狠抓落实，确保各项工作取得实
效。
　　一、加强组织领导。主要负责同志要亲自抓、
负总责，定期研究解决工作推进中存在的困难和
问题。"""


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    return found


def content(text="", html=""):
    found = QMimeData()
    if text:
        found.setText(text)
    if html:
        found.setHtml(html)
    return found


def show(editor, notation, span):
    editor.load(parse(notation))
    editor.show_span(span)


def text_of(editor):
    return dump(editor.snapshot())


def test_word_paste_keeps_structure_and_bold_and_drops_the_rest(editor):
    show(editor, "body| ", Span(0, 0, 0))
    editor.insertFromMimeData(content(html=WORD))
    assert text_of(editor) == (
        "title| 清河县2026年组织工作要点\nheading1| 一、加强理论武装\n"
        "item| 1.**抓好学习。**各支部每月集中学习2次，确保取得实效。"
    )
    runs = [run for one in editor.snapshot().blocks for run in one.runs]
    assert {(run.color, run.font, run.size) for run in runs} == {(None, None, None)}


def test_wps_paste_loses_the_spaces_that_indent(editor):
    show(editor, "body| ", Span(0, 0, 0))
    editor.insertFromMimeData(content(html=WPS))
    assert editor.snapshot().texts == ("各乡镇党委：", "一是压实责任。")
    assert editor.snapshot().blocks[1].runs[0].bold


def test_web_paste_splits_at_breaks_and_fetches_nothing(editor):
    show(editor, "body| ", Span(0, 0, 0))
    editor.insertFromMimeData(content(html=WEB))
    assert editor.snapshot().texts == (
        "会议要求",
        "会议强调，要提高站位，狠抓落实。",
        "会议要求，各部门要密切配合。",
        "单位\t人数",
        "清河\t12",
    )
    assert not any(run.underline for one in editor.snapshot().blocks for run in one.runs)


def test_the_heading_of_a_page_becomes_the_title_and_bullets_leave_no_mark(editor):
    page = """<html><body><!--StartFragment--><div><h1>关于做好防汛工作的通知</h1>
    <p>　　各乡镇人民政府：</p><p>入汛以来，降水偏多。</p><ul><li>备足物资</li></ul>
    <ol><li>压实责任</li></ol><h2>一、强化值守</h2></div><!--EndFragment--></body></html>"""
    editor.insertFromMimeData(content(html=page))
    blocks = editor.snapshot().blocks
    assert blocks[0].role is Role.TITLE
    assert [one.text for one in blocks[3:]] == ["备足物资", "1.压实责任", "一、强化值守"]


def test_pdf_paste_joins_the_lines_of_a_page(editor):
    show(editor, "body| ", Span(0, 0, 0))
    editor.insertFromMimeData(content(PDF))
    assert len(editor.snapshot().blocks) == 2
    assert editor.snapshot().texts[0].endswith("确保各项工作取得实效。")
    assert editor.snapshot().texts[1].startswith("一、加强组织领导。主要负责同志")


def test_one_undo_brings_back_what_was_cleaned_and_another_takes_out_the_paste(editor):
    show(editor, "body| 前", Span(0, 1, 1))
    editor.insertFromMimeData(content("后 文"))
    assert text_of(editor) == "body| 前后文"
    editor.undo()
    assert text_of(editor) == "body| 前后 文"
    editor.undo()
    assert text_of(editor) == "body| 前"
    assert not editor.document().isUndoAvailable()


MARKDOWN = """# 某局工作方案

## 一、主要任务

1. **抓学习**：每月一次。
   - 集中学
   - 自己学

### 分工

| 任务 | 单位 |
|---|---|
| 学习 | 办公室 |
"""


def test_markdown_pasted_with_the_keys_loses_its_marks_and_one_undo_brings_them_back(editor, qtbot):
    QGuiApplication.clipboard().setText(MARKDOWN)
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dump(editor.bridge.snapshot()) == (
        "title!| 某局工作方案\nheading1| 一、主要任务\nitem| 1.**抓学习**：每月一次。\n"
        "item| ——集中学\nitem| ——自己学\nheading2!| 分工\nbody| 任务\t单位\nbody| 学习\t办公室"
    )
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "## 一、主要任务" in editor.toPlainText()


def test_the_first_heading_of_markdown_pasted_below_a_title_is_none(editor, qtbot):
    show(editor, "title| 某局工作要点\nbody| 各单位要抓好落实。\nbody| ", Span(2, 0, 0))
    QGuiApplication.clipboard().setText("## 补充任务\n\n### 抓学习\n\n每月一次。\n")
    qtbot.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert dump(editor.bridge.snapshot()).split("\n")[2:] == [
        "heading1!| 补充任务",
        "heading2!| 抓学习",
        "body| 每月一次。",
    ]


def test_plain_paste_of_several_lines_knows_their_roles(editor):
    show(editor, "body| 各部门要抓好落实。", Span(0, 9, 9))
    editor.insertFromMimeData(
        content("一、加强领导\n各级党委要高度重视。\n二、强化保障\n要加大投入。")
    )
    assert [one.role for one in editor.snapshot().blocks][1:] == [
        Role.BODY,
        Role.HEADING1,
        Role.BODY,
    ]


def test_paste_in_the_middle_joins_first_and_last(editor):
    show(editor, "body| 前后", Span(0, 1, 1))
    editor.insertFromMimeData(content("甲\n乙\n丙"))
    assert editor.snapshot().texts == ("前甲", "乙", "丙后")
    assert editor.caret() == Span(2, 1, 1)


def test_paste_replaces_the_selection(editor):
    show(editor, "body| 前旧后", Span(0, 1, 2))
    editor.insertFromMimeData(content("新"))
    assert editor.snapshot().texts == ("前新后",)


@settings(max_examples=80, deadline=None)
@given(documents())
def test_our_own_blocks_come_back_from_the_clipboard_as_they_were(document):
    assert clipboard.own(clipboard.mime(document)) == document.blocks


def test_copy_and_paste_of_whole_paragraphs_keeps_their_roles(editor):
    show(editor, "heading1!| 一、加强领导\nbody| **各级**要重视", Span(0, 0, 0))
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    editor.load(Document((Block(),)))
    editor.insertFromMimeData(copied)
    assert text_of(editor) == "heading1!| 一、加强领导\nbody| **各级**要重视"


def test_copied_html_carries_face_size_and_indent_of_the_role():
    found = clipboard.html(parse("title| 标题\nheading1| 一、领导。要重视。\nbody| **甲**"))
    assert "方正小标宋简体" in found
    assert "font-size:22pt" in found
    assert "text-align:center" in found
    assert found.count("mso-outline-level:1") == 1
    assert "font-family:'黑体'" in found
    assert "text-indent:32pt" in found
    assert "<b>甲</b>" in found


def test_copied_html_pasted_as_anothers_gives_the_text_again():
    document = parse("title| 清河县工作要点\nheading1| 一、加强领导\nbody| 各级**高度**重视")
    assert [one.text for one in clipboard.foreign(clipboard.html(document))] == list(document.texts)


def test_a_label_is_copied_as_text():
    labelled = Document((Block((Run("加强领导"),), Role.ITEM, label="（1）"),))
    assert clipboard.mime(labelled).text() == "（1）加强领导"


def test_plain_paste_drops_the_marks(editor):
    show(editor, "body| ", Span(0, 0, 0))
    QGuiApplication.clipboard().setMimeData(content("各级要重视", "<b>各级要重视</b>"))
    editor.paste_plain()
    assert text_of(editor).endswith("| 各级要重视")


def test_dropped_files_are_for_the_window(editor, qtbot, tmp_path):
    found = QMimeData()
    found.setUrls([QUrl.fromLocalFile(str(tmp_path / "稿.docx"))])
    with qtbot.waitSignal(editor.files_dropped) as told:
        editor.insertFromMimeData(found)
    assert told.args == [[str(tmp_path / "稿.docx")]]
    assert editor.snapshot().texts == ("",)


def test_nothing_is_pasted_into_an_object(editor):
    editor.load(Document((Block((Run("甲"),), Role.OBJECT, object="t1"),)))
    editor.insertFromMimeData(content("乙"))
    assert editor.snapshot().texts == ("甲",)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("　　各 级 党委", "各级党委"),
        ("2026 年 3 月 5 日", "2026年3月5日"),
        ("use the PDF file", "use the PDF file"),
        ("1. 抓好落实", "1.抓好落实"),
        ("\ufeff\u200b甲\u00ad乙\u00a0", "甲乙"),
    ],
)
def test_a_line_is_tidied(before, after):
    assert tidy(before) == after


def test_a_copied_table_is_a_table_for_others():
    table = Block((Run("单位\t数量\n甲局\t3 < 4"),), Role.OBJECT, object="t1")
    page = clipboard.html(Document((block("说明。"), table)))
    assert page.count("<tr>") == 2
    assert "3 &lt; 4</td>" in page
    again = [one.text for one in cleaned(clipboard.foreign(page))]
    assert again == ["说明。", "单位\t数量", "甲局\t3 < 4"]


def test_short_lines_and_paragraphs_are_left_apart():
    lines = tuple([block(text) for text in ("同志们：", "今天开会。", "各部门要抓好落实。")])
    assert cleaned(lines) == lines


def test_cleaning_keeps_the_marks_where_they_were():
    found = cleaned((Block((Run("　　甲 乙", bold=True), Run(" 丙 丁", color="FF0000"))),))
    assert found == (Block((Run("甲乙", bold=True), Run("丙丁"))),)


def test_cleaning_leaves_clean_text_alone():
    blocks = (block("各级党委要重视。"), block("要抓好落实。"))
    assert cleaned(blocks) == blocks


PAGE = "各级各部门要切实提高政治站位，强化责任担当，坚持问题导向"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (f"{PAGE}和目", "标导向，确保任务落地见效。", True),
        (f"{PAGE}，", "压实责任，确保任务落地见效。", True),
        ("清河县人民政府办公室关于做好二〇二六年防汛抗旱工作的通知", "各乡镇人民政府：", False),
        ("完成产业园区基础设施建设项目十二个，确保年底全部投产", "完成招商引资二十亿元", False),
        (f"{PAGE}，", "（一）压实责任。各级要重视。", False),
        (f"{PAGE}。", "压实责任，确保任务落地见效。", False),
    ],
)
def test_two_lines_of_a_page_are_joined_where_a_sentence_goes_on(first, second, joined):
    found = [one.text for one in cleaned(clipboard.plain(f"{first}\n{second}"))]
    assert found == ([first + second] if joined else [first, second])


def test_a_cell_over_several_columns_keeps_the_others_in_theirs():
    page = (
        "<table><tr><td colspan=2>合计</td><td>3</td></tr><tr><td>甲</td><td>乙</td>"
        "<td>丙</td></tr></table>"
    )
    assert [one.text for one in cleaned(clipboard.foreign(page))] == ["合计\t\t3", "甲\t乙\t丙"]


def test_a_word_pasted_at_the_end_is_no_signature(editor):
    show(editor, "title| 关于工作的通知\nbody| 前文。\nbody| ", Span(2, 0, 0))
    editor.insertFromMimeData(content("重点", "<b>重点</b>"))
    assert editor.snapshot().blocks[2].role is Role.BODY


def test_a_title_pasted_alone_into_an_empty_text_is_one(editor):
    show(editor, "body| ", Span(0, 0, 0))
    editor.insertFromMimeData(content("关于做好防汛工作的通知"))
    assert editor.snapshot().blocks[0].role is Role.TITLE
