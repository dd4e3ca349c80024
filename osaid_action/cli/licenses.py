# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid licenses`: the licenses that are known."""

from types import SimpleNamespace

from osaid_action.model import ExitCode


def run(arguments: SimpleNamespace) -> ExitCode:
    """List licenses; the exit code."""
    from osaid_action.report import license_pages  # noqa: PLC0415 - only for this command

    chosen = {"restricts": arguments.restricts, "osi": arguments.osi, "query": arguments.word or ""}
    if arguments.format == "json":
        import json  # noqa: PLC0415 - only for this format

        print(json.dumps(license_pages.listing_data(**chosen), indent=2))
    else:
        print(license_pages.listing(**chosen))
    return ExitCode.FINE
