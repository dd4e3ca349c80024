# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""JSON and TOML of strangers, read within limits on their structure.

The readers of Python's library take a file of some kilobytes for minutes, or gigabytes of memory,
when it nests deeply or has keys of thousands of parts. What is counted here is the same on every
release of Python; what it fails on is its own.
"""

import json
import re
from functools import cache

MAX_DEPTH = 64
MAX_VALUES = 500_000  # of one text; 50,000 tensors
MAX_KEY_PARTS = 16  # a.b.c has three
MAX_TOML = 256 * 1024  # bytes; Python's reader takes a second for a megabyte

_KEY_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""


class TooMuchError(ValueError):
    """A text is nested deeper, or holds more, than is read."""


def read_json(data: bytes) -> object:
    """The value that a JSON text is. Raises ValueError, and TooMuchError over a limit."""
    _refuse_structure(data, rb'"(?:[^"\\]|\\.)*+"?')
    try:
        return json.loads(data)
    except RecursionError:
        raise TooMuchError("nested too deep") from None


def read_toml(data: bytes) -> dict[str, object]:
    """The table that a TOML text is. Raises ValueError, and TooMuchError over a limit."""
    if len(data) > MAX_TOML:
        raise TooMuchError(f"more than {MAX_TOML:,} bytes")
    text = data.decode().replace("\r\n", "\n")
    if _long_key().search(text):
        raise TooMuchError(f"a key has more than {MAX_KEY_PARTS} parts")
    _refuse_structure(data, rb'"(?:[^"\\\n]|\\.)*+"?|' + rb"'[^'\n]*+'?|#[^\n]*+")
    import tomllib  # noqa: PLC0415 - only where there is such a file

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TooMuchError("nested too deep") from None


def number_of_values(data: bytes) -> int:
    """How many values a text has at most: what its reader's work goes by."""
    return sum(data.count(sign) for sign in (b",", b"[", b"{"))


def _refuse_structure(data: bytes, quoted: bytes) -> None:
    """Raise TooMuchError when ``data``, strings aside, nests too deep or holds too much.

    A string that does not end is one to its line's or the text's end: nothing is read twice.
    """
    if number_of_values(data) > MAX_VALUES:
        raise TooMuchError(f"it holds more than {MAX_VALUES:,} values")
    depth = 0
    for found in re.finditer(quoted + rb"|([\[{]++)|([\]}]++)", data, re.DOTALL):
        opened, closed = found.span(1), found.span(2)
        depth = max(0, depth + opened[1] - opened[0] - closed[1] + closed[0])
        if depth > MAX_DEPTH:
            raise TooMuchError("nested too deep")


@cache
def _long_key() -> re.Pattern[str]:
    """A key, or what may be one, of more parts than are read; each begins in one place only."""
    more = rf"(?:[ \t]*+\.[ \t]*+{_KEY_PART}){{{MAX_KEY_PARTS}}}"
    return re.compile(rf"(?:^|(?<=[\s\[{{,])){_KEY_PART}{more}")
