# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the models that a system is built on lend it: no more freedom than they have."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from osaid_action.assessment.effective_terms import terms_of
from osaid_action.assessment.messages import access_taken, display_name, grants_taken
from osaid_action.assessment.outcomes import REQUIREMENT
from osaid_action.definition.freedoms import LABELS, TAKEN_BY_ACCESS
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import ASSERTED_FREE, NO_LICENSE, Terms
from osaid_action.model import (
    FREEDOMS,
    Base,
    Declaration,
    Diagnostic,
    Outcome,
    Part,
    Path,
    Report,
    is_url,
)
from osaid_action.text import in_brackets, shorten

MADE_FROM = ("finetune", "adapter", "merge", "quantized", "distilled")


class Ancestor(NamedTuple):
    """A model in ``built_on``, and what its own declaration says when it is in the repository."""

    base: Base
    report: Report | None = None
    declaration: Declaration | None = None
    problem: Diagnostic | None = None  # why its declaration could not be read


class Lent(NamedTuple):
    """What one model lends: outcomes by freedom and by REQUIREMENT, their reasons, a label."""

    outcomes: dict[str, Outcome]
    reasons: dict[str, list[Diagnostic]]
    label: str


def lent_by(ancestor: Ancestor) -> Lent:
    """What a model in ``built_on`` lends to each freedom."""
    if ancestor.report is not None and ancestor.report.freedoms is not None:
        return _by_declaration(ancestor.base, ancestor.report)
    return _by_what_is_stated(ancestor)


def _by_declaration(base: Base, report: Report) -> Lent:
    outcomes, reasons = {}, {}
    freedoms = report.freedoms or {}
    for freedom in FREEDOMS:
        outcome = outcomes[freedom] = freedoms[freedom].outcome
        if outcome is not Outcome.MET:
            message = f"{shorten(base.name)}, which it is built on: {_says(outcome)} {freedom}"
            reasons[freedom] = [_its_own(message, base, outcome)]
    verdict = Outcome(report.verdict)
    for freedom, diagnostic in _taken(
        base, _stated_terms(base)
    ):  # what the entry itself takes away
        outcomes[freedom] = verdict = Outcome.UNMET
        reasons.setdefault(freedom, []).append(diagnostic)
        reasons.setdefault(REQUIREMENT, []).append(diagnostic)
    outcomes[REQUIREMENT] = verdict
    if report.verdict != Outcome.MET.value:
        own = Outcome(report.verdict)
        message = f"{shorten(base.name)}, which it is built on, {_meets(own)} OSAID"
        reasons.setdefault(REQUIREMENT, []).insert(0, _its_own(message, base, own))
    lowest = min(report.label or LABELS[0], _stated_label(base), key=LABELS.index)
    return Lent(outcomes, reasons, lowest)


def _stated_label(base: Base) -> str:
    """The highest label that the entry of a model leaves to its own declaration."""
    found = _stated_terms(base)
    if base.access == "open" and (found is None or found.granting is Outcome.MET):
        return LABELS[-1]
    return _label(base, found)


def _says(outcome: Outcome) -> str:
    return (
        "its own declaration does not grant"
        if outcome is Outcome.UNMET
        else "it is open whether one may"
    )


def _meets(outcome: Outcome) -> str:
    return "does not meet" if outcome is Outcome.UNMET else "cannot be told to meet"


def _its_own(message: str, base: Base, outcome: Outcome) -> Diagnostic:
    rule = "base-unmet" if outcome is Outcome.UNMET else "base-undecided"
    remedy = f"see `osaid check {base.declaration}`; build on a model that meets OSAID"
    return Diagnostic(rule, message, remedy, (*base.path, "declaration"))


def _by_what_is_stated(ancestor: Ancestor) -> Lent:
    """A model without a declaration that can be read: its license, its access, its honest noes."""
    base = ancestor.base
    found = _stated_terms(base)
    reasons: dict[str, list[Diagnostic]] = {}
    for freedom, diagnostic in _taken(base, found):
        reasons.setdefault(freedom, []).append(diagnostic)
    outcomes = {}
    for freedom in FREEDOMS:
        if freedom in reasons:
            outcomes[freedom] = Outcome.UNMET
        elif _is_granted(freedom, base, found):
            outcomes[freedom] = Outcome.MET
        else:
            outcomes[freedom] = Outcome.UNDECIDED
            reasons[freedom] = [ancestor.problem or _undeclared(base)]
    unmet = [
        diagnostic for f in FREEDOMS if outcomes[f] is Outcome.UNMET for diagnostic in reasons[f]
    ]
    outcomes[REQUIREMENT] = Outcome.UNMET if unmet else Outcome.UNDECIDED
    reasons[REQUIREMENT] = unmet or [ancestor.problem or _undeclared(base)]
    if ancestor.problem:
        reasons[REQUIREMENT] = [ancestor.problem, *reasons[REQUIREMENT]]
    return Lent(outcomes, reasons, _label(base, found))


def _stated_terms(base: Base) -> Terms | None:
    """The terms that are named for a model; a name that nobody knows says no more than none."""
    if not base.license:
        return None
    found = terms(base.license, text_shown=bool(base.license_file))
    return None if found.grants == NO_LICENSE.grants else found


def _is_granted(freedom: str, base: Base, found: Terms | None) -> bool:
    """Whether a license and open access are enough to say that a freedom is granted."""
    granted = found is not None and found.grants[freedom].outcome is Outcome.MET
    return granted and base.access == "open" and freedom in ("use", "share")


def _taken(base: Base, found: Terms | None) -> Iterator[tuple[str, Diagnostic]]:
    """Each freedom that such a model takes away, with the reason."""
    name = f"{shorten(base.name)}, which it is built on,"
    if base.access == "api":
        message = f"{name} can only be called, through an API"
        remedy = "run it with a model whose weights are released"
        api = Diagnostic("base-api-only", message, remedy, (*base.path, "access"))
        yield from ((freedom, api) for freedom in FREEDOMS)
    for diagnostic in access_taken(base.access, base.path, shorten(base.name)):
        yield from ((freedom, diagnostic) for freedom in TAKEN_BY_ACCESS)
    if base.not_released is not None:
        message = f"{name} is not wholly released{in_brackets(base.not_released)}"
        remedy = "build on a model that is released with its data information and code"
        kept = Diagnostic("base-not-released", message, remedy, (*base.path, "not_released"))
        yield from ((freedom, kept) for freedom in ("study", "modify"))
    if found:
        for freedom, diagnostic, outcome in grants_taken(
            found, shorten(base.name), (*base.path, "license"), "lineage"
        ):
            if outcome is Outcome.UNMET:
                yield freedom, diagnostic


def _undeclared(base: Base) -> Diagnostic:
    where = " in this repository" if is_url(base.declaration) else ""
    message = f"{shorten(base.name)}, which it is built on, has no declaration{where}"
    remedy = "put its OPEN_AI_SYSTEM.yaml into this repository and name it as `declaration`"
    return Diagnostic("base-undeclared", message, remedy, base.path)


def _label(base: Base, found: Terms | None) -> str:
    """The highest label that a model without a declaration can lend."""
    if base.access == "api":
        return "closed"
    is_open = found and found.granting is Outcome.MET and base.access == "open"
    return "open-weights" if is_open else "weights-available"


def wider(ancestors: Sequence[Ancestor], declaration: Declaration) -> Iterator[Diagnostic]:
    """Warnings when weights grant a freedom that a model they are made from does not."""
    weights = _by_terms(declaration)
    known: dict[tuple[str, str], list[str]] = {}
    for ancestor in ancestors:
        theirs = _weight_terms(ancestor)
        if ancestor.base.relation not in MADE_FROM or theirs is None:
            continue
        for ours, part in weights:
            pair = ours.expression, theirs.expression
            if pair not in known:
                known[pair] = _more_in(ours, theirs)
            if known[pair]:
                where = (*part.path, "license")
                yield _too_wide(ours, theirs, ancestor.base, where, known[pair])


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
    ours: Terms, theirs: Terms, base: Base, where: Path, freedoms: list[str]
) -> Diagnostic:
    taken = "called free to all" if ours is ASSERTED_FREE else f"under {display_name(ours)}"
    message = (
        f"the weights are {taken}, which grants what {display_name(theirs)}, the license of "
        f"{shorten(base.name)}, restricts: {', '.join(freedoms)}"
    )
    remedy = "take over the terms of that model, or show the permission to go beyond them"
    return Diagnostic("license-wider-than-base", message, remedy, where)


def _weight_terms(ancestor: Ancestor) -> Terms | None:
    """The license of the weights of a model, None where none is named."""
    if ancestor.base.license:
        return _stated_terms(ancestor.base)
    if ancestor.declaration:
        for part in ancestor.declaration.components["parameters.weights"].parts:
            found = terms_of(part, "parameters.weights", ancestor.declaration)
            if found.grants != NO_LICENSE.grants:
                return found
    return None
