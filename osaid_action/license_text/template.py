# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""SPDX's license templates: an index that is read at once, templates that are unpacked when needed.

``scripts/generate.py`` writes ``data/``: ``templates.json`` (which id has which template,
what it is called, its own addresses), ``templates.bin`` (the templates, packed in batches).
"""

import json
import os
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, NamedTuple

from osaid_action.license_text.words import Words, words_of

_DATA = os.path.join(os.path.dirname(__file__), "data")
MARK = ""
SLOTS = ("{name}", "{notices}", "{number}")


class Entry(NamedTuple):
    """Where a template lies, and what the license is called."""

    at: tuple[int, int, int, int]  # offset and length of the batch; start and end in it
    names: tuple[str, ...]  # official names
    ids: tuple[str, ...]
    addresses: tuple[str, ...]
    heads: tuple[str, ...]  # lines that SPDX's template has in front of the wording


class Fixed(NamedTuple):
    """Words ``first`` up to ``last`` of the license, as they are."""

    first: int
    last: int


class Mark(NamedTuple):
    """A place for a list mark."""

    first: int
    last: int


class Ways(NamedTuple):
    """How options go on: by their next word or open place; ``ends`` when one may end here."""

    on: dict[str, "Ways"]
    ends: bool


class Choice(NamedTuple):
    """A place that varies: what the sample has there (``inner``), or one of the options."""

    first: int
    last: int
    inner: tuple["Node", ...]
    options: tuple[tuple[str, ...], ...]
    ways: "Ways"  # the same options, those that begin alike together


Node = Fixed | Mark | Choice


class Template(NamedTuple):
    """A license's wording: a sample of it, and how it may vary."""

    words: Words
    nodes: tuple[Node, ...]
    begins: frozenset[str] | None  # how a copy may begin; None: with anything

    def choices(self) -> list[Choice]:
        """Return all places that vary, those within others, too."""
        return [node for node in _within(self.nodes) if isinstance(node, Choice)]

    def marks(self) -> list[Mark]:
        """Return all places for list marks."""
        return [node for node in _within(self.nodes) if isinstance(node, Mark)]

    def required(self) -> list[str]:
        """Return the words that every copy has."""
        fixed = (node for node in self.nodes if isinstance(node, Fixed))
        return [word for node in fixed for word in self.words.words[node.first : node.last]]


def _within(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _within(node.inner) if isinstance(node, Choice) else ()


@cache
def index() -> dict[str, Entry]:
    """Return all templates by their key, the first of their ids."""
    with open(os.path.join(_DATA, "templates.json"), encoding="utf-8") as file:
        found = json.load(file)["templates"]
    return {
        key: Entry(*(tuple(one[name]) for name in ("at", "names", "ids", "addresses", "heads")))
        for key, one in found.items()
    }


@cache
def keys() -> dict[str, str]:
    """Return the key of the template of every id, the ids in lower case."""
    return {one.lower(): key for key, entry in index().items() for one in entry.ids}


def source(key: str) -> list[Any]:
    """Return the nodes of ``key`` as they are kept; KeyError when there are none."""
    offset, length, start, end = index()[key].at
    nodes: list[Any] = json.loads(_batch(offset, length)[start:end])
    return nodes


def sample(nodes: list[Any]) -> str:
    """Return the text of ``nodes`` with every optional part and every sample."""
    return "".join(_text(node) for node in nodes)


def text(key: str) -> str:
    """Return a license's text as SPDX has it; KeyError when there is none."""
    return sample(source(key))


@cache
def template(key: str) -> Template:
    """Return the template of ``key``; KeyError when there is none."""
    nodes = source(key)
    words = words_of(sample(nodes))
    laid_out, _ = _laid_out(nodes, words, 0)
    return Template(words, laid_out, first_words(laid_out, words, frozenset()))


@cache
def _batch(offset: int, length: int) -> bytes:
    import lzma  # noqa: PLC0415 - most runs read no license text

    with open(os.path.join(_DATA, "templates.bin"), "rb") as file:
        file.seek(offset)
        return lzma.decompress(file.read(length))


def _text(node: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(node, str):
        return node
    if "optional" in node:
        return sample(node["optional"])
    mark_or_text: str = node.get("mark", node.get("text"))
    return mark_or_text


def _laid_out(nodes: list[Any], words: Words, at: int) -> tuple[tuple[Node, ...], int]:
    """Lay nodes out over the words of the sample, from character ``at``; also where they end."""
    found: list[Node] = []
    for node in nodes:
        first, start, at = bisect_left(words.starts, at), at, at + len(_text(node))
        last = bisect_left(words.starts, at)
        if isinstance(node, str):
            found += [Fixed(first, last)] if first < last else []
        elif "mark" in node:
            found.append(Mark(first, last))
        elif "optional" in node:
            inner, _ = _laid_out(node["optional"], words, start)
            found.append(Choice(first, last, inner, ((),), _ways([()])))
        else:
            inner = (Fixed(first, last),) if first < last else ()
            options = tuple(map(option, node["or"]))
            found.append(Choice(first, last, inner, options, _ways(options)))
    return tuple(found), at


@cache
def option(text: str) -> tuple[str, ...]:
    """Cut an option into words and slots."""
    parts = re.split(r"(\{(?:name|notices|number)\})", text)
    return tuple(
        word for part in parts for word in ([part] if part in SLOTS else words_of(part).words)
    )


def _ways(options: Collection[tuple[str, ...]]) -> Ways:
    """Put options that begin alike together."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for one in options:
        if one:
            groups.setdefault(one[0], []).append(one[1:])
    return Ways({word: _ways(rest) for word, rest in groups.items()}, () in options)


def first_words(
    nodes: tuple[Node, ...], words: Words, after: frozenset[str] | None
) -> frozenset[str] | None:
    """The words with which ``nodes`` may begin, ``after`` what follows; None for anything.

    ``MARK`` among them stands for any list mark.
    """
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Fixed):
            return frozenset({*found, words.words[node.first]})
        if isinstance(node, Mark):
            found |= {MARK, *words.words[node.first : min(node.first + 1, node.last)]}
            continue
        inner = first_words(node.inner, words, frozenset()) if node.inner else frozenset()
        firsts = {one[0] for one in node.options if one}
        if inner is None or firsts & {*SLOTS}:
            return None
        found |= inner | firsts
        if node.inner and () not in node.options:
            return frozenset(found)
    return None if after is None else frozenset({*found, *after})
