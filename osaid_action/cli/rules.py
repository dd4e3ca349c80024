# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid rules`: the rules that findings speak by."""

from types import SimpleNamespace

from osaid_action.cli.output import printed
from osaid_action.model import ExitCode
from osaid_action.report import rule_pages


def run(arguments: SimpleNamespace) -> ExitCode:
    """List the rules; the exit code."""
    printed(rule_pages.rules(as_json=arguments.format == "json"))
    return ExitCode.FINE
