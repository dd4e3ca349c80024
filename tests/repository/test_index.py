# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Git's index: what it has at the paths that are asked for, however they were asked for."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.repository import index as module
from osaid_action.repository.index import Index, Listing, globbed

FILES = {"a/b/c": "1", "a/b.txt": "2", "a-b": "3", "d": "4", "a/LICENSES/MIT.txt": "5", "z/y": ""}


@pytest.fixture
def asked(monkeypatch):
    """What git is asked, call by call."""
    calls = []
    real = module.answer
    monkeypatch.setattr(module, "answer", lambda top, *a: calls.append(a) or real(top, *a))
    return calls


def test_who_expects_the_right_paths_asks_once(git, committed, asked):
    committed(FILES)
    index = Index(str(git.top))
    index.expect(["a/b/c", "d", "nowhere/x"])

    assert index.entry("a/b/c").mode == "100644"
    assert index.entry("nowhere/x") is None
    assert index.is_folder("a/b")
    assert index.files("a") == ["b.txt"]
    assert sorted(index.files("")) == ["a-b", "d"]
    assert index.is_folder("a/LICENSES")
    assert len(asked) == 1


@pytest.mark.parametrize("path", ["z/y", "a/b/d"])
def test_another_path_makes_it_be_read_whole_once(git, committed, asked, path):
    committed(FILES)
    index = Index(str(git.top))
    index.expect(["d"])

    assert (index.entry(path) is not None) == (path in FILES)
    assert index.is_folder("z")
    assert not index.is_folder("y")
    assert [*index.names("")] == ["a-b", "a/", "d", "z/"]
    assert len(asked) == 2


def test_what_is_expected_later_changes_nothing(git, committed, asked):
    committed(FILES)
    index = Index(str(git.top))
    index.expect(["d"])
    index.expect(["a"])

    assert index.entry("d")
    assert len(asked) == 1


def test_the_top_and_very_many_paths_are_all(git, committed, asked):
    committed(FILES)
    for paths in ([""], [f"x{n}" for n in range(1000)]):
        index = Index(str(git.top))
        index.expect(paths)
        assert index.entry("z/y")
    assert [len(call) for call in asked] == [6, 6]


def test_signs_that_mean_something_in_patterns_are_signs(git, committed):
    committed({"a*[b]?/c": "1", "aXb/c": "2", "a*[b]?/d": "3"})
    index = Index(str(git.top))
    index.expect(["a*[b]?/c"])

    assert index.files("a*[b]?") == ["c", "d"]
    assert index.entry("aXb/c")


def test_of_a_file_one_sees_whether_it_is_empty_skipped_and_what_it_is(git, committed):
    committed(FILES)
    (git.top / "link").symlink_to("d")
    (git.top / "run").write_text("x")
    (git.top / "run").chmod(0o700)
    git("add", "--all")
    git("update-index", "--skip-worktree", "d")
    index = Index(str(git.top))

    assert [index.entry(path).mode for path in ("link", "run", "d")] == [
        "120000",
        "100755",
        "100644",
    ]
    assert [index.entry(path).is_empty for path in ("z/y", "d")] == [True, False]
    assert [index.entry(path).is_skipped for path in ("z/y", "d")] == [False, True]


def test_others_are_neither_added_nor_ignored(git, committed, put):
    committed({**FILES, ".gitignore": "*.bin\n"})
    put({"new/one": "", "new/w.bin": ""})

    others = Index(str(git.top)).others
    assert others.at("new/one")
    assert others.has_below("new")
    assert others.at("new/w.bin") is None
    assert others.at("d") is None


def test_without_others_there_are_none(git, committed):
    committed(FILES)

    assert [*Index(str(git.top)).others.names("")] == []


SEGMENT = st.text("ab-/", min_size=1, max_size=6)


@given(st.sets(SEGMENT.filter(lambda p: "//" not in p and p[0] != "/" and p[-1] != "/")))
def test_a_listing_knows_what_a_set_of_paths_knows(paths):
    ordered = sorted(paths, key=os.fsencode)
    listing = Listing(b"".join(b"H 100644 0 0\t" + os.fsencode(p) + b"\0" for p in ordered))

    assert {p for p in [*paths, "a", "b/a", ""] if p and listing.at(p)} == paths
    for folder in ("", "a", "b", "a/b", "-"):
        start = f"{folder}/" if folder else ""
        inside = {p[len(start) :] for p in paths if p.startswith(start)}
        names = {one.partition("/")[0] + "/" * ("/" in one) for one in inside}
        assert [*listing.names(folder)] == sorted(names, key=os.fsencode)
        if folder:
            assert listing.has_below(folder) == bool(inside)


@pytest.mark.parametrize(("folder", "pattern"), [("", ""), ("a", "a/"), ("a*\\", "a\\*\\\\/")])
def test_a_folder_as_the_beginning_of_a_pattern(folder, pattern):
    assert globbed(folder) == pattern
