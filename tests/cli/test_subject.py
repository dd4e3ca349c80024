# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Of which commit a declaration is: the one at HEAD where it is as it is there, else none."""

import json
import subprocess

import pytest

from osaid_action.cli.subject import commit_of
from tests.made import report

NAME = "sub/OPEN_AI_SYSTEM.yaml"
TEXT = b"open_ai_system: '1.0'\n"
_NAMED = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture(params=["sha1", "sha256"])
def top(request, tmp_path, monkeypatch):
    """A repository in which a declaration is committed."""
    git(tmp_path, "init", "--quiet", f"--object-format={request.param}")
    (tmp_path / "sub").mkdir()
    (tmp_path / NAME).write_bytes(TEXT)
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=a")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def git(top, *arguments):
    command = ["git", "-C", top, *_NAMED, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def commit(path, content=TEXT):
    return commit_of(report()._replace(path=str(path), content=content))


def test_what_is_committed_is_of_that_commit(top, monkeypatch):
    head = git(top, "rev-parse", "HEAD")

    assert commit(NAME) == commit(top / NAME) == head
    monkeypatch.chdir(top / "sub")
    assert commit("OPEN_AI_SYSTEM.yaml") == head


@pytest.mark.usefixtures("top")
@pytest.mark.parametrize(
    ("path", "content"),
    [
        (NAME, TEXT + b"# changed\n"),
        ("sub/other.yaml", TEXT),
        ("gone/OPEN_AI_SYSTEM.yaml", TEXT),
        ("../OPEN_AI_SYSTEM.yaml", TEXT),
        ("-", TEXT),
    ],
)
def test_what_is_not_committed_so_is_of_none(path, content):
    assert commit(path, content) == ""


def test_without_git_and_without_a_commit_there_is_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert commit("OPEN_AI_SYSTEM.yaml") == ""
    git(tmp_path, "init", "--quiet")
    assert commit("OPEN_AI_SYSTEM.yaml") == ""


def test_a_report_says_what_was_read_and_when(call, top, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    done = call("check", NAME, "--format", "json", cwd=top)

    (made,) = json.loads(done.stdout)["reports"]
    assert made["subject"]["commit"] == git(top, "rev-parse", "HEAD")
    assert made["subject"]["checked"] == "1970-01-01T00:00:00Z"
