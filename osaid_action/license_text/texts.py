# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a text is the declared license, and nothing else.

Identifiers of licenses do not answer this: they ask which license is nearest, and a text with an
added clause is near. Here a text is followed word by word along the license's own wording; every
word must be accounted for, and what is not is quoted.
"""

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from osaid_action.license_text import canonical, notices
from osaid_action.license_text.compare import MOST, Difference, differences, quoted
from osaid_action.license_text.follow import match
from osaid_action.license_text.surroundings import Found, around, plain_edges, struck
from osaid_action.license_text.template import Template
from osaid_action.license_text.words import Words, clean, words_of

__all__ = ["Difference", "TextVerdict", "identify", "known_texts", "verify", "verify_all"]

VERIFIED, NOTED, ALTERED = "verified", "noted", "altered"
MISMATCH, UNKNOWN = "mismatch", "unknown"

_LARGEST = 512 * 1024  # characters; five times the longest license
_MOST_STARTS = 40
_OURS = 0.3  # share of the declared license's runs of words that makes a text a copy of it
_CLEARLY_OURS = 0.7  # the same, though another license may be liker
_ANOTHER = 0.5  # likeness that makes it a copy of another license
_NEARER = 0.02


class TextVerdict(NamedTuple):
    """What a text was found to be.

    verified: the license's text and nothing else. noted: the whole text, and in front of it a note
    that restricts nothing; or without the steward's preface, which is no part of the terms.
    altered: recognizably the license, but for the differences (``license`` is another id when it
    is an altered copy of that one). mismatch: the whole text of another license, or titled as one
    that limits use. unknown: none of these, or there is no canonical text to compare with.
    """

    status: str
    license: str | None
    differences: tuple[Difference, ...] = ()


def known_texts() -> frozenset[str]:
    """Return the ids whose text can be verified."""
    return frozenset(one for entry in canonical.index().values() for one in entry.ids)


def verify(text: str, declared: str) -> TextVerdict:
    """Say whether ``text`` is the text of the license ``declared`` and nothing else."""
    return verify_all(text, (declared,))


def verify_all(text: str, declared: Sequence[str]) -> TextVerdict:
    """Say whether ``text`` is the texts of all ``declared``, in any order, and nothing else."""
    if not declared or len(text) > _LARGEST:
        return TextVerdict(UNKNOWN, None)
    file = words_of(clean(text))
    keys = [canonical.keys().get(one.lower()) for one in declared]
    known = [key for key in keys if key]
    if len(known) < len(keys):
        return _unverifiable(file, declared)
    verdict = _followed(file, known, " AND ".join(declared))
    if verdict.status in {VERIFIED, NOTED}:
        return verdict
    other = _other(file, known)
    return TextVerdict(MISMATCH, other) if other else _nearest(verdict, file, known, declared)


def identify(text: str) -> str | None:
    """Name the license whose text ``text`` is; None for an altered text.

    Licenses of models that limit their use are recognized by their title.
    """
    return _identified(words_of(clean(text))) if len(text) <= _LARGEST else None


def _identified(file: Words) -> str | None:
    from osaid_action.license_text import nearest  # noqa: PLC0415 - only for what is not as declared

    return _other(file, []) or nearest.titled(file)


def _unverifiable(file: Words, declared: Sequence[str]) -> TextVerdict:
    """What can be said when there is no canonical text of a declared license."""
    found = _identified(file)
    same = found is None or found.lower() in {one.lower() for one in declared}
    return TextVerdict(UNKNOWN if same or len(declared) > 1 else MISMATCH, found)


def _other(file: Words, known: list[str]) -> str | None:
    """The license whose whole text ``file`` is, of those that are near, ``known`` left out."""
    from osaid_action.license_text import nearest  # noqa: PLC0415

    near = [key for key in nearest.ranked(nearest.runs(file.words)) if key not in known]
    found = {key: _followed(file, [key], key).status for key in near}
    exact = [key for key in near if found[key] == VERIFIED] + [
        key for key in near if found[key] == NOTED
    ]
    return canonical.index()[exact[0]].ids[0] if exact else None


def _nearest(
    verdict: TextVerdict, file: Words, known: list[str], declared: Sequence[str]
) -> TextVerdict:
    """Tell an altered copy of the declared license from one of another, and from neither.

    An altered copy of another license is "altered" with that license's id, not a mismatch: its
    terms are not those of that license either.
    """
    from osaid_action.license_text import nearest  # noqa: PLC0415

    if verdict.differences:  # its wording is all there, with something around it
        return verdict
    runs = nearest.runs(file.words)
    alike = {key: nearest.resemblance(key, runs) for key in {*nearest.ranked(runs), *known}}
    shares = {key: nearest.share(key, runs) for key in known}
    ours = max(known, key=alike.__getitem__)
    best = max(alike, key=alike.__getitem__)
    is_ours = min(shares.values()) >= _CLEARLY_OURS
    is_likest = alike[ours] + _NEARER >= alike[best] or alike[best] < _ANOTHER
    if is_ours or (min(shares.values()) >= _OURS and is_likest):
        worst = min(known, key=shares.__getitem__)
        return TextVerdict(ALTERED, declared[known.index(worst)], _changes(file, worst))
    if alike[best] >= _ANOTHER:
        own = dict(zip(known, declared, strict=True)).get(best, canonical.index()[best].ids[0])
        return TextVerdict(ALTERED, own, _changes(file, best))
    title = nearest.titled(file)
    return TextVerdict(MISMATCH if title else UNKNOWN, title)


def _changes(file: Words, key: str) -> tuple[Difference, ...]:
    """The differences between a file and a license, what may stand around it left out."""
    pattern = canonical.pattern(key)
    start, end = plain_edges(file, pattern)
    found = differences(pattern, file, start, end)
    if (
        found
        and found[0].kind == "added"
        and notices.kind(found[0].words, pattern.titles) == notices.FINE
    ):
        found = found[1:]  # a title and a notice in the license's own first line
    return found or (
        Difference("changed", quoted(file.quote(start, end)), quoted(pattern.words.text), 1),
    )


def _followed(file: Words, keys: list[str], name: str) -> TextVerdict:
    """Follow the wording of all ``keys`` through ``file`` and look at what stands around it."""
    found = [_find(file, canonical.pattern(key)) for key in keys]
    in_order = sorted((one for one in found if one), key=lambda one: one.start)
    apart = all(one.end <= next_.start for one, next_ in pairwise(in_order))
    if len(in_order) < len(keys) or not apart:
        return TextVerdict(ALTERED, name)
    titles = notices.joined(one.pattern.titles for one in in_order)
    restricting, noted = around(file, in_order, titles)
    restricting += struck(file)
    if restricting:
        return TextVerdict(
            ALTERED, name, tuple(sorted(restricting, key=lambda one: one.line)[:MOST])
        )
    missing = tuple(_preface(one) for one in in_order if not one.whole)
    if noted or missing:
        return TextVerdict(NOTED, name, (*noted[:MOST], *missing))
    return TextVerdict(VERIFIED, name)


def _preface(found: Found) -> Difference:
    what = next(node for node in found.pattern.nodes if getattr(node, "noted", False))
    words = found.pattern.words.quote(what.first, what.last)
    return Difference("removed", quoted(words), "", 1)


def _find(file: Words, pattern: Template) -> Found | None:
    """The first place in ``file`` from which on the whole wording stands there."""
    firsts = {begin[0] for begin in pattern.begins}
    starts = (
        at for at, word in enumerate(file.words) if word in firsts and pattern.begins_at(file, at)
    )
    for at in islice(starts, _MOST_STARTS):
        start = at - 1 if at and at - 1 in file.bullets else at
        ends = match(pattern, file, start)
        if ends:
            end = max(ends)
            return Found(pattern, start, end, ends[end])
    return None
