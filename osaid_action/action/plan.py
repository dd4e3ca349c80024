# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What to publish and how to end, decided from values alone."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from osaid_action.action import check_plan, conversation
from osaid_action.action.check_run import Check
from osaid_action.action.comment import Wanted
from osaid_action.action.context import Context
from osaid_action.action.conversation import Farewell
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import Checked, Found, every
from osaid_action.comparison import Removed
from osaid_action.definition.freedoms import LABELS
from osaid_action.findings import Report
from osaid_action.model import FREEDOMS, ExitCode, Outcome, worst
from osaid_action.report import annotations as report_annotations
from osaid_action.report import badge, escape, json_report, markdown_summary, removed
from osaid_action.report.markdown_fit import size

MAX_GONE = 20  # told one by one in a summary
SUMMARY_LIMIT = 940_000  # bytes, of 1 MiB; the comparison comes below it
_CHECK_LIMIT = 60_000
_VERDICTS = ("met", "undecided", "unmet", "invalid")  # the worst comes last


class Message(NamedTuple):
    """A line of ours in the log."""

    level: str  # error | warning | notice
    words: str


class Verdict(NamedTuple):
    """What is told of the declarations as they are. ``files`` are by path, from the workspace."""

    code: ExitCode
    messages: tuple[Message, ...]
    outputs: dict[str, str]
    annotations: tuple[report_annotations.Annotation, ...]
    summary: str
    files: dict[str, str]


class Sequel(NamedTuple):
    """What is told once they were compared with the base, or that could not be done."""

    code: ExitCode  # of what only a comparison can tell
    gone: tuple[report_annotations.Annotation, ...]  # the declarations that are no more
    not_compared: str  # why, in a line
    summary: str  # goes below the verdict's
    files: dict[str, str]  # these take the place of the verdict's
    comments: tuple[Wanted, ...]
    farewell: Farewell  # to what is said of declarations that are no more
    may_leave: bool  # whether there may be such
    check: Check | None


def verdict(context: Context, inputs: Inputs, found: Found, report_path: str) -> Verdict:
    """What to tell of what was found; it owes nothing to GitHub. The report goes to a path."""
    messages = tuple(_messages(inputs, found))
    reports = list(every(found))
    annotations = inputs.annotations and not context.from_api  # no line of this commit is meant
    alone = found._replace(checked=tuple(one._replace(change=None) for one in found.checked))
    files = dict([_report_file(context, alone.checked, report_path)])
    if inputs.badge_directory:
        files |= _badges(inputs.badge_directory, reports)
    return Verdict(
        code=_code(reports, messages),
        messages=messages,
        outputs=_outputs(reports, report_path),
        annotations=report_annotations.annotations(reports) if annotations else (),
        summary=_summary(context, inputs, alone) if inputs.summary else "",
        files=files,
    )


def sequel(context: Context, inputs: Inputs, found: Found, said: Verdict, path: str) -> Sequel:
    """What to tell after the verdict that was ``said``; ``path`` is where the report is."""
    checked, gone = found.checked, [one.removed for one in found.gone]
    required = bool(inputs.require)
    code = ExitCode.NOT_FINE if gone and required else ExitCode.FINE
    told = any(one.change for one in checked) or bool(gone)
    ends = max(said.code, code)
    return Sequel(
        code=code,
        gone=removed.annotations(gone[:MAX_GONE], required=required),
        not_compared=_not_compared(context, found),
        summary=_comparison(context, found, inputs) if inputs.summary else "",
        files=dict([_report_file(context, checked, path, gone)]) if told else {},
        comments=tuple(conversation.comments(context, inputs, found)),
        farewell=partial(conversation.farewell, context, found),
        may_leave=not found.checked,
        check=check_of(context, inputs, found, ends) if inputs.check_run else None,
    )


def _not_compared(context: Context, found: Found) -> str:
    """Why what changed cannot be told, in a line."""
    told = markdown_summary.not_compared(one.change for one in found.checked)
    if not told and found.not_followed:
        told = f"What is gone cannot be told: {found.not_followed}."
    return f"{context.named}: {told}" if told and context.named else told


def _messages(inputs: Inputs, found: Found) -> Iterator[Message]:
    for trouble in found.troubles:
        yield Message("error", trouble)
    level = {"error": "error", "warn": "warning"}.get(inputs.if_missing)
    in_vain = "warning" if found.checked or found.troubles else level  # others were found
    wanted = [(level, one) for one in found.missing] + [(in_vain, one) for one in found.unmatched]
    for how, pattern in wanted if level else ():
        what = "no OPEN_AI_SYSTEM.yaml" if pattern == "." else f"no declaration at {pattern}"
        told = f"{what}; `osaid init` writes one ({markdown_summary.FORMAT_URL})"
        told += "; else check the input path, and the checkout"
        if found.near:
            told = f"{what}, but {found.near}: rename it to OPEN_AI_SYSTEM.yaml"
        yield Message(how or "", told)


def _code(reports: Iterable[Report], messages: Iterable[Message]) -> ExitCode:
    if any(message.level == "error" for message in messages):
        return ExitCode.USAGE
    failed = any(report.has_errors for report in reports)
    return ExitCode.NOT_FINE if failed else ExitCode.FINE


# ------------------------------------------------------------------ outputs


def _outputs(reports: Sequence[Report], report_path: str) -> dict[str, str]:
    """The worst over all declarations; empty where there is nothing to say."""
    outputs = dict.fromkeys(("valid", "verdict", "freedoms", *FREEDOMS, "label"), "")
    outputs["report"] = report_path
    if not reports:
        return outputs
    outputs["valid"] = str(all(report.valid for report in reports)).lower()
    outputs["verdict"] = max((report.verdict for report in reports), key=_VERDICTS.index)
    if outputs["valid"] == "false":
        return outputs
    freedoms = {name: _freedom(name, reports) for name in FREEDOMS}
    outputs |= {name: outcome.value for name, outcome in freedoms.items()}
    met = (name for name, outcome in freedoms.items() if outcome is Outcome.MET)
    outputs["freedoms"] = ",".join(met)
    outputs["label"] = min((report.label or LABELS[0] for report in reports), key=LABELS.index)
    return outputs


def _freedom(name: str, reports: Iterable[Report]) -> Outcome:
    return worst(report.freedoms[name].outcome for report in reports if report.freedoms)


# ------------------------------------------------------------------ what people read


def _summary(
    context: Context, inputs: Inputs, found: Found, limit: int = SUMMARY_LIMIT, run: str = ""
) -> str:
    """The summary; empty where nothing is declared and nobody wants to hear of it."""
    checked = found.checked
    if not checked and inputs.if_missing == "ignore":
        return ""
    if not checked:
        return markdown_summary.nothing(found.near)
    pairs = [(one.report, one.change) for one in checked]
    command = conversation.command(inputs, checked[0].file.path if len(checked) == 1 else "")
    links = _links(context, checked)
    return markdown_summary.summary(pairs, link=links, run=run, command=command, limit=limit)


def _comparison(context: Context, found: Found, inputs: Inputs) -> str:
    pairs = [(one.report, one.change) for one in found.checked]
    links = _links(context, found.checked)
    told = markdown_summary.comparison(pairs, link=links, named=context.named)
    if not told and found.not_followed:
        told = f"*{escape.prose(_not_compared(context, found))}*\n"
    return "\n".join(filter(None, [told, _gone(context, found, inputs)]))


def _gone(context: Context, found: Found, inputs: Inputs) -> str:
    """What is gone, as a part of a summary; empty where nothing is."""
    gone = [one.removed for one in found.gone]
    required = bool(inputs.require)
    parts = [removed.markdown(gone[:MAX_GONE], required=required, named=context.named)]
    if len(gone) > MAX_GONE:
        parts.append(f"*{len(gone) - MAX_GONE} more are gone; the report names them all.*\n")
    return "\n".join(filter(None, parts))


def _links(context: Context, checked: Sequence[Checked]) -> Callable[[str, int], str]:
    by_path = {one.report.path: one for one in checked}
    return lambda path, line: by_path[path].address(context.server_url, line)


def check_of(context: Context, inputs: Inputs, found: Found, code: ExitCode) -> Check:
    """The check run on what was found, be it nothing, and on what is gone."""
    gone = _gone(context, found, inputs)
    limit = _CHECK_LIMIT - size(gone)
    summary = _summary(context, inputs, found, limit, context.run_url)
    parts = filter(None, [gone, summary or markdown_summary.nothing(found.near)])
    reports = list(every(found))
    return check_plan.judged(context, inputs, reports, code, "\n".join(parts), len(found.gone))


# ------------------------------------------------------------------ files


def _report_file(
    context: Context, checked: Sequence[Checked], path: str, gone: Sequence[Removed] | None = None
) -> tuple[str, str]:
    changes = {one.report.path: one.change for one in checked if one.change is not None}
    commits = {one.report.path: one.commit for one in checked}
    run = json_report.Run(context.checked, lambda report: commits[report.path])
    reports = [one.report for one in checked]
    return path, "".join(json_report.render(reports, changes, run, gone))


def _badges(directory: str, reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """The badges of each declaration, in folders as the declarations are."""
    for report in reports:
        start = posixpath.join(directory, posixpath.dirname(report.path), "osaid")
        for freedom in (None, *FREEDOMS):
            name = f"{start}-{freedom}" if freedom else start
            yield f"{name}.svg", badge.render(report, freedom)
            yield f"{name}.json", badge.endpoint(report, freedom)
