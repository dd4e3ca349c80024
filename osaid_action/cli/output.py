# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a command leaves behind: its report, its complaints, its exit code."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import IO, Self

from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from osaid_action.report.phrases import clean


class CannotWriteError(Exception):
    """Standard output takes no more."""


class Output:
    """Where the report goes: a file, or standard output. Raises OsaidError when it cannot."""

    def __init__(self, path: str | None, inputs: Sequence[str]) -> None:
        self.path = path
        if path and any(_is_same(path, one) for one in inputs):
            raise OsaidError(f"{path}: is a declaration to be checked; write the report elsewhere")

    def __enter__(self) -> Self:
        try:
            self.file: IO[str] = (
                sys.stdout
                if self.path is None
                else open(self.path, "w", encoding="utf-8", newline="\n")
            )
        except OSError as error:
            raise OsaidError(f"{self.path}: cannot be written: {error.strerror}") from None
        return self

    def write(self, text: str) -> None:
        """Write a piece."""
        self._careful(lambda: self.file.write(text))

    def _careful(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BrokenPipeError:
            raise
        except OSError as error:
            if self.path is None:
                raise CannotWriteError(error.strerror) from None
            raise OsaidError(f"{self.path}: cannot be written: {error.strerror}") from None

    def __exit__(self, *_: object) -> None:
        self._careful(self.file.flush if self.path is None else self.file.close)


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def write_at_once(path: str, text: str, inputs: Sequence[str]) -> None:
    """Write a file at once or not at all, for whoever serves it. Raises OsaidError."""
    if any(_is_same(path, one) for one in inputs):
        raise OsaidError(f"{path}: is the declaration; write the badge elsewhere")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise OsaidError(f"{path}: not a regular file; nothing is written there")
    target = os.path.realpath(path)
    draft = f"{target}.{os.getpid()}.new"
    try:
        with open(draft, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(draft, target)
    except OSError as error:
        raise OsaidError(f"{path}: cannot be written: {error.strerror}") from None


def complain(message: str) -> ExitCode:
    """Say on standard error what is wrong; the exit code for it."""
    remark(message)
    return ExitCode.USAGE


def remark(message: str) -> None:
    """Say something on standard error that is no part of a report."""
    if sys.stdout is not None:
        sys.stdout.flush()
    print(f"osaid: {clean(message)}", file=sys.stderr)


def confess() -> ExitCode:
    """Say that a bug is ours, below its traceback; the exit code for it."""
    sys.stdout.flush()
    sys.excepthook(*sys.exc_info())
    print(
        "osaid: this is a bug of ours, not of your file; please report it with the lines above at "
        "https://github.com/osaid-action/osaid-action/issues",
        file=sys.stderr,
    )
    return ExitCode.BUG
