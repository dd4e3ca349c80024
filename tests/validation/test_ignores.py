# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Comments that silence a remark: where one stands, and what only looks like one."""

import pytest

from osaid_action.validation.ignores import ignores


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b  # osaid: ignore[unpinned]", {1: {"unpinned"}}),
        ("x: 1\n# osaid: ignore[unpinned, placeholder]\n", {2: {"unpinned", "placeholder"}}),
        ("a: b #osaid:ignore[unpinned]", {1: {"unpinned"}}),
        ("a: [b, c] # see # osaid: ignore[x y]", {1: {"x", "y"}}),
        ("a: b#osaid:ignore[unpinned]", {}),
        ("a: 'b # osaid: ignore[unpinned]'", {}),
        ('a: "b # osaid: ignore[unpinned]" # osaid: ignore[x]', {}),
        ("a: |\n  b # osaid: ignore[unpinned]\n", {}),
        ("a: b # osaid: ignore[Unpinned]", {}),
        ("a: b # osaid: ignore[]", {}),
        ("a: b # osaid: ignore", {}),
        ("\ufeffa: b # osaid: ignore[x]", {1: {"x"}}),
    ],
)
def test_comments(text, found):
    assert ignores(text.encode()) == found
