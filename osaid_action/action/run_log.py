# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a run prints in the log of its job: how it was understood, the reports, annotations."""

from collections.abc import Iterable, Iterator, Sequence

from osaid_action.action import workflow_log
from osaid_action.action.context import Context
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import Found
from osaid_action.report import annotations, text
from osaid_action.report.annotations import Annotation

_MAX_TOLD = 3  # reports shown whole


def configuration(context: Context, inputs: Inputs) -> None:
    """Print how the event and the inputs were understood, folded away."""
    at = {
        "event": context.event,
        "commit": context.sha,
        "base": context.before or context.base_branch or None,
    }
    lines = [f"{name.replace('_', '-')}: {_shown(value)}" for name, value in _pairs(inputs)]
    workflow_log.group(
        "osaid: configuration", [*(f"{key}: {value}" for key, value in at.items()), *lines]
    )


def _pairs(inputs: Inputs) -> Iterator[tuple[str, object]]:
    yield from zip(inputs._fields, inputs, strict=True)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return str(value).lower() if isinstance(value, bool) else str(value) or "-"


def report(found: Found) -> None:
    """The report as the command would print it, and a line that sums it up."""
    reports = [one.report for one in found.checked]
    style = text.Style(full=len(reports) <= _MAX_TOLD)
    pieces = "".join(text.render(reports, style)) if reports else ""
    if pieces:
        workflow_log.group("osaid: report", pieces.rstrip("\n").split("\n"))
    for report in reports:
        workflow_log.emit(annotations.verdict_line(report))


def gone(several: Sequence[Annotation], named: str = "", *, annotated: bool) -> None:
    """The declarations that are no more: at their places, or by the line alone.

    ``named`` is the pull request that takes them away, where there are others.
    """
    if annotated:
        annotate(several)
        return
    for one in several:
        where = f"{one.path} ({named})" if named else one.path
        workflow_log.command(one.level, f"{where}: {one.message}")


def annotate(several: Iterable[Annotation]) -> None:
    """Print annotations as a runner reads them."""
    workflow_log.emit(*annotations.commands(several))
