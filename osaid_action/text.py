# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words in lines: what is long is cut or wrapped, what is several is joined."""

import re
from collections.abc import Sequence

_HUGE = 1200
LONG = 120
"""How many characters of an author's text are quoted where nothing else is said."""


def join_words(words: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    *most, end = words
    return f"{', '.join(most)} {last} {end}" if most else end


def plural(number: int, word: str) -> str:
    """``1 error``, ``2 errors``."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def cut(text: str, limit: int = LONG) -> str:
    """A text in at most ``limit`` characters, with an ellipsis where some are left out."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def shorten(text: str, limit: int = LONG) -> str:
    """A text of the author's, in one line; when it is long, cut behind a word."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[:limit].rpartition(" ")[0].rstrip(",;:")
    return f"{words} …" if len(words) > limit // 2 else cut(line, limit)


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width``; a longer word stands alone."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def indented(text: str, start: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width``, all behind the place where ``start`` ends."""
    first, *rest = wrapped(text, width - len(start))
    return [start + first, *(" " * len(start) + line for line in rest)]


def in_brackets(why: str) -> str:
    """The author's reason in brackets, whole, if there is one."""
    return f" (reason given: “{' '.join(why.split())}”)" if why.strip() else ""


def quotes_cut(message: str, limit: int = LONG) -> str:
    """A message whose long quotes are cut behind a word, as is the whole where it is huge."""
    pieces = re.split("[“”]", message)
    if len(pieces) == 1:
        return shorten(message, _HUGE)
    short = iter(shorten(piece, limit) if at % 2 else piece for at, piece in enumerate(pieces))
    marks = iter(re.findall("[“”]", message))
    return shorten(next(short) + "".join(f"{next(marks)}{piece}" for piece in short), _HUGE)
