# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The formats of `osaid check`: what writes each."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING

from osaid_action.cli.output import STANDARD_OUTPUT
from osaid_action.findings import Report
from osaid_action.parts import load_part

if TYPE_CHECKING:
    from osaid_action.comparison import Change, Removed

FORMATS = {
    "text": "report.text:render",
    "json": "report.json_report:render",
    "jsonl": "report.json_report:render_lines",
    "markdown": "report.markdown_summary:render",
    "github": "report.annotations:render",
}
"""What makes text of reports. All but the first and the last take what changed too."""

Writer = Callable[[Iterable[Report]], Iterator[str]]


def writer(
    arguments: SimpleNamespace,
    changes: "Mapping[str, Change]",
    removed: "Sequence[Removed]" = (),
    *,
    many: bool,
) -> Writer:
    """How reports are written; ``changes`` are there when the reports have come.

    ``removed`` are the declarations that the base has and that are no more.
    """
    if arguments.format == "text":
        return _text_writer(arguments, changes, removed, many=many)
    render = load_part(FORMATS[arguments.format])
    if arguments.format in ("json", "jsonl"):
        known = None if arguments.base is None else removed
        return lambda reports: render(reports, changes, _run(), known)
    more = () if arguments.format == "github" else (changes,)

    def write(reports: Iterable[Report]) -> Iterator[str]:
        yield from render(reports, *more)
        yield from _removed(arguments, removed)

    return write


def _removed(arguments: SimpleNamespace, removed: "Sequence[Removed]") -> Iterator[str]:
    """What is told of declarations that are no more, below the reports."""
    if not removed:
        return
    required = bool(arguments.require)
    if arguments.format == "github":
        told = load_part("report.removed:annotations")(removed, required=required)
        yield from (f"{line}\n" for line in load_part("report.annotations:commands")(told))
    elif arguments.format == "markdown":
        yield "\n" + load_part("report.removed:markdown")(removed, required=required)
    else:
        yield "\n"
        yield from load_part("report.removed:text")(removed, required=required)


def _run() -> object:
    now, commit_of = load_part("clock:now"), load_part("cli.subject:commit_of")
    return load_part("report.json_report:Run")(now(), commit_of)


def _text_writer(
    arguments: SimpleNamespace,
    changes: "Mapping[str, Change]",
    removed: "Sequence[Removed]",
    *,
    many: bool,
) -> Writer:
    terminal = arguments.output in (None, STANDARD_OUTPUT) and sys.stdout.isatty()
    style = load_part("report.text:Style")(
        color=terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        notes=arguments.verbose,
        full=arguments.verbose or not many,
        quiet=arguments.quiet,
        width=_width() if terminal else 0,
    )

    def write(reports: Iterable[Report]) -> Iterator[str]:
        yield from load_part(FORMATS["text"])(reports, style)
        if changes and not arguments.quiet:
            yield from load_part("report.changes:render")(changes, arguments.base)
        if removed and (arguments.require or not arguments.quiet):
            yield from _removed(arguments, removed)

    return write


def _width() -> int:
    try:
        return max(40, os.get_terminal_size().columns or 80)  # some terminals do not know
    except OSError:
        return 80
