# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid badge`: the badge of one declaration."""

import shlex
from types import SimpleNamespace

from osaid_action.cli.check import Work
from osaid_action.cli.output import STANDARD_OUTPUT, are_one, printed, remark, write_at_once
from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from osaid_action.report import badge


def run(arguments: SimpleNamespace) -> ExitCode:
    """Write the badge; the exit code."""
    arguments.paths = [arguments.paths]
    work = Work(arguments)
    files = work.files()
    if len(files) > 1:
        raise OsaidError(f"{len(files)} declarations in {arguments.paths[0]}; name one of them")
    makers = {arguments.svg: badge.render, arguments.endpoint: badge.endpoint}
    if arguments.svg and arguments.endpoint and are_one(arguments.svg, arguments.endpoint):
        raise OsaidError(f"--svg and --endpoint both go to {arguments.svg}; name two files")
    for report in work.reports(files):
        if not report.valid:
            first = report.findings[0]
            remark(
                f"{report.path} is invalid: line {first.line}: {first.message}; `osaid check` says "
                "what to fix"
            )
        if not (arguments.svg or arguments.endpoint):
            raise OsaidError(f"where to? Type `{_line(arguments)}`; --endpoint FILE writes JSON")
        for path, make in makers.items():
            if path == STANDARD_OUTPUT:
                printed(make(report, arguments.freedom).removesuffix("\n"))
            elif path:
                write_at_once(path, make(report, arguments.freedom), files)
        if STANDARD_OUTPUT not in makers:
            words = badge.message(report, arguments.freedom)[0]
            printed(f"{badge.label(arguments.freedom)}: {words}")
    return work.code


def _line(arguments: SimpleNamespace) -> str:
    """What was typed, with a file to write to."""
    path, freedom = arguments.paths[0], arguments.freedom
    words = ["osaid", "badge", *([] if path == "." else [path])]
    words += ["--freedom", freedom] if freedom else []
    return shlex.join([*words, "--svg", "osaid.svg"])
