"""Paragraphs broken into lines of one width: found, and joined on request."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from trees import read_text, tree

from app.document.edits import apply
from app.document.model import Role, Run, document, normal
from app.document.outline import outline, walk
from app.document.restructure import rename
from app.document.wrapping import join_lines, joints, wrapped

BODY = (
    "今年以来，我们坚持以人民为中心，扎实推进各项重点工作，取得了明显成效，得到了群众的广泛好评和上级的"
    "充分肯定，为下一步工作打下了坚实基础，积累了宝贵经验。"
)
TEXT = "某镇工作情况的汇报\n" + "\n".join(
    [
        f"　　{BODY[:30]}",
        BODY[30:62],
        BODY[62:],
        "　　一、主要做法",
        f"　　{BODY[:30]}",
        BODY[30:62],
        BODY[62:],
    ]
)


def joined(text):
    document = read_text(text)
    return apply(document, join_lines(document))


def test_each_broken_paragraph_becomes_one_block():
    assert joined(TEXT).texts == (
        "某镇工作情况的汇报", f"　　{BODY}", "　　一、主要做法", f"　　{BODY}",
    )  # fmt: skip


def test_joining_twice_changes_nothing_more():
    once = joined(TEXT)
    assert join_lines(once) == ()


def test_a_page_foot_inside_a_paragraph_goes_with_the_break():
    lines = TEXT.split("\n")
    lines.insert(2, "- 1 -")
    assert joined("\n".join(lines)).texts[1] == f"　　{BODY}"


def test_whole_paragraphs_are_left_alone():
    text = f"某镇工作汇报\n{BODY}\n一、主要做法和取得的成效情况说明\n{BODY}\n{BODY}"
    assert join_lines(read_text(text)) == ()


def test_a_title_over_several_lines_is_not_joined():
    text = "关于进一步加强和改进\n全县机关作风建设、\n推动高质量发展的意见\n各单位："
    assert join_lines(read_text(text)) == ()


def test_latin_words_keep_a_space_between_them_and_marks_stay():
    document = read_text(TEXT)
    assert joined(TEXT).blocks[1].role is document.blocks[1].role
    blocks = list(document.blocks)
    bold = normal([Run(BODY[30:40], bold=True), Run(BODY[40:62])])
    blocks[2] = type(blocks[2])(bold, blocks[2].role)
    marked = type(document)(tuple(blocks))
    runs = apply(marked, join_lines(marked)).blocks[1].runs
    assert [run.text for run in runs if run.bold] == [BODY[30:40]]


@given(st.integers(18, 40), st.booleans(), st.lists(st.integers(90, 200), min_size=3, max_size=5))
def test_a_text_broken_at_any_width_is_joined_again(width, indented, lengths):
    paragraphs = [(BODY.replace("。", "，") * 4)[:length] + "了结。" for length in lengths]
    indent = "　　" if indented else ""
    lines: list[str] = ["某镇工作汇报"]
    for paragraph in paragraphs:
        rest = indent + paragraph
        while rest:
            lines.append(rest[:width])
            rest = rest[width:]
    found = joined("\n".join(lines)).texts[1:]
    assert "".join(found) == "".join(indent + paragraph for paragraph in paragraphs)
    if indented:
        assert list(found) == [indent + paragraph for paragraph in paragraphs]


def test_the_tree_is_the_same_before_and_after_joining():
    text = TEXT.replace("得到了群众的广泛好评", "一是群众满意，二是上级肯定")
    assert tree(text).split("\n")[-1] == tree("\n".join(joined(text).texts)).split("\n")[-1]


def test_nothing_goes_on_in_a_text_of_a_few_lines():
    assert wrapped([(0, "一"), (1, "二")], ()) == {}


def test_a_line_goes_on_where_its_next_point_opens_the_line_below():
    lines = ["主要有：（1）管子老；", "（2）图纸缺；", "（3）人手少。"]
    assert wrapped(list(enumerate(lines)), ()) == {1: 0, 2: 1}


def test_items_that_end_in_a_semicolon_do_not_go_on():
    assert wrapped(list(enumerate(["（1）管子老；", "（2）图纸缺；", "（3）人手少。"])), ()) == {}


def test_a_line_behind_a_sentence_that_stops_at_a_comma_goes_on():
    assert wrapped([(0, "一、抓早。天还没亮，"), (1, "人就到了。")], ()) == {1: 0}
    assert wrapped([(0, "一、抓早，"), (1, "人就到了。")], ()) == {}


SECTIONS = [f"　　{BODY[:30]}", BODY[30:62], BODY[62:]] * 2


def test_lines_with_a_blank_line_behind_each_are_joined():
    spaced = "\n\n".join(["某镇工作情况的汇报", "　　一、主要做法", *SECTIONS])
    assert joined(spaced).texts[2::2] == ("　　一、主要做法", f"　　{BODY}", f"　　{BODY}")


def test_a_blank_line_among_others_parts_paragraphs():
    text = "\n".join(["某镇工作情况的汇报", SECTIONS[0], "", *SECTIONS[1:]])
    assert joined(text).texts[1:3] == (SECTIONS[0], "")


def test_a_section_pasted_in_another_width_is_joined():
    narrow = [BODY[n : n + 22] for n in range(0, len(BODY), 22)]
    text = "\n".join(["某镇汇报", "一、做法", *SECTIONS, "二、打算", *narrow])
    assert joined(text).texts[-1] == BODY


def test_a_title_as_wide_as_the_text_does_not_go_on():
    title = "某某县人民政府关于印发农村厕所改造三年行动方案的通知"
    lines = [f"　　{BODY[:26]}", BODY[26:54], BODY[54:]] * 2
    assert joined("\n".join([title, "各乡镇人民政府：", *lines])).texts[0] == title


def test_a_point_over_two_lines_is_renamed_as_one():
    said = BODY.replace("得到了群众的广泛好评", "一是群众满意，二是得到了好评")
    document = read_text(TEXT.replace(BODY[30:62], said[30:62]).replace(BODY[62:], said[62:]))
    point = next(one for one in walk(outline(document)) if one.number == "二是")
    made = apply(document, rename(document, point, "上级放心"))
    (renamed,) = [text for text in made.texts if "二是" in text and "放心" in text]
    assert "二是上级放心。" in renamed


def test_a_remark_in_brackets_behind_a_full_stop_ends_a_line():
    measure = "抓好落实。（责任单位：某局；完成时限：某月底前）"
    text = f"一、任务\n（一）抓投入\n{measure}\n（二）抓质量\n{measure}\n（三）抓进度\n{measure}"
    assert joints(read_text(text).blocks) == {}


def test_in_a_text_set_in_one_full_line_above_one_that_is_not_set_in_goes_on():
    text = (
        "　　今天的会议共有四项议程：一是宣读决定；二是颁奖；三是优秀代表\n发言；四是讲话。\n"
        "　　请大家遵守纪律。\n　　现在开会。"
    )
    assert tree(text) == "p 一是|宣读决定\np 二是|颁奖\np 三是|优秀代表发言\np 四是|讲话"


def test_in_a_text_not_set_in_the_widest_line_goes_on_where_it_stops_behind_a_sentence():
    text = (
        "某局会议纪要\n会议认为，这次会议很及时。会议要求，一要提高站位，二要突出重点，三要\n"
        "严格执法。\n会议还研究了其他事项。"
    )
    assert tree(text) == "p 一要|提高站位\np 二要|突出重点\np 三要|严格执法"


def test_a_paragraph_without_text_that_is_not_known_to_be_blank_parts_nothing():
    blocks = document("# 某局方案", "", "文。").blocks
    assert joints([replace(block, role=Role.BODY) for block in blocks]) == {}
