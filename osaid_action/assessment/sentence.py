# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One sentence in one language: it tells, refuses, points nowhere, or only holds a place."""

from collections.abc import Iterator

from osaid_action.assessment.lexicon import RUNS, VERB_LAST, listed
from osaid_action.assessment.sentence_words import MARKS, MUCH, SentenceWords

ANSWERS = "answers"
EMPTY = "empty"
POINTER = "pointer"
REFUSAL = "refusal"

_WINDOW = 8  # words between a negation and what it negates
_SHORT_CLAUSE = 3  # fewer words before a comma are no clause of their own
_BRIEF = 4
_NEAR = 3  # words between a verb and a negation after it, or beside a pointer
_LEADING = 5  # words before a negation in which "that" or "if" stands
_VERBS = frozenset({"telling", "weak", "doing", "removal"})
_SAYING = frozenset({"telling", "weak", "secrecy", "pointer", "ask", "future"})
_ACTS = frozenset({"doing", "removal"})


class Sentence(SentenceWords):
    """The words of a sentence with what each does in one language."""

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
        is_said_twice = is_asked or self._is_echo(at)
        return (is_said_twice and not self._has("negation")) or self._is(at, "lead", "empty")

    # --- refusals ---

    def _refuses(self) -> bool:
        bound = [
            (at, verb)
            for at in range(len(self._words))
            if self._is(at, "negation") and (verb := self._negated(at)) is not None
        ]
        if self._tells_otherwise({verb for _, verb in bound}):
            return False
        if any(self._withholds(at, verb) for at, verb in bound):
            return True
        if any(self._is(verb, *_ACTS) for _, verb in bound) or self._has("removal"):
            return False
        return self._is_secret()

    def _is_secret(self) -> bool:
        """Say whether it calls something secret, and tells of nothing else."""
        has_telling = self._has("telling", "weak")
        if self._has("secrecy"):
            is_all = self._says_little() and not self._says_much()
            return is_all and (has_telling or self._unknown < MUCH)
        is_brief = len(self._words) <= _BRIEF
        is_known_inside = self._has("insiders") and not self._unknown and not self._is_by_whom()
        return is_known_inside and (has_telling or is_brief)

    def _is_by_whom(self) -> bool:
        """Say whether insiders are those who did something, and not those who know of it."""
        inside = next(self._at("insiders"))
        is_agent = any(self._is(at, "agent") for at in range(max(inside - _NEAR, 0), inside))
        return is_agent and self._has("doing") and not self._has("seen")

    def _tells_otherwise(self, negated: set[int]) -> bool:
        """Say whether a part tells: we publish the list, not the pages."""
        verbs = [at for at in self._at("telling") if at not in negated]
        for first, verb in ((one, two) for one in verbs for two in negated if one < two):
            is_same = self._words[first].folded == self._words[verb].folded
            before = range(verb) if self._language in VERB_LAST else range(first, verb)
            if is_same and self._language in RUNS and self._has_object(before):
                return True
        return any(map(self._clause_tells, self._clauses()))

    def _clause_tells(self, clause: range) -> bool:
        against = ("negation", "secrecy", "insiders", "excuse", "future", "ask", "how", "relative")
        if any(self._is(at, *against) for at in clause):
            return False
        if sum(map(self._weight, clause)) > 1:
            return any(self._is(at, *_ACTS) for at in clause)
        telling = [at for at in clause if self._is(at, "telling") and not self._is(at, "lead")]
        return bool(telling) and self._has_object(range(telling[0] + 1, clause.stop))

    def _withholds(self, negation: int, verb: int) -> bool:
        """Say whether a negated verb is one of telling, and what the sentence is about."""
        if self._is(verb, *_ACTS) and not self._is(verb, "telling"):
            return False
        if (
            self._is(verb, "weak")
            and not self._is(verb, "telling")
            and self._is_of_another(negation, verb)
        ):
            return False
        if self._is(verb, "weak") and not self._is(verb, "telling") and not self._says_little():
            return False
        return not self._is_aside(negation, verb) and not self._says_much()

    def _is_of_another(self, negation: int, weak: int) -> bool:
        """Say whether a deed is denied, not a telling: not known to hold, not conforming to."""
        is_deed = any(
            self._is(at, *_ACTS) for at in range(weak + 1, min(weak + 3, len(self._words)))
        )
        if self._is(weak, "seen") and is_deed:
            return True
        is_other_verb = weak > negation + 2 and self._weight(negation + 1) > 0
        is_noun = self._is(weak, "thing", "filler") and not self._is(negation, "determiner")
        return is_other_verb and is_noun

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
        is_last = all(self._does[at] - MARKS for at in rest)
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
            return done_after or self._has("removal")
        done = max((at for at in after if self._done(at, verb)), default=0)
        is_said_after = any(self._is(at, "telling", "weak") for at in after if at > done)
        is_near = 0 < verb - negation < _NEAR and self._is(negation, "determiner")
        is_deed = verb == negation + 1 and not self._is(verb, "filler")
        is_deed = is_deed or (self._is(done - 1, "passive") and self._is(done, *_ACTS))
        return done_after and is_near and is_deed and not is_said_after

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
        does_nothing = all(self._is(at, "empty") for at in self._at(*_ACTS))
        return self._has("empty") and not self._unknown and does_nothing

    def _promises(self) -> bool:
        for at in range(len(self._words)):
            is_much = self._language in RUNS and self._says_much()
            is_little = self._unknown * 3 <= len(self._words) and not is_much
            if self._is(at, "future") and is_little:
                promised = ("telling", "weak", "promised", "empty")
                verbs = (one for one in self._clause_after(at) if self._is(one, *promised, *_ACTS))
                first = next(verbs, None)
                if first is not None and self._is(first, *promised):
                    return True
        return False

    def _points(self) -> bool:
        is_little = self._unknown < MUCH and self._unknown * 3 <= len(self._words)
        if any(not self._is(at - 1, "being") for at in self._at("ask")) and is_little:
            return True
        if not self._has("pointer") or (self._has("negation") and self._tells_otherwise(set())):
            return False
        is_led = self._is(0, "lead") and self._unknown <= _NEAR
        is_bare = not self._unknown and not self._has("removal")
        return is_bare or (is_led and not self._has(*_ACTS))
