# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid licenses`: the licenses that are known."""

import json
from types import SimpleNamespace

from osaid_action.cli.output import printed
from osaid_action.model import ExitCode
from osaid_action.report import license_pages


def run(arguments: SimpleNamespace) -> ExitCode:
    """List licenses; the exit code."""
    chosen = {"restricts": arguments.restricts, "osi": arguments.osi, "query": arguments.word or ""}
    if arguments.format == "json":
        printed(json.dumps(license_pages.listing_data(**chosen), indent=2))
    else:
        printed(license_pages.listing(**chosen))
    return ExitCode.FINE
