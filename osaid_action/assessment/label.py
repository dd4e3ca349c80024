# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The label: the rung of the ladder that a system stands on."""

from collections.abc import Sequence

from osaid_action.assessment.availability import against_availability
from osaid_action.assessment.data_sources import is_open
from osaid_action.assessment.effective_terms import effective_terms
from osaid_action.assessment.further_terms import further_taken
from osaid_action.assessment.lineage import InheritedOutcome, ResolvedParent, lowest
from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.relations import TEACHER
from osaid_action.evidence.observation import Evidence
from osaid_action.model import Component, Declaration, Outcome

_CODE = ("data_processing", "training", "validation", "libraries", "inference", "architecture")


def label(
    declaration: Declaration,
    evidence: Evidence,
    verdict: Outcome,
    parents: Sequence[ResolvedParent],
    inherited: Sequence[InheritedOutcome],
) -> str:
    """The label of a system: its own, or the lowest that a model lends it."""
    own = _own_label(declaration, evidence, verdict, parents)
    lent = [one.label for one in inherited]
    if declaration.components["parameters.weights"].state == "not_applicable" or own in LABELS[2:]:
        return lowest([own, *lent])
    return own


def _own_label(
    declaration: Declaration,
    evidence: Evidence,
    verdict: Outcome,
    parents: Sequence[ResolvedParent],
) -> str:
    if verdict is Outcome.MET:
        with_open_data = _has_open_data(declaration, parents)
        return "open-source-ai-with-open-data" if with_open_data else "open-source-ai"
    weights = declaration.components["parameters.weights"]
    inference = declaration.components["code.inference"]
    can_only_be_called = weights.state == "not_applicable" and any(
        parent.model.access == "api" for parent in parents if parent.model.relation != TEACHER
    )
    if can_only_be_called or not _is_there(weights, declaration, evidence):
        every = (declaration.components[f"code.{name}"] for name in _CODE)
        return (
            "code-available"
            if any(
                one.state == "present" and _is_there(one, declaration, evidence) for one in every
            )
            else "closed"
        )
    is_open = _is_there(inference, declaration, evidence) and all(
        _grants_all(component, declaration, evidence) for component in (weights, inference)
    )
    return "open-weights" if is_open else "weights-available"


def _has_open_data(declaration: Declaration, parents: Sequence[ResolvedParent]) -> bool:
    """Whether there is data and all of it is open, that of the models one builds on too."""
    own = declaration.source_list
    lending = [parent for parent in parents if parent.model.relation != TEACHER]
    if not own and not lending:
        return False
    return all(map(is_open, own)) and all(
        parent.report is not None and parent.report.label == LABELS[-1] for parent in lending
    )


def _is_there(component: Component, declaration: Declaration, evidence: Evidence) -> bool:
    """Whether a component is available: there and whole, or rightly not applicable."""
    return not any(against_availability(component, declaration, evidence))


def _grants_all(component: Component, declaration: Declaration, evidence: Evidence) -> bool:
    for part in component.parts:
        found = effective_terms(part, declaration, evidence)
        if found.granting is not Outcome.MET or part.access != "open":
            return False
        if any(further_taken(part, "", declaration)):
            return False
    return True
