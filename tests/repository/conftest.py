# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A real git repository for the tests of this room."""

import subprocess

import pytest

_NAMED = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def git(tmp_path):
    """Runs git in a new repository; ``git.top`` is where."""

    def run(*arguments, cwd=None, **more):
        done = subprocess.run(
            ["git", "-C", cwd or run.top, *_NAMED, *arguments],
            check=True,
            capture_output=True,
            text=True,
            **more,
        )
        return done.stdout.strip()

    run.top = tmp_path / "repository"
    run.top.mkdir()
    run("init", "--quiet", "--initial-branch=main")
    return run


@pytest.fixture
def put(git):
    """Writes files into the repository, text by path; nothing is added."""

    def write(files):
        for name, text in files.items():
            path = git.top / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def committed(git, put):
    """Writes files and commits all that there is."""

    def write(files):
        put(files)
        git("add", "--all")
        git("commit", "--quiet", "--message=a")

    return write
