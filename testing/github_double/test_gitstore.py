# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The double's blobs and trees have the ids that git gives them."""

import os
import subprocess

import pytest

from testing.github_double.api.gitstore import EXECUTABLE, SYMLINK, Entry, GitStore, blob_sha


@pytest.fixture
def git(tmp_path):
    def run(*words):
        command = ["git", "-C", str(tmp_path), *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    run("init", "--quiet")
    return run


def test_a_tree_is_named_as_git_names_it(git, tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("x")
    (tmp_path / "a.txt").write_text("sorts before the folder a, though a is shorter")
    (tmp_path / "run").write_text("#!/bin/sh\n")
    (tmp_path / "run").chmod(0o755)
    os.symlink("a.txt", tmp_path / "link")
    git("add", "--all")

    made = GitStore().commit(
        {
            "a/x.txt": "x",
            "a.txt": (tmp_path / "a.txt").read_bytes(),
            "run": Entry(b"#!/bin/sh\n", EXECUTABLE),
            "link": Entry(b"a.txt", SYMLINK),
        }
    )

    assert made.tree == git("write-tree")


def test_a_blob_is_named_as_git_names_it(git, tmp_path):
    (tmp_path / "f").write_bytes(b"\x00\xffbytes")

    assert blob_sha(b"\x00\xffbytes") == git("hash-object", "f")


def test_git_can_read_what_is_written(tmp_path):
    store = GitStore()
    first = store.commit({"a/b": "1", "\n@x": "2"}).sha
    second = store.commit({"c": "3"}, (first,), "Second").sha
    folder = str(tmp_path / "repo.git")

    store.write(folder, {"refs/heads/main": second, "refs/heads/@x;$(id)": first})

    def git(*words):
        command = ["git", "-C", folder, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert git("fsck", "--strict") == ""
    assert git("rev-parse", "main", "@x;$(id)").split() == [second, first]
    assert git("ls-tree", "-r", "-z", "--name-only", "main").split("\0") == ["\n@x", "a/b", "c", ""]
    assert git("log", "--format=%s", "main").split("\n") == ["Second", "A change", ""]


def test_a_shallow_repository_has_one_commit_and_what_stands_in_it(tmp_path):
    store = GitStore()
    first = store.commit({"a/b": "1"}).sha
    second = store.commit({"a/b": "2", "c": "3"}, (first,)).sha
    folder = str(tmp_path / "repo.git")

    store.write(folder, {"refs/heads/main": second}, only=second)

    def git(*words):
        return subprocess.run(
            ["git", "-C", folder, *words], capture_output=True, text=True, check=False
        )

    assert git("rev-parse", "--is-shallow-repository").stdout == "true\n"
    assert git("show", f"{second}:a/b").stdout == "2"
    assert f"parent {first}" in git("cat-file", "-p", second).stdout
    assert git("cat-file", "-e", first).returncode != 0


def test_a_commit_can_be_lost():
    store = GitStore()
    first = store.commit({"a": "1"}).sha

    store.forget(first)

    assert first not in store.commits
    assert first not in store.raw


def test_a_commit_lays_files_over_its_parent():
    store = GitStore()
    first = store.commit({"kept": "1", "changed": "1", "removed": "1"})

    second = store.commit({"changed": "2", "removed": None}, (first.sha,))

    assert {path: entry.data for path, entry in second.files.items()} == {
        "kept": b"1",
        "changed": b"2",
    }


def test_a_merge_has_the_changes_of_both_sides():
    store = GitStore()
    root = store.commit({"old": "1", "gone": "1"}).sha
    base = store.commit({"base": "1"}, (root,)).sha
    head = store.commit({"head": "1", "gone": None}, (root,)).sha

    made = store.merge(base, head)

    assert set(made.files) == {"old", "base", "head"}
    assert made.parents == (base, head)
    assert store.merge_base(base, head) == root


def test_unrelated_commits_have_no_common_one():
    store = GitStore()

    with pytest.raises(KeyError):
        store.merge_base(store.commit({"a": "1"}).sha, store.commit({"b": "1"}).sha)
