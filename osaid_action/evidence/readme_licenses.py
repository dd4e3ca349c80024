# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a README says of licenses: badges, short sentences, the front matter of a model card."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from osaid_action.evidence.license_inventory import CODE, meant_for
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import meant

_BADGE = r"(?i)img\.shields\.io/badge/((?:[^-\s)\"'?/]|--){1,80})-((?:[^-\s)\"'?/]|--){1,80})-"
_STATIC = r"(?i)img\.shields\.io/static/v1\?([^\s)\"'<>]{1,300})"
_LICENSE = r"(?i)\blicen[sc]e\b"
_USE_ONLY = (
    r"(?i)^\W*(?:for|only for|not for|released for|available for|licensed for)\b.*\b(?:use|only)\b"
)
_SUBJECT = (
    r"((?:source |model |training )?(?:code|software|weights|model|data|dataset|project|repository"
    r"|repo|package|library))"
)
_UNDER = r"(?:is|are) (?:\w+ )?(?:licensed|released|distributed|available|provided) under"
_SAID = (
    rf"(?i)^\W*(?:the |this |our )?{_SUBJECT}(?: licen[sc]e)?[*_` ]*(?:[:|]|{_UNDER})[*_` ]*"
    r"(?:the )?(?:terms of )?(?:the )?([\w.+ -]{2,50}?)(?: licen[sc]e)?[\W_]*$"
)
"""Weights: CC BY-NC 4.0."""
_NONCOMMERCIAL = r"(?i)\bnon-?\s?commercial\b"
_ALSO = r"(?i)(?<!non)(?<!non[- ])\bcommercial"  # commercial and non-commercial use
_LINK = r"\[([^\[\]]{1,80})\]\([^()\s]{1,200}\)"
_LONGEST = 200  # characters of a line that is read
_MOST_LINES = 5000  # that are not blank


class Said(NamedTuple):
    """A license, or words that plainly limit, and what they are said of."""

    group: str
    license: str
    line: int


def readme_licenses(text: str) -> Iterator[Said]:
    """What a README says, with the line."""
    numbered = enumerate(text.splitlines(), 1)
    lines = list(islice((one for one in numbered if one[1].strip()), _MOST_LINES))
    yield from _limiting(lines)
    for number, line in lines:
        found = [*_badges(line), *(_sentences(line) if len(line) <= _LONGEST else ())]
        for group, words in found:
            if license_ := known(words):
                yield Said(group, license_, number)


def _limiting(numbered: Iterable[tuple[int, str]]) -> Iterator[Said]:
    """The first short line that says plainly that use is limited."""
    from osaid_action.license_text.limits import limits  # noqa: PLC0415 - where there is a README

    lines = ((at, one.strip()) for at, one in numbered)
    short = (one for one in lines if len(one[1]) <= _LONGEST and _may_limit(one[1]))
    found = (Said(_subject(line), line, at) for at, line in short if limits(line))
    yield from islice(found, 1)


def _may_limit(line: str) -> bool:
    """Whether a line is of a form that limits the use of what is here."""
    if re.search(_USE_ONLY, line):
        return True
    said = re.search(_NONCOMMERCIAL, line) and not re.search(_ALSO, line)
    return bool(said and re.search(rf"(?i)\b{_SUBJECT}\b", line))


def _subject(line: str) -> str:
    """What a line speaks of: weights, data, or else code."""
    found = re.search(rf"(?i)\b{_SUBJECT}\b", line)
    return _group(found[1]) if found else CODE


def _group(subject: str) -> str:
    return meant_for(subject.lower().removeprefix("training ")) or CODE


def _badges(line: str) -> Iterator[tuple[str, str]]:
    """What the badges in a line are for, and what they say."""
    if "img.shields.io" not in line.lower():
        return
    from urllib.parse import parse_qs, unquote  # noqa: PLC0415 - only where there is a badge

    shown = [tuple(map(unquote, found)) for found in re.findall(_BADGE, line)]
    for query in re.findall(_STATIC, line):
        fields = parse_qs(query)
        shown.append((fields.get("label", [""])[0], fields.get("message", [""])[0]))
    for label, message in shown:
        said = _plain(label)
        if re.search(_LICENSE, said):
            yield meant_for(said) or CODE, _plain(message)


def _plain(part: str) -> str:
    return part.replace("--", "-").replace("_", " ").strip()


def _sentences(line: str) -> Iterator[tuple[str, str]]:
    """What short sentences that name a license are about, and what they name."""
    plain = re.sub(_LINK, r"\1", line)
    for sentence in [plain.strip("| ")] if "|" in plain else re.split(r"(?<=[.;,])\s+", plain):
        if found := re.match(_SAID, sentence):
            yield _group(found[1]), found[2]


def known(words: str) -> str:
    """The license that words spell, if we know it."""
    spellings = (words, words.replace(" ", "-"), meant(words) or "")
    return next((one for one in spellings if one and _is_known(one)), "")


def _is_known(license_: str) -> bool:
    try:
        found = terms(license_).licenses
    except ExpressionError:
        return False
    return any(one.source != "unknown" for one in found)
