# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The terms of weights, and of those that they were made from in turn."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from osaid_action.assessment.effective_terms import effective_terms
from osaid_action.assessment.permission import is_permitted
from osaid_action.definition.relations import MADE_FROM, TEACHER
from osaid_action.definition.rules.terms import LICENSE_WIDER_THAN_BASE
from osaid_action.evidence.observation import Evidence
from osaid_action.findings import Diagnostic
from osaid_action.licenses.grant import FREE_BY_ASSERTION, Terms, display_name, named
from osaid_action.model import FREEDOMS, Declaration, Outcome, ParentModel, Part, Path
from osaid_action.text import shorten

if TYPE_CHECKING:
    from osaid_action.assessment.lineage import ResolvedParent


def weights_in_turn(
    resolved: "ResolvedParent", stated: Terms | None
) -> Iterator[tuple[Terms | None, str]]:
    """The terms of the weights of a model, and of all that they were made from, with their names.

    None where no terms are known. Those that its entry has ``stated`` whoever asks knows already:
    where no declaration speaks of its weights there is nothing here.
    """
    theirs = resolved.declaration
    if theirs is None:
        return
    weights = theirs.components["parameters.weights"]
    for part in weights.parts:
        yield named(effective_terms(part, theirs, {})), shorten(resolved.model.name)
    is_silent = weights.state not in ("not_applicable", "not_released")
    if weights.state == "not_released" or (is_silent and not weights.parts and not stated):
        yield None, shorten(resolved.model.name)
    for parent in resolved.parents:
        relation = parent.model.relation
        made = relation in MADE_FROM or weights.state == "not_applicable"
        if relation == TEACHER or not made:
            continue
        if is_permitted(parent.model, parent.declaration, theirs):
            continue
        if given := named(effective_terms(parent.model, theirs, {})):
            yield given, shorten(parent.model.name)
        elif parent.declaration is None:
            yield None, shorten(parent.model.name)
        yield from weights_in_turn(parent, given)


def wider(
    parents: "Sequence[ResolvedParent]", declaration: Declaration, evidence: Evidence
) -> Iterator[Diagnostic]:
    """Warnings when weights grant a freedom that a model they are made from does not."""
    weights = _weights(declaration, evidence)
    known: dict[tuple[str, str], list[str]] = {}
    for resolved in parents:
        theirs = _weight_terms(resolved, declaration, evidence)
        if resolved.model.relation not in MADE_FROM or theirs is None:
            continue
        if is_permitted(resolved.model, resolved.declaration, declaration):
            continue
        for ours, part in weights.values():
            pair = ours.expression, theirs.expression
            if pair not in known:
                known[pair] = _more_in(ours, theirs)
            if known[pair]:
                where = (*part.path, "license")
                yield _too_wide(ours, theirs, resolved.model, where, known[pair])


def _more_in(ours: Terms, theirs: Terms) -> list[str]:
    """The freedoms that one license grants and another restricts."""
    return [
        freedom
        for freedom in FREEDOMS
        if ours.grants[freedom].outcome is Outcome.MET
        and theirs.grants[freedom].outcome is Outcome.UNMET
    ]


def _weights(declaration: Declaration, evidence: Evidence) -> dict[str, tuple[Terms, Part]]:
    """The terms that weights are under, by expression, each with the first part under them.

    Without a license there are none: nothing is granted, and nothing more than to the base.
    """
    found: dict[str, tuple[Terms, Part]] = {}
    for part in declaration.components["parameters.weights"].parts:
        if ours := named(effective_terms(part, declaration, evidence)):
            found.setdefault(ours.expression, (ours, part))
    return found


def _too_wide(
    ours: Terms, theirs: Terms, parent: ParentModel, where: Path, freedoms: list[str]
) -> Diagnostic:
    taken = "called free to all" if ours is FREE_BY_ASSERTION else f"under {display_name(ours)}"
    message = (
        f"the weights are {taken}, which grants what {display_name(theirs)}, the license of "
        f"{shorten(parent.name)}, restricts: {', '.join(freedoms)}"
    )
    return LICENSE_WIDER_THAN_BASE.at(where, message)


def _weight_terms(
    resolved: "ResolvedParent", declaration: Declaration, evidence: Evidence
) -> Terms | None:
    """The license of the weights of a model, None where none is named."""
    if resolved.model.license:
        return named(effective_terms(resolved.model, declaration, evidence))
    theirs = _weights(resolved.declaration, {}) if resolved.declaration else {}
    return next((found for found, _ in theirs.values() if named(found)), None)
