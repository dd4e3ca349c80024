# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Saying nothing is not saying it: prose that refuses, points nowhere or only holds a place."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from osaid_action.assessment.lexicon import classes, languages, listed, mended
from osaid_action.assessment.prose import Word, said, sentences, words
from osaid_action.assessment.sentence import ANSWERS, EMPTY, POINTER, REFUSAL, Sentence

TOO_SHORT = "too-short"
_HOLLOW = "hollow"  # praise, or the question itself: no words of an answer are in it

_ENOUGH = 5  # words that an answer has
_MOST = 1000  # sentences that are looked at; a text that has not answered by then does not
_QUOTED = 3
_SPACED = 4  # letters that stand alone, in a row
_LONG = 4  # letters of a word that has a capital for a reason
_SOME = 3
_MOSTLY = 0.8
_ACRONYM = 6  # letters at most
_NO_FIGURES = frozenset({"0", "1", "100", "24", "7"})
_ALIKE = 0.8


class Reading(NamedTuple):
    """What a text comes to, and the sentences that say nothing."""

    kind: str
    quoted: tuple[str, ...] = ()


def read_text(text: str, own_names: Iterable[str] = ()) -> Reading:
    """Read a description, a text in place or a quote; the system's own names name nothing."""
    return read_sentences(sentences(text), own_names)


def read_sentences(found: Iterable[str], own_names: Iterable[str] = ()) -> Reading:
    """Read what has been cut into sentences already."""
    own = frozenset(word.folded for name in own_names for word in _all_words(name))
    return _read(found, own)


def read_reason(text: str) -> Reading:
    """Read why something is not applicable or cannot be shared.

    One refusing sentence is enough, whatever it names; a reason may be short, and that there is
    none is one.
    """
    kinds: dict[str, list[str]] = {}
    for sentence in islice(sentences(text), _MOST):
        kinds.setdefault(_kind(sentence, None), []).append(sentence)
    for kind in (REFUSAL, ANSWERS, POINTER):
        if kind in kinds:
            return Reading(kind, () if kind == ANSWERS else tuple(kinds[kind][:_QUOTED]))
    nothing = [*kinds.get(EMPTY, ()), *kinds.get(_HOLLOW, ())] or [text.strip()]
    return Reading(EMPTY, tuple(nothing[:_QUOTED]))


def same_words(texts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The keys of those texts that say the same, but for the names of the five points."""
    said_by = {
        key: frozenset(word.folded or word.written for word in _all_words(text)) - listed("points")
        for key, text in texts.items()
    }
    groups: list[list[str]] = []
    for key, spelled in said_by.items():
        for group in groups:
            if _are_alike(spelled, said_by[group[0]]):
                group.append(key)
                break
        else:
            groups.append([key])
    return tuple(tuple(group) for group in groups if len(group) > 1)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)


def _all_words(text: str) -> list[Word]:
    return [word for sentence in sentences(text) for piece in words(sentence) for word in piece]


def _read(found: Iterable[str], own: frozenset[str]) -> Reading:
    """Read sentence by sentence, until enough is said."""
    told: dict[str, int] = {}
    quoted: dict[str, list[str]] = {}
    for sentence in islice(found, _MOST):
        kind = _kind(sentence, own)
        if kind == ANSWERS:
            for piece in words(sentence):
                told |= said(piece)
            if sum(told.values()) >= _ENOUGH and not all(key[0].isdigit() for key in told):
                return Reading(ANSWERS)
        elif len(shown := quoted.setdefault(kind, [])) < _QUOTED:
            shown.append(sentence)
    if told or _HOLLOW in quoted:
        return Reading(TOO_SHORT, (*told,) or tuple(quoted[_HOLLOW]))
    for kind in (REFUSAL, POINTER):
        if kind in quoted:
            return Reading(kind, tuple(quoted[kind]))
    return Reading(EMPTY, tuple(quoted.get(EMPTY, ())))


@lru_cache(maxsize=1024)
def _kind(sentence: str, own: frozenset[str] | None) -> str:
    """What a sentence comes to; with ``own`` as ``None`` nothing makes it better."""
    kinds = [
        kind for piece in words(sentence) if (kind := _kind_of_piece(_spelled_out(piece), own))
    ]
    for kind in (ANSWERS, _HOLLOW, REFUSAL, POINTER):
        if kind in kinds:
            return kind
    return EMPTY


def _spelled_out(piece: list[Word]) -> list[Word]:
    """Words with what was put in place of their letters undone; ``n o t`` is one word."""
    joined: list[Word] = []
    run: list[Word] = []
    for word in [*piece, Word("", "", after_break=False)]:
        if len(word.folded) == 1 and not word.is_figure:
            run.append(word)
            continue
        if len(run) >= _SPACED:
            run = [run[0]._replace(folded="".join(letter.folded for letter in run))]
        joined += [*run, word]
        run = []
    return [part for word in joined[:-1] for part in mended(word)]


def _kind_of_piece(piece: list[Word], own: frozenset[str] | None) -> str:
    found = languages(piece)
    each = [Sentence(language, piece, own or frozenset()) for language in found]
    if own is None and any(one.says_there_is_none() for one in each):
        return ANSWERS
    if own is None and any(one.tells_of_a_loss() for one in each):
        return REFUSAL
    evident = own is not None and _is_evident(piece, own, found)
    kinds = {one.kind(evident=evident) for one in each}
    for kind in (REFUSAL, EMPTY, POINTER):
        if kind in kinds:
            return kind
    if each and not evident and not any(one.tells(is_reason=own is None) for one in each):
        return _HOLLOW
    return ANSWERS if any(len(word.written) > 1 or word.is_figure for word in piece) else EMPTY


def _is_evident(piece: list[Word], own: frozenset[str], found: list[str]) -> bool:
    """Say whether a sentence has a link, a figure that counts something, or a name."""
    if any(word.is_link or (word.is_figure and _counts(word.folded)) for word in piece):
        return True
    if _has_capitals_throughout([word.written for word in piece if word.written.isalpha()]):
        return False
    return any(
        _is_name(word.written, leads=at == 0, german="de" in found)
        for at, word in enumerate(piece)
        if not (word.is_figure or word.folded in own or word.folded in listed("ordinary"))
        and not any(classes(language, word.folded) for language in found)
    )


def _has_capitals_throughout(written: list[str]) -> bool:
    """Say whether all words, or most long ones, begin with a capital: it tells nothing then."""
    cased = [each for each in written if each.lower() != each.upper()]
    long = [each[0].isupper() for each in cased if len(each) >= _LONG]
    is_title = len(long) >= _SOME and sum(long) >= _MOSTLY * len(long)
    is_loud = 2 * sum(each.isupper() for each in cased if len(each) > 1) >= len(cased)
    return is_title or is_loud or (cased == written and all(each[0].isupper() for each in cased))


def _counts(figure: str) -> bool:
    is_year = figure.isdigit() and "1900" <= figure <= "2099" and len(figure) == len("1900")
    return figure not in _NO_FIGURES and not is_year


def _is_name(written: str, *, leads: bool, german: bool) -> bool:
    """Say whether a word is written as a name: a capital that nothing else asks for."""
    capitals = sum(letter.isupper() for letter in written)
    most = _ACRONYM if capitals == len(written) else _SOME
    if not written[0].isupper() or len(written) == 1 or capitals > most:
        return False
    is_plain = capitals == 1 and written.isalpha()
    return not (is_plain and (leads or german))
