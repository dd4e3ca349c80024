# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Text that only holds a place: nothing, TODO, and what our own examples leave to be filled in."""

import re

_PLACEHOLDERS = frozenset(["", "...", "…"])
_WORDS = ("todo", "tbd")
_LONGEST = 400  # beyond that it is a text
_DOTS = r"(?:…|\.{3})"
_TO_FILL_IN = re.compile(
    rf"(?:\S*[/@:=-])?{_DOTS}(?:[/@#?]\S*)?"  # https://…, LicenseRef-…, models/7b/…
    r"|<[a-z][a-z _-]*>"  # <year>
    r"|\S*(?:[/@:=]<[A-Za-z][\w-]*>)\S*"  # https://example.org/<name>
    r"|pkg:\S*(?:/NAME|@VERSION)(?![\w.-])\S*"
    r"|(?:\S*/)?OWNER/(?:NAME|REPO|REPOSITORY)(?![\w.-])\S*"
)


def is_placeholder(text: str) -> bool:
    """Whether ``text`` only holds a place: empty, TODO, or an example not filled in."""
    word = text.strip()
    if word.lower() in _PLACEHOLDERS or word.lower().rstrip(":.") in _WORDS:
        return True
    return len(word) <= _LONGEST and _TO_FILL_IN.fullmatch(word) is not None
