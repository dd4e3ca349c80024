# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of GGUF: whole, cut, and damaged otherwise; see test_weights_libraries."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.artifacts import header
from osaid_action.evidence.weights_file import MAX_HEADER, MAX_ITEMS
from tests.evidence.weights import (
    ARRAY,
    CUT_GGUF,
    REFUSED_BEYOND_THE_LIBRARY,
    REFUSED_GGUF,
    STRING,
    WHOLE_GGUF,
    Bytes,
    gguf,
    setting,
    status,
    text,
)

REFUSED = {**REFUSED_GGUF, **REFUSED_BEYOND_THE_LIBRARY}


@pytest.mark.parametrize("data", WHOLE_GGUF.values(), ids=WHOLE_GGUF)
def test_what_is_whole_opens(data):
    assert status("w.gguf", data) == "opens"


@pytest.mark.parametrize("data", CUT_GGUF.values(), ids=CUT_GGUF)
def test_what_ends_before_its_header_says_is_cut(data):
    assert status("w.gguf", data) == "cut"


@pytest.mark.parametrize(
    "data",
    ({**REFUSED_GGUF, **REFUSED_BEYOND_THE_LIBRARY}).values(),
    ids=({**REFUSED_GGUF, **REFUSED_BEYOND_THE_LIBRARY}),
)
def test_what_is_damaged_otherwise_is_refused(data):
    assert status("w.gguf", data) == "refused"


def test_what_a_header_says():
    name, data = "w.gguf", WHOLE_GGUF["two tensors"]

    assert header(Bytes(data), name).said == "GGUF version 3, 2 tensors"


@given(st.binary())
def test_any_bytes_are_told_apart(data):
    assert status("w.gguf", b"GGUF\3\0\0\0" + data) in {"opens", "unread", "refused", "cut"}


@pytest.mark.parametrize("order", ["<", ">"])
def test_numbers_may_stand_the_other_way_round(order):
    assert status("w.gguf", b"GGUF" + struct.pack(f"{order}IQQ", 3, 0, 0) + bytes(8)) == "opens"


@pytest.mark.parametrize(
    ("kind", "width"),
    [(0, 1), (1, 1), (2, 2), (3, 2), (4, 4), (5, 4), (6, 4), (7, 1), (10, 8), (11, 8), (12, 8)],
)
def test_a_setting_is_as_wide_as_its_type(kind, width):
    after = setting("y", STRING, text("z"))

    assert status("w.gguf", gguf((setting("x", kind, bytes(width)), after))) == "opens"


def test_a_header_longer_than_is_read_says_nothing():
    many = setting("x", ARRAY, struct.pack("<IQ", STRING, MAX_ITEMS) + text("") * MAX_ITEMS)

    assert status("w.gguf", gguf((many,))) == "unread"
    long = setting("x", ARRAY, struct.pack("<IQ", 0, MAX_HEADER) + bytes(MAX_HEADER))
    assert status("w.gguf", gguf((long,))) == "unread"
