# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The plain words that reports for people have in common."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules.components import (
    MISSING,
    SOURCE_NOT_RELEASED,
)
from osaid_action.definition.rules.terms import LICENSE_RESTRICTS
from osaid_action.findings import Finding, Freedom, Report
from osaid_action.model import FREEDOMS, Outcome, is_url
from osaid_action.text import join_words, plural, shorten, without_hidden


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
        "blue",
    ),
    Outcome.UNDECIDED: OutcomeWords(
        *("cannot tell", "cannot tell", "cannot tell", "does not settle", "OSAID 1.0: cannot tell"),
        *("?", "?", "❓", "yellow", "grey"),
    ),
}
VERDICTS = {one.value: words.verdict for one, words in OUTCOMES.items()} | {"invalid": "invalid"}
AS_DECLARED = ", as declared"
INVALID = "⛔"  # its picture, in Markdown
GONE = "gone"
"""The answer where there is no declaration any more."""
LABEL_WORDS = {
    "closed": "closed",
    "code-available": "code available",
    "weights-available": "weights available",
    "open-weights": "open weights",
    "open-source-ai": "Open Source AI",
    "open-source-ai-with-open-data": "Open Source AI with open data",
}
ASKED = "May anyone, for any purpose and without having to ask,"
"""What the four freedoms answer: never whether the reader may."""
_FEW = 3
_MISSING = {MISSING[one.id]: one.short for one in REQUIREMENTS}
_DOING = {"use": "using", "study": "studying", "modify": "modifying", "share": "sharing"}
_LIMIT = {
    "use": "is not for everyone or every purpose",
    "study": "restricts study",
    "modify": "restricts changes",
    "share": "restricts sharing",
}

_BLANK = "\u2800"  # a sign of Braille without a dot


def clean(text: str) -> str:
    """Author's text in one line, with nothing in it that could command a terminal or hide.

    What is drawn as nothing is shown as U+FFFD; signs that choose how the one before them is drawn
    are left out.
    """
    if text.isascii() and text.isprintable():
        return text
    plain = without_hidden(text, lambda c: "" if unicodedata.category(c) == "Mn" else "\ufffd")
    return "".join(
        c if c.isprintable() and c != _BLANK else " " if c.isspace() or c == _BLANK else "\ufffd"
        for c in plain
    )


def clean_path(path: str) -> str:
    """A path as it may stand at the start of a line: no part of it reads as a line and column."""
    shown = clean(path)
    return re.sub(r":(?=\s*\d)", r"\\x3a", shown) if ":" in shown else shown


# ------------------------------------------------------------------ the verdict


def verdict_words(report: Report) -> str:
    """What a whole declaration comes to; met may rest on what is declared alone."""
    return f"{VERDICTS[report.verdict]}{AS_DECLARED if report.as_declared else ''}"


def totals(reports: Iterable[Report]) -> str:
    """How many come to what: ``met: 1 · met, as declared: 7 · not met: 16``."""
    counts = Counter(map(verdict_words, reports))
    order = [words for one in VERDICTS.values() for words in (one, f"{one}{AS_DECLARED}")]
    told = (f"{words}: {counts[words]}" for words in order if counts[words])
    return " · ".join(one.removeprefix("OSAID 1.0").lstrip(": ") for one in told)


def short_verdict(report: Report) -> str:
    """The verdict without its yardstick: ``met, as declared``, ``not met · open weights``."""
    if report.freedoms is None:
        return "invalid"
    words = OUTCOMES[Outcome(report.verdict)].requirement
    if report.verdict == "unmet":
        return f"{words} · {LABEL_WORDS[report.label or 'closed']}"
    return f"{words}{AS_DECLARED if report.as_declared else ''}"


def verdict_alone(report: Report) -> str:
    """The verdict in a table: ``not met: study and modify are missing · open weights``."""
    if report.freedoms is None:
        return f"invalid: {plural(len(report.findings), 'problem')} to fix"
    told = headline(report).removeprefix("OSAID 1.0").lstrip(": ")
    label = f" · {LABEL_WORDS[report.label or 'closed']}" if report.verdict == "unmet" else ""
    return told + label


def picture(report: Report) -> str:
    """The sign of its verdict, in Markdown."""
    return INVALID if report.freedoms is None else OUTCOMES[Outcome(report.verdict)].picture


def headline(report: Report) -> str:
    """The verdict with what is missing: ``OSAID 1.0 not met: study and modify are missing``."""
    words = verdict_words(report)
    if report.freedoms is None:
        return f"Invalid declaration: {plural(len(report.findings), 'problem')} to fix"
    said = {Outcome.UNMET.value: _missing_freedoms, Outcome.UNDECIDED.value: _untold}
    words += said[report.verdict](report) if report.verdict in said else ""
    errors = [finding for finding in report.errors if not finding.rule.on_request]
    return f"{words} · {plural(len(errors), 'error')}" if errors else words


def _missing_freedoms(report: Report) -> str:
    missing, untold = (with_outcome(report, one) for one in (Outcome.UNMET, Outcome.UNDECIDED))
    if not missing:
        return f": {_parts(report, Outcome.UNMET)} not met"
    said = f": {_named(missing)} {'is' if len(missing) == 1 else 'are'} missing"
    return f"{said}; {_named(untold)} cannot be told" if untold else said


def _untold(report: Report) -> str:
    untold = with_outcome(report, Outcome.UNDECIDED)
    return f" for {_named(untold) if untold else _parts(report, Outcome.UNDECIDED)}"


def with_outcome(report: Report, outcome: Outcome) -> list[str]:
    """The freedoms of an outcome."""
    return [name for name, one in (report.freedoms or {}).items() if one.outcome is outcome]


def _named(freedoms: list[str]) -> str:
    return "all four freedoms" if len(freedoms) == len(FREEDOMS) else join_words(freedoms)


def _parts(report: Report, outcome: Outcome) -> str:
    outcomes = [one.outcome for one in report.requirements]
    return f"{outcomes.count(outcome)} of {len(outcomes)} required parts"


# ------------------------------------------------------------------ why a freedom is as it is


def because(name: str, freedom: Freedom, report: Report) -> str:
    """Why a freedom is as it is, in half a line; empty when it is met."""
    findings = report.behind(freedom)
    clauses = [_missing_words(parts, name, state) for state, parts in _by_state(findings).items()]
    clauses += dict.fromkeys(words for f in findings if (words := _reason(f, name)))
    return "; ".join(clauses)


def _by_state(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """What is missing in short words, by how: never said, said to be kept back, or in part."""
    found: dict[str, list[str]] = {}
    data_sets = False
    for one in findings:
        data_sets = data_sets or one.rule is SOURCE_NOT_RELEASED
        if one.rule in _MISSING:
            whole = "wholly " if ": released in part" in one.message else ""
            state = "declared" if one.message.endswith("not declared") else f"{whole}released"
            found.setdefault(state, []).append(_MISSING[one.rule])
    if data_sets:
        found.setdefault("released", []).append("data sets")
    return found


def missing(report: Report) -> list[str]:
    """What the definition asks for and is not there, in short words."""
    return [_MISSING[f.rule] for f in report.findings if f.rule in _MISSING]


def _missing_words(missing: list[str], freedom: str, state: str) -> str:
    if len(missing) <= _FEW:
        plural = len(missing) > 1 or missing[0].endswith("s")
        return f"{join_words(missing)} {'are' if plural else 'is'} not {state}"
    needed = sum(freedom in freedoms for freedoms in NEEDS.values())
    if len(missing) == needed:
        return f"none of the {needed} parts that {_DOING[freedom]} needs is {state}"
    return f"{len(missing)} of the {needed} parts that {_DOING[freedom]} needs are not {state}"


def _reason(finding: Finding, freedom: str) -> str:
    if finding.rule in _MISSING or finding.rule is SOURCE_NOT_RELEASED:
        return ""  # told with the others that are missing
    if finding.rule is not LICENSE_RESTRICTS.get(freedom):
        title = finding.rule.title
        return finding.rule.in_short or f"{title[0].lower()}{title[1:]}"
    of_a_base = " of a model it is built on" if finding.pointer.startswith("/built_on") else ""
    return f"the license {finding.message.partition(',')[0]}{of_a_base} {_LIMIT[freedom]}"


# ------------------------------------------------------------------ what it rests on


def told_attested(report: Report) -> list[str]:
    """What is attested, each point once, the prose that it rests on with it."""
    points: dict[str, list[str]] = {}
    for one in report.attested:
        points.setdefault(one.what, []).extend([clean(one.text)] if one.text else [])
    return [
        f"{what}: {'; '.join(dict.fromkeys(texts))}" if texts else what
        for what, texts in points.items()
    ]


def verified(report: Report) -> str:
    """``1 verified, 0 found of 5 parts declared``: what was looked at here."""
    known = report.evidence
    if not known["of"]:
        return "no part is declared"
    parts = plural(known["of"], "part")
    by = " by license text, hash or header" if known["verified"] else ""
    said = f"{known['verified']} verified{by}, {known['found']} found of {parts} declared"
    if known["verified"] + known["found"]:
        return said
    there = [one.locations for one in report.requirements if one.evidence]
    if all(places and all(map(is_url, places)) for places in there):
        return f"{said}: all are elsewhere, and none was opened"
    return f"{said}: none was seen here"


def on_word(report: Report) -> str:
    """``7 claims that no program can check``; empty where there is none."""
    number = len(told_attested(report))
    return f"{plural(number, 'claim')} that no program can check" if number else ""


def declared_by(report: Report) -> str:
    """Who declared it, in which role and when, as far as the file says."""
    by, role, on = (shorten(each) for each in report.declared)
    if role == "third-party":
        who = f"{by}, a third party" if by else "a third party"
    elif role:
        who = f"its producer, {by}" if by else "its producer"
    else:
        who = by
    said = [f"declared by {who}", on] if who else [f"declared on {on}" if on else ""]
    return clean(", ".join(filter(None, said)))
