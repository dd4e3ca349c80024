# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → text for a terminal: the four freedoms, why, where, what to do; the verdict last too."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from osaid_action.definition.requirements import DISCLAIMER
from osaid_action.findings import Finding, Report
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.parts import load_part
from osaid_action.report.grouping import Group, grouped, rules_of
from osaid_action.report.phrases import (
    ASKED,
    OUTCOMES,
    because,
    clean,
    clean_path,
    declared_by,
    headline,
    on_word,
    short_verdict,
    totals,
    verified,
)
from osaid_action.text import hanging, indented, join_words, plural, shorten, wrapped

WIDTH = 80
DEFINITION = (
    "Read against the Open Source AI Definition (OSAID) 1.0 of the Open Source Initiative (OSI)."
)
_COLORS = {"red": 31, "green": 32, "yellow": 33, "cyan": 36, "bold": 1, "dim": 2}
_BY_SEVERITY = {"error": "red", "warning": "yellow", "note": "cyan"}
_MAX_SHOWN = 40
_HANGING = 2  # columns that no words of an author begin before
_REASONS_AT = 15  # the column where why a freedom is as it is stands


class Style(NamedTuple):
    """How text is to be written."""

    color: bool = False
    notes: bool = False  # show notes too, and every requirement
    full: bool = True  # one file: everything; many: a line each
    quiet: bool = False  # errors, and a line each
    width: int = 0  # of the terminal; 0 leaves each finding's first line whole, for programs

    def paint(self, text: str, color: str) -> str:
        """``text`` in a color, where there are colors."""
        return f"\033[{_COLORS[color]}m{text}\033[0m" if self.color else text


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """The text for all ``reports``, piece by piece as they come."""
    for line in _lines(reports, style):
        yield line + "\n"


def _lines(reports: Iterable[Report], style: Style) -> Iterator[str]:
    if style.quiet:
        for report in reports:
            yield from _findings(report, style, report.errors)
            by = declared_by(report)
            yield f"{clean_path(report.path)}: {headline(report)}{f' ({by})' if by else ''}"
    elif style.full:
        for report in reports:
            yield from _one(report, style)
    else:
        yield from _many(reports, style)


# ------------------------------------------------------------------ one file


def _one(report: Report, style: Style) -> Iterator[str]:
    yield style.paint(clean_path(report.path), "bold")
    if report.freedoms is None:
        yield ""
        yield from _findings(report, style, report.findings)
        yield ""
        yield from _verdict(report, style)
        yield from wrapped(DISCLAIMER, WIDTH)
        return
    yield from _head(report)
    yield ""
    yield from _table(report, style)
    yield ""
    yield from _verdict(report, style, "  ")
    told = report.findings if style.notes else report.deciding
    blocks = list(_findings(report, style, told))
    if blocks:
        yield ""
        yield from blocks
    if style.notes:
        yield from load_part("report.text_details:details")(report, style)
    yield ""
    if blocks or style.notes:
        yield from _verdict(report, style)
        said = declared_by(report) or "who declared it is not said: `declared` would tell"
        yield from hanging(said, _HANGING, WIDTH)
    yield from _foot(report, style)


def _head(report: Report) -> Iterator[str]:
    system = report.system
    names = [system.name, system.producer] if system else []
    left = clean(", ".join(shorten(name) for name in names if name))
    right = declared_by(report)
    start = " " * _HANGING  # a name at the start of a line could be read as a finding
    if len(start) + len(left) + len(right) + 2 <= WIDTH:
        yield f"{start}{left}{right:>{WIDTH - len(start) - len(left)}}".rstrip()
    else:
        yield from indented(left, start, WIDTH)
        yield from indented(right, start, WIDTH)


def _table(report: Report, style: Style) -> Iterator[str]:
    yield f"  {ASKED} …"
    for name in FREEDOMS:
        freedom = (report.freedoms or {})[name]
        words = OUTCOMES[freedom.outcome]
        said = " ".join(filter(None, [f"{words.answer}:", clean(because(name, freedom, report))]))
        first, *rest = wrapped(said.rstrip(":"), WIDTH - _REASONS_AT)
        start = f"  {style.paint(words.symbol, words.color)} {f'{name} it?':<11}"
        yield start + first.replace(words.answer, style.paint(words.answer, words.color), 1)
        yield from (" " * _REASONS_AT + line for line in rest)


def _verdict(report: Report, style: Style, indent: str = "") -> Iterator[str]:
    color = OUTCOMES[Outcome(report.verdict)].color if report.valid else "red"
    more = f" · label: {report.label}" if report.label else " before the freedoms can be judged"
    for line in indented(headline(report) + more, indent, WIDTH):
        verdict, _, label = line.partition(" · label: ")
        shown = style.paint(verdict, "red" if report.errors else color)
        yield f"{shown} · label: {label}" if label else shown


def _foot(report: Report, style: Style) -> Iterator[str]:
    if report.lacks_only_terms:
        yield "Nothing is declared missing; the terms alone fail OSAID 1.0."
    yield from wrapped(verified(report), WIDTH)
    told = {finding.id for finding in report.deciding}
    hidden = len(grouped(tuple(one for one in report.findings if one.id not in told)))
    more = [on_word(report), plural(hidden, "remark") if hidden and not style.notes else ""]
    more += [f"{plural(report.silenced, 'remark')} silenced" if report.silenced else ""]
    if said := " · ".join(filter(None, more)):
        yield said + ("" if style.notes else "; all of it: -v")
    if not report.errors and report.verdict != "met":
        fine = ": an honest no is fine" if report.verdict == "unmet" else ""
        yield f"This fails no check{fine}, unless `--require osaid` is given."
    yield from wrapped(f"{DEFINITION} {DISCLAIMER}", WIDTH)


# ------------------------------------------------------------------ findings


def _findings(report: Report, style: Style, told: tuple[Finding, ...]) -> Iterator[str]:
    chosen = grouped(told)
    for group, following in zip_longest(chosen[:_MAX_SHOWN], chosen[1:_MAX_SHOWN]):
        again = following is not None and following.first.remedy == group.first.remedy
        yield from _finding(report.path, group, style, with_remedy=not again)
    if len(chosen) > _MAX_SHOWN:
        yield f"… and {len(chosen) - _MAX_SHOWN} more; --format json has them all"


def _finding(path: str, group: Group, style: Style, *, with_remedy: bool) -> Iterator[str]:
    """One finding; its remedy is left out when the next one has the same."""
    first = group.first
    place = f"{clean_path(path)}:{first.line}:{first.column}"
    others = [line for line in group.lines if line != first.line]
    lines = "line" if len(others) == 1 else "lines"
    also = f" (also {lines} {', '.join(map(str, others[:12]))})" if others else ""
    rule = f"[{rules_of(group)}]"
    whole = f"{place}: {first.severity}: {clean(group.message)}{also} {rule}"
    severity = style.paint(first.severity, _BY_SEVERITY[first.severity])
    head, *rest = hanging(whole, _HANGING, style.width) if style.width else [whole]
    yield head.replace(f": {first.severity}:", f": {severity}:", 1)
    yield from rest
    if with_remedy:
        yield from indented(clean(first.remedy), "  → ", WIDTH)


# ------------------------------------------------------------------ many files


def _many(reports: Iterable[Report], style: Style) -> Iterator[str]:
    signs = ", ".join(f"{words.symbol} {words.answer}" for words in OUTCOMES.values())
    yield from wrapped(
        f"First {join_words(FREEDOMS)}: may anyone, for any purpose? {signs}. Then the verdict on "
        "OSAID 1.0 and a label, the parts verified or found of those declared, the file.",
        WIDTH,
    )
    yield ""
    told: list[Report] = []
    for report in reports:
        told.append(report._replace(findings=(), requirements=(), attested=()))
        yield _line(report, style)
        yield from _findings(report, style, report.errors)
    yield ""
    yield from wrapped(f"{plural(len(told), 'declaration')} · {totals(told)}", WIDTH)
    if others := sum(report.declared[1] == "third-party" for report in told):
        yield f"{others} of them by a third party, not by who made the system."
    yield "Why, line by line: -v, or one file at a time."
    yield from wrapped(f"{DEFINITION} {DISCLAIMER}", WIDTH)


def _line(report: Report, style: Style) -> str:
    path = clean_path(report.path)
    if report.freedoms is None:
        return f"{style.paint('----', 'red')} {'invalid':<27} {'':<5} {path}"
    outcomes = [OUTCOMES[report.freedoms[name].outcome] for name in FREEDOMS]
    cells = "".join(style.paint(one.symbol, one.color) for one in outcomes)
    known = report.evidence
    count = f"{known['verified'] + known['found']}/{known['of']}"
    return f"{cells} {short_verdict(report):<27} {count:<5} {path}"
