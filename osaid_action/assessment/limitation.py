# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words of limitation in a quote that is to say that something is free to all."""

from functools import cache

from osaid_action.assessment.lexicon import data
from osaid_action.assessment.prose import LIMIT, Word, is_run, plain, sentences, words

_LONGEST = 24  # letters
_BESIDE = 6  # characters, the same in a script without spaces
_NEAR = 3  # words in which "without any" stands before what it lifts, or "not" after "may"


def limitations(quote: str) -> tuple[str, ...]:
    """The words of a quote that limit: ``only``, ``non-commercial``, ``may not`` …; none if free.

    ``without restriction`` and ``commercial or non-commercial`` limit nothing.
    """
    found = dict.fromkeys(["…"] if len(quote) > LIMIT else [])  # too long to be read whole
    for sentence in sentences(quote):
        for piece in words(sentence):
            found |= dict.fromkeys(_in_piece(piece))
    return tuple(found)


def frees(quote: str) -> bool:
    """Whether a quote says that something is free, or what everybody may do with it.

    ``free`` and ``waive`` are such words; ``anyone`` is one beside ``use`` or ``share``.
    """
    found = [word.folded for one in sentences(quote) for piece in words(one) for word in piece]
    run = "".join(word for word in found if is_run(word))

    def has(key: str) -> bool:
        is_said = any(_is_in(word, key) for word in found)
        return is_said or any(entry in run for entry in _listed(f"{key}_runs"))

    return has("free") or (has("everybody") and has("deeds"))


def _in_piece(piece: list[Word]) -> list[str]:
    folded = [word.folded for word in piece]
    found = [word.written for at, word in enumerate(piece) if _limits(folded, at)]
    return found + _in_run("".join(word for word in folded if is_run(word)))


def _in_run(run: str) -> list[str]:
    """The words of limitation in a script without spaces."""
    found = []
    for entry in sorted(_listed("runs")):
        at = run.find(entry)
        around = run[max(0, at - _BESIDE) : at + len(entry) + _BESIDE]
        is_lifted = entry in _listed("liftable_runs") and any(
            lift in around for lift in _listed("lifted_runs")
        )
        if at >= 0 and not is_lifted:
            found.append(entry)
    return found


def _limits(folded: list[str], at: int) -> bool:
    word, before = folded[at], folded[max(0, at - _NEAR) : at]
    if word in _listed("not"):
        near = [*before[-1:], *folded[at + 1 : at + 2]]
        return word in {"cannot", "cant"} or any(each in _listed("denied") for each in near)
    if word == "commercial" and before[-1:] == ["non"]:
        return "commercial" not in folded[: at - 1] + folded[at + 1 :]
    is_lifted = any(each in _listed("lifted") for each in before)
    return _is_in(word, "words") and not (is_lifted and _is_in(word, "liftable"))


def _is_in(word: str, key: str) -> bool:
    entries = _listed(key)
    ends = range(3, min(len(word), _LONGEST) + 1)
    return word in entries or any(f"{word[:end]}*" in entries for end in ends)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(plain(data()["limitation"][key]).casefold().split())
