# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The files of a command: where declarations are, reading them, and writing what is asked for."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Self

from osaid_action.errors import OsaidError
from osaid_action.model import MAX_BYTES
from osaid_action.repository.working_tree import NotRegularError, open_regular

NAMES = ("OPEN_AI_SYSTEM.yaml", "OPEN_AI_SYSTEM.yml")


def declarations_below(folder: str) -> Iterator[str]:
    """Every declaration below ``folder``, in order; hidden folders but .github are left out."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith(".") or f == ".github")
        for name in NAMES:
            if name in files:
                path = os.path.join(here, name)
                yield path.removeprefix("./") if folder == "." else path


def declaration_bytes(path: str, top: str) -> bytes:
    """The bytes of a declaration in the repository at ``top``, up to one over the limit.

    Raises OsaidError when it cannot be read, is no regular file or is a link out of there.
    """
    if os.path.islink(path):
        real = os.path.realpath(path)
        if os.path.lexists(real) and os.path.commonpath([real, os.path.realpath(top)]) != (
            os.path.realpath(top)
        ):
            raise OsaidError(f"{path}: a link that leaves the repository; name the file itself")
    try:
        with open_regular(path, follow=True) as file:
            return file.read(MAX_BYTES + 1)
    except NotRegularError:
        raise OsaidError(f"{path}: not a regular file; name a declaration or a folder") from None
    except FileNotFoundError:
        what = "a link to nothing" if os.path.islink(path) else "no such file"
        raise OsaidError(f"{path}: {what}; check the path") from None
    except PermissionError:
        raise OsaidError(f"{path}: permission denied; check who may read it") from None
    except (OSError, ValueError) as error:
        raise OsaidError(f"{path}: cannot be read: {error}") from None


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
