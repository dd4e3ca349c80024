# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One cause is told once: findings that say the same of several things, put together."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from osaid_action.definition.requirements import BY_ID
from osaid_action.definition.rules.components import BASE_UNDECIDED, BASE_UNMET, MISSING
from osaid_action.definition.rules.terms import LICENSE_RESTRICTS
from osaid_action.findings import Finding, Rule
from osaid_action.model import FREEDOMS
from osaid_action.text import join_words, quotes_cut

_MISSING = {*MISSING.values()}
_FREEDOM = {rule: freedom for freedom, rule in LICENSE_RESTRICTS.items()}
_SHORT = {one.name: one.short for one in BY_ID.values()}
_FEW = 4
_BASES = (BASE_UNMET, BASE_UNDECIDED)
_OF_A_BASE = re.compile(rf"(.*: .+) ({'|'.join(FREEDOMS)})", re.DOTALL)  # its end is ours
_LICENSE_OF = ", the license of "
_THING = "\0"


class Group(NamedTuple):
    """Findings that say the same of several things: told once, with all their lines."""

    findings: tuple[Finding, ...]
    message: str

    @property
    def first(self) -> Finding:
        """The one that comes first; all have its severity."""
        return self.findings[0]

    @property
    def lines(self) -> tuple[int, ...]:
        """Their lines, each once."""
        return tuple(dict.fromkeys(finding.line for finding in self.findings))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Their rules, each once."""
        return tuple(dict.fromkeys(finding.rule for finding in self.findings))


def rules_of(group: Group) -> str:
    """Its rules, in short: ``license-restricts-use and 2 more``."""
    more = f" and {len(group.rules) - 1} more" if len(group.rules) > 1 else ""
    return f"{group.first.rule.id}{more}"


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Findings in their order, those of one cause put together.

    They differ in the thing they speak of alone; or in the freedom that one license restricts, or
    that one model does not grant; or in what is missing for one reason, where one remedy is for all
    of it.
    """
    groups: dict[tuple[str, str, str], list[tuple[Finding, str]]] = {}
    for finding in findings:
        name = _subject(finding)
        template = finding.message.replace(name, _THING) if name else finding.message
        groups.setdefault(_cause(finding, template), []).append((finding, name))
    return [_group(members) for members in groups.values()]


def _cause(finding: Finding, template: str) -> tuple[str, str, str]:
    """What findings that are told together have in common."""
    if freedom := _FREEDOM.get(finding.rule):
        return "restricts", template.partition(f" restricts {freedom}")[0], finding.remedy
    if finding.rule in _MISSING:
        return "missing", template, finding.remedy
    if finding.rule in _BASES:
        return finding.rule.id, finding.pointer, finding.remedy
    return finding.rule.id, template, ""


def _subject(finding: Finding) -> str:
    steps = finding.pointer.strip("/").split("/")
    for length in (3, 2):
        if requirement := BY_ID.get(".".join(steps[:length])):
            return requirement.name
    return ""


def _group(members: Sequence[tuple[Finding, str]]) -> Group:
    findings = tuple(finding for finding, _ in members)
    names = list(dict.fromkeys(name for _, name in members if name))
    first = findings[0]
    message = first.message
    if names and names[0] in message:
        message = message.replace(names[0], _together(names))
    if first.rule in _FREEDOM:
        message = _restricted(findings, message)
    if first.rule in _BASES:
        message = _of_a_base(findings)
    return Group(findings, quotes_cut(message))


def _together(names: Sequence[str]) -> str:
    """A few things by their names; many, counted, by short ones."""
    if len(names) <= _FEW:
        return join_words(names)
    short = [_SHORT.get(name, name) for name in names]
    return f"{len(names)} parts ({join_words(short)})"


def _restricted(findings: Sequence[Finding], message: str) -> str:
    """``the license llama2 (of the weights) restricts the freedoms to use and share: why``."""
    start = message.partition(f" restricts {_FREEDOM[findings[0].rule]}")[0].rstrip(",")
    license_, _, of_what = start.partition(_LICENSE_OF)
    restricted = {_FREEDOM[finding.rule] for finding in findings}
    freedoms = [freedom for freedom in FREEDOMS if freedom in restricted]
    clauses: dict[str, None] = {}
    for finding in findings:
        _, _, why = finding.message.partition(f" restricts {_FREEDOM[finding.rule]}: ")
        clauses |= dict.fromkeys(filter(None, why.split("; ")))
    told = f": {'; '.join(clauses)}" if clauses else ""
    freedom = "freedom" if len(freedoms) == 1 else "freedoms"
    taken = f"the {freedom} to {join_words(freedoms)}"
    return f"the license {license_} (of {of_what}) restricts {taken}{told}"


def _of_a_base(findings: Sequence[Finding]) -> str:
    """``Base, …: its own declaration does not grant study and modify``; else its verdict."""
    told = [found for f in findings if (found := _OF_A_BASE.fullmatch(f.message))]
    if not told:
        return findings[0].message
    return f"{told[0][1]} {join_words(list(dict.fromkeys(one[2] for one in told)))}"
