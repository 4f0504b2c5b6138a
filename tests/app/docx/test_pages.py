from __future__ import annotations

import pytest
from office import MM, needs_office, rendered

from app.document.model import Document, Role, block


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    blocks = [block("关于工作的报告", Role.TITLE)]
    blocks += [block("国" * (28 * 3 - 2)) for _ in range(24)]
    return rendered(Document(tuple(blocks)), tmp_path_factory.mktemp("pages"))


@needs_office
def test_a_full_page_has_22_lines_of_28_characters(pages):
    full = pages[1]
    lines = [word for word in full if "国" in word[0]]
    assert len(lines) == 22
    assert max(len(word[0]) for word in lines) == 28
    assert sum(len(word[0]) for word in lines) == 22 * 28 - 2 * sum(len(w[0]) == 26 for w in lines)


@needs_office
def test_the_type_area_stands_where_the_standard_has_it(pages):
    lines = [word for word in pages[1] if "国" in word[0]]
    assert min(word[1] for word in lines) == pytest.approx(28 * MM, abs=1.5)
    assert max(word[3] for word in lines) == pytest.approx((210 - 26) * MM, abs=3)
    assert min(word[2] for word in lines) >= 37 * MM - 6
    assert max(word[4] for word in lines) <= (297 - 35) * MM + 8


@needs_office
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(pages):
    for number, page in enumerate(pages, 1):
        foot = [word for word in page if word[2] > (297 - 35) * MM]
        assert "".join(word[0] for word in foot) == f"—{number}—"
        if number % 2:
            assert foot[-1][3] == pytest.approx((210 - 26) * MM - 14, abs=3)
        else:
            assert foot[0][1] == pytest.approx(28 * MM + 14, abs=3)
