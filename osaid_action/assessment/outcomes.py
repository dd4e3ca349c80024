# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The outcome of a component, reason by reason; and that of one that is not there."""

from typing import NamedTuple

from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.requirements import Requirement
from osaid_action.evidence.observation import Looked
from osaid_action.model import (
    FREEDOMS,
    Base,
    Component,
    Declaration,
    Outcome,
    Part,
    Path,
    Problem,
    Source,
    is_url,
    worst,
)
from osaid_action.text import quoted

REQUIREMENT = "requirement"


class Judged(NamedTuple):
    """What is said of a component: outcomes and their reasons, by freedom and by REQUIREMENT."""

    id: str
    path: Path
    outcomes: dict[str, Outcome]
    reasons: dict[str, tuple[Problem, ...]]
    notes: tuple[Problem, ...] = ()
    evidence: str | None = None
    looked_at: tuple[str, ...] = ()


class Ruling:
    """Gathers outcomes with the problems that caused them."""

    def __init__(self) -> None:
        self.outcomes: dict[str, list[Outcome]] = {}
        self.reasons: dict[str, list[Problem]] = {}
        self.notes: list[Problem] = []

    def say(self, outcome: Outcome, problem: Problem, *about: str) -> None:
        """Let ``problem`` make ``outcome`` of each of ``about``."""
        for subject in about:
            self.outcomes.setdefault(subject, []).append(outcome)
            self.reasons.setdefault(subject, []).append(problem)

    def judged(self, component: Component, evidence: str | None, what: tuple[str, ...]) -> Judged:
        """The ruling on ``component``; what nobody spoke against is met."""
        outcomes = {
            subject: worst(self.outcomes.get(subject, ()))
            for subject in (*FREEDOMS, REQUIREMENT)
            if subject == REQUIREMENT or subject in NEEDS[component.id]
        }
        reasons = {
            subject: tuple(dict.fromkeys(self.reasons.get(subject, ()))) for subject in outcomes
        }
        notes = tuple(dict.fromkeys(self.notes))
        return Judged(component.id, component.path, outcomes, reasons, notes, evidence, what)


def weakest(looked_at: list[Looked]) -> str | None:
    """The evidence of a component in parts: its weakest."""
    statuses = {looked.status for looked in looked_at}
    return next((s for s in ("contradicted", "declared", "verified") if s in statuses), None)


def is_absent(
    component: Component,
    requirement: Requirement,
    declaration: Declaration,
    ruling: Ruling,
    about: tuple[str, ...],
) -> bool:
    """Rule on a component without parts; False when it has parts."""
    if component.state == "not_applicable":
        if not may_not_apply(requirement, declaration):
            ruling.say(Outcome.UNMET, _refused(component, requirement), *about)
        return True
    if component.state == "present":
        return False
    if component.state == "not_released":
        message = f"{requirement.name}: not released{quoted(component.why)}"
    else:
        message = f"{requirement.name}: not declared"
    problem = Problem(requirement.missing, message, requirement.remedy, component.path, key=True)
    ruling.say(Outcome.UNMET, problem, *about)
    return True


def may_not_apply(requirement: Requirement, declaration: Declaration) -> bool:
    """Whether a requirement may be called not applicable in this declaration."""
    if requirement.may_not_apply == "with-base":
        return bool(declaration.built_on)
    return requirement.may_not_apply == "always"


def _refused(component: Component, requirement: Requirement) -> Problem:
    message = f"{requirement.name} cannot be called not applicable"
    if requirement.may_not_apply == "with-base":
        remedy = "name the model that carries it in `built_on`, or declare it"
    else:
        remedy = "declare it, or say `not_released: …`"
    return Problem("not-applicable-refused", message, remedy, component.path, key=True)


def is_unpinned(entry: Part | Source | Base) -> bool:
    """Whether what stands at a URL may change without anybody seeing it."""
    return is_url(entry.location) and not (entry.revision or entry.sha256)
