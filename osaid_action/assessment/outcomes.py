# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The outcome of a component, reason by reason; and that of one that is not there."""

from collections.abc import Sequence
from typing import NamedTuple

from osaid_action.definition.freedoms import NEEDS
from osaid_action.evidence.observation import Observation, of_all
from osaid_action.findings import Diagnostic
from osaid_action.model import (
    FREEDOMS,
    Component,
    Outcome,
    ParentModel,
    Part,
    Path,
    Source,
    is_url,
    worst,
)

REQUIREMENT = "requirement"


class ComponentOutcome(NamedTuple):
    """What is said of a component: outcomes and their reasons, by freedom and by REQUIREMENT."""

    id: str
    path: Path
    outcomes: dict[str, Outcome]
    reasons: dict[str, tuple[Diagnostic, ...]]
    remarks: tuple[Diagnostic, ...] = ()
    evidence: str | None = None
    notes: tuple[str, ...] = ()


class OutcomeBuilder:
    """Gathers outcomes with the diagnostics that caused them."""

    def __init__(self) -> None:
        self.outcomes: dict[str, list[Outcome]] = {}
        self.reasons: dict[str, list[Diagnostic]] = {}
        self.remarks: list[Diagnostic] = []

    def add(self, outcome: Outcome, diagnostic: Diagnostic, *about: str) -> None:
        """Let ``diagnostic`` make ``outcome`` of each of ``about``."""
        for subject in about:
            self.outcomes.setdefault(subject, []).append(outcome)
            self.reasons.setdefault(subject, []).append(diagnostic)

    def build(self, component: Component, observations: Sequence[Observation]) -> ComponentOutcome:
        """The outcome of ``component``; what nobody spoke against is met."""
        seen = of_all(observations)
        evidence = seen.status.value if observations else None
        outcomes = {
            subject: worst(self.outcomes.get(subject, ()))
            for subject in (*FREEDOMS, REQUIREMENT)
            if subject == REQUIREMENT or subject in NEEDS[component.id]
        }
        reasons = {
            subject: tuple(dict.fromkeys(self.reasons.get(subject, ()))) for subject in outcomes
        }
        remarks = tuple(dict.fromkeys(self.remarks))
        return ComponentOutcome(
            component.id, component.path, outcomes, reasons, remarks, evidence, seen.notes
        )


def is_unpinned(entry: Part | Source | ParentModel) -> bool:
    """Whether what stands at a URL may change without anybody seeing it."""
    return is_url(entry.location) and not (entry.sha256 or pins(entry.revision))


def pins(revision: str) -> bool:
    """Whether a revision is one thing for good: a name without a figure is that of a branch."""
    return not revision.startswith("refs/heads/") and any(one.isdigit() for one in revision)
