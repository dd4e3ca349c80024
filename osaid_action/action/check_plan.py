# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which check run to write: one is concluded whatever comes, for without it a merge waits."""

from collections.abc import Sequence

from osaid_action.action.check_run import Check
from osaid_action.action.context import Context
from osaid_action.action.inputs import Inputs
from osaid_action.findings import Report
from osaid_action.model import ExitCode
from osaid_action.report import annotations, escape
from osaid_action.report.phrases import headline, totals
from osaid_action.text import plural

NAME = "Open Source AI"
MAX_ANNOTATIONS = 1000
UNDECLARED = "OSAID 1.0: nothing is declared here"


def judged(  # noqa: PLR0913, PLR0917 - all that a check run says
    context: Context,
    inputs: Inputs,
    reports: Sequence[Report],
    code: ExitCode,
    summary: str,
    gone: int = 0,
) -> Check:
    """The check run on declarations; neutral where nobody minds that there is none.

    ``gone`` is how many of the base are no more.
    """
    all_met = bool(reports) and all(report.verdict == "met" for report in reports)
    return Check(
        name=_name(inputs),
        sha=context.sha,
        conclusion="failure" if code else "success" if all_met else "neutral",
        title=" · ".join([*_gone(gone), _title(reports)]),
        summary=summary,
        annotations=annotations.annotations(reports, limit_per_level=MAX_ANNOTATIONS),
    )


def nothing_to_judge(inputs: Inputs, sha: str, why: str) -> Check:
    """The neutral one of a run that has nothing to look at; it takes the place of no other."""
    title = f"Nothing to judge: {why}"
    return Check(_name(inputs), sha, "neutral", title, f"{title}.", (), fills=True)


def stopped(inputs: Inputs, sha: str, why: str) -> Check:
    """The failed one of a run that came to no result."""
    summary = f"No declaration was judged: {escape.prose(why)}."
    return Check(_name(inputs), sha, "failure", "Not judged", summary, ())


def _name(inputs: Inputs) -> str:
    folder = inputs.working_directory
    return NAME if folder == "." else f"{NAME} ({folder})"


def _gone(number: int) -> list[str]:
    """That declarations are gone, which may be why a check fails where all else is met."""
    return [f"{plural(number, 'declaration')} removed"] if number else []


def _title(reports: Sequence[Report]) -> str:
    if not reports:
        return UNDECLARED
    if len(reports) == 1:
        return headline(reports[0])
    return f"{plural(len(reports), 'declaration')}, OSAID 1.0: {totals(reports)}"
