# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A commit is the same tree, whether git shows its objects or GitHub's API does."""

import subprocess

import pytest

from osaid_action.action.github_tree import ApiTree
from osaid_action.repository.git_tree import GitTree
from osaid_action.repository.object_tree import Line
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
