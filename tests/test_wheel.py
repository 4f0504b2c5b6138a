"""The wheel works outside the checkout, templates and resources included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments, **options):
    done = subprocess.run(  # noqa: S603  our own interpreter and arguments
        [sys.executable, *map(str, arguments)],
        capture_output=True, encoding="utf-8", check=False, **options,
    )  # fmt: skip
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """Return the environment of an installation that sees the test packages but no checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = ("-m", "pip", "--disable-pip-version-check")
    run(*pip, "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    wheel = next(folder.glob("wenheng-*.whl"))
    site = folder / "site"
    run(*pip, "install", "-q", "--no-deps", "--no-index", "--target", site, wheel)
    assert "LICENSE" in {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    # -I and an explicit path: the editable checkout must not be what is found.
    packages = sysconfig.get_paths()["purelib"]
    return {**os.environ, "WENHENG_PATHS": os.pathsep.join([str(site), packages])}


START = """
import os, sys
sys.path[:0] = os.environ["WENHENG_PATHS"].split(os.pathsep)
import app
assert "site" in app.__file__, app.__file__
from app.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_the_command_line_runs_from_another_folder(installed, tmp_path):
    kinds = json.loads(
        run("-I", "-S", "-c", START, "kinds", "--json", cwd=tmp_path, env=installed)
    )["kinds"]
    draft = tmp_path / "新稿.docx"
    run("-I", "-S", "-c", START, "new", kinds[0]["id"], draft, cwd=tmp_path, env=installed)
    run("-I", "-S", "-c", START, "check", draft, "--json", cwd=tmp_path, env=installed)
    found = run("-I", "-S", "-c", START, "snippets", "妥否", cwd=tmp_path, env=installed)
    assert "妥否" in found
