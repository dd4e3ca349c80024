# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid explain`: what a rule, a license, a label, a key or another word means."""

from types import SimpleNamespace

from osaid_action.cli.output import printed
from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from osaid_action.report import rule_pages


def run(arguments: SimpleNamespace) -> ExitCode:
    """Explain one thing; the exit code."""
    what = " ".join(arguments.what)  # an expression need not be quoted
    page = rule_pages.explain(what, as_json=arguments.format == "json")
    if page is None:
        raise OsaidError(rule_pages.unknown(what))
    printed(page)
    return ExitCode.FINE
