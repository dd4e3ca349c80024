# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Plain scalars → values, by the core schema of YAML 1.2, in which ``no`` is text.

There are no dates and no sexagesimal numbers (https://yaml.org/spec/1.2.2/#103-core-schema).
"""

import re
from typing import Any

_SPECIAL_STARTS = frozenset(["", *"~nNtTfF0123456789+-."])
_NUMBER = (
    r"(?P<int>[-+]?[0-9]+)|0o(?P<oct>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<special>[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))"
)
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_MAX_DIGITS = 1000


def value_of(text: str) -> Any:
    """The value of a plain scalar. Raises OverflowError for a number of too many digits."""
    if text[:1] not in _SPECIAL_STARTS:
        return text
    if text in _WORDS:
        return _WORDS[text]
    found = re.fullmatch(_NUMBER, text)
    if not found:
        return text
    if len(text) > _MAX_DIGITS:
        raise OverflowError(f"a number of {len(text):,} digits")
    if found["oct"] or found["hex"]:
        return int(text, 0)
    if found["int"]:
        return int(text)
    return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
