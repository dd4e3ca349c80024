# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a text is the declared license, and nothing else.

Identifiers of licenses do not answer this: they ask which license is nearest, and a text with an
added clause is near. Here a text is followed word by word along SPDX's template; every word of it
is accounted for, or quoted.
"""

from collections.abc import Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from osaid_action.license_text import similarity, surroundings, template
from osaid_action.license_text.differences import MOST, Difference, differences, quoted, seen
from osaid_action.license_text.limits import limits
from osaid_action.license_text.matcher import Filled
from osaid_action.license_text.places import (
    Beginnings,
    Found,
    apart,
    in_order,
    others_beside,
    places,
    ways,
)
from osaid_action.license_text.words import Words, clean, decode, words_of

__all__ = [
    "MOST_HOLDERS",
    "Difference",
    "Quote",
    "TextVerdict",
    "decode",
    "identify",
    "known_texts",
    "verify",
]

VERIFIED, DECLARED, CONTRADICTED = "verified", "declared", "contradicted"
_RANK = (VERIFIED, DECLARED, CONTRADICTED)

_LARGEST = 512 * 1024  # characters; five times the longest license
MOST_HOLDERS = 60  # copyright lines that are all shown; with more a person has to read them
_SHORTEST_LICENSE = 50  # words
_LONGEST_NOTE = 600  # words
_SHORT_NOTE = 40  # words beside the text of another license that do not hide which it is
_OURS = 0.3  # share of the declared license's runs of words that makes a text a copy of it
_CLEARLY_OURS = 0.7  # the same, though another license may be liker
_ANOTHER = 0.5  # likeness that makes it a copy of another license
_NEARER = 0.02


class Quote(NamedTuple):
    """Words of a file, and the line on which they begin."""

    words: str
    line: int


class TextVerdict(NamedTuple):
    """What a text was found to be.

    verified: the wording of the license, with nothing around it but titles, its own addresses and
    copyright lines. contradicted: its wording with changes (``differences``), another license
    (``instead``), or a sentence that plainly limits (``limited``, the first of ``quotes``).
    declared: anything else; ``quotes`` are the words that were not accounted for.
    """

    answer: str
    license: str | None = None  # whose wording it is or comes from, if any
    holders: tuple[str, ...] = ()  # the copyright lines, as they stand
    quotes: tuple[Quote, ...] = ()
    differences: tuple[Difference, ...] = ()
    instead: str | None = None
    others: tuple[str, ...] = ()  # other licenses' texts in the file, whole
    titled: str | None = None  # the license of a model that its title names
    limited: bool = False


def known_texts() -> frozenset[str]:
    """Return the ids whose text can be verified."""
    return frozenset(one for entry in template.index().values() for one in entry.ids)


class LicenseText:
    """The text of a file, to be compared with licenses: what several of them need is found once."""

    def __init__(self, text: str) -> None:
        self.is_read = len(text) <= _LARGEST
        self.words = words_of(clean(text) if self.is_read else "")
        self.beginnings = Beginnings(self.words)
        self.place = cache(lambda key: places(self.words, key, 0, self.beginnings)[:1])
        self.runs = cache(lambda: similarity.runs(self.words.words))
        self.near = cache(lambda: similarity.ranked(self.runs()))
        self.titled = cache(lambda: similarity.titled(self.words.text))
        self.resemblance = cache(lambda key: similarity.resemblance(key, self.runs()))
        self.alone = cache(self._alone)
        self.changes = cache(lambda key: _changes(self.words, key))

    def _alone(self, key: str) -> TextVerdict | None:
        """What it is as the text of the license ``key``; None when it is not."""
        found = self.place(key)
        name = template.index()[key].ids[0]
        return _around(self.words, found, found, name, choice=False) if found else None


def verify(text: str | LicenseText, ids: Sequence[str], *, choice: bool = False) -> TextVerdict:
    """Say whether ``text`` is the texts of all licenses ``ids``, in any order, and nothing else.

    ``choice`` says that one of them may be chosen, which a sentence in the file may say.
    """
    file = text if isinstance(text, LicenseText) else LicenseText(text)
    if not ids or not file.is_read:
        return TextVerdict(DECLARED)
    keys = [template.keys().get(one.lower()) for one in ids]
    known = [key for key in keys if key]
    if len(known) < len(keys):
        return _without_text(file, ids)
    found = in_order([one for key in known for one in file.place(key)])
    if len(found) == len(known) and apart(found):
        verdict = _judged(_best_way(file.words, found, ids[0], choice=choice))
        return _within(file, verdict, known)
    return _otherwise(file, known, ids)


def identify(text: str) -> str | None:
    """Name the license whose text ``text`` is, or whose title stands over it; None for neither."""
    file = LicenseText(text)
    whole = _whole(file, ()) if file.is_read else None
    return file.titled() or (whole.license if whole and not whole.quotes else None)


# ------------------------------------------------------------------ what stands around them


def _best_way(file: Words, found: list[Found], name: str, *, choice: bool) -> TextVerdict:
    """What stands around the wordings; where words are left over, with others' texts found."""
    shown = [_around(file, one, found, name, choice=choice) for one in ways(file, found)]
    best = min(shown, key=lambda one: (_RANK.index(one.answer), len(one.quotes)))
    if sum(len(quote.words.split()) for quote in best.quotes) < _SHORTEST_LICENSE:
        return best
    others = others_beside(file, found)
    return _around(file, [*found, *others], found, name, choice=choice) if others else best


def _around(
    file: Words, found: list[Found], declared: list[Found], name: str, *, choice: bool
) -> TextVerdict:
    """Account for every line beside the wordings, and for what fills their open places."""
    names = surroundings.names_of(frozenset(one.key for one in found), choice=choice)
    holders: list[str] = []
    quotes: list[Quote] = []
    at = 0
    for one in in_order(found):
        held, left = _beside(file, at, file.starts[one.start], names)
        holders, quotes = holders + held, quotes + left
        for filled in one.filled:
            words = file.around(filled.first, filled.last)
            if filled.doubtful and not _is_held(file, filled, holders):
                quotes.append(Quote(quoted(words), file.line(filled.first)))
            elif words:
                holders.append(words)
        at = file.ends[one.end - 1]
    held, left = _beside(file, at, len(file.text), names)
    told = tuple(dict.fromkeys(holders + held))
    quotes += left + [Quote(quoted(one), 0) for one in told if limits(one)]
    if len(told) > MOST_HOLDERS:
        quotes.append(Quote(f"{len(told)} copyright lines", 0))
    keys = {one.key for one in declared}
    others = (template.index()[one.key].ids[0] for one in found if one.key not in keys)
    return TextVerdict(
        DECLARED if quotes else VERIFIED,
        name,
        told,
        tuple(quotes[:MOST]),
        others=tuple(dict.fromkeys(others)),
    )


def _judged(verdict: TextVerdict) -> TextVerdict:
    """Contradict what is followed or preceded by a sentence that plainly limits."""
    if _words(verdict.quotes) > _LONGEST_NOTE:
        return verdict  # a collection of other texts
    limited = _limited(verdict)
    rest = [one for one in verdict.quotes if one not in limited]
    if not limited:
        return verdict
    return verdict._replace(answer=CONTRADICTED, quotes=(*limited, *rest), limited=True)


def _within(file: LicenseText, verdict: TextVerdict, known: list[str]) -> TextVerdict:
    """Name the license whose own text holds the declared one: FSL-1.1-MIT that of MIT."""
    if verdict.others or _words(verdict.quotes) < _SHORTEST_LICENSE:
        return verdict
    whole = _whole(file, known)
    if whole is None or whole.quotes or whole.license is None:
        return verdict
    return verdict._replace(others=(whole.license,))


def _limited(verdict: TextVerdict) -> list[Quote]:
    return [one for one in verdict.quotes if limits(one.words)]


def _words(quotes: Sequence[Quote]) -> int:
    return sum(len(one.words.split()) for one in quotes)


def _is_held(file: Words, filled: Filled, holders: list[str]) -> bool:
    """Whether what fills a place is the name of a holder, as the copyright lines have it."""
    named = {word for line in holders for word in words_of(line).words}
    return named.issuperset(file.words[filled.first : filled.last])


def _beside(
    file: Words, start: int, end: int, names: surroundings.Names
) -> tuple[list[str], list[Quote]]:
    """The holders' lines, and the paragraphs not accounted for, between two characters."""
    lines = list(surroundings.read(file.text[start:end], names))
    holders = [line.text for line in lines if line.holder]
    numbered = enumerate(lines, file.text.count("\n", 0, start) + 1)
    parts = [(fine, list(part)) for fine, part in groupby(numbered, key=lambda one: one[1].fine)]
    paragraphs = [part for fine, part in parts if not fine]
    return holders, [
        Quote(seen(" ".join(one.text for _, one in part)), part[0][0]) for part in paragraphs
    ]


# ------------------------------------------------------------------ when it is not there


def _without_text(file: LicenseText, ids: Sequence[str]) -> TextVerdict:
    """What can be said when there is no template of a declared license."""
    titled = file.titled()
    whole = None if titled else _whole(file, ())
    found = titled or (whole.license if whole and whole.answer == VERIFIED else None)
    if found is None or found.lower() in {one.lower() for one in ids} or len(ids) > 1:
        return TextVerdict(DECLARED, titled=titled)
    return TextVerdict(CONTRADICTED, instead=found, titled=titled)


def _whole(file: LicenseText, known: Sequence[str]) -> TextVerdict | None:
    """What ``file`` is as the text of the license that is nearest, of those not ``known``."""
    shown = [found for key in file.near() if key not in known and (found := file.alone(key))]
    return min(shown, key=lambda one: sum(len(quote.words) for quote in one.quotes), default=None)


def _otherwise(file: LicenseText, known: list[str], ids: Sequence[str]) -> TextVerdict:
    """Tell another license, an altered copy of the declared one or of another, and neither."""
    titled = file.titled()
    if titled and template.keys().get(titled.lower(), titled) not in known:
        return TextVerdict(CONTRADICTED, instead=titled, titled=titled)
    whole = _whole(file, known)
    if whole and _words(whole.quotes) <= _SHORT_NOTE and not _limited(whole):
        return TextVerdict(CONTRADICTED, instead=whole.license, quotes=whole.quotes)
    alike = {key: file.resemblance(key) for key in dict.fromkeys([*file.near(), *known])}
    shares = {key: similarity.share(key, file.runs()) for key in known}
    ours = max(known, key=alike.__getitem__)
    near = [key for key in alike if alike[key] + _NEARER >= max(alike.values())]
    best = min(near, key=lambda key: len(template.template(key).words.words))  # the plainer one
    is_ours = min(shares.values()) >= _CLEARLY_OURS
    is_likest = alike[ours] + _NEARER >= alike[best] or alike[best] < _ANOTHER
    if is_ours or (min(shares.values()) >= _OURS and is_likest):
        worst = min(known, key=shares.__getitem__)
        altered = ids[known.index(worst)]
        return TextVerdict(CONTRADICTED, altered, differences=file.changes(worst))
    if alike[best] >= _ANOTHER:
        own = dict(zip(known, ids, strict=True)).get(best, template.index()[best].ids[0])
        return TextVerdict(CONTRADICTED, own, differences=file.changes(best))
    return _judged(_unknown(file.words))


def _unknown(file: Words) -> TextVerdict:
    """A text that is no license we know, quoted."""
    _, quotes = _beside(file, 0, len(file.text), surroundings.names_of(frozenset(), choice=False))
    return TextVerdict(DECLARED, quotes=tuple(quotes[:MOST]))


def _changes(file: Words, key: str) -> tuple[Difference, ...]:
    """The differences between a file and a license, what may stand around it left out."""
    pattern = template.template(key)
    names = surroundings.names_of(frozenset({key}), choice=False)
    start, end = 0, len(file.words)
    found = differences(pattern, file, start, end)
    while found and found[0].kind == "added" and _is_fine(found[0].words, names):
        found = found[1:]
    return found or (
        Difference("changed", quoted(file.quote(start, end)), quoted(pattern.words.text), 1),
    )


def _is_fine(words: str, names: surroundings.Names) -> bool:
    return all(line.fine for line in surroundings.read(words, names))
