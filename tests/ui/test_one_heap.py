"""Threads share a heap where the C library lets them."""

import ctypes
import sys

import pytest

from ui.one_heap import one_heap


@pytest.fixture(autouse=True)
def forgotten():
    one_heap.cache_clear()
    yield
    one_heap.cache_clear()


def test_elsewhere_than_on_linux_nothing_is_done(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert not one_heap()


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is the C library of Linux")
def test_a_c_library_that_cannot_is_left_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    assert not one_heap()


@pytest.mark.skipif(sys.platform != "linux", reason="glibc is the C library of Linux")
def test_glibc_can():
    assert one_heap() == hasattr(ctypes.CDLL(None), "mallopt")
