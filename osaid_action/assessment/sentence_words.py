# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The words of a sentence with what each does in one language, and how much they say."""

import re
from collections.abc import Iterator
from itertools import pairwise

from osaid_action.assessment.lexicon import RUNS, classes, segmented
from osaid_action.assessment.prose import Word

MUCH = 3  # words that a list of refusing words does not know
_LONGEST = 300  # words that are read; in scripts without spaces a piece may have more
_STEM = 4  # letters
_CONTENT = re.compile("[^\u3040-\u309f]")  # what is not hiragana
MARKS = frozenset({"consent", "thing", "agent", "seen", "passive"})
"""Classes of words that count as content as well."""


class SentenceWords:
    """The words, and what is counted and looked up in them."""

    def __init__(self, language: str, piece: list[Word], own: frozenset[str] = frozenset()) -> None:
        self._language, self._own = language, own
        self._words = segmented(language, piece)[:_LONGEST]
        self._does = [classes(language, word.folded) for word in self._words]
        self._unknown = sum(self._weight(at) for at in range(len(self._words)))

    def _weight(self, at: int) -> int:
        """How many words of content a word is that the language's list does not know."""
        word = self._words[at]
        if (self._does[at] - MARKS) or word.is_link or word.folded in self._own:
            return 0
        if self._is(at, "consent"):
            return 2  # somebody else's will is a reason
        if self._language == "ja":
            return len(_CONTENT.findall(word.folded)) // 2
        return (len(word.folded) + 1) // 3 if self._language in RUNS else 1

    def _says_much(self) -> bool:
        """Say whether so much else is in the sentence that it tells something, but for excuses."""
        unknown, is_excuse = 0, False
        is_others = self._has("consent")  # who did not agree is a reason, and no excuse
        for at, word in enumerate(self._words):
            is_excuse = self._is(at, "excuse") or (is_excuse and not word.after_break)
            is_excuse = is_excuse and not is_others
            unknown += 0 if is_excuse else self._weight(at)
        is_run = self._language in RUNS  # where what joins words is a letter each
        size = sum(1 for word in self._words if not (is_run and len(word.folded) == 1))
        return unknown >= MUCH and unknown * 5 >= size

    def _says_little(self) -> bool:
        """Say whether a quarter of the sentence or less is content."""
        return self._unknown * 4 < len(self._words) + 4

    def _is_echo(self, at: int) -> bool:
        """Say whether another word of the sentence is of the same stem: collected by collecting."""
        stem = self._words[at].folded[:_STEM]
        others = (word.folded for one, word in enumerate(self._words) if one != at)
        is_run = self._language in RUNS
        return any(
            other.startswith(stem) or (len(other) == _STEM - 1 and stem.startswith(other))
            for other in others
            if is_run or len(other) >= _STEM - 1
        )

    def _is(self, at: int, *names: str) -> bool:
        return not self._does[at].isdisjoint(names)

    def _has(self, *names: str) -> bool:
        return next(self._at(*names), None) is not None

    def _at(self, *names: str) -> Iterator[int]:
        return (at for at in range(len(self._words)) if self._is(at, *names))

    def _clauses(self) -> Iterator[range]:
        """The parts between commas and the like, when there are several."""
        cuts = [at for at, word in enumerate(self._words) if at and word.after_break]
        if cuts:
            yield from (range(*ends) for ends in pairwise((0, *cuts, len(self._words))))

    def _has_object(self, places: range) -> bool:
        """Say whether a thing is named there, be it a list or a page."""
        return any(self._weight(at) or self._is(at, "thing") for at in places)
