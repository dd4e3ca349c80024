# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A tree that is looked at within a budget, and what of it is kept for the run."""

import pytest

from osaid_action.evidence import measured_tree
from osaid_action.evidence.budget import HASHED, LISTED, READ, Limit, Refused
from osaid_action.evidence.measured_tree import MeasuredTree, NotLookedAtError
from osaid_action.repository.working_tree import DiskTree


@pytest.fixture
def on_disk(tmp_path):
    for name in ("a.txt", "b.txt", "in/c.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name * 10)
    return DiskTree(str(tmp_path))


@pytest.fixture
def small(monkeypatch):
    """Limits that the files here are over."""
    read = Limit(60, "60 bytes are read", is_crossed=True)
    listed = Limit(3, "3 files are listed", is_crossed=True)
    hashed = Limit(60, "60 bytes are hashed")
    monkeypatch.setattr(measured_tree, "READ", read)
    monkeypatch.setattr(measured_tree, "LISTED", listed)
    monkeypatch.setattr(measured_tree, "HASHED", hashed)
    return read, listed, hashed


def test_it_is_the_tree_that_it_measures(on_disk):
    tree = MeasuredTree(on_disk)

    assert sorted(tree.names("")) == ["a.txt", "b.txt", "in"]
    assert sorted(tree.files("")) == ["a.txt", "b.txt"]
    assert (tree.folders(""), tree.kind("in"), tree.size("a.txt")) == (["in"], "folder", 50)
    assert tree.read("a.txt", 5) == b"a.txt"
    assert tree.sha256("a.txt", 100) == on_disk.sha256("a.txt", 100)
    assert tree.remark("a.txt") == ""
    assert [tree.budget.spent(one) for one in (READ, LISTED, HASHED)] == [5, 3, 50]


def test_past_the_line_nothing_is_read(on_disk, small):
    tree = MeasuredTree(on_disk)
    tree.read("a.txt", 1000)
    tree.read("b.txt", 1000)

    with pytest.raises(NotLookedAtError):
        tree.read("in/c.txt", 1000)
    assert tree.read("in/c.txt", 1) == b"i"
    assert tree.read("a.txt", 1000) == b"a.txt" * 10
    assert tree.budget.refused == [Refused(small[0], "in/c.txt")]


def test_past_the_line_nothing_is_listed_and_nothing_hashed(on_disk, small):
    tree = MeasuredTree(on_disk)

    assert (len(tree.names("")), tree.names("in")) == (3, [])
    assert tree.sha256("a.txt", 100) is not None
    assert tree.sha256("b.txt", 100) is None
    assert tree.budget.refused == [Refused(small[1], "in"), Refused(small[2], "b.txt")]


def test_what_is_found_is_found_once_in_a_run_and_costs_each_the_same(on_disk):
    found = []
    trees = [MeasuredTree(on_disk), MeasuredTree(on_disk)]

    def look(tree):
        return lambda: found.append(1) or (len(tree.names("")), tree.read("a.txt", 20))

    seen = [tree.once("key", look(tree)) for tree in (*trees, trees[0])]

    assert (seen, found) == ([(3, b"a.txt" * 4)] * 3, [1])
    assert [tree.budget.spent(one) for one in (READ, LISTED) for tree in trees] == [20, 20, 3, 3]


def test_what_one_alone_would_not_have_found_it_is_not_told(on_disk, small):
    rich, poor = MeasuredTree(on_disk), MeasuredTree(on_disk)
    poor.read("a.txt", 1000)
    poor.read("b.txt", 1000)

    def look(tree):
        def looked():
            try:
                return tree.read("in/c.txt", 1000)
            except NotLookedAtError:
                return b""

        return looked

    assert rich.once("key", look(rich)) == b"in/c.txt" * 10
    assert poor.once("key", look(poor)) == b""
    assert poor.budget.refused == [Refused(small[0], "in/c.txt")]
    assert rich.once("key", look(rich)) == b"in/c.txt" * 10
    assert len(rich.memory) == 1


@pytest.mark.usefixtures("small")
def test_what_was_refused_is_not_kept(on_disk):
    tree = MeasuredTree(on_disk)
    tree.names("")

    assert tree.once("key", lambda: tree.names("in")) == []
    assert len(tree.memory) == 0


def test_the_beginning_of_a_file_costs_nothing(on_disk):
    tree = MeasuredTree(on_disk)

    assert tree.beginning("a.txt") == (b"a.txt" * 10)[: measured_tree.BEGINNING]
    assert tree.budget.costs == []
