# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where a file differs from a license's wording: the words, so that a person can look them up.

The verdict itself does not rest on this: it comes from following the pattern exactly. The texts
are aligned at the runs of words that occur once in each, as a patience diff does, in linear time.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from osaid_action.license_text import matcher
from osaid_action.license_text.template import Template
from osaid_action.license_text.words import Words

_RUN = 4
_QUOTE = 160
_SHORT = 30  # words of a place that is compared as a whole
MOST = 20


class Difference(NamedTuple):
    """Words of a file that are not the license's, or words of the license that are not there."""

    kind: str  # "added" | "removed" | "changed"
    words: str
    instead: str  # for "changed": the license's own words
    line: int


class _Hunk(NamedTuple):
    first: int  # in the license
    last: int
    start: int  # in the file
    end: int


def differences(pattern: Template, file: Words, start: int, end: int) -> tuple[Difference, ...]:
    """Compare words ``start`` up to ``end`` of ``file`` with ``pattern``; at most 20 differences.

    What the pattern lets vary is none.
    """
    hunks = _widened(pattern, _hunks(pattern.words.words, file.words, start, end))
    inside = (hunk._replace(start=max(hunk.start, start), end=min(hunk.end, end)) for hunk in hunks)
    marks = frozenset(at for node in pattern.marks() for at in range(node.first, node.last))
    other = (hunk for hunk in inside if not _explained(pattern, file, hunk, marks))
    told = (_told(pattern, file, hunk) for hunk in other)
    return tuple(one for one, _ in zip(told, range(MOST), strict=False))


def quoted(text: str) -> str:
    """Return ``text`` on one line and short enough for a message."""
    line = seen(text)
    return line if len(line) <= _QUOTE else line[: _QUOTE - 1].rstrip() + "…"


def seen(text: str) -> str:
    """Return ``text`` on one line, what is not seen by its code."""
    shown = (one if one.isprintable() or one.isspace() else f"<U+{ord(one):04X}>" for one in text)
    return " ".join("".join(shown).split())


def _told(pattern: Template, file: Words, hunk: _Hunk) -> Difference:
    line = file.line(hunk.start)
    if hunk.first == hunk.last:
        start, end = _slid(file, hunk.start, hunk.end)
        return Difference("added", quoted(file.quote(start, end)), "", file.line(start))
    if hunk.start == hunk.end:
        first, last = _slid(pattern.words, hunk.first, hunk.last)
        return Difference("removed", quoted(pattern.words.quote(first, last)), "", line)
    ours = pattern.words.quote(hunk.first, hunk.last)
    return Difference("changed", quoted(file.quote(hunk.start, hunk.end)), quoted(ours), line)


def _slid(words: Words, first: int, last: int) -> tuple[int, int]:
    """Move a run of words to where a sentence begins, if the words around it are the same.

    "A. The cat sat. The dog" without "The cat sat." is the same as without "cat sat. The".
    """
    places = [(first, last)]
    while places[-1][0] and words.words[places[-1][0] - 1] == words.words[places[-1][1] - 1]:
        places.append((places[-1][0] - 1, places[-1][1] - 1))
    while last < len(words.words) and words.words[first] == words.words[last]:
        first, last = first + 1, last + 1
        places.append((first, last))
    return next((place for place in places if _begins(words, place[0])), places[0])


def _begins(words: Words, at: int) -> bool:
    """Whether a sentence or a paragraph begins with the word at ``at``."""
    before = words.text[words.ends[at - 1] if at else 0 : words.starts[at]]
    return at == 0 or "\n\n" in before or any(sign in before for sign in ".;:!?")


def _explained(pattern: Template, file: Words, hunk: _Hunk, marks: frozenset[int]) -> bool:
    """Whether the template allows for the difference: list ``marks``, or a place that varies."""
    ours = all(at in marks for at in range(hunk.first, hunk.last))
    theirs = all(matcher.is_mark(file, at) for at in range(hunk.start, hunk.end))
    return (ours and theirs) or any(
        hunk.end in matcher.ends(pattern, node, file, hunk.start)
        for node in pattern.choices()
        if (node.first, node.last) == hunk[:2]
    )


def _widened(pattern: Template, hunks: Iterable[_Hunk]) -> Iterator[_Hunk]:
    """Widen hunks inside a place that varies to the whole place; join what falls together."""
    places = [node for node in pattern.choices() if node.last - node.first <= _SHORT]
    held: _Hunk | None = None
    for hunk in hunks:
        for place in places:
            if place.first <= hunk.first <= hunk.last <= place.last:
                before, after = hunk.first - place.first, place.last - hunk.last
                hunk = _Hunk(place.first, place.last, hunk.start - before, hunk.end + after)  # noqa: PLW2901
        if held and hunk[:2] == held[:2] and hunk.first < hunk.last:
            held = held._replace(end=max(held.end, hunk.end))
            continue
        if held:
            yield held
        held = hunk
    if held:
        yield held


def _hunks(ours: list[str], theirs: list[str], start: int, end: int) -> Iterator[_Hunk]:
    """What lies between the words that both have in common."""
    at, place = 0, start
    for first, second in [*_anchors(ours, theirs, start, end), (len(ours), end)]:
        if first < at or second < place:
            continue
        while first > at and second > place and ours[first - 1] == theirs[second - 1]:
            first, second = first - 1, second - 1  # noqa: PLW2901
        while at < first and place < second and ours[at] == theirs[place]:
            at, place = at + 1, place + 1
        if (at, place) != (first, second):
            yield _Hunk(at, first, place, second)
        at, place = first, second
        while at < len(ours) and place < end and ours[at] == theirs[place]:
            at, place = at + 1, place + 1


def _anchors(ours: list[str], theirs: list[str], start: int, end: int) -> list[tuple[int, int]]:
    """Pairs of places of the runs that occur once in both texts, ascending in both."""
    one, other = _single_runs(tuple(ours)), _single(theirs, start, end)
    pairs = sorted((place, other[run]) for run, place in one.items() if run in other)
    tails: list[int] = []  # the longest ascending subsequence of the second places
    links: list[tuple[int, int]] = []  # (pair, link of the pair before)
    ends: list[int] = []
    for number, (_, second) in enumerate(pairs):
        at = bisect_left(tails, second)
        links.append((number, ends[at - 1] if at else -1))
        tails[at : at + 1] = [second]
        ends[at : at + 1] = [number]
    found = []
    link = ends[-1] if ends else -1
    while link >= 0:
        found.append(pairs[link])
        link = links[link][1]
    return found[::-1]


@lru_cache(maxsize=8)
def _single_runs(words: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    """The same of all words of a license, which many files are compared with."""
    return _single(words, 0, len(words))


def _single(words: Sequence[str], start: int, end: int) -> dict[tuple[str, ...], int]:
    """The runs of four words that occur once, and where."""
    found: dict[tuple[str, ...], int] = {}
    for at in range(start, end - _RUN + 1):
        run = tuple(words[at : at + _RUN])
        found[run] = -1 if run in found else at
    return {run: at for run, at in found.items() if at >= 0}
