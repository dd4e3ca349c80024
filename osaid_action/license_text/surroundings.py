# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What stands in front of, between and after license texts in a file."""

import re
from itertools import islice
from typing import NamedTuple

from osaid_action.license_text import notices
from osaid_action.license_text.compare import Difference, quoted
from osaid_action.license_text.template import Template
from osaid_action.license_text.words import Words

_FEW = 4  # lines that may well be a list
_MOST = 32 * 1024  # characters around a text that are looked at; more is no notice


class Found(NamedTuple):
    """A license's wording in a file, from word ``start`` up to word ``end``."""

    pattern: Template
    start: int
    end: int
    whole: bool


def around(
    file: Words, found: list[Found], titles: notices.Titles
) -> tuple[list[Difference], list[Difference]]:
    """What stands in front of, between and after the texts: restrictions, and other notes."""
    restricting: list[Difference] = []
    noted: list[Difference] = []
    place = 0
    for number, one in enumerate(found):
        first = file.starts[one.start]
        for kind, difference in _unexplained(file, place, first, titles, after=number > 0):
            beside = difference.line == file.line(one.start)  # in the license's own first line
            note = kind == notices.NOTE and not number and not beside
            (noted if note else restricting).append(difference)
        place = file.ends[one.end - 1]
    tail = _unexplained(file, place, len(file.text), titles if len(found) > 1 else None, after=True)
    restricting += [difference for _, difference in tail]
    return restricting, noted


def struck(file: Words) -> list[Difference]:
    """The first mark by which a text is struck out: tildes around it, or "-" at every line."""
    marks = (at for at, word in enumerate(file.words) if word in {"~", "~~"})
    found = [Difference("added", "~", "", file.line(at)) for at in islice(marks, 1)]
    lines = [line for line in file.text.split("\n") if line.strip()]
    if len(lines) > _FEW and all(re.match(r"-(?!-)", line) for line in lines):
        found.append(Difference("added", "-", "", 1))
    return found


def _unexplained(
    file: Words, start: int, end: int, titles: notices.Titles | None, *, after: bool
) -> list[tuple[str, Difference]]:
    """The lines between two places that are no titles, notices and addresses, by paragraphs."""
    first_line = file.text.count("\n", 0, start) + 1
    if end - start > _MOST:
        added = Difference("added", quoted(file.text[start : start + _MOST]), "", first_line)
        return [(notices.RESTRICTION, added)]
    found: list[tuple[str, Difference]] = []
    paragraph: list[str] = []
    kinds: list[str] = []
    begun = first_line
    lines = file.text[start:end].split("\n")
    for number, (line, kind) in enumerate(notices.read(lines, titles, after=after)):
        if kind == notices.FINE:
            _close(found, paragraph, kinds, begun)
            continue
        begun = begun if paragraph else first_line + number
        paragraph.append(line)
        kinds.append(kind)
    _close(found, paragraph, kinds, begun)
    return found


def _close(
    found: list[tuple[str, Difference]], paragraph: list[str], kinds: list[str], line: int
) -> None:
    if paragraph:
        kind = notices.RESTRICTION if notices.RESTRICTION in kinds else notices.NOTE
        found.append((kind, Difference("added", quoted(" ".join(paragraph)), "", line)))
        paragraph.clear()
        kinds.clear()


def plain_edges(file: Words, pattern: Template) -> tuple[int, int]:
    """The first word after titles and notices in front, and the last before those at the end."""
    start, end = 0, len(file.words)
    while start < end and not pattern.begins_at(file, start):
        if notices.kind(_line(file, start), pattern.titles) != notices.FINE:
            break
        start = _line_end(file, start)
    while end > start and notices.is_plain(_line(file, end - 1)):
        end = _line_start(file, end - 1)
    return start, max(end, start)


def _line(file: Words, at: int) -> str:
    begin = file.text.rfind("\n", 0, file.starts[at]) + 1
    end = file.text.find("\n", file.starts[at])
    return file.text[begin : end if end >= 0 else len(file.text)]


def _line_end(file: Words, at: int) -> int:
    end = file.text.find("\n", file.starts[at])
    while at < len(file.words) and (end < 0 or file.starts[at] < end):
        at += 1
    return at


def _line_start(file: Words, at: int) -> int:
    begin = file.text.rfind("\n", 0, file.starts[at]) + 1
    while at and file.starts[at - 1] >= begin:
        at -= 1
    return at
