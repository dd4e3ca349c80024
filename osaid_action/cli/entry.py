# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the console script begins: an interrupt that comes while the rest is loaded is one too."""

import sys

from osaid_action.parts import load_part

_INTERRUPTED = 130


def run() -> None:
    """The command on the process's own arguments; ends with its exit code."""
    try:
        code = load_part("cli.main:main")()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)
