# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Inputs that are refused are shown, as much of them as it takes."""

import pytest

from osaid_action.action.inputs import from_environ, variable
from osaid_action.errors import OsaidError


@pytest.mark.parametrize(
    ("value", "shown"),
    [("x" * 80, "x" * 80), ("x" * 81, "x" * 79 + "…"), ("x" * 20_000, "x" * 79 + "…")],
    ids=["short enough", "too long", "much too long"],
)
def test_a_value_is_shown_in_eighty_characters(value, shown):
    with pytest.raises(OsaidError, match=f"the input comment is '{shown}'; write one of"):
        from_environ({variable("comment"): value})


@pytest.mark.parametrize("name", ["report-file", "badge-directory"])
@pytest.mark.parametrize("place", ["/runner/temp/x", "C:/runner/temp/x"])
def test_what_is_written_may_lie_elsewhere(name, place):
    assert place in from_environ({variable(name): place})
