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
