# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules, what they have to say of a declaration, and the report that it makes: plain values.

A diagnostic is what a rule says of a place; a finding is the same with its line, in a report.
"""

from typing import NamedTuple

from osaid_action.model import Origin, Outcome, ParentModel, Path, System

ERROR, WARNING, NOTE = "error", "warning", "note"
"""Severities: exit code 1 · something is unmet or ought to be mended · undecided, or a remark."""


class Clause(NamedTuple):
    """Where a rule or a requirement comes from, in a line, and where that can be read."""

    text: str = ""
    url: str = ""
    section: str = ""  # of the definition: the heading that it stands under


class Rule(NamedTuple):
    """What a finding speaks by. Ids are kebab-case and are never used for something else.

    ``remedy`` is the usual one, as a clause; ``remedies`` are those of certain causes: pairs of
    the cause, in words, and what to do then. ``in_short`` is half a sentence: why a freedom fails.
    """

    id: str
    severity: str
    title: str
    why: str
    remedy: str
    clause: Clause = Clause()
    remedies: tuple[tuple[str, str], ...] = ()
    in_short: str = ""
    on_request: bool = False  # it speaks of what was required of this run, not of the system
    always: bool = False  # a note that everybody is told, though no outcome hangs on it

    def at(self, path: Path, message: str, remedy: str = "", *, key: bool = False) -> "Diagnostic":
        """A diagnostic at a place in the file; without a ``remedy`` it has the usual one."""
        return Diagnostic(self, message, remedy or self.remedy, path, key)

    def remedy_for(self, cause: str) -> str:
        """The remedy of one of the causes that ``remedies`` names."""
        return dict(self.remedies)[cause]

    def on_line(self, line: int, column: int, message: str, remedy: str) -> "Diagnostic":
        """A diagnostic about the file as a whole, at a line and column that are known."""
        return Diagnostic(self, message, remedy, (), line=line, column=column)


class Diagnostic(NamedTuple):
    """Something to say about a place in the file, before its line is known."""

    rule: Rule
    message: str
    remedy: str
    path: Path
    key: bool = False  # the key is meant, not its value
    line: int = 0  # given only by who knows it already
    column: int = 0


class Finding(NamedTuple):
    """One line of a report: a rule, how bad it is, why, where, and what to do."""

    id: str
    rule: Rule
    message: str
    remedy: str
    pointer: str  # JSON pointer (RFC 6901) of the place in the file
    line: int
    column: int

    @property
    def severity(self) -> str:
        """How bad it is: ERROR, WARNING or NOTE."""
        return self.rule.severity


class Freedom(NamedTuple):
    """What is said of one of the four freedoms; ``reasons`` are ids of findings."""

    outcome: Outcome
    reasons: tuple[str, ...]


class LicenseClause(NamedTuple):
    """A clause of a license that counts for a requirement, in our words."""

    license: str
    kind: str
    freedoms: tuple[str, ...]
    section: str
    text: str


class RequirementResult(NamedTuple):
    """What is said of one requirement."""

    id: str
    group: str
    outcome: Outcome
    evidence: str | None  # verified | found | declared | contradicted, None when absent
    notes: tuple[str, ...]
    clause: Clause
    line: int | None
    reasons: tuple[str, ...]
    licenses: tuple[str, ...] = ()  # those that count; NONE for a part without one
    locations: tuple[str, ...] = ()
    clauses: tuple[LicenseClause, ...] = ()
    access: str | None = None  # the least open of its parts
    sources: tuple[Origin, ...] = ()  # where the claims about it are from

    @property
    def license(self) -> str:
        """The licenses that count, comma-separated."""
        return ", ".join(self.licenses)


EVIDENCE = ("verified", "found", "declared", "contradicted")
"""How well a component is known, the best first."""


class Attested(NamedTuple):
    """What a program cannot check, and the prose that it rests on, whole."""

    what: str
    text: str = ""
    path: Path = ()


class Loan(NamedTuple):
    """A model that a system is built on, and what it lends; a teacher lends nothing."""

    model: ParentModel
    lends: dict[str, Outcome] | None
    verdict: str | None  # by its own declaration, where that is in the repository
    reasons: tuple[str, ...]


class Report(NamedTuple):
    """All that is said of one declaration."""

    path: str
    valid: bool
    verdict: str  # met | unmet | undecided | invalid
    findings: tuple[Finding, ...] = ()
    label: str | None = None
    system: System | None = None
    declared: tuple[str, str, str] = ("", "", "")  # by, role, date
    freedoms: dict[str, Freedom] | None = None
    requirements: tuple[RequirementResult, ...] = ()
    attested: tuple[Attested, ...] = ()
    as_declared: bool = False  # it is met, and not all of that was found here or is pinned
    silenced: int = 0  # remarks that comments in the file ask not to be told
    built_on: tuple[Loan, ...] = ()
    content: bytes = b""  # of the declaration, as it was read

    @property
    def evidence(self) -> dict[str, int]:
        """How many components are known how well; ``of`` those that are there."""
        present = [one.evidence for one in self.requirements if one.group != "lineage"]
        return {state: present.count(state) for state in EVIDENCE} | {"of": sum(map(bool, present))}

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that call for exit code 1."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def has_errors(self) -> bool:
        """Whether a finding calls for exit code 1."""
        return bool(self.errors)

    @property
    def met(self) -> tuple[str, ...]:
        """The freedoms that are met."""
        freedoms = self.freedoms or {}
        return tuple(name for name, one in freedoms.items() if one.outcome is Outcome.MET)

    @property
    def deciding(self) -> tuple[Finding, ...]:
        """The findings that everybody is told: all but most notes that no outcome hangs on."""
        reasons = self.reasons()
        return tuple(
            f for f in self.findings if f.severity != "note" or f.rule.always or f.id in reasons
        )

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """The findings that are against something, or leave it open."""
        reasons = self.reasons() | {finding.id for finding in self.errors}
        return tuple(f for f in self.findings if f.id in reasons and not f.rule.on_request)

    @property
    def remarks(self) -> tuple[Finding, ...]:
        """The findings that are good to know and against nothing."""
        known = {*self.blocking}
        return tuple(f for f in self.findings if f not in known and not f.rule.on_request)

    @property
    def lacks_only_terms(self) -> bool:
        """Whether all that OSAID asks for is there, and nothing but terms is in the way."""
        reasons = self.reasons(Outcome.UNMET)
        against = [f for f in self.findings if f.id in reasons and f.severity != "note"]
        return bool(against) and all(f.rule.id.startswith("license-") for f in against)

    def reasons(self, *outcomes: Outcome) -> set[str]:
        """Ids of the findings behind each freedom and requirement of these outcomes, or of any."""
        every: list[Freedom | RequirementResult] = [*(self.freedoms or {}).values()]
        every += self.requirements
        chosen = [one for one in every if not outcomes or one.outcome in outcomes]
        return {reason for one in chosen for reason in one.reasons}

    def behind(self, freedom: Freedom) -> tuple[Finding, ...]:
        """The findings behind the outcome of a freedom: where it is unmet, no notes."""
        reasons = set(freedom.reasons)
        every = tuple(finding for finding in self.findings if finding.id in reasons)
        if freedom.outcome is not Outcome.UNMET:
            return every
        return tuple(finding for finding in every if finding.severity != "note")
