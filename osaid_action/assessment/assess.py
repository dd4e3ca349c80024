# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Declaration + definition + evidence → Report."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from osaid_action.assessment.as_declared import rests_on_words
from osaid_action.assessment.attested import attested
from osaid_action.assessment.components import component_outcomes
from osaid_action.assessment.label import label
from osaid_action.assessment.lineage import InheritedOutcome, ResolvedParent, inherited_from
from osaid_action.assessment.outcomes import REQUIREMENT, ComponentOutcome
from osaid_action.assessment.required import unmet_requirements
from osaid_action.assessment.requirements import with_details
from osaid_action.assessment.teachers import remarks, unlisted
from osaid_action.assessment.third_party import folded, is_third_party
from osaid_action.assessment.weight_terms import wider
from osaid_action.definition.freedoms import LABELS, NEEDS
from osaid_action.definition.relations import TEACHER
from osaid_action.definition.requirements import BY_ID, LINEAGE
from osaid_action.definition.rules.components import BASE_NAMES_ANOTHER
from osaid_action.definition.rules.form import PLACEHOLDER
from osaid_action.definition.sections import THIRD_PARTY
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.findings import (
    ERROR,
    NOTE,
    WARNING,
    Diagnostic,
    Finding,
    Freedom,
    Report,
    RequirementResult,
)
from osaid_action.model import FREEDOMS, Declaration, Outcome, json_pointer, worst
from osaid_action.text import shorten
from osaid_action.validation.document import Document

_SEVERITIES = (ERROR, WARNING, NOTE)


def assess(  # noqa: PLR0913 - the parts of a report, each from another room
    path: str,
    document: Document,
    declaration: Declaration,
    evidence: Evidence,
    *,
    parents: Sequence[ResolvedParent] = (),
    required: Sequence[str] = (),
) -> Report:
    """The report on a valid declaration, called ``path``; ``required`` are freedoms to be met."""
    gathered = _Findings(document, by_third_party=is_third_party(declaration))
    found = _outcomes(document, declaration, evidence, parents, gathered)
    _remark(declaration, evidence, parents, gathered)
    verdict = found.verdict
    for diagnostic in unmet_requirements(required, found.freedoms, verdict, gathered.of):
        gathered.add(diagnostic)
    as_declared = verdict is Outcome.MET and rests_on_words(declaration, evidence, parents)
    return Report(
        path,
        valid=True,
        verdict=verdict.value,
        label=label(declaration, evidence, verdict, parents, found.inherited),
        system=declaration.system,
        declared=(declaration.declared_by, declaration.role, declaration.declared_date),
        freedoms=found.freedoms,
        requirements=tuple(with_details(one, declaration, evidence) for one in found.results),
        findings=gathered.ordered(),
        attested=tuple(attested(declaration, parents, evidence)),
        as_declared=as_declared,
    )


def invalid(
    path: str, diagnostics: Iterable[Diagnostic], document: Document | None = None
) -> Report:
    """The report of a file that is no declaration: what is wrong with it and nothing else."""
    gathered = _Findings(document)
    for diagnostic in diagnostics:
        gathered.add(diagnostic)
    return Report(path, valid=False, verdict="invalid", findings=gathered.ordered())


class _Findings:
    """Turns problems into findings: each once, with its line, and an id of its own."""

    def __init__(self, document: Document | None, *, by_third_party: bool = False) -> None:
        self.document = document
        self.by_third_party = by_third_party  # who cannot release, nor change terms
        self.by_diagnostic: dict[Diagnostic, Finding] = {}
        self.counts: dict[str, int] = {}

    def add(self, diagnostic: Diagnostic) -> str:
        """The id of the finding that ``diagnostic`` becomes."""
        if diagnostic not in self.by_diagnostic:
            self.by_diagnostic[diagnostic] = self._finding(diagnostic)
        return self.by_diagnostic[diagnostic].id

    def _finding(self, diagnostic: Diagnostic) -> Finding:
        line, column = diagnostic.line, diagnostic.column
        if not line and self.document is not None:
            line, column = self.document.place(diagnostic.path, key=diagnostic.key)
        pointer = json_pointer(diagnostic.path)
        identity = f"{diagnostic.rule.id}:{pointer}"
        self.counts[identity] = count = self.counts.get(identity, 0) + 1
        return Finding(
            identity if count == 1 else f"{identity}:{count}",
            diagnostic.rule,
            diagnostic.message,
            self._remedy(diagnostic),
            pointer,
            line or 1,
            column or 1,
        )

    def _remedy(self, diagnostic: Diagnostic) -> str:
        own = dict(diagnostic.rule.remedies) if self.by_third_party else {}
        if THIRD_PARTY not in own or _is_for_third_parties(diagnostic):
            return diagnostic.remedy
        remedy, begins, _ = own[THIRD_PARTY].partition("; `osaid explain LICENSE`")
        explained = re.search("`osaid explain [^`]+`", diagnostic.remedy)
        return f"{remedy}; {explained[0]} has the clauses" if begins and explained else remedy

    def of(self, ids: Iterable[str]) -> list[Finding]:
        """The findings of these ids, the worst first."""
        wanted = {*ids}
        return [finding for finding in self.ordered() if finding.id in wanted]

    def ordered(self) -> tuple[Finding, ...]:
        """All findings: errors first, then warnings, then notes, each in the file's order."""
        return tuple(
            sorted(
                self.by_diagnostic.values(),
                key=lambda f: (_SEVERITIES.index(f.severity), f.line, f.column),
            )
        )


def _is_for_third_parties(diagnostic: Diagnostic) -> bool:
    """Whether a remedy is one of those that a rule has for them alone."""
    return any(
        cause.startswith(THIRD_PARTY) and diagnostic.remedy == remedy
        for cause, remedy in diagnostic.rule.remedies
    )


# ------------------------------------------------------------------ the parts of a report


class _Outcomes(NamedTuple):
    """What is said of the freedoms and of the requirements, and what models lend."""

    freedoms: dict[str, Freedom]
    results: list[RequirementResult]
    inherited: list[InheritedOutcome]

    @property
    def verdict(self) -> Outcome:
        """The worst of all."""
        outcomes = [one.outcome for one in self.freedoms.values()]
        return worst([*outcomes, *(one.outcome for one in self.results)])


def _outcomes(
    document: Document,
    declaration: Declaration,
    evidence: Evidence,
    parents: Sequence[ResolvedParent],
    gathered: _Findings,
) -> _Outcomes:
    """What is said of each freedom and of each requirement, lineage too where a model lends."""
    components = component_outcomes(declaration, evidence)
    lending = [one for one in parents if one.model.relation != TEACHER]
    lent = [inherited_from(one, declaration, evidence) for one in lending] + _left_out(evidence)
    inherited = [*lent, *_of_teachers(declaration)]
    freedoms = {freedom: _freedom(freedom, components, inherited, gathered) for freedom in FREEDOMS}
    results = [_requirement_result(one, document, gathered) for one in components]
    if lent:
        results.append(_lineage(lent, document, gathered))
    return _Outcomes(freedoms, results, inherited)


def _freedom(
    freedom: str,
    components: Sequence[ComponentOutcome],
    inherited: Sequence[InheritedOutcome],
    gathered: _Findings,
) -> Freedom:
    """A freedom, after every component that it needs and every model that lends it."""
    needed = [one for one in components if freedom in NEEDS[one.id]]
    speaking: list[ComponentOutcome | InheritedOutcome] = [*needed, *inherited]
    outcome = worst(one.outcomes[freedom] for one in speaking)
    reasons = (diagnostic for one in speaking for diagnostic in one.reasons.get(freedom, ()))
    return Freedom(
        outcome, tuple(dict.fromkeys(gathered.add(diagnostic) for diagnostic in reasons))
    )


def _requirement_result(
    one: ComponentOutcome, document: Document, gathered: _Findings
) -> RequirementResult:
    requirement = BY_ID[one.id]
    reasons = tuple(gathered.add(diagnostic) for diagnostic in one.reasons[REQUIREMENT])
    for note in one.remarks:
        gathered.add(note)
    stated = document.data
    for step in one.path:
        stated = stated.get(step) if isinstance(stated, dict) else None
    line = document.place(one.path, key=True)[0] if stated is not None else None
    return RequirementResult(
        one.id,
        requirement.group,
        one.outcomes[REQUIREMENT],
        one.evidence,
        one.notes,
        requirement.clause,
        line,
        reasons,
    )


def _left_out(evidence: Evidence) -> list[InheritedOutcome]:
    """What a base leaves open that the repository names and the declaration does not."""
    diagnostics = list(evidence.get(("built_on",), Observation()).diagnostics)
    about = (*FREEDOMS, REQUIREMENT)
    open_ = InheritedOutcome(
        dict.fromkeys(about, Outcome.UNDECIDED), dict.fromkeys(about, diagnostics), "open-weights"
    )
    return [open_] if diagnostics else []


def _of_teachers(declaration: Declaration) -> list[InheritedOutcome]:
    """What a teacher leaves open of whose writing no data set is listed; it sets no label."""
    return [
        InheritedOutcome(
            dict.fromkeys(FREEDOMS, Outcome.MET)
            | dict.fromkeys(("study", "modify"), Outcome.UNDECIDED)
            | {REQUIREMENT: Outcome.MET},
            {"study": [diagnostic], "modify": [diagnostic]},
            LABELS[-1],
        )
        for diagnostic in unlisted(declaration)
    ]


def _lineage(
    inherited: Sequence[InheritedOutcome], document: Document, gathered: _Findings
) -> RequirementResult:
    reasons = (diagnostic for one in inherited for diagnostic in one.reasons.get(REQUIREMENT, ()))
    return RequirementResult(
        LINEAGE.id,
        LINEAGE.group,
        worst(one.outcomes[REQUIREMENT] for one in inherited),
        "declared",
        (),
        LINEAGE.clause,
        document.place(("built_on",), key=True)[0] if "built_on" in document.data else None,
        tuple(dict.fromkeys(gathered.add(diagnostic) for diagnostic in reasons)),
    )


def _remark(
    declaration: Declaration,
    evidence: Evidence,
    parents: Sequence[ResolvedParent],
    gathered: _Findings,
) -> None:
    """Say what is neither for nor against a freedom: contradictions, placeholders, lineage."""
    for observation in evidence.values():
        for diagnostic in observation.diagnostics:
            gathered.add(diagnostic)
    for path in declaration.placeholders:
        message = f"`{path[-1]}` only holds a place, and counts as absent"
        gathered.add(PLACEHOLDER.at(path, message))
    for diagnostic in (*wider(parents, declaration, evidence), *remarks(declaration)):
        gathered.add(diagnostic)
    for resolved in parents:
        theirs = resolved.declaration
        if theirs and not _is_named(resolved.model.name, theirs.system.name):
            message = (
                f"{shorten(resolved.model.name)}: its declaration is of "
                f"{shorten(theirs.system.name)}"
            )
            gathered.add(BASE_NAMES_ANOTHER.at((*resolved.model.path, "declaration"), message))


def _is_named(name: str, other: str) -> bool:
    """Whether one name is the other, or begins with it: a version may be told or left out."""
    one, two = folded(name), folded(other)
    return one.startswith(two) or two.startswith(one)
