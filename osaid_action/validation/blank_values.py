# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A key with nothing behind it (``license:``) is a key that is not there."""

from collections.abc import Iterator
from typing import Any

from osaid_action.validation.schema import below_null, published, resolved


def without_blanks(data: Any, parts: tuple[dict[str, Any], ...] | None = None) -> Any:
    """The values of a document without the keys of an entry that have no value.

    Which keys may have none, the published schema says; ``parts`` are those of it that speak of
    ``data``. What an entry cannot be without stays, and so does what is no key of it, to be told.
    """
    here = list(_choices(parts if parts is not None else (published(),)))
    if isinstance(data, list):
        items = tuple(one["items"] for one in here if "items" in one)
        return [without_blanks(one, items) for one in data] if items else data
    if not isinstance(data, dict) or not here:
        return data
    found = {}
    for key, value in data.items():
        below = tuple(one["properties"][key] for one in here if key in one.get("properties", ()))
        if value is not None or not any(map(below_null, below)):
            found[key] = without_blanks(value, below)
    return found


def _choices(parts: tuple[dict[str, Any], ...]) -> Iterator[dict[str, Any]]:
    """The parts of a schema with what they refer to, and each of their choices."""
    for part in (resolved(one, published()) for one in parts):
        yield part
        yield from _choices(tuple(part.get("anyOf", ())))
