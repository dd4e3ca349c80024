# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → text for a terminal: the four freedoms at a glance, then why, where and what to do."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from osaid_action.definition.requirements import DISCLAIMER
from osaid_action.model import FREEDOMS, Finding, Outcome, Report
from osaid_action.report.phrases import (
    OUTCOMES,
    VERDICTS,
    Group,
    because,
    clean,
    declared_by,
    grouped,
    told_attested,
    verdict_words,
    verified,
)
from osaid_action.text import indented, plural, shorten, wrapped

WIDTH = 80
_COLORS = {"red": 31, "green": 32, "yellow": 33, "cyan": 36, "bold": 1, "dim": 2}
_BY_SEVERITY = {"error": "red", "warning": "yellow", "note": "cyan"}
_MAX_SHOWN = 40


class Style(NamedTuple):
    """How text is to be written."""

    color: bool = False
    notes: bool = False  # show notes too
    full: bool = True  # one file: everything; many: a line each
    quiet: bool = False  # errors alone
    width: int = 0  # of the terminal; 0 leaves each finding's first line whole, for programs

    def paint(self, text: str, color: str) -> str:
        """``text`` in a color, where there are colors."""
        return f"\033[{_COLORS[color]}m{text}\033[0m" if self.color else text


def render(reports: Iterable[Report], style: Style) -> Iterator[str]:
    """The text for all ``reports``, piece by piece as they come."""
    for line in _lines(reports, style):
        yield line + "\n"


def _lines(reports: Iterable[Report], style: Style) -> Iterator[str]:
    totals: dict[str, int] = {}
    for report in reports:
        said = verdict_words(report)
        totals[said] = totals.get(said, 0) + 1
        if style.quiet:
            yield from _findings(report, style, report.errors)
        elif style.full:
            yield from _one(report, style)
        else:
            yield _line(report, style)
            yield from _findings(report, style, report.errors)
    if not style.quiet and not style.full:
        yield from _totals(totals)


# ------------------------------------------------------------------ one file


def _one(report: Report, style: Style) -> Iterator[str]:
    yield style.paint(clean(report.path), "bold")
    if report.freedoms is None:
        yield from _invalid(report, style)
        return
    yield from _head(report)
    yield ""
    yield from _table(report, style)
    yield ""
    yield _verdict(report, style)
    told = report.findings if style.notes else report.deciding
    blocks = list(_findings(report, style, told))
    if blocks:
        yield ""
        yield from blocks
    yield ""
    yield from _foot(report, style)


def _invalid(report: Report, style: Style) -> Iterator[str]:
    said = f"{plural(len(report.findings), 'problem')} to mend before the freedoms can be judged"
    yield f"  {style.paint('invalid', 'red')}: {said}"
    yield ""
    yield from _findings(report, style, report.findings)


def _head(report: Report) -> Iterator[str]:
    system = report.system
    names = [system.name, system.producer] if system else []
    left = clean(", ".join(shorten(name) for name in names if name))
    right = declared_by(report)
    if len(left) + len(right) + 2 <= WIDTH:
        yield f"{left}{right:>{WIDTH - len(left)}}".rstrip()
    else:
        yield left
        yield right


def _table(report: Report, style: Style) -> Iterator[str]:
    for name in FREEDOMS:
        freedom = (report.freedoms or {})[name]
        words = OUTCOMES[freedom.outcome]
        answer = f"{words.answer:<5}"
        start = f"  {style.paint(words.symbol, words.color)} {name:<8} "
        start += style.paint(answer, words.color)
        reason = clean(because(name, freedom, report))
        lines = wrapped(reason, WIDTH - 18) if reason else [""]
        yield f"{start}{lines[0] if answer.endswith(' ') else f'  {lines[0]}'}".rstrip()
        yield from (" " * 18 + line for line in lines[1:])


def _verdict(report: Report, style: Style) -> str:
    color = OUTCOMES[Outcome(report.verdict)].color
    said = style.paint(verdict_words(report), color)
    line = f"  {len(report.met)} of 4 freedoms · {said} · {report.label}"
    if report.errors:
        line += f" · {style.paint(plural(len(report.errors), 'error'), 'red')}"
    if report.lacks_only_terms:
        line += "\n  All that OSAID asks for is there: only license terms stand in the way."
    return line


def _foot(report: Report, style: Style) -> Iterator[str]:
    hidden = len(report.findings) - len(report.deciding)
    attested = plural(len(report.attested), "point")
    yield f"{verified(report)} · {attested} attested, not checked"
    if style.notes:
        yield from (
            line for point in told_attested(report) for line in indented(point, "  - ", WIDTH)
        )
    elif hidden:
        yield f"{plural(hidden, 'note')} and the attested points: -v"
    yield DISCLAIMER


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
    place = f"{clean(path)}:{first.line}:{first.column}"
    others = [line for line in group.lines if line != first.line]
    lines = "line" if len(others) == 1 else "lines"
    also = f" (also {lines} {', '.join(map(str, others[:12]))})" if others else ""
    whole = f"{place}: {first.severity}: {clean(group.message)}{also} [{first.rule.id}]"
    severity = style.paint(first.severity, _BY_SEVERITY[first.severity])
    head, *rest = wrapped(whole, style.width) if style.width else [whole]
    yield head.replace(f": {first.severity}:", f": {severity}:", 1)
    yield from rest
    if with_remedy:
        yield from indented(clean(first.remedy), "  → ", WIDTH)


# ------------------------------------------------------------------ many files


def _line(report: Report, style: Style) -> str:
    if report.freedoms is None:
        return f"{style.paint('----', 'red')} {'invalid':<29} {clean(report.path)}"
    outcomes = [OUTCOMES[report.freedoms[name].outcome] for name in FREEDOMS]
    cells = "".join(style.paint(one.symbol, one.color) for one in outcomes)
    return f"{cells} {report.label:<29} {clean(report.path)}"


def _totals(totals: dict[str, int]) -> Iterator[str]:
    number = sum(totals.values())
    order = [words for one in VERDICTS.values() for words in (one, f"{one}, as declared")]
    said = [f"{totals[words]} {words}" for words in order if words in totals]
    yield ""
    yield f"{plural(number, 'declaration')}: {', '.join(said)}"
    yield f"The four signs: {', '.join(FREEDOMS)}."
    yield "Why, line by line: -v, or one file at a time."
    yield DISCLAIMER
