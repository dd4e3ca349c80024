# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Parts of the package that are loaded when they are asked for, by name.

A hook runs the command at every commit: what one run does not use (another command, another
format, the network) is not to cost it time.
"""

from importlib import import_module
from typing import Any


def load_part(part: str) -> Any:  # whatever it is
    """What ``module:name`` is in this package: ``load_part("report.text:render")``."""
    module, _, name = part.partition(":")
    return getattr(import_module(f"osaid_action.{module}"), name)
