# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of ONNX: whole, cut, and damaged otherwise; see test_weights_libraries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.artifacts import header
from osaid_action.evidence.weights_file import MAX_HEADER, MAX_ITEMS
from tests.evidence.weights import (
    CUT_ONNX,
    REFUSED_BEYOND_PROTOBUF,
    REFUSED_ONNX,
    WEIGHT,
    WHOLE_ONNX,
    Bytes,
    field,
    onnx,
    status,
)

REFUSED = {**REFUSED_ONNX, **REFUSED_BEYOND_PROTOBUF}


@pytest.mark.parametrize("data", WHOLE_ONNX.values(), ids=WHOLE_ONNX)
def test_what_is_whole_opens(data):
    assert status("w.onnx", data) == "opens"


@pytest.mark.parametrize("data", CUT_ONNX.values(), ids=CUT_ONNX)
def test_what_ends_before_its_header_says_is_cut(data):
    assert status("w.onnx", data) == "cut"


@pytest.mark.parametrize(
    "data",
    ({**REFUSED_ONNX, **REFUSED_BEYOND_PROTOBUF}).values(),
    ids=({**REFUSED_ONNX, **REFUSED_BEYOND_PROTOBUF}),
)
def test_what_is_damaged_otherwise_is_refused(data):
    assert status("w.onnx", data) == "refused"


def test_what_a_header_says():
    name, data = "w.onnx", WHOLE_ONNX["a model"]

    assert header(Bytes(data), name).said == "ONNX"


@given(st.binary())
def test_any_bytes_are_told_apart(data):
    assert status("w.onnx", b"\x08\x08" + data) in {"opens", "unread", "refused", "cut"}


def test_what_is_longer_than_is_read_says_nothing():
    assert status("w.onnx", onnx(field(5, field(9, bytes(MAX_HEADER))))) == "unread"
    assert status("w.onnx", onnx(field(5, WEIGHT) * MAX_ITEMS)) == "unread"


def test_a_graph_that_is_longer_than_is_read_may_still_be_cut():
    assert status("w.onnx", onnx(field(5, field(9, bytes(MAX_HEADER))), b"")[:-9]) == "cut"
