# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid schema`: the JSON Schema that we publish."""

from types import SimpleNamespace

from osaid_action.cli.output import printed
from osaid_action.model import ExitCode
from osaid_action.validation.schema import schema_text


def run(arguments: SimpleNamespace) -> ExitCode:
    """Print a schema; the exit code."""
    printed(schema_text("report-1" if arguments.report else "open-ai-system-1").rstrip("\n"))
    return ExitCode.FINE
