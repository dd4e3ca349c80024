# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which strings of a declaration git is asked for, and what is said where git is silent."""

import pytest

from osaid_action.definition.rules.evidence import PATH_DELETED, PATH_NOT_ADDED
from osaid_action.evidence.git_state import may_be_paths, of_git
from osaid_action.evidence.observation import DECLARED, FOUND, Observation
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

    def kind(self, path):
        return "file" if path == "a/OPEN_AI_SYSTEM.yaml" else "missing"

    def remark(self, path):
        return self.remarks.get(path, "")


def said(tree):
    found = of_git(DeclarationFile(tree, "a/OPEN_AI_SYSTEM.yaml", "a"), {})
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
    found = of_git(DeclarationFile(Told("refused", refusal="safe " * 500), "x", ""), {})
    (one,) = found["system",].diagnostics

    assert "safe safe" in one.message
    assert len(one.message) < 700


@pytest.mark.parametrize(
    ("paths", "message", "remedy"),
    [
        (["a.py"], "1 file that it names is not added to git", "`git add x.yaml a.py`"),
        (["a.py", "b c", "a.py"], "2 files that it names are not added to git",
         "`git add x.yaml a.py 'b c'`"),
        (["a", "b", "c", "d", "e"], "5 files that it names are not added to git",
         "`git add x.yaml a b c …` (2 more)"),
    ],
)  # fmt: skip
def test_files_that_are_not_added_are_told_in_one(tree, paths, message, remedy):
    seen = {
        ("code", str(at)): Observation(
            FOUND, diagnostics=(PATH_NOT_ADDED.at(("code",), path), PATH_DELETED.at((), "x"))
        )
        for at, path in enumerate(paths)
    }

    found = of_git(DeclarationFile(tree, "x.yaml", ""), seen)
    (one,) = found["system",].diagnostics
    del found["system",]

    assert (one.message, one.remedy) == (message, remedy)
    assert {each.status for each in found.values()} == {FOUND}
    assert {d.rule for each in found.values() for d in each.diagnostics} == {PATH_DELETED}


def test_without_git_nothing_is_said(tree):
    assert said(tree) == []


@pytest.mark.parametrize(
    ("kind", "words", "remedy"),
    [
        ("not-added", "git does not have it", "`git add` it"),
        ("ignored", "git ignores it", "name where it is published, or `git add --force` it"),
        ("file", "", ""),
    ],
)
def test_a_declaration_that_leads_to_what_git_lacks_is_not_there(kind, words, remedy):
    class Linked(Told):
        def kind(self, path):
            return {"x.yaml": "link", "real.yaml": kind}.get(path, "missing")

        def target(self, _):
            return "real.yaml"

        def names(self, _):
            return ["x.yaml", "real.yaml"]

    found = of_git(DeclarationFile(Linked("tracked"), "x.yaml", ""), {})

    told = [(one.message, one.remedy) for seen in found.values() for one in seen.diagnostics]
    message = f"this is a link to a file that is on the disk, but {words}"
    assert told == ([(message, remedy)] if words else [])
