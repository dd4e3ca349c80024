# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Other repositories that READMEs link, by what the line says they are for: guesses alone."""

import re
from collections.abc import Iterator
from itertools import islice

from osaid_action.scaffold.checkout import Checkout, Line
from osaid_action.scaffold.found import Found, guess, unique
from osaid_action.scaffold.origin import owner_of, public_address, resembles
from osaid_action.scaffold.scripts import name_of

_REPOSITORY = re.compile(
    r"https://github\.com/([A-Za-z0-9][\w-]{0,38}/[A-Za-z0-9_][\w.-]{0,99})(?![\w/.-]*/(?:issues|pull|wiki|blob))",
    re.ASCII,
)
_SAID = (
    (
        "code.data_processing",
        re.compile(
            r"(?i)\bdata[\s_-]?(?:prep\w*|processing|pipeline)|\btokeniz\w+ the data|preprocess"
        ),
    ),
    (
        "code.training",
        re.compile(
            r"(?i)(?<![\w-])train(?:ed|ing)?\b[^.]{0,60}\b(?:with|using|code|in)\b"
            r"|\btraining code\b"
        ),
    ),
    ("code.evaluation", re.compile(r"(?i)\bevaluat\w+|\bmetrics\b")),
    ("code.libraries", re.compile(r"(?i)\b(?:based|built|builds) (?:on|upon)\b|\bfork of\b")),
)
"""What a line says that the repository it links is for; the first that fits."""
_OF_OTHERS = re.compile(
    r"(?i)^#+\s.*\b(?:acknowledge?ments?|credits?|related|forks?|licen[cs]es?|citations?|citing"
    r"|contribut\w+|references)\b"
)
"""Headings of parts that thank and compare."""
_NEEDED = re.compile(r"(?i)\b(?:requires?|requirements?|install\w*|depends? on)\b")
_MOST_TEXTS = 20
_MOST = 4
_MOST_LINKS = 100


def find_neighbors(checkout: Checkout, home: str) -> dict[str, tuple[Found, ...]]:
    """What is linked for each key of ``code``; libraries only of the same owner."""
    found: dict[str, list[Found]] = {key: [] for key, _ in _SAID}
    for path in _texts(checkout):
        for key, one in islice(_in_text(checkout, path, home), _MOST_LINKS):
            found[key].append(one)
    return {key: unique(every)[:_MOST] for key, every in found.items()}


def _in_text(checkout: Checkout, path: str, home: str) -> Iterator[tuple[str, Found]]:
    heading = ""
    for line in checkout.lines(path):
        heading = line.text if line.text.startswith("#") else heading
        if _OF_OTHERS.search(heading):
            continue
        yield from _linked(line, heading, home, path)


def _texts(checkout: Checkout) -> list[str]:
    others = [one for one in checkout.own if name_of(one).lower() == "readme.md"]
    return [one for one in dict.fromkeys([checkout.readme, *others]) if one][:_MOST_TEXTS]


def _linked(line: Line, heading: str, home: str, path: str) -> Iterator[tuple[str, Found]]:
    for name in _REPOSITORY.findall(line.text):
        address = public_address(f"https://github.com/{name.rstrip('.')}")
        if not address or address.lower() == home.lower():
            continue
        key = _key(line.text) or ("code.evaluation" if _SAID[2][1].search(heading) else "")
        if key == "code.training" and _NEEDED.search(line.text):
            continue
        is_ours = resembles(owner_of(address), owner_of(home))
        if key and (is_ours or key != "code.libraries"):
            yield key, guess(address, f"{path}:{line.number}")


def _key(text: str) -> str:
    return next((key for key, pattern in _SAID if pattern.search(text)), "")
