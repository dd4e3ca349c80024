# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Declarations that the command is called on, and what is looked at when it has ended."""

import json
from typing import NamedTuple

from tests.made import GONE, dumped, whole

NAME = "OPEN_AI_SYSTEM.yaml"
MET, UNMET = dumped(whole()), dumped(whole({"code.training": GONE}))
UNKNOWN = dumped(whole({"parameters.weights.license": "Own-1.0"}))
INVALID = b"a: b\n"
CONTRADICTED = dumped(whole({"code.training": "gone.py"}))


class Done(NamedTuple):
    """A call that has ended."""

    returncode: int
    stdout: str
    stderr: str


def paths(done):
    """The paths of the reports in what was printed as JSON."""
    return [one["path"] for one in json.loads(done.stdout)["reports"]]


def change(done):
    """The change in a JSON report."""
    return json.loads(done.stdout)["reports"][0]["change"]


def one_line_of_trouble(done, words):
    """Exit 2, one line on standard error that says ``words``, nothing on standard output."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith("osaid: ")
    assert words in done.stderr
