# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command as somebody types it: which of its commands runs, and how it ends."""

import subprocess

import pytest

from osaid_action.cli import main
from tests.cli.calls import MET, NAME, UNMET


def run_shell(command, text, cwd):
    """Run a line of shell with the real command as $0."""
    return subprocess.run(
        ["bash", "-c", text, command],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        timeout=10,
        check=False,
    )


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_a_reader_that_has_seen_enough(command, write, form):
    files = {f"{n}/{NAME}": UNMET for n in range(40)}
    text = f'set -o pipefail; "$0" check --format {form} | head -n 1'

    done = run_shell(command, text, write(files))

    assert done.stderr == ""
    assert done.returncode == 0


def test_standard_output_that_is_full_or_closed(command, write):
    top = write({NAME: MET})

    full = run_shell(command, '"$0" check > /dev/full', top)
    closed = run_shell(command, '"$0" check >&-', top)

    for done in (full, closed):
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1
        assert done.stderr.startswith("osaid: ")


def test_a_bug_of_ours_is_exit_3_with_its_traceback(monkeypatch, capsys, write):

    def broken(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr("osaid_action.cli.check.check", broken)
    monkeypatch.chdir(write({NAME: MET}))

    assert main.main(["check"]) == 3
    said = capsys.readouterr().err
    assert "ZeroDivisionError" in said
    assert "please report it" in said
