"""Content of Word, WPS, web pages and PDF as they really write it, pasted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from app.document.notation import dump, parse
from ui.editor.editor import Editor
from ui.editor.foreign import shown

# As Word writes it: conditions, drawn list marks, revisions, a footnote, a table, a picture.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {mso-style-unhide:no;margin:0cm;font-size:10.5pt;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
</head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span>
<![endif]><span>压实责任。<ins>要</ins><del>不</del>高度重视<a href="#_ftn1" name="_ftnref1"><span
class=MsoFootnoteReference>[1]</span></a>。<o:p></o:p></span></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>备足物资。</p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>隐藏的字</span>清河县。</p>
<table><tr><td><p>甲局</p><p>（牵头）</p></td><td><p>3</p></td></tr></table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape><v:imagedata src="x.png"/></v:shape><![endif]-->
<![if !vml]><img width=133 height=133 src="file:///C:/clip_image002.gif"><![endif]></p>
<!--EndFragment--></body></html>"""

# The lines of a PDF: full ones, last ones, numbers and the foot of a page among them.
PDF = """各乡镇人民政府，县政府各部门、各直属单位：
为深入贯彻落实党中央、国务院关于防汛抗旱工作的决策部
署，切实做好2026年防汛抗旱工作，确保人民群众生命财产安
全，现就有关事项通知如下。
一、提高政治站位。各级各部门要深刻认识防汛抗旱工作的极
端重要性，坚持人民至上、生命至上。
二、压实工作责任。落实行政首长负责制，把防汛抗旱责任落
- 3 -
实到每一个环节、每一个岗位。"""


@pytest.fixture
def editor(qtbot):
    found = Editor()
    qtbot.addWidget(found)
    found.load(parse("body| "))
    return found


def pasted(editor, *, html="", text=""):
    content = QMimeData()
    if html:
        content.setHtml(html)
    if text:
        content.setText(text)
    editor.insertFromMimeData(content)
    return dump(editor.snapshot())


def test_word_brings_what_it_shows_without_bullets_and_deleted_text(editor):
    assert pasted(editor, html=WORD) == (
        "item| 1.压实责任。要高度重视[1]。\nbody| 备足物资。\nbody| 清河县。\nbody| 甲局（牵头）\t3"
    )


def test_the_writer_is_told_of_pictures_and_of_the_cleaning(editor, qtbot):
    with qtbot.waitSignal(editor.told) as told:
        pasted(editor, html=WORD)
    assert "1 张图片" in told.args[0]
    assert "Ctrl+Z" in told.args[0]


def test_a_picture_alone_is_not_pasted_and_the_writer_is_told(editor, qtbot):
    content = QMimeData()
    content.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert editor.canInsertFromMimeData(content)
    with qtbot.waitSignal(editor.told) as told:
        editor.insertFromMimeData(content)
    assert "图片" in told.args[0]
    assert not editor.document().isUndoAvailable()


def test_short_paragraphs_of_a_pdf_are_joined_over_the_foot_of_a_page_too(editor):
    pasted(editor, text=PDF)
    assert [text[-8:] for text in editor.snapshot().texts] == [
        "门、各直属单位：", "关事项通知如下。", "至上、生命至上。", "节、每一个岗位。",
    ]  # fmt: skip


def test_every_paragraph_sign_parts_paragraphs(editor):
    pasted(editor, text="甲。\u2029乙。\x0c丙。\r\n丁。")
    assert editor.snapshot().texts == ("甲。", "乙。", "丙。", "丁。")


@pytest.mark.parametrize(
    ("mark", "left"), [("1.", "1."), ("（一）", "（一）"), ("a)", "a)"), ("Ø", ""), ("·", "")]
)
def test_a_drawn_number_stays_and_a_bullet_goes(mark, left):
    drawn = f'<p><span style="mso-list:Ignore">{mark}</span>甲</p>'
    assert shown(drawn).html == f"<p>{left}甲</p>"


def test_a_page_with_an_element_left_open_loses_nothing():
    page = '<p>甲<span style="display:none">乙</p><p>丙</p>'
    assert shown(page).html == page
