# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files of safetensors: whole, cut, and damaged otherwise; see test_weights_libraries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.artifacts import header
from osaid_action.evidence.structure import MAX_VALUES
from osaid_action.evidence.weights_file import MAX_HEADER
from tests.evidence.weights import (
    CUT_SAFETENSORS,
    REFUSED_SAFETENSORS,
    WHOLE_SAFETENSORS,
    Bytes,
    safetensors,
    status,
    tensor,
)


@pytest.mark.parametrize("data", WHOLE_SAFETENSORS.values(), ids=WHOLE_SAFETENSORS)
def test_what_is_whole_opens(data):
    assert status("w.safetensors", data) == "opens"


@pytest.mark.parametrize("data", CUT_SAFETENSORS.values(), ids=CUT_SAFETENSORS)
def test_what_ends_before_its_header_says_is_cut(data):
    assert status("w.safetensors", data) == "cut"


@pytest.mark.parametrize("data", (REFUSED_SAFETENSORS).values(), ids=(REFUSED_SAFETENSORS))
def test_what_is_damaged_otherwise_is_refused(data):
    assert status("w.safetensors", data) == "refused"


def test_what_a_header_says():
    name, data = "w.safetensors", WHOLE_SAFETENSORS["three tensors"]

    assert header(Bytes(data), name).said == "safetensors, 3 tensors"


@given(st.binary())
def test_any_bytes_are_told_apart(data):
    assert status("w.safetensors", b"" + data) in {"opens", "unread", "refused", "cut"}


def test_a_header_longer_than_is_read_says_nothing():
    much = {f"t{n}": tensor(0, 0, shape=[0]) for n in range(MAX_VALUES // 5)}

    assert status("w.safetensors", safetensors(much, 0)) == "unread"
    assert status("w.safetensors", safetensors(b"{}" + b" " * MAX_HEADER, 0)) == "unread"
