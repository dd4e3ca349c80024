# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command in this process, and a repository with a declaration that was committed."""

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout

import pytest

from osaid_action.cli.main import main
from tests.cli.calls import Done
from tests.report.heron import FILES, PATH, WHOLE, Shelf

_CHANGING = ("NO_COLOR", "COLUMNS", "TERM")


def _stream():
    return io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="\n")


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode()


@pytest.fixture
def call(monkeypatch):
    """Calls the command in this process, from a folder; its end is like that of a process."""

    def run(*arguments, cwd=None):
        if cwd is not None:
            monkeypatch.chdir(cwd)
        for name in _CHANGING:
            monkeypatch.delenv(name, raising=False)
        out, err = _stream(), _stream()
        with redirect_stdout(out), redirect_stderr(err):
            try:
                code = main([str(argument) for argument in arguments])
            except SystemExit as ended:  # the arguments are wrong, or ask for help
                code = ended.code
        return Done(code, _written(out), _written(err))

    return run


@pytest.fixture
def system(write):
    """A system whose declaration meets everything, in a folder without git; the folder."""
    return write({PATH: WHOLE, **Shelf(FILES).contents})


@pytest.fixture
def git():
    """Runs git in a folder."""

    def run(top, *arguments):
        named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=no")
        subprocess.run(["git", "-C", top, *named, *arguments], check=True, capture_output=True)

    return run


@pytest.fixture
def commit(git):
    """Commits all that is in a folder."""

    def run(top):
        git(top, "add", "--all")
        git(top, "commit", "--quiet", "--message=a")

    return run


@pytest.fixture
def repository(system, git, commit):
    """The same in git, with all of it committed."""
    (system / ".git").rmdir()
    git(system, "init", "--quiet", "--initial-branch=main")
    commit(system)
    return system
