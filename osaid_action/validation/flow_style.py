# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A value as a piece of YAML in one line, to be typed as it is shown."""

import json
import re
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_./#+-]*", re.ASCII)
_MEANS_ELSE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def line(key: str, value: Any) -> str:
    """A key with its value; a text alone is in quotes."""
    return f"{key}: {flow(value)}"


def flow(value: Any, *, inside: bool = False) -> str:
    """A value; texts inside a list or a mapping are plain where they are one word."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{key}: {flow(one, inside=True)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, list):
        return f"[{', '.join(flow(one, inside=True) for one in value)}]"
    is_word = inside and isinstance(value, str) and _PLAIN.fullmatch(value)
    if is_word and value.lower() not in _MEANS_ELSE:
        return str(value)
    return json.dumps(value, ensure_ascii=False)
