# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the wordings of licenses stand in a file."""

from collections.abc import Iterable
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from osaid_action.license_text import similarity, template
from osaid_action.license_text.matcher import Filled, Trail, follow, is_mark
from osaid_action.license_text.template import MARK
from osaid_action.license_text.words import Words

_MOST_STARTS = 40
_MOST_OTHERS = 30  # licenses of others in one file


class Found(NamedTuple):
    """A license's wording in a file, from word ``start`` up to word ``end``."""

    key: str
    start: int
    end: int
    filled: tuple[Filled, ...]


class Beginnings:
    """Where in a file a license may begin: its words by what they are, its list marks."""

    def __init__(self, file: Words) -> None:
        self.file = file

    @cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.file.words):
            found.setdefault(word, []).append(at)
        return found

    @cached_property
    def _marks(self) -> list[int]:
        return [at for at in range(len(self.file.words)) if is_mark(self.file, at)]

    def of(self, firsts: frozenset[str] | None) -> Iterable[int]:
        """The places of words with which a license begins; None is any word."""
        if firsts is None:
            return range(len(self.file.words))
        found = {at for word in firsts for at in self._by_word.get(word, ())}
        return sorted(found.union(self._marks) if MARK in firsts else found)


def places(
    file: Words, key: str, after: int = 0, beginnings: Beginnings | None = None
) -> list[Found]:
    """The first place from word ``after`` on where the whole wording of ``key`` stands.

    The first is the end with the fewest doubts; another one the farthest.
    """
    pattern = template.template(key)
    starts = (beginnings or Beginnings(file)).of(pattern.begins)
    begun = (at for at in starts if at >= after and _may_begin(pattern, file, at))
    for start in islice(begun, _MOST_STARTS):
        ends = follow(pattern, file, start)
        if ends:
            return [
                Found(key, start, end, ends[end][1])
                for end in dict.fromkeys((_best(ends), max(ends)))
            ]
    return []


def _may_begin(pattern: template.Template, file: Words, at: int) -> bool:
    """A cheap look at the second and third word, where the first node is fixed."""
    node = pattern.nodes[0]
    if not isinstance(node, template.Fixed):
        return True
    some = min(node.last - node.first, 3)
    return file.words[at : at + some] == pattern.words.words[node.first : node.first + some]


def _best(ends: dict[int, Trail]) -> int:
    return min(ends, key=lambda end: (ends[end][0], -end))


def in_order(found: list[Found]) -> list[Found]:
    """The wordings as they follow each other in the file."""
    return sorted(found, key=lambda one: one.start)


def apart(found: list[Found]) -> bool:
    """Whether none of the wordings, which are in order, reaches into the next."""
    return all(one.end <= next_.start for one, next_ in pairwise(found))


def others_beside(file: Words, found: list[Found]) -> list[Found]:
    """The whole texts of other licenses beside ``found``: bundled ones, say."""
    free = [0, *(end for one in found for end in (one.start, one.end)), len(file.words)]
    gaps = list(zip(free[::2], free[1::2], strict=True))
    runs = {run for start, end in gaps for run in similarity.runs(file.words[start:end])}
    others: list[Found] = []
    for key in similarity.ranked(runs, most=_MOST_OTHERS):
        at = 0
        while place := next(iter(places(file, key, at)), None):
            at = place.end
            if all(place.end <= one.start or one.end <= place.start for one in (*found, *others)):
                others.append(place)
    return others


def ways(file: Words, found: list[Found]) -> list[list[Found]]:
    """The wordings as found, and, of one alone, up to its farthest end."""
    if len(found) > 1:
        return [found]
    return [[one] for one in places(file, found[0].key)]
