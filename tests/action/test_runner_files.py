# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files that are written: the runner's own, and those asked for, never through a link."""

import os

import pytest

from osaid_action.action import runner_files
from osaid_action.errors import OsaidError
from testing.github_double.commands import file_commands
from testing.github_double.hostile import CORPUS


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


# ------------------------------------------------------------------ the runner's own


def test_outputs_are_added_to_those_before(tmp_path):
    path = tmp_path / "out"
    path.write_text("before=1\n")

    runner_files.append_outputs(str(path), {"a": "1\n2", "b": ""})
    runner_files.append_outputs(str(path), {"c": "é"})

    assert path.read_text(encoding="utf-8").startswith("before=1\n")
    assert file_commands(path.read_text(encoding="utf-8"))[1:] == [
        ("a", "1\n2"),
        ("b", ""),
        ("c", "é"),
    ]


def test_each_output_ends_at_words_of_its_own(tmp_path):
    runner_files.append_outputs(str(tmp_path / "out"), {"a": "x", "b": "x"})

    ends = [
        line.partition("<<")[2]
        for line in (tmp_path / "out").read_text().splitlines()
        if "<<" in line
    ]
    assert len(set(ends)) == 2
    assert {len(end) for end in ends} == {len("osaid-") + 32}


def test_without_a_place_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    runner_files.append_outputs("", {"a": "x"})
    runner_files.append_summary("", "text")
    runner_files.append_summary("empty", "")

    assert os.listdir() == []


def test_a_summary_is_added_to_what_was_there(tmp_path):
    path = tmp_path / "summary"

    runner_files.append_summary(str(path), "a\n")
    runner_files.append_summary(str(path), "é\udcff")

    assert path.read_bytes() == "a\n\né?\n".encode()


def test_of_a_long_summary_as_much_as_fits_is_written(tmp_path):
    for extra, kept in ((-1, -1), (0, -1), (5, -1)):
        path = tmp_path / f"summary{extra}"
        runner_files.append_summary(str(path), "x" * (runner_files.SUMMARY_LIMIT + extra))
        assert len(path.read_bytes()) == runner_files.SUMMARY_LIMIT + kept + 1


# ------------------------------------------------------------------ those asked for


@pytest.mark.parametrize("root", ["workspace", "temp"])
def test_a_file_may_lie_below_any_root_and_is_named_from_the_first(tmp_path, root):
    roots = [str(tmp_path / name) for name in ("workspace", "temp")]
    for folder in roots:
        os.mkdir(folder)
    path = "a/x" if root == "workspace" else f"{roots[1]}/a/x"

    assert runner_files.write_inside(roots, path, "é\n") == str(tmp_path / root / "a/x")
    assert (tmp_path / root / "a/x").read_bytes() == b"\xc3\xa9\n"


def test_a_file_that_is_there_is_replaced(tmp_path):
    for text in ("a longer text", "short"):
        runner_files.write_inside([str(tmp_path)], "x", text)

    assert (tmp_path / "x").read_text() == "short"
    assert os.stat(tmp_path / "x").st_mode & 0o111 == 0


def test_a_root_that_is_a_link_is_where_it_leads(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")

    runner_files.write_inside([str(tmp_path / "link")], "a/x", "text")

    assert (tmp_path / "real/a/x").read_text() == "text"


WORDS = {
    "../x": "../x: it lies neither in the workspace nor in RUNNER_TEMP",
    ".": ".: it lies neither in the workspace nor in RUNNER_TEMP",
    "../root2/x": "../root2/x: it lies neither in the workspace nor in RUNNER_TEMP",
    "a/.git/x": "a/.git/x: nothing is written into .git",
    "linked/x": "linked/x: a link is in the way; nothing is written through it",
    "file/x": "file/x: cannot be written: File exists",
    "folder": "folder: cannot be written: Is a directory",
}


@pytest.mark.parametrize("path", WORDS)
def test_what_cannot_be_written_is_said_in_a_line(tmp_path, path):
    root = tmp_path / "root"
    (root / "folder").mkdir(parents=True)
    (root / "file").touch()
    (root / "linked").symlink_to("folder")

    with pytest.raises(OsaidError) as raised:
        runner_files.write_inside([str(root)], path, "text")
    assert str(raised.value) == WORDS[path]


def test_a_link_in_the_place_of_the_file_is_named(tmp_path):
    (tmp_path / "x").symlink_to("y")

    with pytest.raises(OsaidError, match="x: it is a link; nothing is written through it"):
        runner_files.write_inside([str(tmp_path)], "x", "text")
    assert os.listdir(tmp_path) == ["x"]
