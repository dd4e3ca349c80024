# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The words of reports and of the file that are no rules: labels, availability, access, relations.

They stand in ``data/words.json``, each in plain English and, where it is written in a declaration,
with YAML to copy and YAML that is wrong.
"""

import json
import os
from functools import cache
from typing import NamedTuple

KINDS = {
    "label": "a label: a rung of the ladder of what a system comes to",
    "availability": "a value of `availability`, in `data.sources`",
    "access": "a value of `access`",
    "relation": "a value of `relation`, in `built_on`",
    "concept": "a word of this project and its reports",
}
"""By kind of a word: what it is, as people are told it."""

_FILE = os.path.join(os.path.dirname(__file__), "data", "words.json")


class Word(NamedTuple):
    """A word and what it means here."""

    kind: str  # one of `KINDS`
    id: str
    text: str
    also: tuple[str, ...] = ()  # what else people call it
    rule: str = ""  # the rule to read beside it, and what ``wrong`` calls for
    wrong: str = ""  # YAML below the head of a declaration
    right: str = ""
    url: str = ""


@cache
def words() -> tuple[Word, ...]:
    """All of them, in the order of their file."""
    with open(_FILE, encoding="utf-8") as file:
        return tuple(Word(**one | {"also": tuple(one.get("also", ()))}) for one in json.load(file))


@cache
def _by_name() -> dict[str, tuple[Word, ...]]:
    found: dict[str, tuple[Word, ...]] = {}
    for word in words():
        for name in dict.fromkeys(map(folded, (word.id, *word.also))):
            found[name] = (*found.get(name, ()), word)
    return found


def named(text: str) -> tuple[Word, ...]:
    """The words of that name: ``open`` is one of availability, and one of access."""
    return _by_name().get(folded(text), ())


def folded(text: str) -> str:
    """A name in which case, hyphens, underscores and spaces make no difference."""
    return " ".join(text.lower().replace("-", " ").replace("_", " ").split()) or text.strip()
