# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The parts: trees by API, files that are written, lines in the log."""

import os
import threading

import pytest

from osaid_action.action import runner_files
from osaid_action.action.github_tree import ApiTree
from osaid_action.action.retry import GitHubError, within
from osaid_action.errors import OsaidError
from osaid_action.repository.discovery import declarations
from osaid_action.repository.object_tree import Line
from testing.github_double.api.gitstore import GitStore
from testing.github_double.commands import file_commands
from testing.github_double.hostile import CORPUS
from tests.action.bench import NAME

# ------------------------------------------------------------------ a tree by API


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

    with pytest.raises(OsaidError, match="folders"):
        declarations(tree, "", ["."])
    assert store.asked < 250


# ------------------------------------------------------------------ files


def test_a_file_is_written_below_its_root(tmp_path):
    written = runner_files.write_inside([str(tmp_path)], "a/b/report.json", "text\n")

    assert (tmp_path / "a/b/report.json").read_text() == "text\n"
    assert written == str(tmp_path / "a/b/report.json")


def _link_as_folder(root, outside):
    (root / "out").symlink_to(outside)


def _link_as_file(root, outside):
    (root / "out").mkdir()
    (root / "out/report.json").symlink_to(outside / "target")


def _link_in_between(root, outside):
    (outside / "b").mkdir()
    (root / "link").symlink_to(outside)
    (root / "out").symlink_to("link/b")


@pytest.mark.parametrize("trap", [_link_as_folder, _link_as_file, _link_in_between])
def test_nothing_is_written_through_a_link(tmp_path, trap):
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    trap(root, outside)
    before = {name: os.listdir(name) for name in (outside, tmp_path)}

    with pytest.raises(OsaidError, match="link"):
        runner_files.write_inside([str(root)], "out/report.json", "text")
    assert {name: os.listdir(name) for name in (outside, tmp_path)} == before


@pytest.mark.parametrize("path", ["../x", "/etc/x", ".git/config", "a/.git/hooks/x", "."])
def test_nothing_is_written_elsewhere(tmp_path, path):
    with pytest.raises(OsaidError):
        runner_files.write_inside([str(tmp_path / "root")], path, "text")


def test_a_pipe_is_no_place_for_a_report(tmp_path):
    os.mkfifo(tmp_path / "report.json")

    with pytest.raises(OsaidError, match=r"report\.json"):
        runner_files.write_inside([str(tmp_path)], "report.json", "text")


@pytest.mark.parametrize("text", [h.text for h in CORPUS], ids=[h.name for h in CORPUS])
def test_an_output_has_its_value_and_no_other(tmp_path, text):
    runner_files.append_outputs(str(tmp_path / "out"), {"report": text, "label": "closed"})

    raw = (tmp_path / "out").read_bytes().decode("utf-8", "surrogatepass")
    assert file_commands(raw) == [("report", text), ("label", "closed")]


def test_a_summary_ends_before_the_runner_drops_it(tmp_path):
    runner_files.append_summary(str(tmp_path / "summary"), "é" * runner_files.SUMMARY_LIMIT)

    data = (tmp_path / "summary").read_bytes()
    assert len(data) <= runner_files.SUMMARY_LIMIT
    assert data.decode().endswith("é\n")


# ------------------------------------------------------------------ time


def test_what_takes_too_long_is_left_behind():
    forever = threading.Event()

    with pytest.raises(GitHubError, match="too long"):
        within(0.05, forever.wait)
    forever.set()
    with pytest.raises(GitHubError, match="too long"):
        within(0, lambda: 1)
    with pytest.raises(KeyError):
        within(5, lambda: {}["nothing"])
    assert within(5, lambda: None) is None
