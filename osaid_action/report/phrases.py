# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain words that reports for people have in common."""

from collections.abc import Iterable
from typing import NamedTuple

from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.requirements import BY_ID, REQUIREMENTS
from osaid_action.definition.rules.components import MISSING
from osaid_action.definition.rules.terms import LICENSE_RESTRICTS
from osaid_action.model import Finding, Freedom, Outcome, Report, Rule
from osaid_action.text import join_words, plural


class OutcomeWords(NamedTuple):
    """An outcome as people are told it, in each place where it is told."""

    requirement: str
    answer: str  # to whether a freedom holds
    grant: str  # what a license says to a freedom
    grants: str  # and what it does, as a verb
    verdict: str  # of a whole declaration
    symbol: str  # at a terminal
    sign: str  # in plain ASCII
    picture: str  # in Markdown
    color: str  # at a terminal
    badge: str  # its color there


OUTCOMES = {
    Outcome.MET: OutcomeWords(
        "met", "yes", "granted", "grants", "OSAID 1.0 met", "✓", "+", "✅", "green", "green"
    ),
    Outcome.UNMET: OutcomeWords(
        "not met",
        "no",
        "restricted",
        "restricts",
        "OSAID 1.0 not met",
        "✗",
        "-",
        "❌",
        "red",
        "red",
    ),
    Outcome.UNDECIDED: OutcomeWords(
        *("cannot tell", "cannot tell", "cannot tell", "leaves open", "OSAID 1.0: cannot tell"),
        *("?", "?", "❓", "yellow", "grey"),
    ),
}
VERDICTS = {one.value: words.verdict for one, words in OUTCOMES.items()} | {"invalid": "invalid"}
_FEW = 3
_MISSING = {MISSING[one.id]: one.short for one in REQUIREMENTS}


def clean(text: str) -> str:
    """Author's text in one line, with nothing in it that could command a terminal or hide."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)


def because(name: str, freedom: Freedom, report: Report) -> str:
    """Why a freedom is as it is, in half a line; empty when it is met."""
    findings = report.behind(freedom)
    missing = [_MISSING[f.rule] for f in findings if f.rule in _MISSING]
    missing += ["data sets"] if any(f.rule.id.startswith("source-") for f in findings) else []
    undeclared = all(f.message.endswith("not declared") for f in findings if f.rule in _MISSING)
    state = "declared" if undeclared and missing and "data sets" not in missing else "released"
    clauses = [_missing_words(missing, name, state)] if missing else []
    clauses += dict.fromkeys(words for f in findings if (words := _reason(f, name)))
    return "; ".join(clauses)


def told_attested(report: Report) -> list[str]:
    """What is attested, each point once, the prose that it rests on with it."""
    points: dict[str, list[str]] = {}
    for one in report.attested:
        points.setdefault(one.what, []).extend([clean(one.text)] if one.text else [])
    return [
        f"{what}: {'; '.join(dict.fromkeys(texts))}" if texts else what
        for what, texts in points.items()
    ]


def missing(report: Report) -> list[str]:
    """What the definition asks for and is not there, in short words."""
    return [_MISSING[f.rule] for f in report.findings if f.rule in _MISSING]


def _missing_words(missing: list[str], freedom: str, state: str) -> str:
    if len(missing) <= _FEW:
        plural = len(missing) > 1 or missing[0].endswith("s")
        return f"{join_words(missing)} {'are' if plural else 'is'} not {state}"
    needed = sum(freedom in freedoms for freedoms in NEEDS.values())
    return f"{len(missing)} of {needed} things it takes are not {state}"


def _reason(finding: Finding, freedom: str) -> str:
    if finding.rule is LICENSE_RESTRICTS.get(freedom):
        return f"{finding.message.partition(',')[0]} restricts {freedom}"
    return finding.rule.in_short


class Group(NamedTuple):
    """Findings that say the same of several things: told once, with all their lines."""

    first: Finding
    message: str
    lines: tuple[int, ...]


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Findings in their order, those that differ only in the thing they speak of put together."""
    groups: dict[tuple[Rule, str], list[tuple[Finding, str]]] = {}
    for finding in findings:
        name = _subject(finding)
        template = finding.message.replace(name, "\0") if name else finding.message
        groups.setdefault((finding.rule, template), []).append((finding, name))
    return [_group(template, members) for (_, template), members in groups.items()]


def _subject(finding: Finding) -> str:
    steps = finding.pointer.strip("/").split("/")
    for length in (3, 2):
        if requirement := BY_ID.get(".".join(steps[:length])):
            return requirement.name
    return ""


def _group(template: str, members: list[tuple[Finding, str]]) -> Group:
    names = list(dict.fromkeys(name for _, name in members))
    message = (
        template.replace("\0", join_words(names)) if "\0" in template else members[0][0].message
    )
    lines = tuple(dict.fromkeys(finding.line for finding, _ in members))
    return Group(members[0][0], message, lines)


def verdict_words(report: Report) -> str:
    """What a whole declaration comes to; met may rest on what is declared alone."""
    return f"{VERDICTS[report.verdict]}{', as declared' if report.as_declared else ''}"


def verified(report: Report) -> str:
    """``11 of 14 components verified``: those that were found here are counted too."""
    known = report.evidence
    count = known["verified"] + known["found"]
    return f"{count} of {plural(known['of'], 'component')} verified"


def declared_by(report: Report) -> str:
    """Who declared it and when, as far as the file says."""
    by, role, on = report.declared
    who = "a third party" if role == "third-party" else "its producer" if role else by
    return clean(", ".join(part for part in (f"declared by {who}" if who else "", on) if part))
