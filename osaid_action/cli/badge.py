# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid badge`: the badge of one declaration."""

from types import SimpleNamespace

from osaid_action.cli.check import Work
from osaid_action.cli.output import STANDARD_OUTPUT, printed, write_at_once
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
    if not (arguments.svg or arguments.endpoint):
        raise OsaidError("where to? --svg FILE, --endpoint FILE, or both")
    makers = {arguments.svg: badge.render, arguments.endpoint: badge.endpoint}
    if len(makers) == 1:
        raise OsaidError(f"--svg and --endpoint both go to {arguments.svg}; name two files")
    for report in work.reports(files):
        for path, make in makers.items():
            if path == STANDARD_OUTPUT:
                printed(make(report, arguments.freedom).removesuffix("\n"))
            elif path:
                write_at_once(path, make(report, arguments.freedom), files)
        if STANDARD_OUTPUT not in makers:
            words = badge.message(report, arguments.freedom)[0]
            printed(f"{badge.label(arguments.freedom)}: {words}")
    return work.code
