"""Long work waits at its steps for a key that has just come."""

import time
from collections.abc import Callable
from threading import Thread

import pytest

from app.checks import Checker
from app.document.model import document
from app.document.outline import outline
from app.journal import Journal
from app.turns import Turns, step


@pytest.fixture
def waited(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits, of which none takes time."""
    now, waits = [100.0], list[float]()

    def sleep(seconds: float) -> None:
        waits.append(seconds)
        now[0] += seconds

    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr(time, "sleep", sleep)
    return waits


def test_work_that_gives_way_waits_once_for_a_key(waited: list[float]):
    turns = Turns()
    turns.claim()
    with turns.giving_way():
        step()
        step()
    assert len(waited) == 1


def test_work_that_runs_by_itself_does_not_wait(waited: list[float]):
    turns = Turns()
    turns.claim()
    with turns.giving_way():
        pass
    step()
    assert waited == []


def test_what_another_thread_does_meanwhile_does_not_wait(waited: list[float]):
    turns = Turns()
    turns.claim()
    with turns.giving_way():
        other = Thread(target=step)
        other.start()
        other.join()
    assert waited == []


_TEXT = document("一、加强领导", "（一）压实责任。各单位要认真落实。", "特此通知。")


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda _: Checker().run(_TEXT), id="checks"),
        pytest.param(lambda _: outline(_TEXT), id="tree"),
        pytest.param(lambda path: Journal(path).record(_TEXT, "稿", None), id="recovery copy"),
    ],
)
def test_what_workers_do_of_a_whole_text_has_steps(
    work: Callable[..., object], waited: list[float], tmp_path
):
    turns = Turns()
    turns.claim()
    with turns.giving_way():
        work(tmp_path)
    assert waited
