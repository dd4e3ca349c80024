# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Several repositories in one folder are one tree, and each keeps what is its own."""

import hashlib

import pytest

from osaid_action.repository.discovery import declarations
from osaid_action.repository.mounted_tree import MountedTree
from osaid_action.repository.tree import resolve
from osaid_action.repository.working_tree import DiskTree

NAME = "OPEN_AI_SYSTEM.yaml"


@pytest.fixture
def shelf(tmp_path_factory):
    """Makes a tree of files that are named."""

    def make(paths):
        top = tmp_path_factory.mktemp("tree")
        for path in paths:
            (top / path).parent.mkdir(parents=True, exist_ok=True)
            (top / path).write_text(path)
        return DiskTree(str(top))

    return make


@pytest.fixture
def tree(shelf):
    around, model, deep = shelf([NAME, "a/x"]), shelf([NAME, "b/" + NAME]), shelf(["y"])
    return MountedTree({"": around, "model": model, "model/vendor/deep": deep})


def test_a_path_is_of_the_innermost_tree(tree):
    kinds = {
        "": "folder",
        "a/x": "file",
        "model": "submodule",
        f"model/{NAME}": "file",
        "model/a": "missing",
        "model/vendor": "folder",
        "model/vendor/deep": "submodule",
        "model/vendor/deep/y": "file",
        "model/y": "missing",
    }

    assert {path: tree.kind(path) for path in kinds} == kinds
    assert tree.at("model/b/x")[0::2] == ("model", "b/x")


def test_names_are_of_the_tree_and_of_those_below_it(tree):
    assert sorted(tree.names("")) == [NAME, "a", "model"]
    assert sorted(tree.names("model")) == [NAME, "b", "vendor"]
    assert tree.names("model/vendor") == ["deep"]
    assert (tree.files(""), tree.files("model/vendor")) == ([NAME], [])
    assert (tree.folders(""), sorted(tree.folders("model"))) == (["a"], ["b", "vendor"])


def test_a_file_is_read_where_it_stands(tree):
    path = "model/vendor/deep/y"
    content = tree.read(path, 10**6)

    assert tree.size(path) == len(content)
    assert tree.sha256(path, 10**6) == hashlib.sha256(content).hexdigest()
    assert resolve(tree, "", path).path == path


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (".", [NAME]),
        ("model", [f"model/{NAME}", f"model/b/{NAME}"]),
        ("model/b", [f"model/b/{NAME}"]),
        ("*/" + NAME, []),
        ("**/" + NAME, [NAME]),
    ],
)
def test_a_search_enters_another_repository_when_it_is_named(tree, pattern, found):
    assert [*declarations(tree, "", pattern)] == found


def test_a_search_enters_those_that_it_is_told_to(shelf):
    model = shelf([NAME])
    tree = MountedTree({"model": model}, entered=frozenset({"model"}))

    assert [*declarations(tree, "", ".")] == [f"model/{NAME}"]
    assert [*declarations(MountedTree({"model": model}), "", ".")] == []


def test_without_a_tree_around_nothing_is_there(shelf):
    tree = MountedTree({"model": shelf([NAME])})

    assert (tree.kind("x"), tree.names(""), tree.target("x")) == ("missing", ["model"], "")
    with pytest.raises(FileNotFoundError):
        tree.read("x", 1)
