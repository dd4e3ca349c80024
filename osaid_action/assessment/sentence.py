# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One sentence in one language: it tells, refuses, points nowhere, or only holds a place."""

import re
from collections.abc import Iterator

from osaid_action.assessment.lexicon import RUNS, VERB_LAST, classes, listed, segmented
from osaid_action.assessment.prose import Word

ANSWERS = "answers"
EMPTY = "empty"
POINTER = "pointer"
REFUSAL = "refusal"

_LONGEST = 300  # words that are read; in scripts without spaces a piece may have more
_WINDOW = 8  # words between a negation and what it negates
_SHORT_CLAUSE = 3  # fewer words before a comma are no clause of their own
_MUCH = 3  # words that a list of refusing words does not know
_BRIEF = 4
_NEAR = 3  # words between a verb and a negation after it, or beside a pointer
_LEADING = 5  # words before a negation in which "that" or "if" stands
_CONTENT = re.compile("[^\u3040-\u309f]")  # what is not hiragana
_VERBS = frozenset({"telling", "weak", "doing", "removal"})
_SAYING = frozenset({"telling", "weak", "secrecy", "pointer", "ask", "future"})
_ACTS = frozenset({"doing", "removal"})


class Sentence:
    """The words of a sentence with what each does in one language."""

    def __init__(self, language: str, piece: list[Word], own: frozenset[str] = frozenset()) -> None:
        self._language, self._own = language, own
        self._words = segmented(language, piece)[:_LONGEST]
        self._does = [classes(language, word.folded) for word in self._words]
        self._unknown = sum(self._weight(at) for at in range(len(self._words)))

    def kind(self, *, evident: bool) -> str:
        """What the sentence comes to; ``evident``: it has a name, a figure or a link."""
        if any(word.is_link for word in self._words) and evident:
            return ANSWERS
        if not evident and self._refuses():
            return REFUSAL
        if not evident and (self._holds_a_place() or self._promises()):
            return EMPTY
        if self._points():
            return POINTER
        return ANSWERS

    def says_there_is_none(self) -> bool:
        """Say whether the sentence is that nothing of the kind is there, and no more than that."""
        negations = [at for at in range(len(self._words)) if self._is(at, "negation")]
        if len(self._words) == 1 or not negations or not self._has("being") or self._unknown:
            return False
        ends = ("being", "filler") if self._language in VERB_LAST else ("being",)
        if any(not self._is(at, *ends) for at in range(negations[-1] + 1, len(self._words))):
            return False
        return all(does.isdisjoint(_SAYING) or "being" in does for does in self._does)

    def tells_of_a_loss(self) -> bool:
        """Say whether something was there and is lost, or somebody's own: no reason for a none."""
        return self._has("gone") and not self._has("negation")

    def tells(self, *, is_reason: bool = False) -> bool:
        """Say whether a word is there that tells something: none of praise or of the question.

        For a reason that something is not there the words of the question are enough, and so is
        a clause that neither denies nor excuses.
        """
        is_clause = len(self._words) > 2 and not self._has("negation", "excuse")
        return (is_reason and is_clause) or any(
            self._weight(at)
            or word.is_link
            or (self._is(at, *_ACTS, "pointer") and (is_reason or not self._repeats(at)))
            or (self._is(at - 1, "determiner") and at > 0)
            for at, word in enumerate(self._words)
        )

    def _repeats(self, at: int) -> bool:
        """Say whether a word only repeats what is asked, points, or praises."""
        is_asked = self._words[at].folded in listed("points") or self._is(at, "vague")
        return (is_asked and not self._has("negation")) or self._is(at, "lead", "empty")

    def _weight(self, at: int) -> int:
        """How many words of content a word is that the language's list does not know."""
        word = self._words[at]
        if self._does[at] or word.is_link or word.folded in self._own:
            return 0
        if self._language == "ja":
            return len(_CONTENT.findall(word.folded)) // 2
        return (len(word.folded) + 1) // 3 if self._language in RUNS else 1

    def _says_much(self) -> bool:
        """Say whether so much else is in the sentence that it tells something, but for excuses."""
        unknown, is_excuse = 0, False
        for at, word in enumerate(self._words):
            is_excuse = self._is(at, "excuse") or (is_excuse and not word.after_break)
            unknown += 0 if is_excuse else self._weight(at)
        is_run = self._language in RUNS  # where what joins words is a letter each
        size = sum(1 for word in self._words if not (is_run and len(word.folded) == 1))
        return unknown >= _MUCH and unknown * 5 >= size

    def _says_little(self) -> bool:
        """Say whether a quarter of the sentence or less is content."""
        return self._unknown * 4 < len(self._words) + 4

    def _is(self, at: int, *names: str) -> bool:
        return not self._does[at].isdisjoint(names)

    def _has(self, *names: str) -> bool:
        return next(self._at(*names), None) is not None

    def _at(self, *names: str) -> Iterator[int]:
        return (at for at in range(len(self._words)) if self._is(at, *names))

    # --- refusals ---

    def _refuses(self) -> bool:
        bound = [
            (at, verb)
            for at in range(len(self._words))
            if self._is(at, "negation") and (verb := self._negated(at)) is not None
        ]
        if any(self._withholds(at, verb) for at, verb in bound):
            return True
        if any(self._is(verb, *_ACTS) for _, verb in bound) or self._has("removal"):
            return False
        return self._is_secret()

    def _is_secret(self) -> bool:
        """Say whether it calls something secret, and tells of nothing else."""
        has_telling = self._has("telling", "weak")
        if self._has("secrecy"):
            return self._says_little() and (has_telling or self._unknown < _MUCH)
        is_brief = len(self._words) <= _BRIEF
        return self._has("insiders") and not self._unknown and (has_telling or is_brief)

    def _withholds(self, negation: int, verb: int) -> bool:
        """Say whether a negated verb is one of telling, and what the sentence is about."""
        if self._is(verb, *_ACTS) and not self._is(verb, "telling"):
            return False
        if self._is(verb, "weak") and not self._is(verb, "telling") and not self._says_little():
            return False
        return not self._is_aside(negation, verb) and not self._says_much()

    def _negated(self, negation: int) -> int | None:
        """The verb that a negation belongs to: the next one, or else one before."""
        if self._language not in VERB_LAST:
            for at in self._clause_after(negation):
                if not self._does[at].isdisjoint(_VERBS):
                    return at
        return self._negated_before(negation)

    def _negated_before(self, negation: int) -> int | None:
        before = [
            at for at in self._clause_before(negation) if not self._does[at].isdisjoint(_VERBS)
        ]
        if not before or self._language in VERB_LAST:
            return before[0] if before else None
        telling = [at for at in before if self._is(at, "telling", "weak")]
        if self._is(before[0], *_ACTS) and before[0] == negation - 1:
            return before[0]
        rest = range(negation + 1, len(self._words))
        is_near = bool(rest) or self._language == "de" or negation - before[0] < _NEAR
        is_last = all(self._does[at] for at in rest)
        return telling[0] if telling and is_last and is_near else None

    def _clause_after(self, start: int) -> Iterator[int]:
        is_cut_off = start + 1 < len(self._words) and self._words[start + 1].after_break
        end = min(start + 1 + (3 if is_cut_off else 1) * _WINDOW, len(self._words))
        for at in range(start + 1, end):
            if self._words[at].after_break and not is_cut_off:
                return
            if self._is(at, "how") and self._is(at, "relative"):
                return
            yield at

    def _clause_before(self, start: int) -> Iterator[int]:
        for at in range(start, -1, -1):
            if at < start:
                yield at
            if self._words[at].after_break and at >= _SHORT_CLAUSE and at < start:
                return

    def _is_aside(self, negation: int, verb: int) -> bool:
        """Say whether the negated telling only tells which things something was done to."""
        before, after = range(min(negation, verb)), range(max(negation, verb) + 1, len(self._words))
        done_after = any(self._done(at, max(negation, verb)) for at in after)
        if self._language in RUNS:
            is_left_out = any(self._is(at, "removal") and self._done(at, verb) for at in after)
            return is_left_out or (done_after and self._is_before_a_noun(after[0]))
        if any(self._is(at, "relative") for at in before[-_LEADING:]):
            return done_after or any(self._is(at, "removal") for at in before)
        is_adjective = verb == negation + 1 and self._is(negation, "determiner")
        return done_after and is_adjective

    def _is_before_a_noun(self, at: int) -> bool:
        """Say whether what ends before a word belongs to it, as in 不能公开的病历."""
        word = self._words[at]
        if self._language == "zh":
            return word.folded.startswith("的")
        return not word.after_break

    def _done(self, at: int, verb: int) -> bool:
        """Say whether something is done or told at a word, and not only asked how it is."""
        if self._does[at].isdisjoint(_ACTS | {"told"}):
            return False
        if self._words[at - 1].folded in listed("joining"):
            return False
        return not any(self._is(between, "how") for between in range(verb + 1, at))

    # --- what else says nothing ---

    def _holds_a_place(self) -> bool:
        does_nothing = all(self._is(at, "empty") for at in self._at("doing"))
        return self._has("empty") and not self._unknown and does_nothing

    def _promises(self) -> bool:
        for at in range(len(self._words)):
            if self._is(at, "future") and self._unknown * 3 <= len(self._words):
                rest = self._clause_after(at)
                if any(self._is(verb, "telling", "weak", "promised", "empty") for verb in rest):
                    return True
        return False

    def _points(self) -> bool:
        if self._has("ask") and self._unknown * 3 <= len(self._words):
            return True
        if not self._has("pointer"):
            return False
        is_led = self._is(0, "lead") and self._unknown <= _NEAR
        is_bare = not self._unknown and not self._has("removal")
        return is_bare or (is_led and not self._has(*_ACTS))
