# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The label: the rung of the ladder that a system stands on."""

from collections.abc import Sequence

from osaid_action.assessment.effective_terms import effective_terms
from osaid_action.assessment.lineage import InheritedOutcome
from osaid_action.definition.freedoms import LABELS
from osaid_action.evidence.observation import Evidence
from osaid_action.model import Component, Declaration, Outcome


def label(
    declaration: Declaration,
    evidence: Evidence,
    verdict: Outcome,
    inherited: Sequence[InheritedOutcome],
) -> str:
    """The label of a system: its own, or the lowest that a model lends it."""
    own = _own_label(declaration, evidence, verdict)
    return min([own, *(one.label for one in inherited)], key=LABELS.index)


def _own_label(declaration: Declaration, evidence: Evidence, verdict: Outcome) -> str:
    if verdict is Outcome.MET:
        sources = declaration.source_list
        if sources and all(s.availability == "open" and not s.withdrawn for s in sources):
            return "open-source-ai-with-open-data"
        return "open-source-ai"
    weights = declaration.components["parameters.weights"]
    inference = declaration.components["code.inference"]
    if not _is_there(weights, declaration, evidence):
        return "closed"
    both = (weights, inference)
    is_open = all(
        _is_there(component, declaration, evidence)
        and _grants_all(component, declaration, evidence)
        for component in both
    )
    return "open-weights" if is_open else "weights-available"


def _is_there(component: Component, declaration: Declaration, evidence: Evidence) -> bool:
    if component.state == "not_applicable":
        return component.id == "parameters.weights" and bool(declaration.built_on)
    return component.state == "present" and all(
        part.path not in evidence or evidence[part.path].exists for part in component.parts
    )


def _grants_all(component: Component, declaration: Declaration, evidence: Evidence) -> bool:
    for part in component.parts:
        found = effective_terms(part, declaration, evidence)
        if found.granting is not Outcome.MET or part.access != "open":
            return False
    return True
