# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Follow a license's template through a file, word by word.

All places at which the template may stand are kept as a set, so there is no going back, and the
time is bounded by the size of both texts. What stands in a place that SPDX leaves open is taken
down, with whether it is of the kind that belongs there.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from osaid_action.license_text import copyright_notice
from osaid_action.license_text.template import (
    MARK,
    SLOTS,
    Choice,
    Fixed,
    Mark,
    Node,
    Template,
    Ways,
    first_words,
)
from osaid_action.license_text.words import Words

_MOST = {"{name}": 30, "{notices}": 80, "{number}": 4}
_MARK = r"\d{1,2}|[a-z]|[ivx]{1,5}"
_LONGEST_MARK = 5
_MARK_PARTS = 4  # 1.2.3
_JOINING = {"-", "\u2010", "'", "\u2019"}
_RESERVED = ["all", "rights", "reserved"]
"""A copyright line's end, which some have as a paragraph within the wording."""
_MANY = 6  # words of a sample
_AT_ONCE = 50  # words
_SIGNS = {".", ")", ":", "-"}


class Filled(NamedTuple):
    """What stands in an open place: words ``first`` up to ``last``; doubtful ones are quoted."""

    first: int
    last: int
    doubtful: bool


class Place(NamedTuple):
    """An open place: how SPDX's sample is written there, and what it has."""

    capitals: bool
    paragraph: bool  # the sample begins one
    samples: frozenset[tuple[str, ...]]

    def lacks(self, words: list[str], phrase: str) -> bool:
        """Whether ``words`` are the sample's but for a slip, and no role by themselves."""
        return tuple(words) not in self.samples and any(
            _is_slip(words, sample)
            and not (_is_shorter_role(words, sample) and copyright_notice.is_role(phrase))
            for sample in self.samples
        )

    def is_mixed(self, words: list[str], phrase: str) -> bool:
        """Whether other words stand among those of a sample in capitals: THE HOLDERS or Acme."""
        own = {word for sample in self.samples for word in sample}
        is_ours = self.capitals and not phrase.isupper() and not own.isdisjoint(words)
        return is_ours and not copyright_notice.is_role(phrase)


Trail = tuple[int, tuple[Filled, ...]]  # how many doubtful places, and all of them
_Follow = frozenset[str] | None


def follow(template: Template, file: Words, start: int) -> dict[int, Trail]:
    """Follow ``template`` in ``file`` from word ``start``; the places after which it may end."""
    walk = _Walk(template.words, file)
    return walk.sequence(template.nodes, {start: (0, ())}, None)


def ends(template: Template, node: Choice, file: Words, place: int) -> Iterable[int]:
    """Where ``node`` may end in ``file`` when it begins at word ``place``."""
    return _Walk(template.words, file).choice(node, place, (0, ()), None)


class _Walk(NamedTuple):
    ours: Words
    file: Words

    def sequence(
        self, nodes: tuple[Node, ...], places: dict[int, Trail], after: _Follow
    ) -> dict[int, Trail]:
        for number, node in enumerate(nodes):
            if isinstance(node, Fixed):
                places = self.fixed(node, places)
            elif isinstance(node, Mark):
                found = [
                    (end, trail) for at, trail in places.items() for end in self.mark_ends(node, at)
                ]
                places = _merged(found)
            else:
                rest = first_words(nodes[number + 1 :], self.ours, after)
                ways = [self.choice(node, at, trail, rest) for at, trail in places.items()]
                places = _merged(pair for one in ways for pair in one.items())
            if not places:
                return {}
        return places

    def fixed(self, node: Fixed, places: dict[int, Trail]) -> dict[int, Trail]:
        found: dict[int, Trail] = {}
        for at, trail in places.items():
            end = self.literal(node.first, node.last, at)
            if end is not None:
                found[end] = trail
        return found

    def literal(self, first: int, last: int, at: int) -> int | None:
        """Where the license's words ``first`` up to ``last`` end in the file; None if not there."""
        ours, theirs = self.ours.words, self.file.words
        if theirs[at : at + last - first] == ours[first:last]:
            return at + last - first
        while first < last:
            some = min(last - first, _AT_ONCE)
            if theirs[at : at + some] == ours[first : first + some]:
                first, at = first + some, at + some
            elif at < len(theirs) and ours[first] == theirs[at]:
                first, at = first + 1, at + 1
            elif self.ours_joined(first, at):
                first, at = first + 2, at + 1
            elif self.theirs_joined(first, at):
                first, at = first + 1, at + 2
            elif is_mark(self.file, at) and self.file.begins_item(at):
                at += 1  # a number that the list of paragraphs has here, and not in SPDX's sample
            elif self.file.words[at : at + 3] == _RESERVED and self.file.is_paragraph(at, at + 3):
                at += 3
            else:
                return None
        return at

    def ours_joined(self, first: int, at: int) -> bool:
        """Whether the file writes as one word what a hyphen parts in the license."""
        pair = "".join(self.ours.words[first : first + 2])
        return self.file.words[at : at + 1] == [pair] and _is_hyphen(self.ours, first)

    def theirs_joined(self, first: int, at: int) -> bool:
        """The other way round; a line's end may part words, too."""
        pair = "".join(self.file.words[at : at + 2])
        return pair == self.ours.words[first] and _is_hyphen(self.file, at)

    def mark_ends(self, node: Mark, at: int) -> Iterator[int]:
        """Where a list mark may end: none, SPDX's own, or up to four numbers and single letters."""
        yield at
        own = self.literal(node.first, node.last, at)
        if own is not None and own > at:
            yield own
        for end in range(at, at + _MARK_PARTS):
            if not is_mark(self.file, end):
                return
            yield end + 1

    def choice(self, node: Choice, at: int, trail: Trail, after: _Follow) -> dict[int, Trail]:
        found = self.sequence(node.inner, {at: trail}, after)
        if not node.ways.on:
            return _merged([*found.items(), *([(at, trail)] if node.ways.ends else ())])
        sample = self.ours.words[node.first : node.last]
        capitals = self.ours.quote(node.first, node.last).isupper()
        paragraph = self.ours.begins_paragraph(node.first)
        place = Place(capitals, paragraph, _fillings(node.options, tuple(sample)))
        return _merged([*found.items(), *self.options(node.ways, {at: trail}, after, place)])

    def options(
        self, ways: Ways, places: dict[int, Trail], after: _Follow, place: "Place"
    ) -> Iterator[tuple[int, Trail]]:
        """Where the options of a place that varies may end: words, and open places among them."""
        if ways.ends:
            yield from places.items()
        for item, on in ways.on.items():
            if item in SLOTS:
                follows = _follows(on, after)
                ends = _merged(
                    pair
                    for start, trail in places.items()
                    for pair in self.slot(item, start, trail, follows, place)
                )
            else:
                ends = {
                    start + 1: trail
                    for start, trail in places.items()
                    if self.file.words[start : start + 1] == [item]
                }
            if ends:
                yield from self.options(on, ends, after, place)

    def slot(
        self, item: str, at: int, trail: Trail, after: _Follow, place: "Place"
    ) -> Iterator[tuple[int, Trail]]:
        """Where what stands in an open place may end."""
        if item == "{notices}":
            yield at, trail
        begun = item == "{name}" and not place.paragraph and self.file.begins_paragraph(at)
        for end in range(at + 1, min(at + _MOST[item], len(self.file.words)) + 1):
            if after is not None and not self.may_follow(end, after):
                continue
            phrase = self.file.around(at, end)
            apart = begun or (item == "{name}" and self.file.has_blank_line(at, end))
            words = self.file.words[at:end]
            lacking = place.lacks(words, phrase) or place.is_mixed(words, phrase)
            fills = copyright_notice.fills(item, phrase, capitals=place.capitals)
            doubtful = apart or lacking or not fills
            filled = (*trail[1], Filled(at, end, doubtful))
            yield end, (trail[0] + doubtful * (end - at), filled)

    def may_follow(self, at: int, after: frozenset[str]) -> bool:
        word = self.file.words[at] if at < len(self.file.words) else None
        return word in after or (MARK in after and word is not None and is_mark(self.file, at))


def is_mark(words: Words, at: int) -> bool:
    """Whether the word at ``at`` is one that numbers a paragraph, by its form and its sign."""
    if at >= len(words.words) or len(words.words[at]) > _LONGEST_MARK:
        return False
    if not re.fullmatch(_MARK, words.words[at]):
        return False
    sign = words.text[words.ends[at] : words.ends[at] + 1]
    before = words.text[words.starts[at] - 1 : words.starts[at]] if words.starts[at] else "\n"
    return sign in _SIGNS or (words.words[at].isdigit() and before in "\n\t (.[§")


def _is_hyphen(words: Words, at: int) -> bool:
    """Whether but a hyphen, perhaps at a line's end, or an apostrophe parts two words."""
    if at + 1 >= len(words.words):
        return False
    return words.text[words.ends[at] : words.starts[at + 1]].rstrip() in _JOINING


def _follows(ways: Ways, after: _Follow) -> _Follow:
    """The words that may come next: the options' own, and what comes after them at their end."""
    if set(SLOTS).intersection(ways.on) or (ways.ends and after is None):
        return None
    return frozenset({*ways.on, *(after if after and ways.ends else ())})


@lru_cache(maxsize=256)
def _fillings(
    options: tuple[tuple[str, ...], ...], sample: tuple[str, ...]
) -> frozenset[tuple[str, ...]]:
    """What stands in the open places of the options that are written as the sample."""
    found: set[tuple[str, ...]] = set()
    for option in options if sample else ():
        pattern = " ".join("(.+?)" if one in SLOTS else re.escape(one) for one in option)
        filled = re.fullmatch(pattern, " ".join(sample))
        found.update(tuple(one.split()) for one in (filled.groups() if filled else ()))
    return frozenset(found)


def _is_slip(words: list[str], sample: tuple[str, ...]) -> bool:
    """Whether words of the sample are left out, or one of many is another."""
    if len(words) == len(sample) >= _MANY:
        return sum(map(str.__ne__, words, sample)) == 1
    rest = iter(sample)
    return len(words) < len(sample) and all(word in rest for word in words)


def _is_shorter_role(words: list[str], sample: tuple[str, ...]) -> bool:
    """The copyright holders, of the copyright holders and contributors; or as long."""
    return words[0] == sample[0] and len(words) + 1 != len(sample)


def _merged(pairs: Iterable[tuple[int, Trail]]) -> dict[int, Trail]:
    """Of several ways to one place the one with the fewest doubts, then with the shortest names."""
    found: dict[int, Trail] = {}
    for at, trail in pairs:
        known = found.get(at)
        if known is None or (known is not trail and _rank(trail) < _rank(known)):
            found[at] = trail
    return found


def _rank(trail: Trail) -> tuple[int, int]:
    return trail[0], sum(one.last - one.first for one in trail[1])
