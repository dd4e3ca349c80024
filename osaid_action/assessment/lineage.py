# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the models that a system is built on lend it, by their relation: no more than they have."""

from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.assessment.effective_terms import effective_terms, not_granted
from osaid_action.assessment.further_terms import further_taken
from osaid_action.assessment.messages import access_taken, grants_taken
from osaid_action.assessment.outcomes import REQUIREMENT
from osaid_action.assessment.permission import is_permitted, unshown
from osaid_action.assessment.third_party import is_sourced
from osaid_action.assessment.weight_terms import weights_in_turn
from osaid_action.definition.freedoms import LABELS, TAKEN_BY_ACCESS
from osaid_action.definition.relations import NEEDED_TO_RUN
from osaid_action.definition.rules.components import (
    BASE_API_ONLY,
    BASE_LICENSE_MISSING,
    BASE_NOT_RELEASED,
    BASE_UNDECIDED,
    BASE_UNDECLARED,
    BASE_UNMET,
    DATA_DESCRIPTION_MISSING,
    MISSING,
    THIRD_PARTY_WORD,
)
from osaid_action.evidence.observation import Evidence
from osaid_action.findings import Diagnostic, Report
from osaid_action.licenses.grant import named
from osaid_action.model import FREEDOMS, Declaration, Outcome, ParentModel, is_url, worst
from osaid_action.text import in_brackets, shorten

_SAYS = {
    Outcome.UNMET: "its own declaration does not grant",
    Outcome.UNDECIDED: "it is not known whether one may",
}
_MEETS = {Outcome.UNMET: "does not meet", Outcome.UNDECIDED: "cannot be told to meet"}
_ALONE, _STUDIED = ("use", "share"), ("study", "modify")


class ResolvedParent(NamedTuple):
    """A model in ``built_on``, and what its own declaration says when it is in the repository.

    ``report`` is that on the model as it lends: where its weights are taken on from, its access
    counts as open, and with a permission that is shown its weights as granted.
    """

    model: ParentModel
    report: Report | None = None
    declaration: Declaration | None = None
    diagnostic: Diagnostic | None = None  # why its declaration could not be read
    parents: tuple["ResolvedParent", ...] = ()
    path: str = ""  # of its own declaration, where that was read


class InheritedOutcome(NamedTuple):
    """What one model lends: outcomes by freedom and by REQUIREMENT, their reasons, a label."""

    outcomes: dict[str, Outcome]
    reasons: dict[str, list[Diagnostic]]
    label: str


def inherited_from(
    resolved: ResolvedParent, declaration: Declaration, evidence: Evidence
) -> InheritedOutcome:
    """What a model in ``built_on`` of ``declaration``, which is no teacher, lends."""
    lent = _Lent(resolved, declaration, evidence)
    for freedom in FREEDOMS:
        lent.weigh(freedom)
    return lent.whole()


class _Lent:
    """Gathers what one model lends, reason by reason."""

    def __init__(
        self, resolved: ResolvedParent, declaration: Declaration, evidence: Evidence
    ) -> None:
        self.resolved, self.model = resolved, resolved.model
        self.name = shorten(resolved.model.name)
        self.alone = resolved.model.relation not in NEEDED_TO_RUN
        is_shown = is_permitted(self.model, resolved.declaration, declaration)
        self.permitted = self.alone and is_shown  # what is needed to run keeps its own license
        self.unshown = unshown(self.model, resolved.declaration, declaration)
        self.stated = named(effective_terms(self.model, declaration, evidence))
        self.evidence = evidence
        self.taken = list(self._by_license())
        self.by_weights = list(self._by_weights()) if self.alone and not self.permitted else []
        self.further = list(further_taken(self.model, self.name, declaration))
        self.outcomes: dict[str, Outcome] = {}
        self.reasons: dict[str, list[Diagnostic]] = {}

    def weigh(self, freedom: str) -> None:
        """Set the outcome of a freedom, with its reasons."""
        against = [*self._taken(freedom), *self._own(freedom)]
        if self.alone and freedom in _ALONE and self.unshown:
            against = [(Outcome.UNDECIDED, self.unshown)]
        self.outcomes[freedom] = worst(outcome for outcome, _ in against)
        self.reasons[freedom] = [
            diagnostic for outcome, diagnostic in against if outcome is self.outcomes[freedom]
        ]

    def _taken(self, freedom: str) -> Iterator[tuple[Outcome, Diagnostic]]:
        """What the entry in ``built_on`` itself says against a freedom."""
        model = self.model
        if model.access == "api":
            message = f"{self.name}, which it is built on, can only be called, through an API"
            remedy = "run it with a model whose weights are released"
            yield Outcome.UNMET, BASE_API_ONLY.at((*model.path, "access"), message, remedy)
        elif not self.alone and freedom in TAKEN_BY_ACCESS:
            for diagnostic in access_taken(model.access, model.path, self.name):
                yield Outcome.UNMET, diagnostic
        if model.not_released is not None and freedom in _STUDIED:
            why = in_brackets(model.not_released)
            message = f"{self.name}, which it is built on, is not wholly released{why}"
            remedy = "build on a model that is released with its data information and code"
            where = (*model.path, "not_released")
            yield Outcome.UNMET, BASE_NOT_RELEASED.at(where, message, remedy)
        if not self.permitted:
            yield from self._by_stated_terms(freedom)

    def _by_stated_terms(self, freedom: str) -> Iterator[tuple[Outcome, Diagnostic]]:
        yield from ((outcome, why) for one, why, outcome in self.taken if one == freedom)
        for freedoms, outcome, diagnostic in self.further:
            if freedom in freedoms:
                yield outcome, diagnostic

    def _by_license(self) -> Iterator[tuple[str, Diagnostic, Outcome]]:
        if self.stated:
            where = (*self.model.path, "license")
            yield from not_granted(self.model, self.stated, self.name, where, self.evidence)

    def _own(self, freedom: str) -> Iterator[tuple[Outcome, Diagnostic]]:
        """What its own declaration says against a freedom, or that there is none."""
        report = self.resolved.report
        if self.alone and freedom in _ALONE:
            yield from ((outcome, why) for one, why, outcome in self.by_weights if one == freedom)
        elif report is not None and report.freedoms is not None:
            outcome = report.freedoms[freedom].outcome
            if _is_silent(report, freedom):
                yield from self._unsaid(freedom)
            elif outcome is not Outcome.MET:
                message = f"{self.name}, which it is built on: {_SAYS[outcome]} {freedom}"
                yield outcome, self._by_report(message, outcome)
        else:
            yield from self._unsaid(freedom)

    def _unsaid(self, freedom: str) -> Iterator[tuple[Outcome, Diagnostic]]:
        """What stands against a freedom where no declaration says anything of it."""
        if freedom in _STUDIED:
            yield Outcome.UNDECIDED, self._silence() if self.resolved.report else self._undeclared()
        elif not self.permitted and not self.stated:
            every = [found for found, _ in weights_in_turn(self.resolved, self.stated)]
            if not every or None in every:
                yield Outcome.UNDECIDED, self._unlicensed(self.name)

    def _by_weights(self) -> Iterator[tuple[str, Diagnostic, Outcome]]:
        """What the licenses of its weights, and of those they were made from in turn, take."""
        every = list(weights_in_turn(self.resolved, self.stated))
        if not every and not self.stated:
            every = [(None, self.name)]
        for found, name in every:
            if found is None:
                unknown = self._unlicensed(name)
                yield from ((freedom, unknown, Outcome.UNDECIDED) for freedom in _ALONE)
            else:
                where = (*self.model.path, "declaration")
                yield from grants_taken(found, name, where, "lineage")

    def whole(self) -> InheritedOutcome:
        """What is lent, with the outcome of the requirement `lineage` and the label."""
        against = [self.outcomes[freedom] for freedom in FREEDOMS]
        reasons = [one for freedom in FREEDOMS for one in self.reasons[freedom]]
        report = self.resolved.report
        verdict = Outcome(report.verdict) if report and report.valid else Outcome.UNDECIDED
        if verdict is not Outcome.MET:
            reasons.insert(0, self._against_meeting(verdict))
        outcome = worst([verdict, *(one for one in against if one is Outcome.UNMET)])
        if outcome is Outcome.UNMET and not (report and report.verdict == "unmet"):
            unmet = [f for f in FREEDOMS if self.outcomes[f] is Outcome.UNMET]
            reasons = [one for freedom in unmet for one in self.reasons[freedom]]
        if self.resolved.diagnostic:
            reasons.insert(0, self.resolved.diagnostic)
        self.outcomes[REQUIREMENT] = outcome
        is_met = outcome is Outcome.MET
        self.reasons[REQUIREMENT] = [] if is_met else list(dict.fromkeys(reasons))
        return InheritedOutcome(self.outcomes, self.reasons, self._label())

    def _against_meeting(self, verdict: Outcome) -> Diagnostic:
        """Why it is not said to meet OSAID."""
        report = self.resolved.report
        if report is None or not report.valid:
            return self._undeclared()
        if _is_silent(report):
            return self._silence()
        message = f"{self.name}, which it is built on, {_MEETS[verdict]} OSAID"
        return self._by_report(message, verdict)

    def _label(self) -> str:
        """The highest label that is lent: by what is lent, and by its own declaration."""
        met = [freedom for freedom in FREEDOMS if self.outcomes[freedom] is Outcome.MET]
        report = self.resolved.report
        if len(met) == len(FREEDOMS) and report and report.label:
            return report.label
        return "open-weights" if {*_ALONE} <= {*met} else "weights-available"

    def _by_report(self, message: str, outcome: Outcome) -> Diagnostic:
        rule = BASE_UNMET if outcome is Outcome.UNMET else BASE_UNDECIDED
        remedy = f"see `osaid check {self.model.declaration}`; build on a model that meets OSAID"
        if outcome is Outcome.UNDECIDED and self._is_without_source():
            remedy = (
                "it counts as a third party's: give each of its texts a `source`, or where it is "
                "its maker's own file name the original as `source` in this entry"
            )
        return rule.at((*self.model.path, "declaration"), message, remedy)

    def _is_without_source(self) -> bool:
        """Whether its declaration is a third party's, and nothing says where the words are from."""
        report = self.resolved.report
        told = report.findings if report else ()
        return any(one.rule is THIRD_PARTY_WORD for one in told) and not is_sourced(
            self.model.source
        )

    def _unlicensed(self, name: str) -> Diagnostic:
        message = f"{name}, which it is built on: no license of its weights is named"
        if name != self.name:
            message = f"{name}, which {self.name} is made from: no license of its weights is named"
            remedy = f"name its `license` in {shorten(self.model.declaration)}"
            remedy += ": that settles use and share"
            where = (*self.model.path, "declaration")
            return BASE_LICENSE_MISSING.at(where, message, remedy)
        return BASE_LICENSE_MISSING.at(self.model.path, message)

    def _silence(self) -> Diagnostic:
        message = f"{self.name}, which it is built on: its declaration does not tell the whole"
        remedy = (
            f"add what its maker published to {shorten(self.model.declaration)}, or leave it: "
            "what a third party leaves out counts as not known"
        )
        return BASE_UNDECIDED.at((*self.model.path, "declaration"), message, remedy)

    def _undeclared(self) -> Diagnostic:
        if self.resolved.diagnostic:
            return self.resolved.diagnostic
        where = " in this repository" if is_url(self.model.declaration) else ""
        message = f"{self.name}, which it is built on, has no declaration{where}"
        return BASE_UNDECLARED.at(self.model.path, message)


def _is_silent(report: Report, freedom: str = "") -> bool:
    """Whether all that leaves a freedom open, or the verdict, is what a third party leaves out."""
    one = (report.freedoms or {}).get(freedom)
    outcome = one.outcome.value if one else report.verdict
    reasons = {*one.reasons} if one else report.reasons(Outcome.UNDECIDED)
    against = [finding.rule for finding in report.findings if finding.id in reasons]
    return outcome == Outcome.UNDECIDED.value and _LEFT_OUT.issuperset(against)


_LEFT_OUT = frozenset({DATA_DESCRIPTION_MISSING, *MISSING.values()})


def lowest(labels: list[str]) -> str:
    """The lowest of several labels."""
    return min(labels, key=LABELS.index)
