"""The user's own snippets: kept, shared between windows, and never silently lost."""

from __future__ import annotations

import sqlite3

import pytest

from app.errors import UnwritableFile
from app.snippets import Place, Scope, Snippet, opened
from app.snippets.damage import DamagedStore, StoreInUse
from app.snippets.store import NAME, NewerStore, Store

OWN = Snippet("", "落实“红黄蓝”三色督办机制，按周亮灯。", "我的表述", "三色督办", ("督办",))


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def library(tmp_path):
    library = opened(tmp_path)
    yield library
    library.store.close()


def test_an_own_snippet_is_found_with_the_shipped_ones(library):
    kept = library.store.add(OWN)
    assert library.search("三色督办")[0] == kept
    assert library.search("ssdb")[0] == kept
    assert library.own([kept.id, library.search("妥否")[0].id]) == {kept.id}


def test_a_changed_snippet_is_found_by_its_new_words_only(library):
    from dataclasses import replace

    kept = library.store.add(OWN)
    library.store.add(replace(kept, text="建立四色预警机制。", title="四色预警"))
    assert library.search("四色预警")[0].id == kept.id
    assert kept.id not in {snippet.id for snippet in library.search("红黄蓝")}
    assert len(library.store.all()) == 1


def test_a_deleted_snippet_comes_back_as_it_was(store):
    kept = store.add(OWN)
    assert store.delete(kept.id) == kept
    assert store.all() == ()
    assert store.restore() == kept
    assert store.all() == (kept,)
    assert store.restore() is None
    assert store.delete("nothing") is None


def test_two_windows_see_each_other_at_once(tmp_path):
    one, two = opened(tmp_path), opened(tmp_path)
    kept = one.store.add(OWN)
    assert two.search("三色督办")[0] == kept
    two.favourite(kept.id, on=True)
    two.used(kept.id, Place.ITEM)
    assert one.favourites() == [kept]
    assert one.recent() == [kept.id]
    one.store.close()
    two.store.close()


def test_a_store_held_by_another_program_is_reported(store, tmp_path):
    other = sqlite3.connect(tmp_path / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store.connection.execute("PRAGMA busy_timeout = 10")
    with pytest.raises(StoreInUse, match="另一个窗口"):
        store.add(OWN)
    other.execute("ROLLBACK")
    other.close()
    store.add(OWN)


def test_a_full_or_forbidden_disk_is_told_and_loses_nothing(store):
    kept = store.add(OWN)
    store.connection.execute("PRAGMA query_only = 1")
    with pytest.raises(UnwritableFile, match="权限"):
        store.delete(kept.id)
    store.connection.execute("PRAGMA query_only = 0")
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UnwritableFile, match="已满"):
        store.add_all(Snippet("", "甲" * 400, "我的表述") for _ in range(200))
    store.connection.execute("PRAGMA max_page_count = 1000000")
    assert store.all() == (kept,)


def test_use_and_favourites_survive_the_program(tmp_path):
    first = opened(tmp_path)
    closing = first.search("妥否")[0].id
    first.used(closing, Place.CLOSING)
    first.favourite(closing, on=True)
    first.store.close()
    second = opened(tmp_path)
    assert second.search("")[0].id == closing
    assert [snippet.id for snippet in second.favourites()] == [closing]
    second.favourite(closing, on=False)
    assert second.favourites() == []
    second.store.close()


def damage(path):
    content = bytearray(path.read_bytes())
    content[:4096] = b"\xff" * min(4096, len(content))
    path.write_bytes(content)


def test_a_damaged_store_is_set_aside_and_rebuilt_from_the_backup(tmp_path):
    store = Store(tmp_path)
    kept = store.add(OWN)
    store.close()
    damage(tmp_path / NAME)
    again = Store(tmp_path)
    assert again.all() == (kept,)
    assert "已损坏" in again.notes[0]
    assert "共1条" in again.notes[0]
    assert len(list(tmp_path.glob("*损坏.sqlite3"))) == 1
    again.close()


def damage_leaves(path):
    """Overwrite pages in the middle of a store, which opening it does not look at."""
    content = bytearray(path.read_bytes())
    pages = len(content) // 4096
    for page in range(pages // 8, pages - 5, pages // 9):
        content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    path.write_bytes(content)


@pytest.fixture
def large(tmp_path):
    """A store of many snippets, backed up and closed."""
    store = Store(tmp_path)
    store.add_all(
        Snippet(f"own-{n}", f"第{n}项任务压茬推进，逐项销号管理。" * 9, "我的表述/督查")
        for n in range(600)
    )
    store.close()
    sqlite3.connect(tmp_path / NAME).execute("PRAGMA wal_checkpoint(TRUNCATE)").connection.close()
    return tmp_path


@pytest.mark.parametrize(
    "ask",
    [
        lambda library: library.search("压茬推进"),
        lambda library: library.search("", place=Place.BODY),
        lambda library: library.search("", scope=Scope(own=True)),
        lambda library: library.listing("我的表述"),
        lambda library: library.categories(),
        lambda library: library.own([f"own-{n}" for n in range(600)]),
    ],
)
def test_whatever_meets_damage_mends_it_and_answers(large, ask):
    sound = opened(large)
    wanted = ask(sound)
    sound.store.close()
    damage_leaves(large / NAME)
    library = opened(large)
    assert ask(library) == wanted
    library.mend()
    assert library.store.count() == 600
    assert "共600条" in "".join(library.notes())
    library.store.close()


def test_a_backup_that_cannot_be_written_says_so_and_the_store_goes_on(tmp_path):
    store = Store(tmp_path)
    kept = store.add(OWN)
    store.backup_path.with_suffix(".new").mkdir()
    with pytest.raises(UnwritableFile, match=r"备份没有写成.*请检查磁盘空间"):
        store.backup()
    assert store.all() == (kept,)
    with pytest.raises(UnwritableFile):
        store.close()
    store.backup_path.with_suffix(".new").rmdir()
    again = Store(tmp_path)
    assert again.count() == 1
    again.close()


def test_a_damaged_store_is_never_copied_over_its_sound_backup(large):
    store = Store(large)
    store.connection.close()
    damage_leaves(large / NAME)
    store.connection = sqlite3.connect(large / NAME, isolation_level=None)
    assert not store.backup()
    with pytest.raises(DamagedStore):
        store.all()
    store.recover()
    assert store.count() == 600
    assert store.backup()
    store.close()


def test_a_damaged_table_of_the_search_is_made_anew_and_nothing_is_lost(large):
    library = opened(large)
    library.store.connection.execute("UPDATE found_data SET block = x'00' WHERE id > 10")
    found = {snippet.id for snippet in library.search("项任务压茬推进")}
    assert any(name.startswith("own-") for name in found)
    assert library.notes() == ()
    library.store.close()


def test_a_damaged_index_of_the_shipped_ones_is_made_anew(tmp_path):
    library = opened(tmp_path)
    wanted = [snippet.id for snippet in library.search("妥否")]
    library.store.close()
    (kept,) = tmp_path.glob("shipped-*.sqlite3")
    damage_leaves(kept)
    again = opened(tmp_path)
    assert [snippet.id for snippet in again.search("妥否")] == wanted
    assert again.listing()
    again.store.close()


def test_without_a_backup_a_damaged_store_starts_anew_and_says_so(tmp_path):
    (tmp_path / NAME).write_bytes(b"not a database, but something the user may want back" * 99)
    library = opened(tmp_path)
    assert library.search("妥否")
    (note,) = library.notes()
    assert "没有备份" in note
    assert library.notes() == ()
    library.store.close()


def test_a_store_that_breaks_while_open_is_recovered_at_the_next_question(tmp_path):
    library = opened(tmp_path)
    kept = library.store.add(OWN)
    library.store.backup()
    library.store.connection.close()
    library.store.connection = sqlite3.connect(tmp_path / "nothing.sqlite3")
    assert library.search("三色督办")[0] == kept
    assert "恢复" in library.notes()[0]
    library.store.close()


def test_a_store_of_a_later_version_is_left_alone(tmp_path):
    Store(tmp_path).close()
    raw = sqlite3.connect(tmp_path / NAME)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = (tmp_path / NAME).read_bytes()
    with pytest.raises(NewerStore, match="升级"):
        Store(tmp_path)
    assert (tmp_path / NAME).read_bytes() == before


def test_many_are_put_in_with_progress_and_may_be_stopped(store):
    told = []
    done = store.add_all(
        (Snippet("", f"第{n}条表述。", "我的表述", f"标题{n}") for n in range(5000)),
        lambda count: told.append(count) or count < 1000,
    )
    assert done == told[-1] == 1000
    assert len(store.all()) == 1000


def test_a_shared_folder_is_read_and_its_absence_is_told_once(tmp_path):
    shared = tmp_path / "共享"
    own = tmp_path / "own"
    away = opened(own, shared)
    assert away.search("妥否")
    assert "共享" in away.notes()[0]
    away.store.close()
    shared.mkdir()
    (shared / "局里.toml").write_text(
        '[[snippets]]\nid = "a"\ncategory = "局里"\ntext = "亮灯督办。"\n', encoding="utf-8"
    )
    (shared / "坏的.toml").write_text("[[", encoding="utf-8")
    there = opened(own, shared)
    assert there.search("亮灯督办")[0].text == "亮灯督办。"
    assert "坏的.toml" in there.notes()[0]
    there.store.close()


def test_learned_phrases_are_kept_with_how_often_they_were_written(store):
    store.learn(["统筹推进各项工作", "压实工作责任"])
    store.learn(["压实工作责任"])
    assert store.learned() == {"统筹推进各项工作": 1.0, "压实工作责任": 2.0}
    store.refuse("压实工作责任")
    assert store.learned()["压实工作责任"] < 0


def test_a_store_of_an_earlier_version_is_indexed_anew(tmp_path):
    store = Store(tmp_path)
    kept = store.add(OWN)
    store.connection.executescript(
        "DROP TABLE found; CREATE VIRTUAL TABLE found USING"
        " fts5(chars, syllables, initials, content=''); PRAGMA user_version = 1;"
    )
    store.close()
    library = opened(tmp_path)
    assert library.search("三色督办")[0] == kept
    assert library.store.delete(kept.id) == kept
    library.store.close()


def test_what_was_written_only_once_is_forgotten_after_some_months(store):
    store.learn(["只写过一次的表述", "常写的表述"])
    store.learn(["常写的表述"])
    store.connection.execute("UPDATE learned SET last = last - 100")
    assert store.learn(["新写的表述"]) == []
    assert set(store.learned()) == {"常写的表述", "新写的表述"}
    assert store.learn(["新写的表述"]) == ["新写的表述"]


def test_what_is_shipped_is_indexed_once_and_kept_for_the_next_start(tmp_path):
    first = opened(tmp_path)
    wanted = first.search("妥否")[0]
    first.store.close()
    (kept,) = tmp_path.glob("shipped-*.sqlite3")
    second = opened(tmp_path)
    assert second.search("妥否")[0] == wanted
    second.store.close()
    kept.write_bytes(b"damaged" * 99)
    third = opened(tmp_path)
    assert third.search("妥否")
    third.store.close()


def test_a_search_stays_within_its_scope(library):
    own = library.store.add(OWN)
    everywhere = {snippet.id for snippet in library.search("督办")}
    assert {own.id} < everywhere
    assert [s.id for s in library.search("督办", scope=Scope(own=True))] == [own.id]
    measures = library.search("督办", scope=Scope(category="措施"))
    assert measures
    assert all(snippet.category.startswith("措施/") for snippet in measures)
    assert library.search("督办", scope=Scope(names=("phrases-01",))) == []
    assert [s.id for s in library.search("", scope=Scope(own=True))] == [own.id]
    assert library.search("", scope=Scope(names=(own.id,))) == [own]


def test_an_import_knows_what_is_there_already(store):
    from dataclasses import replace

    from app.snippets.intake import sorted_out

    kept = store.add(OWN)
    changed = replace(kept, text="改过的表述。")
    twin = replace(kept, id="", title="另一个标题")
    fresh = Snippet("", "全新的一条表述。", "我的表述")
    found = sorted_out([kept, changed, twin, fresh, fresh], store.all())
    assert found.new == (fresh,)
    assert found.changed == (changed,)
    assert found.known == 3
