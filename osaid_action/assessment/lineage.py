# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the models that a system is built on lend it: no more freedom than they have."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from osaid_action.assessment.effective_terms import terms_of
from osaid_action.assessment.messages import access_taken, display_name, grants_taken
from osaid_action.assessment.outcomes import REQUIREMENT
from osaid_action.definition.freedoms import LABELS, TAKEN_BY_ACCESS
from osaid_action.definition.rules.components import (
    BASE_API_ONLY,
    BASE_NOT_RELEASED,
    BASE_UNDECIDED,
    BASE_UNDECLARED,
    BASE_UNMET,
)
from osaid_action.definition.rules.terms import LICENSE_WIDER_THAN_BASE
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import FREE_BY_ASSERTION, NO_LICENSE, Terms
from osaid_action.model import (
    FREEDOMS,
    Declaration,
    Diagnostic,
    Outcome,
    ParentModel,
    Part,
    Path,
    Report,
    is_url,
)
from osaid_action.text import in_brackets, shorten

MADE_FROM = ("finetune", "adapter", "merge", "quantized")


class ResolvedParent(NamedTuple):
    """A model in ``built_on``, and what its own declaration says when it is in the repository."""

    model: ParentModel
    report: Report | None = None
    declaration: Declaration | None = None
    diagnostic: Diagnostic | None = None  # why its declaration could not be read


class InheritedOutcome(NamedTuple):
    """What one model lends: outcomes by freedom and by REQUIREMENT, their reasons, a label."""

    outcomes: dict[str, Outcome]
    reasons: dict[str, list[Diagnostic]]
    label: str


def inherited_from(resolved: ResolvedParent) -> InheritedOutcome:
    """What a model in ``built_on`` lends to each freedom."""
    if resolved.report is not None and resolved.report.freedoms is not None:
        return _by_declaration(resolved.model, resolved.report)
    return _by_what_is_stated(resolved)


def _by_declaration(parent: ParentModel, report: Report) -> InheritedOutcome:
    outcomes, reasons = {}, {}
    freedoms = report.freedoms or {}
    for freedom in FREEDOMS:
        outcome = outcomes[freedom] = freedoms[freedom].outcome
        if outcome is not Outcome.MET:
            message = f"{shorten(parent.name)}, which it is built on: {_says(outcome)} {freedom}"
            reasons[freedom] = [_its_own(message, parent, outcome)]
    verdict = Outcome(report.verdict)
    # what the entry itself takes away
    for freedom, diagnostic in _taken(parent, _stated_terms(parent)):
        outcomes[freedom] = verdict = Outcome.UNMET
        reasons.setdefault(freedom, []).append(diagnostic)
        reasons.setdefault(REQUIREMENT, []).append(diagnostic)
    outcomes[REQUIREMENT] = verdict
    if report.verdict != Outcome.MET.value:
        own = Outcome(report.verdict)
        message = f"{shorten(parent.name)}, which it is built on, {_meets(own)} OSAID"
        reasons.setdefault(REQUIREMENT, []).insert(0, _its_own(message, parent, own))
    lowest = min(report.label or LABELS[0], _stated_label(parent), key=LABELS.index)
    return InheritedOutcome(outcomes, reasons, lowest)


def _stated_label(parent: ParentModel) -> str:
    """The highest label that the entry of a model leaves to its own declaration."""
    found = _stated_terms(parent)
    if parent.access == "open" and (found is None or found.granting is Outcome.MET):
        return LABELS[-1]
    return _label(parent, found)


def _says(outcome: Outcome) -> str:
    return (
        "its own declaration does not grant"
        if outcome is Outcome.UNMET
        else "it is open whether one may"
    )


def _meets(outcome: Outcome) -> str:
    return "does not meet" if outcome is Outcome.UNMET else "cannot be told to meet"


def _its_own(message: str, parent: ParentModel, outcome: Outcome) -> Diagnostic:
    rule = BASE_UNMET if outcome is Outcome.UNMET else BASE_UNDECIDED
    remedy = f"see `osaid check {parent.declaration}`; build on a model that meets OSAID"
    return rule.at((*parent.path, "declaration"), message, remedy)


def _by_what_is_stated(resolved: ResolvedParent) -> InheritedOutcome:
    """A model without a declaration that can be read: its license, its access, its honest noes."""
    parent = resolved.model
    found = _stated_terms(parent)
    reasons: dict[str, list[Diagnostic]] = {}
    for freedom, diagnostic in _taken(parent, found):
        reasons.setdefault(freedom, []).append(diagnostic)
    outcomes = {}
    for freedom in FREEDOMS:
        if freedom in reasons:
            outcomes[freedom] = Outcome.UNMET
        elif _is_granted(freedom, parent, found):
            outcomes[freedom] = Outcome.MET
        else:
            outcomes[freedom] = Outcome.UNDECIDED
            reasons[freedom] = [resolved.diagnostic or _undeclared(parent)]
    unmet = [
        diagnostic for f in FREEDOMS if outcomes[f] is Outcome.UNMET for diagnostic in reasons[f]
    ]
    outcomes[REQUIREMENT] = Outcome.UNMET if unmet else Outcome.UNDECIDED
    reasons[REQUIREMENT] = unmet or [resolved.diagnostic or _undeclared(parent)]
    if resolved.diagnostic:
        reasons[REQUIREMENT] = [resolved.diagnostic, *reasons[REQUIREMENT]]
    return InheritedOutcome(outcomes, reasons, _label(parent, found))


def _stated_terms(parent: ParentModel) -> Terms | None:
    """The terms that are named for a model; a name that nobody knows says no more than none."""
    if not parent.license:
        return None
    found = terms(parent.license, text_shown=bool(parent.license_file))
    return None if found.grants == NO_LICENSE.grants else found


def _is_granted(freedom: str, parent: ParentModel, found: Terms | None) -> bool:
    """Whether a license and open access are enough to say that a freedom is granted."""
    granted = found is not None and found.grants[freedom].outcome is Outcome.MET
    return granted and parent.access == "open" and freedom in ("use", "share")


def _taken(parent: ParentModel, found: Terms | None) -> Iterator[tuple[str, Diagnostic]]:
    """Each freedom that such a model takes away, with the reason."""
    name = f"{shorten(parent.name)}, which it is built on,"
    if parent.access == "api":
        message = f"{name} can only be called, through an API"
        remedy = "run it with a model whose weights are released"
        api = BASE_API_ONLY.at((*parent.path, "access"), message, remedy)
        yield from ((freedom, api) for freedom in FREEDOMS)
    for diagnostic in access_taken(parent.access, parent.path, shorten(parent.name)):
        yield from ((freedom, diagnostic) for freedom in TAKEN_BY_ACCESS)
    if parent.not_released is not None:
        message = f"{name} is not wholly released{in_brackets(parent.not_released)}"
        remedy = "build on a model that is released with its data information and code"
        kept = BASE_NOT_RELEASED.at((*parent.path, "not_released"), message, remedy)
        yield from ((freedom, kept) for freedom in ("study", "modify"))
    if found:
        for freedom, diagnostic, outcome in grants_taken(
            found, shorten(parent.name), (*parent.path, "license"), "lineage"
        ):
            if outcome is Outcome.UNMET:
                yield freedom, diagnostic


def _undeclared(parent: ParentModel) -> Diagnostic:
    where = " in this repository" if is_url(parent.declaration) else ""
    message = f"{shorten(parent.name)}, which it is built on, has no declaration{where}"
    remedy = "put its OPEN_AI_SYSTEM.yaml into this repository and name it as `declaration`"
    return BASE_UNDECLARED.at(parent.path, message, remedy)


def _label(parent: ParentModel, found: Terms | None) -> str:
    """The highest label that a model without a declaration can lend."""
    if parent.access == "api":
        return "closed"
    is_open = found and found.granting is Outcome.MET and parent.access == "open"
    return "open-weights" if is_open else "weights-available"


def wider(parents: Sequence[ResolvedParent], declaration: Declaration) -> Iterator[Diagnostic]:
    """Warnings when weights grant a freedom that a model they are made from does not."""
    weights = _by_terms(declaration)
    known: dict[tuple[str, str], list[str]] = {}
    for resolved in parents:
        theirs = _weight_terms(resolved)
        if resolved.model.relation not in MADE_FROM or theirs is None:
            continue
        for ours, part in weights:
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


def _by_terms(declaration: Declaration) -> list[tuple[Terms, Part]]:
    """The weights, one part for each of the terms they are under."""
    found: dict[str, tuple[Terms, Part]] = {}
    for part in declaration.components["parameters.weights"].parts:
        ours = terms_of(part, "parameters.weights", declaration)
        found.setdefault(ours.expression, (ours, part))
    return list(found.values())


def _too_wide(
    ours: Terms, theirs: Terms, parent: ParentModel, where: Path, freedoms: list[str]
) -> Diagnostic:
    taken = "called free to all" if ours is FREE_BY_ASSERTION else f"under {display_name(ours)}"
    message = (
        f"the weights are {taken}, which grants what {display_name(theirs)}, the license of "
        f"{shorten(parent.name)}, restricts: {', '.join(freedoms)}"
    )
    remedy = "take over the terms of that model, or show the permission to go beyond them"
    return LICENSE_WIDER_THAN_BASE.at(where, message, remedy)


def _weight_terms(resolved: ResolvedParent) -> Terms | None:
    """The license of the weights of a model, None where none is named."""
    if resolved.model.license:
        return _stated_terms(resolved.model)
    if resolved.declaration:
        for part in resolved.declaration.components["parameters.weights"].parts:
            found = terms_of(part, "parameters.weights", resolved.declaration)
            if found.grants != NO_LICENSE.grants:
                return found
    return None
