# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How git is run: with its user's settings, for this repository alone, and starting nothing."""

import os
import stat

import pytest

from osaid_action.repository import git as module
from osaid_action.repository.git import GitRefusedError, answer, environment, is_repository


def test_the_answer_is_what_git_prints(git, committed):
    committed({"a\tb": ""})

    assert answer(str(git.top), "ls-files", "-z") == b"a\tb\0"


@pytest.mark.parametrize("is_quick", [True, False])
def test_what_git_complains_of_is_passed_on(git, monkeypatch, is_quick):
    if not is_quick:
        monkeypatch.delattr(module.os, "posix_spawnp")

    with pytest.raises(GitRefusedError, match="not a git command"):
        answer(str(git.top), "no-such-command")


@pytest.mark.parametrize("is_quick", [True, False])
def test_without_git_that_is_said(tmp_path, monkeypatch, is_quick):
    monkeypatch.setenv("PATH", str(tmp_path))
    if not is_quick:
        monkeypatch.delattr(module.os, "posix_spawnp")

    with pytest.raises(GitRefusedError, match="git cannot be started"):
        answer(str(tmp_path), "ls-files")


def test_another_owner_is_refused_with_gits_own_remedy(git, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(module, "KEPT", (*module.KEPT, "GIT_TEST"))

    with pytest.raises(GitRefusedError, match=r"git config --global --add safe\.directory"):
        answer(str(git.top), "ls-files")


def test_a_safe_directory_of_the_user_is_safe(git, monkeypatch):
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setattr(module, "KEPT", (*module.KEPT, "GIT_TEST"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(git.top))

    assert answer(str(git.top), "ls-files") == b""


def test_too_much_is_refused(git, committed, monkeypatch):
    committed({f"{n:0200}": "" for n in range(100)})
    monkeypatch.setattr(module, "MAX_OUTPUT", 10_000)
    monkeypatch.setattr(module, "_PIECE", 1000)

    with pytest.raises(GitRefusedError, match="too large"):
        answer(str(git.top), "ls-files", "-z")


def test_a_git_that_is_silent_is_not_waited_for(tmp_path, monkeypatch):
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(module, "_SECONDS", 0.1)

    with pytest.raises(GitRefusedError, match="no answer"):
        answer(str(tmp_path), "ls-files")


def test_what_a_repository_names_is_not_started(git, committed, tmp_path):
    committed({"a": ""})
    for key in ("core.fsmonitor", "core.hooksPath"):
        git("config", key, f"{tmp_path}/started")
    git("config", "core.untrackedCache", "true")

    answer(str(git.top), "ls-files", "-o", "--exclude-standard", "-z")

    assert not (tmp_path / "started").exists()
    assert {
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_TERMINAL_PROMPT": "0",
    }.items() <= environment(str(git.top)).items()


@pytest.mark.parametrize("is_here", [True, False])
def test_an_index_of_its_own_counts_where_the_user_is(
    git, committed, monkeypatch, tmp_path, is_here
):
    committed({"a": ""})
    monkeypatch.chdir(git.top if is_here else tmp_path)
    monkeypatch.setenv("GIT_INDEX_FILE", "other")

    assert answer(str(git.top), "ls-files", "-z") == (b"" if is_here else b"a\0")


def test_a_repository_is_what_git_could_read(git, tmp_path):
    linked, empty = tmp_path / "linked", tmp_path / "empty"
    (empty / ".git").mkdir(parents=True)
    linked.mkdir()
    (linked / ".git").write_text("gitdir: x")

    assert [is_repository(str(top)) for top in (git.top, linked, empty, tmp_path)] == [
        True,
        True,
        False,
        False,
    ]


def test_a_git_that_nobody_may_look_into_is_one(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    (closed / ".git").mkdir(parents=True)
    lstat = os.lstat

    def refuse(path):
        if str(path).startswith((f"{closed}/.git/", f"{tmp_path}/folder")):
            raise PermissionError(13, "Permission denied", path)
        return lstat(path)

    monkeypatch.setattr(module.os, "lstat", refuse)

    assert is_repository(str(closed))
    assert not is_repository(str(tmp_path / "folder"))  # whether there is one cannot be told


@pytest.mark.parametrize("folder", ["", "src", "src/deep"])
def test_an_index_of_its_own_begins_at_the_top_wherever_the_user_is(
    git, committed, monkeypatch, folder
):
    committed({"a": "", "src/deep/b": ""})
    (git.top / ".git" / "other").write_bytes((git.top / ".git" / "index").read_bytes())
    git("rm", "--quiet", "--cached", "a", env={**os.environ, "GIT_INDEX_FILE": ".git/other"})
    monkeypatch.chdir(git.top / folder)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other")

    assert answer(str(git.top), "ls-files", "-z") == b"src/deep/b\0"
