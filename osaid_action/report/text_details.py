# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What `osaid check -v` tells beside the findings: every required part, base and claim."""

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from osaid_action.definition.requirements import BY_ID
from osaid_action.findings import Report, RequirementResult
from osaid_action.model import Outcome
from osaid_action.report.phrases import OUTCOMES, clean, told_attested
from osaid_action.text import indented, plural, shorten

if TYPE_CHECKING:
    from osaid_action.report.text import Style

_WIDTH, _INDENT = 80, "      "
_FEW = 3  # places shown of one part


def details(report: Report, style: "Style") -> Iterator[str]:
    """The lines on all required parts, and on what no program can check."""
    yield ""
    yield _title(report)
    for one in report.requirements:
        yield from _part(one, style)
    yield from _bases(report)
    claims = told_attested(report)
    if claims:
        yield ""
        yield f"{plural(len(claims), 'claim')} on the author's word, that no program can check:"
    for claim in claims:
        yield from indented(claim, "  - ", _WIDTH)
    yield ""
    yield f"sha256 of the declaration: {hashlib.sha256(report.content).hexdigest()[:32]}…"


def _bases(report: Report) -> Iterator[str]:
    """What each model that it is built on lends."""
    if report.built_on:
        yield ""
        yield "It is built on:"
    for one in report.built_on:
        model = one.model
        signs = [
            f"{OUTCOMES[outcome].symbol} {name}" for name, outcome in (one.lends or {}).items()
        ]
        cells = [f"{shorten(model.name)} ({model.relation})", model.license]
        cells += [model.access if model.access != "open" else ""]
        cells += [f"lends {', '.join(signs)}" if signs else "lends nothing"]
        yield from indented(clean(" · ".join(filter(None, cells))), "  - ", _WIDTH)
        if model.source:
            about = ", ".join(filter(None, (shorten(model.source.where, 300), model.source.date)))
            yield from indented(clean(about), f"{_INDENT}source: ", _WIDTH)


def _title(report: Report) -> str:
    outcomes = [one.outcome for one in report.requirements]
    counts = ((outcomes.count(one), words.requirement) for one, words in OUTCOMES.items())
    told = ", ".join(f"{number} {words}" for number, words in counts if number)
    return f"OSAID 1.0 asks for {plural(len(outcomes), 'part')}: {told}"


def _part(one: RequirementResult, style: "Style") -> Iterator[str]:
    words = OUTCOMES[one.outcome]
    applies = "does not apply" if one.outcome is Outcome.MET else "absent"
    licenses = ", ".join(x.replace("NONE", "no license named") for x in one.licenses)
    access = one.access if one.access not in (None, "open") else ""
    cells = [BY_ID[one.id].short, one.evidence or applies, licenses, access]
    cells += [f"line {one.line}" if one.line else ""]
    told = clean(" · ".join(filter(None, cells)))
    first, *rest = indented(told, f"  {words.symbol} ", _WIDTH)
    yield first.replace(words.symbol, style.paint(words.symbol, words.color), 1)
    yield from rest
    for label, text in _more(one):
        yield from indented(clean(text), f"{_INDENT}{label} ", _WIDTH)


def _more(one: RequirementResult) -> Iterator[tuple[str, str]]:
    """Where it is, where that is said, what was seen, which clauses count; with a label each."""
    for location in one.locations[:_FEW]:
        yield "at", shorten(location, 300)
    if len(one.locations) > _FEW:
        yield "at", plural(len(one.locations) - _FEW, "more place")
    for origin in one.sources[:_FEW]:
        yield "source:", ", ".join(filter(None, (shorten(origin.where, 300), origin.date)))
    if one.notes:
        yield "seen:", shorten("; ".join(one.notes), 300)
    if one.clauses:
        told = (
            "no license is named"
            if x.license == "NONE"
            else f"{x.license} {x.section or 'throughout'} ({x.kind})"
            for x in one.clauses
        )
        yield "clauses:", "; ".join(dict.fromkeys(told))
