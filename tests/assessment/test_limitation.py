# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A quote that limits is told from one that frees."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.limitation import frees, limitations
from tests.made import GONE, report

PROSE = Path(__file__).parent / "prose"
FREE, LIMITED = (
    [line for line in (PROSE / name).read_text("utf-8").splitlines() if line[0] != "#"]
    for name in ("free.txt", "limited.txt")
)


@pytest.mark.parametrize("quote", FREE)
def test_what_frees_has_no_word_of_limitation(quote):
    assert limitations(quote) == ()


@pytest.mark.parametrize("quote", LIMITED)
def test_what_limits_is_told(quote):
    assert limitations(quote)


@pytest.mark.parametrize("quote", FREE)
def test_what_frees_says_so(quote):
    assert frees(quote)


@pytest.mark.parametrize("quote", FREE)
def test_weights_under_such_a_quote_are_free(quote):
    made = report({"parameters.weights.license": GONE, "parameters.weights.asserted_free": quote})

    assert made.verdict == "met"


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "Our team in Paris built it.",
        "Das Modell ist neu.",
        "模型",
        "The weights are on our site and look nice today.",
        "All weights lie on the hub of the Allen Institute.",
        "Everyone on our team uses them.",
        "任何问题请来信",
    ],
)
def test_what_says_something_else_frees_nothing(quote):
    assert not frees(quote)


@given(st.sampled_from(FREE), st.sampled_from(LIMITED))
def test_a_limit_is_found_beside_what_frees(free, limited):
    assert set(limitations(limited)) <= {*limitations(f"{free}\n{limited}")}


def test_a_quote_too_long_to_be_read_is_limited():
    assert limitations("free " * 400_000) == ("…",)
