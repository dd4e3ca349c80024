# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which license a text is likely to be, when it is not the declared one.

A text is compared by its runs of four words. Of each canonical text a fixed number of runs is kept,
those with the lowest hash, so that all texts can be ranked without unpacking them.
"""

import os
import struct
import zlib
from functools import cache

from osaid_action.license_text import template
from osaid_action.license_text.words import words_of
from osaid_action.licenses import catalogue

RUN = 4
SKETCH = 40
_ENOUGH = 0.3
_MOST = 8
_HEAD_LINES = 12
_TITLE_WORDS = 14
_SAID = frozenset({"under", "is", "are", "licensed", "see"})  # a sentence, no title


def runs(words: list[str]) -> set[str]:
    """Return all runs of four words."""
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def sketch(words: list[str]) -> bytes:
    """Return the lowest hashes of the runs of ``words``, filled up with 0."""
    hashes = sorted(zlib.crc32(run.encode()) for run in runs(words))[:SKETCH]
    return struct.pack(f"<{SKETCH}I", *hashes, *[0] * (SKETCH - len(hashes)))


def ranked(theirs: set[str], most: int = _MOST) -> list[str]:
    """Return the keys of the texts that a file with the runs ``theirs`` may hold, best first."""
    hashes = {zlib.crc32(run.encode()) for run in theirs} - {0}
    stored = struct.iter_unpack(f"<{SKETCH}I", sketches())
    scores = []
    for key, own in zip(template.index(), stored, strict=True):
        found = len(hashes.intersection(own)) / (SKETCH - own.count(0))
        if found >= _ENOUGH:
            scores.append((-found, key))
    return [key for _, key in sorted(scores)[:most]]


def share(key: str, theirs: set[str]) -> float:
    """Return how much of what must be in the text of ``key`` is in ``theirs``: 1 is all of it."""
    own = _required(key)
    return len(own & theirs) / max(len(own), 1)


def resemblance(key: str, theirs: set[str]) -> float:
    """Return how alike the text of ``key`` and ``theirs`` are: 1 is the same runs of words."""
    common = len(_sample(key) & theirs)
    return common / max(len(_sample(key)) + len(theirs) - common, 1)


@cache
def _required(key: str) -> frozenset[str]:
    return frozenset(runs(template.template(key).required()))


@cache
def _sample(key: str) -> frozenset[str]:
    """The runs of SPDX's sample: of MIT, say, whose open places part what must be there."""
    return frozenset(runs(template.template(key).words.words))


@cache
def sketches() -> bytes:
    """Return the sketches of all templates, in the order of the index."""
    with open(os.path.join(os.path.dirname(__file__), "data", "sketches.bin"), "rb") as file:
        return file.read()


def titled(text: str) -> str | None:
    """Return the id of the license that a title among the first lines names, if any.

    A title is a line that is the id or the name of a license, or one that the catalogue keeps for
    licenses of models, whose texts are not here.
    """
    for line in [one for one in text.split("\n") if one.strip()][:_HEAD_LINES]:
        words = words_of(line).words
        if len(words) > _TITLE_WORDS or _SAID.intersection(words):
            continue
        found = catalogue.find(line.strip(" #*=_."))
        if found and found.kind != "label" and found.source != "unknown":
            return found.id
        head = f" {' '.join(words)} "
        for title, id_ in catalogue.titles():
            if f" {title} " in head:
                return id_
    return None
