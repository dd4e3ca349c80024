# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A key with nothing behind it (``license:``) is a key that is not there."""

from collections.abc import Iterator
from typing import Any

from osaid_action.validation.schema import below_null, published, resolved


def without_blanks(data: Any) -> Any:
    """The values of a document without the keys of an entry that have no value.

    Which keys may have none, the published schema says. What an entry cannot be without stays, and
    so does what is no key of it, to be told.
    """
    return _without(data, (published(),)) if _has_blank(data) else data


def _has_blank(data: Any) -> bool:
    """Whether anything has no value: most files have nothing of the kind."""
    if isinstance(data, dict):
        return any(map(_has_blank, data.values()))
    return any(map(_has_blank, data)) if isinstance(data, list) else data is None


def _without(data: Any, parts: tuple[dict[str, Any], ...]) -> Any:
    """The same, where ``parts`` of the schema speak of ``data``."""
    here = list(_choices(parts))
    if isinstance(data, list):
        items = tuple(one["items"] for one in here if "items" in one)
        return [_without(one, items) for one in data] if items else data
    if not isinstance(data, dict) or not here:
        return data
    found = {}
    for key, value in data.items():
        below = tuple(one["properties"][key] for one in here if key in one.get("properties", ()))
        if value is not None or not any(map(below_null, below)):
            found[key] = _without(value, below)
    return found


def _choices(parts: tuple[dict[str, Any], ...]) -> Iterator[dict[str, Any]]:
    """The parts of a schema with what they refer to, and each of their choices."""
    for part in (resolved(one, published()) for one in parts):
        yield part
        yield from _choices(tuple(part.get("anyOf", ())))
