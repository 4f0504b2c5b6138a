"""The command line keeps its contract: keys, exit statuses, messages in Chinese."""

from __future__ import annotations

import json

import pytest

from app.__main__ import main

DRAFT = """清河县2026年卫生工作要点

一、抓预防
1.普及知识。开展讲座。
三、抓治疗，
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "要点.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def run(capsysbinary, *arguments) -> tuple[int, str, str]:
    status = main([str(argument) for argument in arguments])
    out, err = capsysbinary.readouterr()
    return status, out.decode(), err.decode()


def test_outline_gives_blocks_and_nested_nodes(capsysbinary, draft):
    status, out, _ = run(capsysbinary, "outline", draft, "--json")
    found = json.loads(out)
    assert status == 0
    assert set(found) >= {"file", "kind", "blocks", "nodes"}
    assert [block["text"] for block in found["blocks"]][:2] == ["清河县2026年卫生工作要点", ""]
    first = found["nodes"][0]
    assert (first["type"], first["level"], first["number"], first["text"], first["block"]) == (
        "heading", 1, "一、", "抓预防", 2,
    )  # fmt: skip
    assert first["children"][0]["text"] == "普及知识"


def test_outline_for_people_is_indented(capsysbinary, draft):
    assert "一、抓预防\n　1.普及知识\n" in run(capsysbinary, "outline", draft)[1]


def test_check_reports_findings_with_places_and_fixes(capsysbinary, draft):
    status, out, _ = run(capsysbinary, "check", draft, "--json", "--date", "2026-01-05")
    report = json.loads(out)["files"][0]
    assert status == 1
    assert report["error"] is None
    found = {(f["block"], f["text"]): f for f in report["findings"]}
    comma = found[4, "，"]
    assert comma["severity"] == "error"
    assert comma["fixes"][0]["edits"] == [{"block": 4, "start": 5, "end": 6, "text": ""}]


def test_check_of_a_clean_text_exits_with_0(capsysbinary, tmp_path):
    path = tmp_path / "说明.txt"
    path.write_text("会议室周五下午检修，请各科室提前安排。\n", encoding="utf-8")
    assert run(capsysbinary, "check", path)[0] == 0


def test_check_goes_on_after_a_file_it_cannot_read(capsysbinary, draft, tmp_path):
    missing = tmp_path / "没有.txt"
    status, out, _ = run(capsysbinary, "check", missing, draft, "--json")
    reports = json.loads(out)["files"]
    assert status == 2
    assert "没有.txt" in reports[0]["error"]
    assert reports[1]["findings"]


def test_check_walks_folders_and_can_share_the_work(capsysbinary, draft):
    (draft.parent / "图.png").write_bytes(b"\x89PNG")
    alone = run(capsysbinary, "check", draft.parent, "--json")
    shared = run(capsysbinary, "check", draft.parent, "--json", "--jobs", "2")
    assert alone == shared
    assert len(json.loads(alone[1])["files"]) == 1


def test_check_tells_a_terminal_how_far_it_is(capsysbinary, draft, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert "已检查 1 个文件" in run(capsysbinary, "check", draft)[2]


def test_check_says_that_a_folder_has_nothing_to_check(capsysbinary, tmp_path):
    status, out, err = run(capsysbinary, "check", tmp_path)
    assert (status, out) == (0, "")
    assert "没有找到能检查的文件" in err


def test_check_for_people_names_file_line_and_column(capsysbinary, draft):
    assert f"{draft}:5:6 差错 " in run(capsysbinary, "check", draft)[1]


def test_convert_to_docx_and_back_keeps_the_text(capsysbinary, draft, tmp_path):
    middle, back = tmp_path / "要点.docx", tmp_path / "回来.txt"
    assert run(capsysbinary, "convert", draft, middle, "--layout", "gbt9704")[0] == 0
    assert run(capsysbinary, "convert", middle, back)[0] == 0
    assert back.read_text(encoding="utf-8").rstrip("\n") == DRAFT.rstrip("\n")


def test_convert_refuses_a_kind_of_file_it_cannot_write(capsysbinary, draft, tmp_path):
    status, _, err = run(capsysbinary, "convert", draft, tmp_path / "要点.odt")
    assert status == 3
    assert "要点.odt" in err


def test_convert_refuses_an_unknown_layout(capsysbinary, draft, tmp_path):
    out = tmp_path / "要点.docx"
    status, _, err = run(capsysbinary, "convert", draft, out, "--layout", "没有的版式")
    assert (status, out.exists()) == (3, False)
    assert "没有的版式" in err


def test_new_fills_the_fields_that_are_given(capsysbinary, tmp_path):
    kind = json.loads(run(capsysbinary, "kinds", "--json")[1])["kinds"][0]
    out = tmp_path / "新稿.txt"
    assert run(capsysbinary, "new", kind["id"], out, "--field", "单位=清河县水务局")[0] == 0
    assert "清河县水务局" in out.read_text(encoding="utf-8")


def test_new_refuses_an_unknown_kind(capsysbinary, tmp_path):
    status, _, err = run(capsysbinary, "new", "没有的文种", tmp_path / "新稿.txt")
    assert status == 3
    assert "没有的文种" in err
    assert "通知（tongzhi）" in err


def test_a_kind_is_given_by_its_name_too(capsysbinary, tmp_path):
    out = tmp_path / "新稿.txt"
    assert run(capsysbinary, "new", "通知", out)[0] == 0
    by_name = run(capsysbinary, "check", "--kind", "通知", out)
    assert by_name == run(capsysbinary, "check", "--kind", "tongzhi", out)


def test_kinds_lists_id_name_and_group(capsysbinary):
    kinds = json.loads(run(capsysbinary, "kinds", "--json")[1])["kinds"]
    assert {"工作要点", "工作总结"} <= {kind["name"][:4] for kind in kinds}
    assert all(set(kind) >= {"id", "name", "group"} for kind in kinds)


def test_snippets_come_best_first(capsysbinary):
    found = json.loads(run(capsysbinary, "snippets", "妥否", "--json")[1])["snippets"]
    assert "妥否" in found[0]["text"]
    assert set(found[0]) >= {"id", "text", "category", "title"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "缺少 PATH"),
        (["--没有"], "缺少 命令"),
        (["check", "甲", "--没有"], "没有“--没有”这个参数"),
        (["check", "甲", "--date", "昨天"], "--date：日期“昨天”不是 YYYY-MM-DD"),
        (["check", "甲", "--date"], "--date 后面要有内容"),
    ],
)
def test_wrong_usage_exits_with_3_and_says_what_is_wrong_in_chinese(capsysbinary, arguments, said):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 3
    told = capsysbinary.readouterr()[1].decode()
    assert told.startswith(f"用法有误：{said}\n用法：wenheng ")
