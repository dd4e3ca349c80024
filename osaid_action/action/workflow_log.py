# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Lines for the job log, in which nothing that somebody else wrote commands the runner."""

import sys
from collections.abc import Iterable

from osaid_action.report import escape


def say(text: str) -> None:
    """Print text that may hold anything."""
    emit(escape.log(text))


def group(title: str, lines: Iterable[str]) -> None:
    """Print lines that may hold anything, folded away under a title of ours."""
    emit(f"::group::{title}", *map(escape.log, lines), "::endgroup::")


def command(level: str, message: str) -> None:
    """Print one of our own messages as an annotation without a place: error, warning, notice."""
    words = " ".join(escape.log(message).splitlines())
    emit(f"::{level} title=osaid-action::{escape.command_data(words)}")


def emit(*lines: str) -> None:
    """Print lines that are safe already: commands of ours."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
