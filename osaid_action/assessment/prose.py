# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Prose as sentences and words, without case, accents and what cannot be seen."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

LIMIT = 128 * 1024  # characters that are read: what has said nothing by then says nothing
_LONGEST = 120  # words of a sentence; a longer one is read in pieces
_LONGEST_PIECE = 4000  # characters, the same

# What only a text beyond ASCII needs is compiled by the first: some of it takes milliseconds.
_RUN = "[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"

_END = re.compile(
    r"(?<=[.!?\u061f\u06d4\u2026])[\"'\u201d\u00bb)\]*_]{0,4}\s+"
    r"|[\u3002\uff01\uff1f\uff0e\uff61;\uff1b\u061b]+\s*"
    r"|(?<=[a-z])[.!?](?=[A-Z])"
)
_BULLET = re.compile(r"\s*(?:(?:[-*+\u2022\u2013]|\d{1,3}[.)])(?:\s+|$))+")
_MARKS = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:[^\W_]|['\u2019\u02bc`](?=[^\W\d_]))*")
_BREAK = re.compile(r"[,:()\[\]\u2014\u3001\uff0c\uff1a\u060c]|\s[-\u2013]+\s")
_LINK = re.compile(
    r"https?://[\w\[]|www\.\w|arxiv:\s?\d|(?:doi:)?10\.\d{4,9}/"
    r"|[\w-]+\.(?:md|pdf|txt|jsonl?|csv|tsv|html?|ya?ml|ipynb|rst|tex|parquet|py)(?:$|[#?)\],.;])"
    r"|[\w-]+(?:\.[\w-]+)+/\w|pkg:\w",
    re.IGNORECASE,
)
_TAILS = {"t", "s", "re", "ve", "ll", "d", "m"}  # what English joins with an apostrophe
_LETTERS = {"@": "a", "$": "s", "!": "i"}
_LETTER_SIGNS = re.compile(r"(?<=[a-z])[@$!](?=[a-z])", re.IGNORECASE)


class Word(NamedTuple):
    """A word of a sentence: folded, as written, and whether a comma or the like is before."""

    folded: str
    written: str
    after_break: bool

    @property
    def is_figure(self) -> bool:
        """Say whether it begins with a digit."""
        return self.written[0].isdigit()

    @property
    def is_link(self) -> bool:
        """Say whether it is an address or a path."""
        return not self.folded


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each in one line; list items are sentences."""
    for item in _items(text[:LIMIT].split("\n")):
        for piece in _END.split(item):
            bare = piece.strip()
            for start in range(0, len(bare), _LONGEST_PIECE):
                yield bare[start : start + _LONGEST_PIECE]


def _items(lines: list[str]) -> Iterator[str]:
    """What stands between the beginnings of list items, in one line and without their marks."""
    item: list[str] = []
    for line in lines:
        mark = _BULLET.match(line)
        if mark:
            yield " ".join(item)
            item = []
        item += line[mark.end() :].split() if mark else line.split()
    yield " ".join(item)


def is_run(text: str) -> bool:
    """Say whether a text begins in a script that is written without spaces."""
    return not text.isascii() and re.match(_RUN, text) is not None


def has_run(text: str) -> bool:
    """Say whether some of a text is in such a script."""
    return not text.isascii() and re.search(_RUN, text) is not None


def words(sentence: str) -> Iterator[list[Word]]:
    """The words of a sentence, in one piece as a rule; nothing for a sentence without any."""
    found = _links_and_words(plain(sentence)[: 2 * _LONGEST_PIECE])
    for start in range(0, len(found), _LONGEST):
        yield found[start : start + _LONGEST]


def plain(text: str) -> str:
    """The text in compatible characters without accents and what cannot be seen; case is kept."""
    if not text.isascii():
        text = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFC", text[:LIMIT])
    return text


def _links_and_words(text: str) -> list[Word]:
    found: list[Word] = []
    run: list[str] = []
    for chunk in text.split(" "):
        if _LINK.search(chunk[:300]):
            _add_words(" ".join(run), found)
            run = []
            found.append(Word("", chunk[:300], after_break=False))
        else:
            run.append(chunk)
    _add_words(" ".join(run), found)
    return found


def _add_words(text: str, found: list[Word]) -> None:
    text = _LETTER_SIGNS.sub(lambda sign: _LETTERS[sign[0]], text)
    end = 0
    for match in _WORD.finditer(text):
        is_after_break = bool(found) and bool(_BREAK.search(text[end : match.start()][:40]))
        for part in _parts(match[0]) if match[0].isascii() else _runs_apart(match[0]):
            found.append(Word(part.casefold(), part, is_after_break))
            is_after_break = False
        end = match.end()


def _runs_apart(written: str) -> list[str]:
    """The same, with what stands in a script without spaces apart from the rest."""
    return [part for run in re.split(f"({_RUN})", written) for part in _parts(run)]


def _parts(written: str) -> list[str]:
    """Split at apostrophes: ``l'article`` is two words, ``don't`` is one."""
    pieces = re.split("['\u2019\u02bc`]", written)
    joined = pieces[:1]
    for piece in pieces[1:]:
        if piece.casefold() in _TAILS and len(joined[-1]) > 1:
            joined[-1] += piece
        else:
            joined.append(piece)
    return [piece for piece in joined if piece]


def said(pieces: list[Word]) -> dict[str, int]:
    """What a sentence says, for counting: its different words, and what each counts.

    A figure and a link count three words, a run in a script without spaces one for two characters.
    """
    found = {}
    for before, word in pairwise([pieces[0], *pieces]):
        if word.is_link or word.is_figure:
            found[word.written] = 3
        elif is_run(word.folded):
            found |= dict.fromkeys(re.findall("..", word.folded), 1)
        elif len(word.folded) > 1 or before.is_figure:
            found[word.folded] = 1
    return found
