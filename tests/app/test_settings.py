"""Settings survive a round trip, and bad ones fall back to their defaults one by one."""

from __future__ import annotations

import dataclasses
import json

from app import settings
from app.settings import Settings


def test_settings_read_back_as_they_were_stored(tmp_path):
    path = tmp_path / "settings.json"
    chosen = dataclasses.replace(
        Settings(), theme="dark", zoom=150, rules_off=("number_gap",), shortcuts=(("save", "F2"),)
    )
    settings.store(chosen, path)
    assert settings.load(Settings, path) == chosen


def test_absent_settings_are_the_defaults(tmp_path):
    assert settings.load(Settings, tmp_path / "none.json") == Settings()


def test_a_bad_value_takes_its_default_and_the_others_stay(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"theme": "purple", "zoom": "big", "recent": 5, "unknown": 1}))
    assert settings.load(Settings, path) == dataclasses.replace(Settings(), recent=5)


def test_a_number_out_of_bounds_is_brought_inside(tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"zoom": 9999}))
    assert settings.load(Settings, path).zoom == 300


def test_a_damaged_file_is_set_aside(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff{")
    assert settings.load(Settings, path) == Settings()
    assert [found.suffix for found in tmp_path.iterdir()] == [".damaged"]


def test_each_declared_setting_has_title_help_and_page_and_a_default_that_fits():
    for name, shown, default in settings.declared():
        assert all([shown.title, shown.help.endswith("。"), shown.page]), name
        if shown.choices:
            assert default in [value for value, _ in shown.choices]
        elif type(default) is int:
            assert shown.least <= default <= shown.most
            assert shown.unit


def test_a_home_of_its_own_holds_all_the_users_folders(tmp_path, monkeypatch):
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path / "home"))
    found = settings.folders()
    assert found.settings.is_dir()
    assert found.data.is_dir()
    assert tmp_path in found.settings.parents
    assert tmp_path in found.recovery.parents
