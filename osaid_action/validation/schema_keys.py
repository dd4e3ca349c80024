# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The keys that a declaration may have, read from the schema: where each stands, what it is for."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from osaid_action.validation.flow_style import flow
from osaid_action.validation.schema import resolved, schema


class Key(NamedTuple):
    """A key of the file at one place."""

    place: str  # "code.training"; "data.sources[].name" for a key of an entry of a list
    description: str
    values: tuple[str, ...]  # all that it can be, where that is a closed list
    examples: tuple[str, ...]  # as they would be written in YAML, in flow style
    required: bool
    parsed: tuple[Any, ...] = ()  # the examples as values

    @property
    def name(self) -> str:
        """The key alone."""
        return self.place.rpartition(".")[2]


@cache
def keys() -> tuple[Key, ...]:
    """Every key, in the order of the schema, at every place where it may stand."""
    found: dict[tuple[Any, ...], Key] = {}
    for key in _below(schema(), ""):
        found.setdefault(key[:-1], key)
    return tuple(found.values())


def _below(part: dict[str, Any], place: str) -> Iterator[Key]:
    """The keys of a mapping that ``part`` describes, and of what is below it."""
    for name, given in part.get("properties", {}).items():
        where = f"{place}.{name}" if place else name
        yield _key(where, given, required=name in part.get("required", ()))
        yield from _inside(given, where)


def _inside(given: dict[str, Any], where: str) -> Iterator[Key]:
    found = resolved(given)
    for one in (found, *map(resolved, found.get("anyOf", ()))):
        yield from _below(one, where)
        if "items" in one and where.count("[]") == 0 and where in ("data.sources", "built_on"):
            yield from _inside(one["items"], f"{where}[]")


def _key(place: str, given: dict[str, Any], *, required: bool) -> Key:
    found = resolved(given)
    items = resolved(found.get("items", {}))
    values = found.get("enum") or items.get("enum") or ()
    examples = given.get("examples") or found.get("examples") or ()
    shown = tuple(map(flow, examples))
    return Key(place, _described(given), tuple(values), shown, required, tuple(examples))


def _described(given: dict[str, Any]) -> str:
    return str(given.get("description") or resolved(given).get("description", ""))
