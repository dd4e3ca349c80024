# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report → annotations, and the workflow commands that make them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from osaid_action.definition.rules.components import MISSING
from osaid_action.findings import Report
from osaid_action.report.escape import command_data, command_property, log_line, normalized
from osaid_action.report.grouping import Group, grouped, rules_of
from osaid_action.report.phrases import declared_by, headline
from osaid_action.text import cut, plural, without_hidden

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_MISSING = frozenset(MISSING.values())
_MESSAGE, _TITLE = 2000, 200  # of the 4,096 and 255 characters that are shown


class Annotation(NamedTuple):
    """Something to say at a line of a file."""

    level: str  # error | warning | notice
    path: str
    line: int
    column: int
    title: str
    message: str


def annotations(reports: Iterable[Report], limit_per_level: int = 10) -> tuple[Annotation, ...]:
    """What to say at the lines of the declarations: errors, then warnings, then notices.

    Remarks that decide nothing are folded into one notice a declaration, and left out where all is
    met: then there is nothing to tell. Of each level at most ``limit_per_level`` are given, the
    last of them telling how many more there are: a runner shows ten of each a step.
    """
    every = [one for report in reports for one in _of(report)]
    return tuple(
        one
        for level in _LEVELS.values()
        for one in _folded([each for each in every if each.level == level], limit_per_level)
    )


def _of(report: Report) -> Iterator[Annotation]:
    deciding = dict.fromkeys(report.deciding)
    remarks = [finding for finding in report.findings if finding not in deciding]
    if report.verdict == "met" and not report.has_errors:
        remarks = []
    for _, at_one_line in groupby(deciding, key=lambda finding: finding.line):
        yield from (_annotation(report.path, group) for group in grouped(at_one_line))
    if remarks:
        first = _annotation(report.path, grouped(remarks[:1])[0])
    if len(remarks) == 1:
        yield first
    elif remarks:
        said = "\n".join(f"line {f.line}: {normalized(f.message)}" for f in remarks)
        title = f"{len(remarks)} remarks, which change no result"
        yield first._replace(title=title, message=cut(said, _MESSAGE))


def _annotation(path: str, group: Group) -> Annotation:
    """What to say at a line of one cause, whatever freedoms it takes."""
    finding = group.first
    message = f"{normalized(group.message)}\n→ {normalized(finding.remedy)}"
    return Annotation(
        _LEVELS[finding.severity],
        shown_path(path),
        finding.line,
        finding.column,
        cut(f"{_title(group)} [{rules_of(group)}]", _TITLE),
        cut(message, _MESSAGE),
    )


def _title(group: Group) -> str:
    """What is so; of a part that is missing whether it is not declared, or not released."""
    rule = group.first.rule
    if rule not in _MISSING:
        return rule.title
    said = group.message.partition(" (")[0]
    return f"{said[0].upper()}{said[1:]}"


def shown_path(path: str) -> str:
    """The path as it is in the repository; what no runner could take is shown as missing."""
    path = path.removeprefix("./")
    return path if path.isprintable() and path == without_hidden(path) else normalized(path)


def _folded(several: Sequence[Annotation], limit: int) -> Sequence[Annotation]:
    if len(several) <= limit:
        return several
    kept, rest = several[: limit - 1], several[limit - 1 :]
    places = "\n".join(f"{one.path}:{one.line}: {one.title}" for one in rest)
    title = f"{plural(len(rest), f'more {rest[0].level}')}; the job summary has them all"
    return [*kept, rest[0]._replace(title=title, message=cut(places, _MESSAGE))]


# ------------------------------------------------------------------ workflow commands


def commands(several: Iterable[Annotation]) -> Iterator[str]:
    """The workflow command for each annotation: one line, without its end."""
    for one in several:
        properties = {
            "file": one.path,
            "line": str(one.line),
            "col": str(one.column),
            "title": one.title,
        }
        told = ",".join(f"{key}={command_property(value)}" for key, value in properties.items())
        yield f"::{one.level} {told}::{command_data(one.message)}"


def render(reports: Iterable[Report]) -> Iterator[str]:
    """All that a workflow's log should have: the commands, and a line for each declaration."""
    known = list(reports)
    for command in commands(annotations(known)):
        yield command + "\n"
    for report in known:
        yield verdict_line(report) + "\n"


def verdict_line(report: Report) -> str:
    """The result of one declaration, safe as a line of a workflow's log."""
    by = declared_by(report)
    label = f" · label: {report.label}" if report.label else ""
    return log_line(f"{headline(report)}{label}{f' · {by}' if by else ''} · {report.path}")
