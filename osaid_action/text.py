# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words in lines: what is long is cut or wrapped, what is several is joined."""

import re
from collections.abc import Callable, Sequence

_HUGE = 1200
_HIDDEN = (  # Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
LONG = 120
"""How many characters of an author's text are quoted where nothing else is said."""


def without_hidden(text: str, instead: Callable[[str], str] = lambda _: "") -> str:
    """``text`` without the characters that are drawn as nothing, or with others in their place."""
    if text.isascii():
        return text
    return re.sub(f"[{_HIDDEN}]", lambda found: instead(found[0]), text)


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


def hanging(text: str, indent: int, width: int) -> list[str]:
    """``text`` in lines of at most ``width``, all but the first behind ``indent`` columns."""
    first = wrapped(text, width)[0]
    rest = text.split()[len(first.split()) :]
    more = wrapped(" ".join(rest), width - indent) if rest else []
    return [first, *(" " * indent + line for line in more)]


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
