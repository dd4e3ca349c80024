# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The command `osaid`: which of its commands is meant, and how a run ends."""

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

from osaid_action.cli.output import CannotWriteError, Output, complain, confess
from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from osaid_action.parts import load_part

_INTERRUPTED = 130

IF_MISSING = ("error", "warn", "ignore")
"""What a folder without a declaration may be."""

PLAIN: dict[str, Any] = {
    "command": "check",
    "format": "text",
    "output": None,
    "quiet": False,
    "verbose": False,
    "require": (),
    "no_evidence": False,
    "online": False,
    "base": None,
    "exit_zero": False,
    "if_missing": "error",
    "exclude": [],
    "stdin_name": None,
}
"""What `osaid check PATH …` means when no option is given: a hook, at every commit, needs no parser
of arguments, whose import takes a tenth of the whole."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command of `osaid`; returns the exit code and prints what is to be seen."""
    if sys.stdout is None:
        return complain("there is no standard output to write to")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _done(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:  # noqa: BLE001 - Python's own exit code 1 would read as a verdict
        return confess()


def _parsed(argv: Sequence[str]) -> SimpleNamespace:
    plain, rest = dict(PLAIN), argv
    if len(argv) > 2 and argv[1] == "--if-missing" and argv[2] in IF_MISSING:  # as our hook is run
        plain["if_missing"] = argv[2]
        rest = [argv[0], *argv[3:]]
    if rest[:1] == ["check"] and not any(argument.startswith("-") for argument in rest):
        return SimpleNamespace(paths=rest[1:] or ["."], **plain)
    return SimpleNamespace(**vars(load_part("cli.arguments:parsed")(argv)))


def _done(argv: Sequence[str]) -> ExitCode:
    """Run the command that was chosen; trouble with files and output is told in one line."""
    code = ExitCode.FINE
    try:
        arguments = _parsed(argv)
        code = load_part(_COMMANDS[arguments.command])(arguments)
        with Output(None, ()):
            pass  # what was printed arrives, or it is told
    except OsaidError as error:
        code = complain(str(error))
    except BrokenPipeError:  # whoever read us has seen enough
        _forget_output()
    except CannotWriteError as error:
        _forget_output()
        code = complain(f"standard output: cannot be written: {error}")
    return code


def _forget_output() -> None:
    """Let Python's own last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


_COMMANDS = {
    "init": "cli.init:run",
    "check": "cli.check:run",
    "badge": "cli.badge:run",
    "explain": "cli.explain:run",
    "rules": "cli.rules:run",
    "licenses": "cli.licenses:run",
    "schema": "cli.schema:run",
}
