# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Values as lines of YAML that read back as they are, whatever stands in them."""

import json
import re
from collections.abc import Iterable

from osaid_action.scaffold.found import Value
from osaid_action.text import cut, without_hidden

_PLAIN = re.compile(
    r"[A-Za-z][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+()][A-Za-z0-9_./+()-]*)*", re.ASCII
)
_MEANS_ELSE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_LONGEST_COMMENT = 160
_LAST_OF_FOUR = 0xFFFF  # the last character that four digits can name


def scalar(text: str) -> str:
    """A text as YAML has it, plain where that is safe."""
    shown = printable(text)
    if _PLAIN.fullmatch(shown) and shown.lower() not in _MEANS_ELSE:
        return shown
    return without_hidden(json.dumps(shown, ensure_ascii=False), _escaped)


def _escaped(sign: str) -> str:
    """A character as YAML writes it between double quotes."""
    return f"\\u{ord(sign):04x}" if ord(sign) <= _LAST_OF_FOUR else f"\\U{ord(sign):08x}"


def printable(text: str) -> str:
    """A text in one line without what cannot be printed."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split(" "))


def flow(value: Value) -> str:
    """A value in one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, list):
        return f"[{', '.join(map(scalar, value))}]"
    return "{" + ", ".join(f"{key}: {scalar(each)}" for key, each in value.items()) + "}"


def comment(text: str) -> str:
    """What stands behind a value, to say where it was seen."""
    return cut(" ".join(without_hidden(printable(text)).split()), _LONGEST_COMMENT)


def entry(start: str, value: Value, seen: str) -> str:
    """A line with a value: ``start`` is the indent with the key, or with the dash of a list."""
    return f"{start} {flow(value)}  # {comment(seen)}"


def offered(lines: Iterable[str]) -> list[str]:
    """The same lines as comments: each counts, in its column, when its first ``#`` is gone.

    No space stands behind the sign: one that is left, or taken too, would shift the line. A guess
    stays as it is, and what is to be read has three.
    """
    return [re.sub("^( *)(?=[^ #]|##)", r"\1#", line) for line in lines]


def told(text: str, indent: int) -> str:
    """A line for people, which is not to be uncommented."""
    return f"{' ' * indent}## {comment(text)}"
