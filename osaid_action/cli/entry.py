# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the console script begins and ends: quickly, as a hook runs it at every commit.

An interrupt that comes while the rest is loaded is one too. The process ends without taking
itself apart, which takes Python a seventh of the time of a run; nothing is left open by then.
"""

import gc
import os
import sys
from contextlib import suppress

from osaid_action.parts import load_part

_INTERRUPTED = 130
_OBJECTS = 50_000
"""A declaration makes fewer; looking for circles among them (700 is Python's) finds none."""


def run() -> None:
    """The command on the process's own arguments; ends with its exit code."""
    gc.set_threshold(_OBJECTS)
    try:
        code = load_part("cli.main:main")()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except SystemExit as ended:  # what argparse raises
        code = ended.code if isinstance(ended.code, int) else 1
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError, ValueError):
            stream.flush()
    os._exit(code)
