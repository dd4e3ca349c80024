# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words in a line: what is long is cut, what is several is joined."""

from collections.abc import Sequence

_LONG = 120


def join_words(words: Sequence[str]) -> str:
    """``a, b and c``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def plural(number: int, word: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number} {word}{'' if number == 1 else 's'}"


def shorten(text: str) -> str:
    """A text of the author's, in one line and cut when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else line[: _LONG - 1] + "…"


def in_brackets(why: str) -> str:
    """The author's reason in brackets, if there is one."""
    return f" (“{shorten(why)}”)" if why.strip() else ""
