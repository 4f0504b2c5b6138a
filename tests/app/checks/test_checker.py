from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks import Checker, Finding, Severity, check, keys
from app.checks.check import Paragraph, Reading, Rule, Spot, rule
from app.checks.registry import rules
from app.document.edits import TextEdit, apply
from app.document.model import Document, Role, Span, block, document
from app.document.recognize import recognized


def test_what_stands_in_a_table_of_an_opened_file_is_told_but_not_mended():
    table = replace(block("台帐\t是否做为依据"), role=Role.OBJECT, object="table-1")
    told = Checker().run(Document((block("把台帐做为依据。"), table)))
    mended = {(one.check, one.span.block): bool(one.fixes) for one in told}
    assert mended["wrong_word", 0]
    assert mended["wrong_word", 1] is False


def counting() -> tuple[Rule, list[str]]:
    read: list[str] = []

    @rule(group="词语", severity=Severity.ERROR, triggers=("错",))
    def counted(paragraph: Paragraph) -> Iterator[Spot]:
        """数一数。"""
        read.append(paragraph.text)
        for literal, start, end in paragraph.hits:
            yield Spot(start, end, literal, "对")

    return counted, read


def test_a_block_rule_reads_only_paragraphs_with_a_trigger_and_each_only_once():
    counted, read = counting()
    checker = Checker([counted])
    first = document("没有", "有错", "还有错")
    checker.run(first)
    second = apply(first, [TextEdit(0, 0, 0, "仍然")])
    checker.run(second)
    third = replace(second, blocks=(block("新的错"), *second.blocks))
    found = checker.run(third)
    assert read == ["有错", "还有错", "新的错"]
    assert [f.span for f in found] == [Span(0, 2, 3), Span(2, 1, 2), Span(3, 2, 3)]


def test_lines_to_be_deleted_are_read_by_rules_for_them_only():
    counted, read = counting()

    @rule(group="词语", severity=Severity.ERROR, triggers=("错",), noise=True)
    def deleting(paragraph: Paragraph) -> Iterator[Spot]:
        """删一删。"""
        yield Spot(0, len(paragraph.text), "删")

    @rule(group="词语", severity=Severity.ERROR, scope="document", facts=lambda p: p.text)
    def noting(reading: Reading) -> Iterator[Spot]:
        """记一记。"""
        for place, text in reading.present():
            yield Spot(0, len(text), "记", block=place)

    written = document("有错的广告", "有错的正文")
    blocks = (replace(written.blocks[0], role=Role.NOISE), written.blocks[1])
    found = Checker([counted, deleting, noting]).run(replace(written, blocks=blocks))
    assert read == ["有错的正文"]
    assert {(f.check, f.span.block) for f in found} == {
        ("deleting", 0),
        ("deleting", 1),
        ("counted", 1),
        ("noting", 1),
    }


def test_a_fix_stands_where_its_finding_stands():
    counted, _ = counting()
    written = document("好", "有错")
    found = Checker([counted]).run(written)[0]
    assert apply(written, found.fixes[0].edits).texts == ("好", "有对")


def test_a_rule_that_raises_is_switched_off_and_reported_once():
    @rule(group="词语", severity=Severity.ERROR)
    def faulty(paragraph: Paragraph) -> Iterator[Spot]:
        """坏的。"""
        yield Spot(0, 1, "")
        raise KeyError(paragraph.text)

    counted, _ = counting()
    checker = Checker([faulty, counted])
    found = checker.run(document("有错"))
    assert [f.check for f in found] == ["counted"]
    assert list(checker.failures) == ["faulty"]


def test_a_faulty_facts_function_switches_its_rule_off():
    def broken(paragraph: Paragraph) -> int:
        raise ValueError(paragraph.text)

    @rule(group="词语", severity=Severity.ERROR, scope="document", facts=broken)
    def faulty(reading: Reading) -> Iterator[Spot]:
        """坏的。"""
        yield Spot(0, 1, str(reading.facts))

    checker = Checker([faulty])
    assert checker.run(document("有错")) == ()
    assert list(checker.failures) == ["faulty"]


def test_findings_of_idle_rules_stay_while_typing_elsewhere():
    @rule(group="一致", severity=Severity.HINT, scope="document", idle=True)
    def slow(reading: Reading) -> Iterator[Spot]:
        """慢的。"""
        for number, text in enumerate(reading.document.texts):
            yield Spot(0, len(text), "慢", block=number)

    checker = Checker([slow])
    written = document("甲", "乙")
    assert len(checker.run(written)) == 2
    typed = apply(written, [TextEdit(1, 1, 1, "丙")])
    assert [f.span.block for f in checker.run(typed, idle=False)] == [0]
    assert len(checker.run(typed)) == 2


def test_what_a_pause_found_in_a_paragraph_stays_while_other_words_of_it_are_typed():
    @rule(group="词语", severity=Severity.HINT, idle=True, triggers=("错",))
    def slow_block(paragraph: Paragraph) -> Iterator[Spot]:
        """慢的。"""
        for literal, start, end in paragraph.hits:
            yield Spot(start, end, literal)

    @rule(group="一致", severity=Severity.HINT, scope="document", idle=True)
    def slow_whole(reading: Reading) -> Iterator[Spot]:
        """慢的。"""
        for number, text in enumerate(reading.document.texts):
            if "漏" in text:
                yield Spot(text.index("漏"), text.index("漏") + 1, "漏", block=number)

    checker = Checker([slow_block, slow_whole])
    written = document("这里有错和漏了")
    assert [f.span.start for f in checker.run(written)] == [3, 5]
    typed = apply(written, [TextEdit(0, 0, 0, "请看")])
    assert [f.span.start for f in checker.run(typed, idle=False)] == [5, 7]
    met = apply(typed, [TextEdit(0, 5, 6, "对")])
    assert [f.span.start for f in checker.run(met, idle=False)] == [7]


def test_a_pause_reads_with_its_own_rules_what_was_read_while_typing():
    read: list[str] = []

    def noting(name: str, *, idle: bool) -> Rule:
        @rule(group="词语", severity=Severity.ERROR, scope="document", idle=idle)
        def noted(reading: Reading) -> Iterator[Spot]:
            """记下读过。"""
            read.append(name)
            yield Spot(0, 1, reading.document.blocks[0].text)

        return replace(noted, id=name)

    checker = Checker([noting("typing", idle=False), noting("pause", idle=True)])
    first = document("第一段", "第二段")
    checker.run(first, idle=False)
    assert len(checker.run(first)) == 2
    assert read == ["typing", "pause"]
    found = checker.run(apply(first, [TextEdit(0, 0, 0, "改")]))
    assert {one.message for one in found} == {"改第一段"}


def test_points_beyond_the_tenth_switch_no_rule_off():
    checker = Checker()
    checker.run(document("".join([f"{n}是抓好落实。" for n in "一二三四五六七八九十十十"])))
    assert not checker.failures


def test_findings_put_aside_are_left_out():
    counted, _ = counting()
    written = document("有错", "也有错")
    found = Checker([counted]).run(written)
    for key, left in zip(keys(found[0], written), (1, 0, 0), strict=True):
        aside = replace(written.details, ignored=frozenset([key]))
        assert len(Checker([counted]).run(replace(written, details=aside))) == left


def test_rules_can_be_switched_and_take_options():
    @rule(group="词语", severity=Severity.ERROR, default=False)
    def long(paragraph: Paragraph, *, most: int = 2) -> Iterator[Spot]:
        """长。"""
        if len(paragraph.text) > most:
            yield Spot(0, most, "长")

    written = document("一二三")
    assert Checker([long]).run(written) == ()
    assert Checker([long], on={"long": True}).run(written)
    assert not Checker([long], on={"long": True}, options={"long": {"most": 3}}).run(written)


def test_findings_come_in_order_of_place_and_know_their_date():
    found = check(
        Document((block("推进，，落实。。", Role.BODY), block("做为", Role.BODY))),
        date=dt.date(2026, 3, 1),
    )
    assert [f.check for f in found] == ["doubled_punctuation", "doubled_punctuation", "wrong_word"]


def test_every_rule_survives_odd_paragraphs():
    odd = [
        "",
        " ",
        "　",
        "\n",
        "“",
        "（",
        "一",
        "1.",
        "——",
        "a" * 300,
        "。",
        "\u200b",
        "【】",
        "𠮷",
    ]
    for role in Role:
        checker = Checker(rules(), on={r.id: True for r in rules()})
        checker.run(Document(tuple(block(text, role) for text in odd)))
        assert checker.failures == {}


TEXTS = st.lists(
    st.sampled_from(
        [
            "一、加强领导",
            "三、压实责任",
            "1.成立专班。各部门参加。",
            "3.明确分工。逐项落实。",
            "有三个方面：",
            "定于X月X日开会，，做为安排。",
            "管住“一把手”和一把手。",
            "2026年全县工作要点",
            "一是抓早。三是抓小。",
            "",
            "全市上下，全县各级，全县干部。",
            "他说：“明年要办好两件事。",
            "“另一件是引水，今冬动工。”",
            "2026年全县工作总结",
            "扎实开展深入贯彻中央八项规定精神学习教育，坚持“四个自信”。",
        ]
    ),
    min_size=1,
    max_size=9,
)


DAYS = st.sampled_from([None, dt.date(2026, 3, 1), dt.date(2014, 3, 1)])


@given(TEXTS, TEXTS, st.integers(0, 8), st.integers(0, 4), DAYS)
def test_after_an_edit_the_findings_are_those_of_a_first_look(before, put, at, gone, day):
    first = recognized(document(*before))
    at = min(at, len(before))
    texts = [*before[:at], *put, *before[at + gone :]]
    blocks = recognized(document(*texts)).blocks
    kept = dict(enumerate(first.blocks))
    merged = tuple(
        kept[i] if i < at and kept[i] == block_ else block_ for i, block_ in enumerate(blocks)
    )
    second = Document(merged)
    checker = Checker()
    checker.run(first, idle=False, date=day)
    assert checker.run(second, idle=False, date=day) == Checker().run(second, idle=False, date=day)
    assert checker.run(second, date=day) == Checker().run(second, date=day)


def typed(before: Document, after: Document) -> tuple[Finding, ...]:
    """Return what is found while typing, which must be what a first look finds."""
    checker = Checker()
    checker.run(before, idle=False)
    found = checker.run(after, idle=False)
    assert found == Checker().run(after, idle=False)
    return found


@pytest.mark.parametrize("put", ["", "“再一件是修桥。”", "修路的事另行研究。"])
def test_whether_what_is_said_goes_on_follows_the_paragraph_below(put):
    texts = ["他说：“明年要办好两件事。", "“另一件是引水，今冬动工。”"]
    first, second = document(*texts), document(texts[0], put, texts[1])
    for before, after in ((first, second), (second, first)):
        alone = [f.span.block for f in typed(before, after) if f.check == "unbalanced_quotes"]
        assert alone == ([] if after.texts[1].startswith("“") else [0])


def test_what_a_title_says_of_its_year_is_read_at_each_key():
    said = block("扎实开展深入贯彻中央八项规定精神学习教育，查纠问题。")
    plan, other = block("2025年全县工作要点", Role.TITLE), block("2025年全县工作", Role.TITLE)
    for before, after in ((plan, other), (other, plan)):
        found = typed(Document((before, said)), Document((after, said)))
        told = [f.check for f in found if f.check == "superseded_formulation"]
        assert told == (["superseded_formulation"] if after is plan else [])
