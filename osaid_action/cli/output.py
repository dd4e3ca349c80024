# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a command leaves behind: its report, its complaints, its exit code."""

import errno
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO, Self

from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from osaid_action.report.phrases import clean

STANDARD_OUTPUT = "-"
"""What a path of an option can be, where it is to be printed."""


class CannotWriteError(Exception):
    """Standard output takes no more."""


class Output:
    """Where the report goes: a file, or standard output. Raises OsaidError when it cannot.

    A file is written whole or not at all; a pipe or a device is written as it comes.
    """

    def __init__(self, path: str | None, inputs: Sequence[str]) -> None:
        self.path = None if path == STANDARD_OUTPUT else path
        self._draft = ""
        if path and any(_is_same(path, one) for one in inputs):
            raise OsaidError(f"{path}: is a declaration that is read; write the report elsewhere")

    def __enter__(self) -> Self:
        try:
            self.file: IO[str] = sys.stdout if self.path is None else self._opened(self.path)
        except OSError as error:
            raise OsaidError(f"{self.path}: cannot be written: {_why(error)}") from None
        return self

    def _opened(self, path: str) -> IO[str]:
        if os.path.exists(path) and not os.path.isfile(path):
            flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0)  # a pipe may have no reader
            descriptor = os.open(path, flags)
            if hasattr(os, "set_blocking"):
                os.set_blocking(descriptor, True)
            return open(descriptor, "w", encoding="utf-8", newline="\n")
        self._draft = f"{os.path.realpath(path)}.{os.getpid()}.new"
        return open(self._draft, "x", encoding="utf-8", newline="\n")

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
            raise OsaidError(f"{self.path}: cannot be written: {_why(error)}") from None

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        try:
            self._careful(self.file.flush if self.path is None else self.file.close)
            if self._draft and failed is None:
                self._careful(lambda: os.replace(self._draft, os.path.realpath(self.path or "")))
                self._draft = ""
        finally:
            if self._draft:
                os.unlink(self._draft)


def _why(error: OSError) -> str:
    """What kept a file from being written, in words."""
    if error.errno == errno.ENXIO:
        return "nobody reads that pipe"
    return error.strerror or str(error)


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except OSError:
        return False


def are_one(path: str, other: str) -> bool:
    """Whether two paths lead to one file, whether or not it is there."""
    try:
        return os.path.realpath(path) == os.path.realpath(other) or _is_same(path, other)
    except OSError:  # the folder that this is run in is gone: nothing will be written
        return path == other


def write_at_once(path: str, text: str, inputs: Sequence[str]) -> None:
    """Write a file at once or not at all, for whoever serves it. Raises OsaidError."""
    if any(_is_same(path, one) for one in inputs):
        raise OsaidError(f"{path}: is the declaration; write the badge elsewhere")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise OsaidError(f"{path}: not a regular file; nothing is written there")
    draft, is_ours = "", False
    try:
        target = os.path.realpath(path)
        draft = f"{target}.{os.getpid()}.new"
        with open(draft, "x", encoding="utf-8", newline="\n") as file:
            is_ours = True
            file.write(text)
        os.replace(draft, target)
    except OSError as error:
        raise OsaidError(f"{path}: cannot be written: {error.strerror}") from None
    finally:
        if is_ours:
            with suppress(OSError):  # it is gone when all went well
                os.unlink(draft)


def printed(text: str) -> None:
    """Print on standard output, with a line's end. Raises CannotWriteError."""
    with Output(None, ()) as out:
        out.write(f"{text}\n")


def complain(message: str) -> ExitCode:
    """Say on standard error what is wrong; the exit code for it."""
    remark(message)
    return ExitCode.USAGE


def remark(message: str) -> None:
    """Say something on standard error that is no part of a report; who cannot hear it, does not."""
    if sys.stdout is not None:
        with suppress(OSError):  # whoever prints next is told of it
            sys.stdout.flush()
    _say(f"osaid: {clean(message)}")


def _say(line: str) -> None:
    """A line on standard error. That it cannot be written changes no exit code."""
    if sys.stderr is None:
        return
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def confess() -> ExitCode:
    """Say that a bug is ours, below its traceback; the exit code for it."""
    with suppress(OSError):
        sys.stdout.flush()
    sys.excepthook(*sys.exc_info())
    _say(
        "osaid: this is a bug of ours, not of your file; please report it with the lines above at "
        "https://github.com/osaid-action/osaid-action/issues"
    )
    return ExitCode.BUG
