# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository read through GitHub's API: what is asked for, and where it is given up."""

import hashlib
import subprocess

import pytest

from osaid_action.action.github_tree import (
    MAX_BYTES,
    MAX_FILES,
    MAX_FOLDERS,
    ApiTree,
    CloneTree,
    TooMuchError,
    tree_of,
)
from osaid_action.errors import OsaidError
from osaid_action.repository.discovery import declarations
from osaid_action.repository.object_tree import Line
from testing.github_double.api.gitstore import GitStore
from tests.action.bench import NAME


class Store:
    """Git objects of a commit, with a limit on a listing."""

    def __init__(self, entries, limit=1000):
        self.git, self.limit, self.asked = GitStore(), limit, 0
        self.commit = self.git.commit(entries)

    def tree(self, sha, *, deep):
        self.asked += 1
        root = self.commit.tree if sha == self.commit.sha else sha
        lines = list(self._lines(root, "", deep=deep))
        return dict(lines[: self.limit]), len(lines) > self.limit

    def _lines(self, sha, prefix, *, deep):
        for line in self.git.trees[sha]:
            size = len(self.git.blobs.get(line.sha, b""))
            yield prefix + line.name, Line(line.mode, line.sha, size)
            if deep and line.mode == "040000":
                yield from self._lines(line.sha, f"{prefix}{line.name}/", deep=True)

    def blob(self, sha):
        return self.git.blobs[sha]


@pytest.mark.parametrize("folder", ["", "a/"], ids=["the top", "a folder"])
def test_of_a_folder_that_is_listed_in_part_nothing_is_told(folder):
    store = Store({f"{folder}{number}": "x" for number in range(9)} | {NAME: "x: 1"}, limit=8)

    with pytest.raises(OsaidError, match="cannot be told"):
        ApiTree(store, store.commit.sha).kind(f"{folder}another")


def test_a_tree_by_api_reads_no_more_than_it_should():
    store = Store({f"{n}/x/{NAME}": "x" for n in range(300)}, limit=400)
    tree = ApiTree(store, store.commit.sha)

    with pytest.raises(TooMuchError, match="folders"):
        list(declarations(tree, "", "."))
    assert store.asked < 250


# ------------------------------------------------------------------ what is asked for


def line(identity, mode="100644", size=0):
    return Line(mode, identity, size)


class Api:
    """Answers by what is asked for; keeps the questions."""

    def __init__(self, trees=None, cut=(), blobs=None):
        self.trees, self.cut, self.blobs, self.asked = trees or {}, cut, blobs or {}, []

    def tree(self, sha, *, deep):
        self.asked.append((sha, deep))
        return self.trees.get((sha, deep), {}), (sha, deep) in self.cut

    def blob(self, sha):
        self.asked.append(sha)
        return self.blobs[sha]


WHOLE = {
    "a": line("A", "040000"),
    "a/b": line("B", "040000"),
    "a/b/x": line("X"),
    "empty": line("E", "040000"),
    "y": line("Y"),
}


def test_one_answer_lists_the_whole_tree():
    api = Api({("commit", True): WHOLE})
    tree = ApiTree(api, "commit")

    assert (sorted(tree.names("")), tree.names("a"), tree.names("a/b")) == (
        ["a", "empty", "y"],
        ["b"],
        ["x"],
    )
    assert tree.kind("a/b/x") == "file"
    assert api.asked == [("commit", True)]


def test_a_tree_without_a_file_has_a_top():
    tree = ApiTree(Api(), "commit")

    assert (tree.kind(""), tree.names(""), tree.kind("x")) == ("folder", [], "missing")


def test_a_listing_that_is_cut_is_read_folder_by_folder():
    top, inner = {"a": line("A", "040000"), "y": line("Y")}, {"x": line("X")}
    listed = {("commit", True): {"a": line("A", "040000")}, ("commit", False): top}
    api = Api({**listed, ("A", False): inner}, cut=[("commit", True)])
    tree = ApiTree(api, "commit")

    assert [tree.kind(path) for path in ("y", "a/x", "a/y")] == ["file", "file", "missing"]
    assert api.asked == [("commit", True), ("commit", False), ("A", False)]


def many(number, size=0):
    """A tree of so many files."""
    return {f"{n}": line(f"id{n}", size=size) for n in range(number)}


def test_a_file_is_asked_for_once():
    api = Api({("commit", True): WHOLE}, blobs={"Y": b"bytes"})
    tree = ApiTree(api, "commit")

    assert (tree.read("y", 2), tree.read("y", 9)) == (b"by", b"bytes")
    assert tree.sha256("y", 9) == hashlib.sha256(b"bytes").hexdigest()
    assert api.asked.count("Y") == 1


def test_so_many_files_are_read_and_no_more():
    blobs = {f"id{n}": b"x" for n in range(MAX_FILES + 1)}
    tree = ApiTree(Api({("commit", True): many(MAX_FILES + 1)}, blobs=blobs), "commit")

    assert {tree.read(f"{n}", 1) for n in range(MAX_FILES)} == {b"x"}
    assert tree.read("0", 1) == b"x"  # it is known
    with pytest.raises(TooMuchError, match=r"^more than 200 files to read through the API$"):
        tree.read(f"{MAX_FILES}", 1)


def test_so_many_folders_are_read_and_no_more():
    names = {f"{n}": line(f"t{n}", "040000") for n in range(MAX_FOLDERS)}
    api = Api({("commit", False): names}, cut=[("commit", True)])
    tree = ApiTree(api, "commit")

    assert [tree.names(f"{n}") for n in range(MAX_FOLDERS - 1)] == [[]] * (MAX_FOLDERS - 1)
    with pytest.raises(TooMuchError, match=r"^more than 200 folders to read through the API$"):
        tree.names(f"{MAX_FOLDERS - 1}")


@pytest.mark.parametrize(
    ("size", "limit", "digest"),
    [
        (5, 5, True),
        (6, 5, False),
        (MAX_BYTES, MAX_BYTES + 1, True),
        (MAX_BYTES + 1, MAX_BYTES + 1, False),
    ],
)
def test_a_digest_is_made_of_what_is_small_enough(size, limit, digest):
    tree = ApiTree(Api({("commit", True): many(1, size)}, blobs={"id0": b"bytes"}), "commit")

    assert tree.sha256("0", limit) == (hashlib.sha256(b"bytes").hexdigest() if digest else None)


@pytest.mark.parametrize(("more", "read"), [(0, True), (1, False)])
def test_what_is_too_large_is_not_asked_for(more, read):
    api = Api({("commit", True): many(1, MAX_BYTES + more)}, blobs={"id0": b"bytes"})
    tree = ApiTree(api, "commit")

    if read:
        assert tree.read("0", 5) == b"bytes"
        return
    with pytest.raises(OSError, match=r"^it is over 10485760 bytes, more than is read"):
        tree.read("0", 5)
    assert "id0" not in api.asked


# ------------------------------------------------------------------ where a commit is


def asking(api):
    """A way to GitHub that is counted."""
    calls = []

    def connect():
        calls.append(1)
        return api

    return connect, calls


def test_a_commit_that_git_has_is_read_from_it(tmp_path):
    store = GitStore()
    commit = store.commit({"x": "here"})
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    store.write(str(tmp_path / ".git"), {"refs/heads/main": commit.sha})
    connect, calls = asking(Api())

    tree = tree_of(commit.sha, str(tmp_path), connect)
    try:
        assert (tree.read("x", 9), calls) == (b"here", [])
    finally:
        tree.close()


@pytest.mark.parametrize("on_disk", [True, False])
def test_any_other_is_read_from_github(tmp_path, on_disk):
    connect, calls = asking(Api({("a" * 40, True): WHOLE}))

    tree = tree_of("a" * 40, str(tmp_path) if on_disk else "", connect)

    assert (tree.kind("a/b/x"), calls) == ("file", [1])


def test_a_repository_that_is_not_on_disk_is_not_the_one_where_we_stand(tmp_path, monkeypatch):
    store = GitStore()
    commit = store.commit({"x": "here"})
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    store.write(str(tmp_path / ".git"), {"refs/heads/main": commit.sha})
    monkeypatch.chdir(tmp_path)
    connect, calls = asking(Api({(commit.sha, True): WHOLE}))

    assert tree_of(commit.sha, "", connect).kind("a/b/x") == "file"
    assert calls == [1]


# ------------------------------------------------------------------ what a declaration may cost


def test_each_declaration_may_ask_for_as_much_again():
    blobs = {f"id{n}": b"x" for n in range(2 * MAX_FILES)}
    tree = ApiTree(Api({("commit", True): many(2 * MAX_FILES)}, blobs=blobs), "commit")

    for start in (0, MAX_FILES):
        fresh = tree.afresh()
        assert {fresh.read(f"{n}", 1) for n in range(start, start + MAX_FILES)} == {b"x"}


def test_that_it_is_too_much_is_said_in_its_own_words():
    assert TooMuchError("more than 200").strerror == str(TooMuchError("more than 200"))


def test_what_a_partial_clone_lacks_is_asked_of_github(tmp_path):
    store = GitStore()
    commit = store.commit({"x": "here", "y": "there"})
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    lost = next(line.sha for line in store.trees[commit.tree] if line.name == "y")
    del store.raw[lost]
    store.write(str(tmp_path / ".git"), {"refs/heads/main": commit.sha})
    connect, calls = asking(Api(blobs={lost: b"there"}))

    tree = tree_of(commit.sha, str(tmp_path), connect)
    try:
        assert isinstance(tree, CloneTree)
        assert (tree.read("x", 9), calls) == (b"here", [])
        assert (tree.afresh().read("y", 9), calls) == (b"there", [1])
        assert tree.size("y") == 5
        assert tree.sha256("y", 9) == hashlib.sha256(b"there").hexdigest()
        assert tree.afresh().names("") == ["x", "y"]
        assert calls == [1]
    finally:
        tree.close()
