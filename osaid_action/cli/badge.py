# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid badge`: the badge of one declaration."""

from types import SimpleNamespace

from osaid_action.cli.check import Work
from osaid_action.cli.output import printed, write_at_once
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
    for report in work.reports(files):
        if arguments.svg:
            write_at_once(arguments.svg, badge.render(report, arguments.freedom), files)
        if arguments.endpoint:
            write_at_once(arguments.endpoint, badge.endpoint(report, arguments.freedom), files)
        printed(f"{badge.label(arguments.freedom)}: {badge.message(report, arguments.freedom)[0]}")
    return work.code
