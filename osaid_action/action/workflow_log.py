# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Lines for the job log, in which nothing that somebody else wrote commands the runner."""

import re
import sys
from collections.abc import Iterable

_ENDS = re.compile("\r\n|\r|\n")
_NEW_FORM = re.compile(r"\W*:\W*:")
_OLD_FORM = re.compile(r"#(?=\W*#\W*\[)")


def safe(text: str) -> str:
    """``text`` with nothing in it that the runner takes for a command.

    The runner takes ``::name …::`` at the start of a line, white space aside, and ``##[name …]``
    anywhere in it, ends lines at a lone carriage return too, and compares by culture, so that
    characters without weight may stand between the signs. What is put in between therefore has
    weight: a bar, a space (actions/runner, ActionCommand.cs).
    """
    return "\n".join(_line(line) for line in _ENDS.split(text))


def _line(line: str) -> str:
    line = "".join(c if c.isprintable() else " " if c == "\t" else "\ufffd" for c in line)
    line = _OLD_FORM.sub("# ", line)
    return f"| {line}" if _NEW_FORM.match(line) else line


def say(text: str) -> None:
    """Print text that may hold anything."""
    emit(safe(text))


def group(title: str, lines: Iterable[str]) -> None:
    """Print lines that may hold anything, folded away under a title of ours."""
    emit(f"::group::{title}", *map(safe, lines), "::endgroup::")


def command(level: str, message: str) -> None:
    """Print one of our own messages as an annotation without a place: error, warning, notice."""
    words = message.replace("%", "%25").replace("\r", " ").replace("\n", " ")
    emit(f"::{level} title=osaid-action::{safe(words)}")


def emit(*lines: str) -> None:
    """Print lines that are safe already: commands of ours."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
