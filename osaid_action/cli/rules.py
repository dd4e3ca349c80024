# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid rules`: the rules that findings speak by."""

from types import SimpleNamespace

from osaid_action.model import ExitCode


def run(arguments: SimpleNamespace) -> ExitCode:
    """List the rules; the exit code."""
    from osaid_action.report import rule_pages  # noqa: PLC0415 - only for these commands

    print(rule_pages.rules(as_json=arguments.format == "json"))
    return ExitCode.FINE
