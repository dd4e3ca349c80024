# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How the process begins and ends: its exit code, and that all it had to say has been said."""

import subprocess
import sys

import pytest

from tests.cli.calls import MET, NAME, UNMET


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("check",), 0),
        (("check", "--require", "study"), 1),
        (("check", "nowhere"), 2),
        (("chekc",), 2),
        (("--version",), 0),
        (("check", "--help"), 0),
    ],
)
def test_the_exit_code_is_that_of_the_command(command, write, arguments, code):
    top = write({NAME: UNMET if "study" in arguments else MET})

    done = subprocess.run(
        [command, *arguments], cwd=top, capture_output=True, check=False, timeout=60
    )

    assert done.returncode == code
    assert bool(done.stdout) == (code != 2)
    assert bool(done.stderr) == (code == 2)


def test_a_long_report_arrives_whole_in_a_pipe(command, write):
    top = write({f"{n}/{NAME}": UNMET for n in range(100)})

    done = subprocess.run(
        [command, "check", "--format", "json"],
        cwd=top,
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert len(done.stdout) > 2**18
    assert done.stdout.endswith(b"}\n")


def test_an_interrupt_while_it_is_loaded_ends_without_a_traceback():
    begin = (
        "import osaid_action.cli.entry as entry\n"
        "def interrupted(_): raise KeyboardInterrupt\n"
        "entry.load_part = interrupted\n"
        "entry.run()"
    )

    done = subprocess.run(
        [sys.executable, "-c", begin], capture_output=True, check=False, timeout=60
    )

    assert (done.returncode, done.stderr) == (130, b"")
