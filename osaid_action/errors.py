# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Trouble in reaching a declaration: shown in one line, never as a traceback."""


class OsaidError(Exception):
    """Something that stops the work: what, where and what to do, in one line. Exit code 2."""


def reason(error: BaseException) -> str:
    """What was raised, in a line that is never empty; a package may raise anything, of any size."""
    words, name = " ".join(str(error).split()), type(error).__name__
    if not words:
        return name
    words = words if isinstance(error, OsaidError | OSError) else f"{name}: {words}"
    return words if len(words) <= _REASON else words[: _REASON - 1] + "…"


_REASON = 300  # characters
