# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The commit that is checked out: its parents, in a shallow clone too, and what it has."""

import subprocess

import pytest

from osaid_action.repository.head import Head, has, head_of, is_refused
from testing.github_double.api.gitstore import GitStore

TEXT = "a: 1\nb: 2\n"


@pytest.fixture
def store():
    store = GitStore()
    base = store.commit({"x": TEXT})
    head = store.commit({"y": "head"}, (base.sha,))
    store.commits["base"], store.commits["head"] = base, head
    return store


@pytest.mark.parametrize("shallow", [True, False])
def test_a_merge_names_both_its_parents(store, tmp_path, shallow):
    base, head = store.commits.pop("base").sha, store.commits.pop("head").sha
    merge = store.merge(base, head).sha
    write(store, tmp_path, merge, merge if shallow else "")

    assert head_of(str(tmp_path)) == Head(merge, (base, head))


def write(store, top, sha, only=""):
    subprocess.run(["git", "init", "--quiet", "-b", "main", top], check=True)
    store.write(str(top / ".git"), {"refs/heads/main": sha}, only=only)


def test_words_of_a_message_are_no_parents(tmp_path):
    store = GitStore()
    made = store.commit({"x": "1"}, message=f"parent {'a' * 40}\n\nparent {'b' * 40}")
    write(store, tmp_path, made.sha)

    assert head_of(str(tmp_path)) == Head(made.sha, ())


def test_where_git_has_no_commit_there_is_none(tmp_path):
    assert head_of(str(tmp_path)) == Head()
    assert not is_refused(str(tmp_path))
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    assert head_of(str(tmp_path)) == Head()
    assert not is_refused(str(tmp_path))
    (tmp_path / ".git" / "HEAD").write_text("nonsense")
    assert is_refused(str(tmp_path))
    assert head_of(str(tmp_path)) == Head()
    assert not has(str(tmp_path), "x", b"")


@pytest.mark.parametrize(
    ("path", "content", "there"),
    [
        ("x", TEXT, True),
        ("x", TEXT.replace("\n", "\r\n"), True),
        ("x", TEXT + "\n", False),
        ("gone", TEXT, False),
    ],
)
def test_a_content_is_there_or_not_whatever_its_line_ends(store, tmp_path, path, content, there):
    write(store, tmp_path, store.commits["base"].sha)

    assert has(str(tmp_path), path, content.encode()) == there
