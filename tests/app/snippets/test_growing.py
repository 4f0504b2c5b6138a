"""The library grows with its user: slots proposed, phrases completed, documents harvested."""

from __future__ import annotations

import datetime as dt

import pytest

from app.document.model import Block, Document, Role, Run
from app.snippets import (
    Completer,
    Expander,
    Harvest,
    Place,
    Snippet,
    completer,
    harvest,
    opened,
    particulars,
    place_at,
    shipped,
    with_slots,
    written,
)


@pytest.mark.parametrize(
    ("text", "slotted"),
    [
        ("2026年3月5日召开会议。", "【日期】召开会议。"),
        ("会上，张伟同志传达精神。", "会上，【姓名】同志传达精神。"),
        ("走访企业12家、农户35户。", "走访企业【数】家、农户【数2】户。"),
        ("增长7.5%。", "增长【比例】%。"),
        ("印发《关于做好春耕工作的通知》。", "印发《【文件名称】》。"),
        ("落实《中国共产党章程》。", "落实《中国共产党章程》。"),
        ("按照清政发〔2026〕3号要求。", "【发文字号】要求。"),
        ("电话13800001111。", "电话【电话】。"),
        ("【单位】于2026年完成。", "【单位】于【年份】年完成。"),
        ("全县上下真抓实干。", "全县上下真抓实干。"),
        ("高度重视、高质量推进。", "高度重视、高质量推进。"),
        ("一是抓学习，二是抓落实。", "一是抓学习，二是抓落实。"),
    ],
)
def test_names_dates_and_numbers_become_slots(text, slotted):
    assert with_slots(text, particulars(text)) == slotted


def test_only_the_chosen_particulars_become_slots():
    text = "2026年走访企业12家。"
    number = particulars(text)[1:]
    assert with_slots(text, number) == "2026年走访企业【数】家。"


def document(*texts, role=Role.BODY):
    return Document(tuple(Block((Run(text),), role) for text in texts))


REPEATED = "坚持一线工作法，推动问题在一线解决。"


def test_what_comes_back_in_documents_is_proposed_with_its_place_and_count():
    found = harvest(
        [
            document(REPEATED, "今年走访企业12家，解决问题30个，群众普遍反映良好。"),
            document("别的开头没有重复的内容。", REPEATED),
            document("今年走访企业15家，解决问题28个，群众普遍反映良好。"),
        ]
    )
    texts = {h.text: h for h in found}
    assert texts[REPEATED].documents == 2
    assert texts[REPEATED].sentence
    assert "今年走访企业【数】家，解决问题【数2】个，群众普遍反映良好。" in texts
    assert "推动问题在一线解决" not in texts


def test_watermarks_noise_and_what_is_known_are_not_proposed():
    noise = "更多材料请加会员QQ群下载，仅供学习交流使用。"
    documents = [document(REPEATED, noise), document(noise, REPEATED)]
    assert harvest(documents, known=[REPEATED]) == ()
    both = [document("水印水印水印水印水印水印。", role=Role.NOISE)] * 2
    assert harvest(both) == ()


def test_harvesting_goes_document_by_document():
    gathering = Harvest()
    gathering.add(document(REPEATED))
    assert gathering.proposals() == ()
    gathering.add(document(REPEATED))
    assert [h.text for h in gathering.proposals()] == [REPEATED]


def test_the_place_of_the_caret_is_read_from_the_roles():
    blocks = [
        ("工作要点", Role.TITLE),
        ("为了……", Role.BODY),
        ("一、抓学习", Role.HEADING1),
        ("1.认真学。", Role.ITEM),
        ("正文。", Role.BODY),
        ("特此通知。", Role.CLOSING),
        ("某局", Role.SIGNATURE),
    ]
    given = Document(tuple(Block((Run(text),), role) for text, role in blocks))
    assert [place_at(given, n) for n in range(7)] == [
        Place.TITLE,
        Place.OPENING,
        Place.HEADING,
        Place.ITEM,
        Place.BODY,
        Place.CLOSING,
        Place.SIGNATURE,
    ]
    assert place_at(Document(), 0) is Place.ANY


def test_an_abbreviation_is_expanded_to_its_members_and_back():
    expander = Expander(shipped().listing())
    text = "增强“四个意识”，做到"
    (found,) = expander.expansions(text, 5)
    assert text[found.start : found.end] == "“四个意识”"
    assert found.text == "政治意识、大局意识、核心意识、看齐意识"
    back = "增强政治意识、大局意识、核心意识、看齐意识，做到"
    (short,) = expander.contractions(back)
    assert back[: short.start] + short.text + back[short.end :] == text
    assert expander.expansions("没有简称的一句话", 3) == []
    other = "政治意识、大局意识、核心意识和看齐意识"
    assert [found.text for found in expander.contractions(other)] == ["“四个意识”"]


def test_an_abbreviation_of_two_meanings_offers_both():
    expander = Expander(shipped().listing())
    text = "坚持“六个坚持”原则"
    found = expander.expansions(text, 4, dt.date(2024, 12, 1))
    assert len(found) == 2
    assert "以人民为中心" in found[0].text


def test_clauses_with_placeholders_are_not_proposed():
    with_placeholder = document("中共XX县委组织部高度重视这项工作。")
    assert harvest([with_placeholder, with_placeholder]) == ()


def test_completion_offers_what_follows_the_text_before_the_caret():
    phrases = Completer(["真抓实干、善作善成", "真抓实干、久久为功", "压实主体责任"])
    offers = phrases.offers("我们要坚持真抓")
    assert [offer.rest for offer in offers] == ["实干、久久为功", "实干、善作善成"]
    assert phrases.offers("我们要坚持真") == []
    assert phrases.offers("") == []


def test_within_a_clause_two_characters_offer_set_phrases_only():
    phrases = Completer(["政治执行力不断提高", "政治站位", "真抓实干"])
    assert [offer.phrase for offer in phrases.offers("提高政治")] == ["政治站位"]
    assert len(phrases.offers("，政治")) == 2
    assert [offer.phrase for offer in phrases.offers("提高政治执")] == ["政治执行力不断提高"]


def test_the_end_of_a_phrase_goes_on_too_after_what_comes_before_it(tmp_path):
    library = opened(tmp_path)
    texts = ("要提高挂牌销号率", "切实压实网格员责任")
    library.store.add_all(Snippet("", text, "我的表述") for text in texts)
    found = completer(library)
    assert [offer.rest for offer in found.offers("扎实学习，提高挂牌")] == ["销号率"]
    assert [offer.rest for offer in found.offers("要压实网格员")] == ["责任"]
    library.store.close()


def test_what_was_refused_is_not_offered_and_what_is_used_comes_first(tmp_path):
    library = opened(tmp_path)
    texts = ("推行亮灯督办工作法", "推行亮灯督办制度", "推行亮灯督办机制办法")
    library.store.add_all(Snippet(f"own-{n}", text, "我的表述") for n, text in enumerate(texts))
    library.store.used("own-2", Place.BODY)
    library.store.refuse(texts[1])
    assert completer(library).complete("推行亮灯") == [texts[2], texts[0]]
    library.store.close()


def test_completion_learns_and_forgets():
    phrases = Completer(["真抓实干、善作善成", "真抓实干、久久为功"])
    phrases.learn("真抓实干、善作善成")
    phrases.learn("压实工作责任")
    assert phrases.complete("真抓")[0] == "真抓实干、善作善成"
    assert phrases.complete("压实") == ["压实工作责任"]
    phrases.forget("压实工作责任")
    phrases.forget("没有的")
    assert phrases.complete("压实") == []
    assert len(phrases) == 2


def test_what_the_user_writes_twice_is_offered_but_no_particulars(tmp_path):
    library = opened(tmp_path)
    empty = Document()
    first = document("推行亮灯督办工作法，2026年走访企业12家。")
    assert written(empty, first) == {"推行亮灯督办工作法"}
    assert written(first, first) == set()
    library.store.learn(written(empty, first))
    assert completer(library).complete("推行亮灯") == []
    library.store.learn(written(empty, document("全县推行亮灯。推行亮灯督办工作法。")))
    assert completer(library).complete("推行亮灯") == ["推行亮灯督办工作法"]
    library.store.close()


def test_phrases_out_of_date_today_are_not_offered_while_typing():
    def rests(today):
        found = completer(shipped(), today).complete("党的十九大和十九届")
        return [phrase for phrase in found if "二中" in phrase]

    assert rests(dt.date(2018, 12, 1))
    assert rests(dt.date(2026, 11, 1)) == []


def test_phrases_read_in_many_runs_are_all_known_and_each_of_them_once(tmp_path):
    library = opened(tmp_path)
    texts = [f"第{chr(0x4E00 + n)}项任务压茬推进，逐项销号管理。" for n in range(999, -1, -1)]
    library.store.add_all(Snippet("", text, "我的表述") for text in texts)
    found = completer(library)
    for n in (0, 199, 200, 557, 999):
        start = f"第{chr(0x4E00 + n)}项"
        assert found.complete(start)[0] == f"{start}任务压茬推进"
    assert found.complete("逐项销号") == ["逐项销号管理"]
    library.store.close()


def test_an_outdated_formulation_comes_after_a_valid_one_and_names_its_successor():
    library = shipped()
    found = library.search("全会精神", day=dt.date(2026, 3, 1))
    valid = [snippet.valid_on(dt.date(2026, 3, 1)) for snippet in found[:8]]
    assert valid == sorted(valid, reverse=True)
    old = library.get("plenum-20-3")
    assert not old.valid_on(dt.date(2026, 3, 1))
    assert library.successor(old).text == "党的二十大和二十届历次全会精神"
    older = library.get("plenum-19-3")
    assert library.successor(older, dt.date(2023, 6, 1)).id == "plenum-20-2"
    assert library.successor(library.get("plenum-20-all")) is None
