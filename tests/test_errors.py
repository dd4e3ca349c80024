# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What stops the work is an error of its own kind."""

import errno
import os

import pytest

from osaid_action.errors import OsaidError, reason


class PanicException(BaseException):
    """What a package in Rust raises where it should not be."""


def test_it_is_not_taken_for_a_fault_of_the_system_or_of_a_value():
    assert not issubclass(OsaidError, OSError | ValueError)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(), "OSError"),
        (OSError(errno.ENOENT, os.strerror(errno.ENOENT)), "[Errno 2] No such file or directory"),
        (OsaidError("git is\nnot there"), "git is not there"),
        (KeyError("tree"), "KeyError: 'tree'"),
        (PanicException("\n"), "PanicException"),
    ],
)
def test_a_reason_is_a_line_and_never_empty(error, said):
    assert reason(error) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("x" * 300, "x" * 300),
        ("x" * 301, "x" * 299 + "…"),
        ("x\n" * 10_000, "x " * 149 + "x…"),
    ],
)
def test_a_reason_has_three_hundred_characters_at_most(words, said):
    assert reason(OsaidError(words)) == said
    assert reason(ValueError(words)) == (f"ValueError: {said}"[:299] + "…")
