# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A key with nothing behind it (``license:``) is a key that is not there."""

from functools import cache
from typing import Any

from osaid_action.model import Path
from osaid_action.validation.schema import schema

_NEEDED = frozenset(("name", "availability", "relation", "not_released", "not_applicable"))
_GROUPS: frozenset[Path] = frozenset(
    [(), ("data",), ("data", "description"), ("code",), ("parameters",), ("documents",)]
)
"""Where a blank is a component that is still to be filled in, which the schema takes as it is."""


def without_blanks(data: Any, path: Path = ()) -> Any:
    """The values of a document without the keys of an entry that have no value.

    What an entry cannot be without stays, and so does what is no key of ours, to be told.
    """
    if isinstance(data, list):
        return [without_blanks(one, (*path, "[]")) for one in data]
    if not isinstance(data, dict):
        return data
    known = frozenset() if path in _GROUPS else _optional()
    return {
        key: value if key.startswith("x-") else without_blanks(value, (*path, key))
        for key, value in data.items()
        if value is not None or key not in known
    }


@cache
def _optional() -> frozenset[str]:
    """The keys of all entries that may be left out."""
    top = schema()["properties"]
    entries = [*schema()["$defs"].values(), *(top[one] for one in ("declared", "system"))]
    named = {key for entry in [*entries, top["licenses"]] for key in entry.get("properties", ())}
    inside = {
        key
        for entry in entries
        for choice in entry.get("anyOf", ())
        for key in choice.get("properties", ())
    }
    return frozenset(named | inside) - _NEEDED
