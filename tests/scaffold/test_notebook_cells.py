# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The code of notebooks: code cells alone, and nothing of what is no notebook."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.scaffold.notebook_cells import code_of

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "source": ["# loss.backward()"]},
        {"cell_type": "code", "source": ["a = 1\n", "b = 2"], "outputs": [{"text": ["printed"]}]},
        {"cell_type": "code", "source": "c = 3"},
        {"cell_type": "code"},
        {"cell_type": "code", "source": [1, None, "d = 4"]},
        "no cell",
    ],
    "nbformat": 4,
}


def test_code_cells_are_the_code():
    assert code_of(json.dumps(NOTEBOOK).encode()) == "a = 1\nb = 2\nc = 3\n\nd = 4"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"cells": 1}', '{"cells": {}}', "{", "[" * 100_000, "\ufeff{"]
)
def test_what_is_no_notebook_has_none(text):
    assert code_of(text.encode()) == ""


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read(data):
    assert isinstance(code_of(data), str)
