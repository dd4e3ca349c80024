# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The folders above paths."""

from osaid_action.scaffold.folders import above, below, is_in_any, outermost


def test_above():
    assert list(above("a/b/c/")) == ["a/b", "a"]
    assert list(above("a")) == []


def test_is_in_any():
    assert is_in_any("a/b/c", {"a"})
    assert not is_in_any("ab/c", {"a"})
    assert not is_in_any("a", {"a"})


def test_outermost():
    assert outermost({"a", "a/b", "c/d"}) == {"a", "c/d"}


def test_below():
    assert below(["a", "a-b/c", "a/b", "a/c", "ab"], "a") == ["a/b", "a/c"]
