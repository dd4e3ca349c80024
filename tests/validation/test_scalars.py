# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Plain scalars are what the core schema of YAML 1.2 says, and text wherever it says nothing."""

import math
import re

import pytest
import yaml  # noqa: TID251 - a second reader to agree with
from hypothesis import assume, given
from hypothesis import strategies as st

from osaid_action.validation.scalars import value_of
from osaid_action.validation.yaml_reader import read

CORE = {
    "~": None, "null": None, "Null": None, "NULL": None, "": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "0": 0, "-0": 0, "+7": 7, "007": 7, "0o17": 15, "0xFf": 255, "123456789": 123456789,
    "1.5": 1.5, "-1.5": -1.5, "+.5": 0.5, "1.": 1.0, "1e3": 1000.0, "1E-2": 0.01, "-.5e1": -5.0,
    ".inf": math.inf, "-.Inf": -math.inf, "+.INF": math.inf,
}  # fmt: skip
TEXT = [
    "no", "No", "NO", "yes", "on", "off", "y", "n", "nUll", "tRUE", "None",
    "2026-11-22", "2026-11-22 10:00:00", "2026-11-22T10:00:00Z", "12:30:45", "1:2",
    "1_000", "0b11", "0o8", "0xG", "-0x1", "+0o7", "1e", "e1", ".", "+", "..", "1.2.3", "--1",
    "inf", "nan", ".infinity", "-.nan", "=", "1,000", "٣", "१२", "1٣",
]  # fmt: skip


@pytest.mark.parametrize("written", CORE)
def test_plain_scalars(written):
    value = read(f"a: {written}\n".encode()).data["a"]

    assert value == CORE[written]
    assert type(value) is type(CORE[written])


@pytest.mark.parametrize("written", [".nan", ".NaN", ".NAN"])
def test_not_a_number(written):
    assert math.isnan(read(f"a: {written}\n".encode()).data["a"])


@pytest.mark.parametrize("written", TEXT)
def test_what_other_readers_take_for_more_is_text(written):
    assert read(f"a: {written}\n".encode()).data["a"] == written.strip()


@pytest.mark.parametrize("written", [*CORE, *TEXT])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_in_quotes_all_is_text(quote, written):
    assert read(f"a: {quote}{written}{quote}\n".encode()).data["a"] == written


@pytest.mark.parametrize("mark", ["|", ">", "|-", ">-"])
def test_in_a_block_all_is_text(mark):
    assert read(f"a: {mark}\n  true\n".encode()).data["a"].strip() == "true"


@given(st.integers(-(10**30), 10**30))
def test_integers(number):
    assert read(f"a: {number}".encode()).data["a"] == number


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats(number):
    assert read(f"a: {number!r}".encode()).data["a"] == number


_CORE_NUMBER = re.compile(
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"
    r"|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
    re.ASCII,
)


@given(st.text(alphabet="0123456789abcdefxoXeE+-._~nultrINFA", min_size=1, max_size=8))
def test_a_plain_scalar_is_a_number_when_the_core_schema_says_so(written):
    assume(not written.startswith("-") or written[1:2] not in ("", " "))
    assume(written not in ("---", "..."))
    value = read(f"- {written}\n".encode()).data[0]

    is_number = type(value) in (int, float)
    assert is_number is bool(_CORE_NUMBER.fullmatch(written))
    assert isinstance(value, str) <= (value == written)


def test_the_core_rules_say_how_they_differ_from_the_older_ones():
    text = "- no\n- 2026-11-22\n- 1:30\n- 0o17\n- 017\n"

    assert read(text.encode()).data == ["no", "2026-11-22", "1:30", 15, 17]
    assert yaml.safe_load(text) != read(text.encode()).data


def test_a_number_of_too_many_digits_is_refused_and_as_many_letters_are_not():
    with pytest.raises(OverflowError, match="a number of 1,001 digits"):
        value_of("1" * 1001)

    assert value_of("1" * 1000) == int("1" * 1000)
    assert value_of("n" * 1001) == "n" * 1001
