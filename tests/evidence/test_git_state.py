# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which strings of a declaration git is asked for, and what is said where git is silent."""

import pytest

from osaid_action.evidence.git_state import may_be_paths, of_git
from osaid_action.evidence.observation import DECLARED
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree


@pytest.fixture
def tree(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "run me").touch()
    (tmp_path / "LICENSE").touch()
    return DiskTree(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "root", "expected"),
    [
        ("a/b", "", ["a/b"]),
        ("a.md#part", "in", ["in/a.md"]),
        ("../a.md", "in", ["a.md"]),
        ("./", "", [""]),
        ("../a.md", "", []),
        ("/a/b", "", []),
        ("https://x.y/z", "", []),
        ("pkg:pypi/x", "", []),
        ("a\0b/c", "", []),
        ("#part", "", []),
        ("", "", []),
        ("x/" * 600, "", []),
        ("MIT", "", []),
        ("LICENSE", "", ["LICENSE"]),
        ("run me", "in", ["in/run me"]),
        ("We ran a/b on it.", "", []),
    ],
)
def test_what_is_written_as_a_path_or_is_there_may_be_one(tree, text, root, expected):
    assert list(may_be_paths({"a": [text]}, tree, root)) == expected


def test_strings_are_found_at_any_depth_and_keys_are_none(tree):
    deep = ["x/y"]
    for _ in range(3000):
        deep = [deep]
    data = {"a/key": {"b": ["p/q", 5, None, True]}, "c": deep}

    assert sorted(may_be_paths(data, tree, "")) == ["p/q", "x/y"]


class Told(IndexTree):
    """A tree of which git says so much."""

    def __init__(self, state, remarks=None, refusal=""):
        self.told, self.remarks = (state, refusal), remarks or {}

    @property
    def state(self):
        return self.told[0]

    @property
    def refusal(self):
        return self.told[1]

    def remark(self, path):
        return self.remarks.get(path, "")


def said(tree):
    found = of_git(DeclarationFile(tree, "a/OPEN_AI_SYSTEM.yaml", "a"))
    assert {one.status for one in found.values()} <= {DECLARED}
    return [(one.rule.id, one.path) for seen in found.values() for one in seen.diagnostics]


@pytest.mark.parametrize(
    ("state", "remark", "expected"),
    [
        ("index", "", []),
        ("index", "deleted", [("path-deleted", ("system",))]),
        ("index", "not-added", []),
        ("refused", "", [("git-refused", ("system",))]),
        ("refused", "deleted", [("git-refused", ("system",))]),
    ],
)
def test_a_declaration_is_told_of_what_git_says_of_it(state, remark, expected):
    assert said(Told(state, {"a/OPEN_AI_SYSTEM.yaml": remark})) == expected


def test_the_words_of_git_are_quoted_and_cut():
    found = of_git(DeclarationFile(Told("refused", refusal="safe " * 500), "x", ""))
    (one,) = found["system",].diagnostics

    assert "safe safe" in one.message
    assert len(one.message) < 700


def test_without_git_nothing_is_said(tree):
    assert said(tree) == []
