# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A license's own wording as a pattern: what is fixed, what varies, what may be left out.

The canonical texts are kept as their stewards publish them; :mod:`variants` says where true copies
of them differ.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.license_text import notices, variants
from osaid_action.license_text.words import Words, words_of

NAME, NOTICE, HOLDERS = "{name}", "{notice}", "{holders}"
SLOTS = (NAME, NOTICE, HOLDERS)
_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec 17th"
)
_HEAD_WORDS = frozenset(f"version v ver the license licenses public dated date {_MONTHS}".split())
_HEAD_LINES = 12
_LONGEST_SAMPLE = 120


class Choice(NamedTuple):
    """A place that varies: the words as they are (``inner``), or one of the options."""

    first: int
    last: int
    inner: tuple["Node", ...]
    options: tuple[tuple[str, ...], ...]
    noted: bool


class Literal(NamedTuple):
    """Words ``first`` up to ``last`` of the license, as they are."""

    first: int
    last: int


Node = Literal | Choice
_Span = tuple[int, int, variants.Rule]


class Template(NamedTuple):
    """A license's wording from its first binding word on, and what it may be called."""

    words: Words
    nodes: tuple[Node, ...]
    titles: notices.Titles
    begins: tuple[tuple[str, ...], ...]  # how a copy may begin, for each way the first words

    def choices(self) -> list["Choice"]:
        """Return all places that vary, those within others, too."""
        found: list[Choice] = []
        waiting = list(self.nodes)
        while waiting:
            node = waiting.pop()
            if isinstance(node, Choice):
                found.append(node)
                waiting += node.inner
        return found

    def required(self) -> list[str]:
        """Return the words that every copy has."""
        fixed = (node for node in self.nodes if isinstance(node, Literal))
        return [word for node in fixed for word in self.words.words[node.first : node.last]]

    def begins_at(self, file: Words, at: int) -> bool:
        """Whether a copy may begin with the word at ``at`` of ``file``."""
        return any(tuple(file.words[at : at + len(one)]) == one for one in self.begins)


def template_of(key: str, text: str, names: tuple[str, ...], ids: tuple[str, ...]) -> Template:
    """Make the pattern of the canonical ``text``, which :func:`words.clean` has returned."""
    names = (*names, *variants.more_names(key))
    head, body = _parted(text, notices.titles_of(names, ids))
    titles = notices.titles_of((*names, *head, " ".join(head)), ids)
    words = words_of(body)
    spans = _spans(key, words)
    nodes = _nodes(words, spans, 0, len(words.words))
    return Template(words, nodes, titles, tuple(_begins(words, nodes)))


def _begins(words: Words, nodes: tuple[Node, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the first words of each node up to the first fixed one."""
    for node in nodes:
        first = node.first + (node.first in words.bullets)
        yield tuple(words.words[first : min(first + 3, node.last)])
        if isinstance(node, Literal):
            return


def _parted(text: str, titles: notices.Titles) -> tuple[list[str], str]:
    """Part the titles and the sample copyright lines in front of the wording from the wording.

    A copyright line of the license text itself ("verbatim copies of this license document") is
    part of the wording.
    """
    own = re.search(r"copy and\s+distribute\s+(?:verbatim|this license)", text[:1500]) is not None
    lines = text.split("\n")
    head: list[str] = []
    at = 0
    for at, line in enumerate(lines[:_HEAD_LINES]):  # noqa: B007 - where it stopped
        bare = line.strip(" #*=-")
        if _is_heading(bare, titles):
            head.append(bare)
        elif bare and (own or not _is_sample(bare)):
            break
    return [one for one in head if one], "\n".join(lines[at:])


def _is_heading(line: str, titles: notices.Titles) -> bool:
    """Whether ``line`` is a title: words of the license's names, versions and dates."""
    words = notices.title_words(line)
    return all(word in titles.words or word in _HEAD_WORDS or word.isdigit() for word in words)


def _is_sample(line: str) -> bool:
    """Whether ``line`` is a copyright line to be filled in, or a real one as a sample."""
    if notices.is_plain(line):
        return True
    blank = re.search(r"[<\[]|YEAR", line) is not None
    return blank and len(line) < _LONGEST_SAMPLE and line.lower().startswith("copyright")


def _spans(key: str, words: Words) -> list[_Span]:
    """Find where the rules apply, as places among the words; an outer place before an inner."""
    flat = re.sub(r"\s", " ", words.text)  # same length: places stay
    found = [
        (bisect_left(words.starts, start), bisect_left(words.starts, end), rule)
        for rule in variants.RULES
        if re.match(rule.ids, key)
        for start, end in _find(rule.words, flat)
    ]
    spans = [span for span in found if span[0] < span[1]]
    return sorted(spans, key=lambda span: (span[0], -span[1]))


def _find(pattern: str, flat: str) -> list[tuple[int, int]]:
    """Where ``pattern`` matches; what is before ``>>`` has to stand in front."""
    before, _, rest = pattern.rpartition(">> ")
    regex = f"{before}({rest})".replace(" ", " +")
    return [match.span(1) for match in re.finditer(regex, flat, re.IGNORECASE)]


def _nodes(words: Words, spans: list[_Span], first: int, last: int) -> tuple[Node, ...]:
    """Lay out words ``first`` up to ``last`` as fixed runs and choices; inner spans nest."""
    nodes: list[Node] = []
    at = first
    for number, (start, end, rule) in enumerate(spans):
        if start < at or end > last or (start, end) == (first, last):
            continue
        if at < start:
            nodes.append(Literal(at, start))
        inner = [span for span in spans[number + 1 :] if span[0] >= start and span[1] <= end]
        options = tuple(tuple(_option(option)) for option in rule.options)
        nodes.append(Choice(start, end, _nodes(words, inner, start, end), options, rule.noted))
        at = end
    if at < last:
        nodes.append(Literal(at, last))
    return tuple(nodes)


def _option(option: str) -> list[str]:
    parts = re.split(r"(\{\w+\})", option)
    return [word for part in parts for word in ([part] if part in SLOTS else words_of(part).words)]
