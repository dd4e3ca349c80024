# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A commit is the same tree, whether git shows its objects or GitHub's API does."""

import subprocess

import pytest

from osaid_action.action.github_tree import ApiTree
from osaid_action.repository.git_tree import GitTree
from osaid_action.repository.object_tree import Line, ObjectTree
from osaid_action.repository.tree import resolve
from testing.github_double.api.gitstore import SUBMODULE, SYMLINK, Entry, GitStore

ENTRIES = {
    "top.txt": "one",
    "a/b/c.txt": "deep",
    "a/b.txt": "",
    "link": Entry(b"a/b", SYMLINK),
    "odd": Entry(b"\xff\xfe", SYMLINK),
    "sub": Entry(b"1" * 40, SUBMODULE),
    "run.sh": Entry(b"#!/bin/sh", "100755"),
}
PATHS = (
    "",
    "top.txt",
    "a",
    "a/b",
    "a/b/c.txt",
    "link",
    "sub",
    "sub/x",
    "run.sh",
    "no",
    "top.txt/x",
)


class Api:
    """GitHub's answers on the objects of a store, with a limit on a listing."""

    def __init__(self, git, commit, limit):
        self.git, self.commit, self.limit = git, commit, limit

    def tree(self, sha, *, deep):
        lines = dict(self._lines(self.commit.tree if sha == self.commit.sha else sha, deep=deep))
        return lines, deep and len(lines) > self.limit

    def _lines(self, sha, *, deep, prefix=""):
        for line in self.git.trees[sha]:
            path, size = prefix + line.name, len(self.git.blobs.get(line.sha, b""))
            yield path, Line(line.mode, line.sha, size)
            if deep and line.mode == "040000":
                yield from self._lines(line.sha, deep=True, prefix=f"{path}/")

    def blob(self, sha):
        return self.git.blobs[sha]


@pytest.fixture(params=["git", "API", "API, folder by folder"])
def tree(request, tmp_path):
    store = GitStore()
    commit = store.commit(ENTRIES)
    if request.param == "git":
        subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
        store.write(str(tmp_path / ".git"), {"refs/heads/main": commit.sha})
        tree = GitTree(str(tmp_path), commit.sha)
        yield tree
        tree.close()
    else:
        yield ApiTree(Api(store, commit, 5 if "folder" in request.param else 1000), commit.sha)


def test_what_stands_at_a_path_is_the_same(tree):
    assert {path: tree.kind(path) for path in PATHS} == {
        "": "folder",
        "top.txt": "file",
        "a": "folder",
        "a/b": "folder",
        "a/b/c.txt": "file",
        "link": "link",
        "sub": "submodule",
        "sub/x": "missing",
        "run.sh": "file",
        "no": "missing",
        "top.txt/x": "missing",
    }


def test_names_and_folders_are_the_same(tree):
    assert {path: sorted(tree.names(path)) for path in ("", "a", "link", "sub", "no")} == {
        "": ["a", "link", "odd", "run.sh", "sub", "top.txt"],
        "a": ["b", "b.txt"],
        "link": [],
        "sub": [],
        "no": [],
    }
    assert (tree.folders(""), tree.folders("a"), tree.folders("sub")) == (["a"], ["b"], [])


def test_bytes_and_targets_are_the_same(tree):
    assert tree.read("a/b/c.txt", 3) == b"dee"
    assert tree.read("a/b.txt", 3) == b""
    assert tree.sha256("top.txt", 2) is None
    assert tree.sha256("top.txt", 3).startswith("7692c3ad")
    assert (tree.target("link"), tree.target("odd"), tree.target("no")) == (
        "a/b",
        "\udcff\udcfe",
        "",
    )


def test_a_link_is_followed(tree):
    assert resolve(tree, "", "link/c.txt").path == "a/b/c.txt"


@pytest.mark.parametrize("path", ["a", "link", "sub", "no", "sub/x"])
def test_what_is_no_file_is_not_read(tree, path):
    for read in (tree.read, tree.sha256):
        with pytest.raises(OSError, match=path):
            read(path, 10)


# ------------------------------------------------------------------ any store


class Store:
    """Objects by their ids; keeps what it was asked for."""

    def __init__(self):
        self.asked = []

    def lines(self, tree):
        self.asked.append(tree)
        return {"x": Line("100644", "file"), "deeper": Line("040000", "deeper")}

    def read(self, blob, limit):
        self.asked.append((blob.id, limit))
        return b"bytes"

    def sha256(self, blob, limit):
        self.asked.append((blob.id, limit))
        return "digest"


@pytest.fixture
def store():
    return Store()


@pytest.fixture
def known(store):
    """A tree whose top alone is known."""
    top = {
        "a": Line("40000", "A"),
        "file": Line("100644", "F"),
        "link": Line("120000", "L"),
        "module": Line("160000", "M"),
    }
    return ObjectTree(store, {"": top})


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        *(("40000", "folder"), ("040000", "folder"), ("120000", "link"), ("160000", "submodule")),
        *(("100644", "file"), ("100755", "file"), ("100664", "file")),
    ],
)
def test_the_mode_says_what_a_line_stands_for(mode, kind):
    assert Line(mode, "x").kind == kind


def test_a_folder_is_asked_for_once_and_only_when_it_is_looked_into(known, store):
    assert (known.kind("a"), known.kind(""), store.asked) == ("folder", "folder", [])
    assert (known.kind("a/x"), known.kind("a/y"), known.names("a")) == (
        "file",
        "missing",
        ["x", "deeper"],
    )
    assert store.asked == ["A"]
    assert known.folders("a") == ["deeper"]
    assert known.kind("a/deeper/x") == "file"
    assert store.asked == ["A", "deeper"]


@pytest.mark.parametrize("path", ["file/x", "link/x", "module/x", "gone/x", "gone/y/z"])
def test_nothing_is_asked_for_below_what_is_no_folder(known, store, path):
    assert (known.kind(path), known.names(path), known.target(path)) == ("missing", [], "")
    assert store.asked == []


def test_so_much_is_read_as_is_asked_for(known, store):
    assert (known.read("file", 3), known.sha256("file", 5)) == (b"bytes", "digest")
    assert known.target("link") == "bytes"
    assert store.asked == [("F", 3), ("F", 5), ("L", 4096)]
