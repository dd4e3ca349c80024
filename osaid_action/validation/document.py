# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a file is when it has been read: values with their places, or unreadable."""

from typing import Any, NamedTuple, NoReturn

from osaid_action.findings import Diagnostic, Rule
from osaid_action.model import Path


class Mark(NamedTuple):
    """Where a value stands: 1-based line and column, and the same for what is inside it."""

    line: int
    column: int
    raw: str = ""  # how a scalar that is not text was written
    keys: dict[str, tuple[int, int]] | None = None
    inside: "dict[str, Mark] | list[Mark] | None" = None
    flow: bool = False  # whether it is written in braces or brackets


class Document(NamedTuple):
    """A file's values, and beside them their places."""

    data: Any
    mark: Mark

    def mark_of(self, path: Path) -> Mark:
        """The mark of the value at ``path``, or of the nearest value around it."""
        mark = self.mark
        for step in path:
            try:
                mark = mark.inside[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                break
        return mark

    def place(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """Line and column of the value at ``path``; with ``key``, of the key that names it."""
        if key and path:
            keys = self.mark_of(path[:-1]).keys or {}
            if path[-1] in keys:
                return keys[str(path[-1])]
            if not isinstance(path[-1], int):
                return self.place(path[:-1], key=True)
        mark = self.mark_of(path)
        return mark.line, mark.column


class Unreadable(Exception):  # noqa: N818 - it is what the file is, not an accident of ours
    """The bytes are no declaration; ``diagnostic`` says why, where and what to do."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def refuse(rule: Rule, message: str, remedy: str, line: int, column: int) -> NoReturn:
    """Raise `Unreadable` for the whole file."""
    raise Unreadable(rule.on_line(line, column, message, remedy))
