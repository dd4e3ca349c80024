# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What to publish and how to end, decided from values alone."""

import posixpath
import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple
from urllib.parse import quote

from osaid_action.action.check_run import Check
from osaid_action.action.comment import CLOSING, Marker, Wanted, key_of
from osaid_action.action.context import Context
from osaid_action.action.inputs import Inputs
from osaid_action.action.reports import Checked, Found, every
from osaid_action.comparison import UNKNOWN
from osaid_action.definition.freedoms import LABELS
from osaid_action.findings import Report
from osaid_action.model import FREEDOMS, ExitCode, Outcome, worst
from osaid_action.report import annotations as report_annotations
from osaid_action.report import badge, json_report, markdown, markdown_summary
from osaid_action.report.phrases import headline, totals
from osaid_action.text import plural

MAX_COMMENTS = 20
MAX_ANNOTATIONS = 1000
CHECK_NAME = "Open Source AI"
SUMMARY_LIMIT = 940_000  # bytes, of 1 MiB; the comparison comes below it
_CHECK_LIMIT = 60_000
_SHORT = 12  # characters of a commit that tell it from others
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

    not_compared: str  # why, in a line
    summary: str  # goes below the verdict's
    files: dict[str, str]  # these take the place of the verdict's
    comments: tuple[Wanted, ...]
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
    checked = found.checked
    check = inputs.check_run and checked
    compared = any(one.change for one in checked)
    return Sequel(
        not_compared=markdown_summary.not_compared(one.change for one in checked),
        summary=_comparison(context, checked) if inputs.summary else "",
        files=dict([_report_file(context, checked, path)]) if compared else {},
        comments=tuple(_comments(context, inputs, checked)),
        check=_check(context, inputs, found, said.code) if check else None,
    )


def _messages(inputs: Inputs, found: Found) -> Iterator[Message]:
    for trouble in found.troubles:
        yield Message("error", trouble)
    level = {"error": "error", "warn": "warning"}.get(inputs.if_missing)
    for pattern in found.missing if level else ():
        what = "no OPEN_AI_SYSTEM.yaml" if pattern == "." else f"no declaration at {pattern}"
        told = f"{what}; `osaid init` writes one; else check the input path, and the checkout"
        yield Message(level or "", told)


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


def _link(context: Context, path: str, line: int) -> str:
    """The address of a line at the commit that was judged."""
    return f"{context.server_url}/{context.home}/blob/{context.sha}/{quote(path)}#L{line}"


def _summary(
    context: Context, inputs: Inputs, found: Found, limit: int = SUMMARY_LIMIT, run: str = ""
) -> str:
    """The summary; empty where nothing is declared and nobody wants to hear of it."""
    checked = found.checked
    if not checked and inputs.if_missing == "ignore":
        return ""
    pairs = [(one.report, one.change) for one in checked]
    command = _command(inputs, checked[0].file.path if len(checked) == 1 else "")
    links = _links(context, checked)
    return markdown_summary.summary(pairs, link=links, run=run, command=command, limit=limit)


def _command(inputs: Inputs, path: str, base: str = "") -> str:
    """What to type at the top of a clone to have the same report."""
    words = ["osaid", "check", *([f"./{path}" if path.startswith("-") else path] if path else [])]
    words += ["--base", base[:_SHORT]] if base else []
    words += ["--require", ",".join(inputs.require)] if inputs.require else []
    return shlex.join([*words, *(["--online"] if inputs.online else [])])


def _comparison(context: Context, checked: Sequence[Checked]) -> str:
    pairs = [(one.report, one.change) for one in checked]
    return markdown_summary.comparison(pairs, link=_links(context, checked))


def _links(context: Context, checked: Sequence[Checked]) -> Callable[[str, int], str]:
    paths = {one.report.path: one.file.path for one in checked}
    return lambda path, line: _link(context, paths[path], line)


def _comments(context: Context, inputs: Inputs, checked: Sequence[Checked]) -> Iterator[Wanted]:
    if context.pull is None or not context.is_open or inputs.comment == "never":
        return
    created = 0
    for one in checked:
        create = inputs.comment == "always" or is_remarkable(one)
        created += create
        marker = Marker(key_of(one.file.path), context.sha, context.run_id)
        body = markdown.comment(
            one.report,
            one.change,
            link=partial(_link, context, one.file.path),
            sha=context.sha,
            run=context.run_url,
            command=_command(inputs, one.file.path, _base(context, one)),
            marker=str(marker),
            closing=CLOSING,
        )
        yield Wanted(marker, body, create and created <= MAX_COMMENTS)


def _base(context: Context, one: Checked) -> str:
    """The commit that it was compared with; empty where that could not be done."""
    is_compared = one.change is not None and one.change.base_state != UNKNOWN
    return context.base_sha if is_compared else ""


def is_remarkable(one: Checked) -> bool:
    """Whether a reviewer should hear of it unasked: something is not met, or not as it was."""
    differs = one.change is not None and one.change.outcome_differs
    return one.report.verdict != "met" or one.report.has_errors or differs


def _check(context: Context, inputs: Inputs, found: Found, code: ExitCode) -> Check:
    reports = list(every(found))
    folder = inputs.working_directory
    all_met = all(report.verdict == "met" for report in reports)
    return Check(
        name=CHECK_NAME if folder == "." else f"{CHECK_NAME} ({folder})",
        sha=context.sha,
        conclusion="failure" if code else "success" if all_met else "neutral",
        title=_title(reports),
        summary=_summary(context, inputs, found, _CHECK_LIMIT, context.run_url),
        annotations=report_annotations.annotations(reports, limit_per_level=MAX_ANNOTATIONS),
    )


def _title(reports: Sequence[Report]) -> str:
    if len(reports) == 1:
        return headline(reports[0])
    return f"{plural(len(reports), 'declaration')}, OSAID 1.0: {totals(reports)}"


# ------------------------------------------------------------------ files


def _report_file(context: Context, checked: Sequence[Checked], path: str) -> tuple[str, str]:
    changes = {one.report.path: one.change for one in checked if one.change is not None}
    run = json_report.Run(context.checked, lambda _: context.sha)
    return path, "".join(json_report.render([one.report for one in checked], changes, run))


def _badges(directory: str, reports: Iterable[Report]) -> Iterator[tuple[str, str]]:
    """The badges of each declaration, in folders as the declarations are."""
    for report in reports:
        start = posixpath.join(directory, posixpath.dirname(report.path), "osaid")
        for freedom in (None, *FREEDOMS):
            name = f"{start}-{freedom}" if freedom else start
            yield f"{name}.svg", badge.render(report, freedom)
            yield f"{name}.json", badge.endpoint(report, freedom)
