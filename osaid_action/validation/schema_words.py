# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How places, values and kinds are called where a document does not meet the schema."""

from typing import Any

from osaid_action.model import Path
from osaid_action.text import cut
from osaid_action.validation.schema import resolved
from osaid_action.validation.suggestions import LONGEST

_KINDS = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "boolean": "true or false",
}
_GROUPS = frozenset({"data", "code", "parameters", "documents"})
_ONE_PLACE = frozenset({"source", "permission", "asserted_free", "sources"})
_FEW, _MOST_OF_AN_ENTRY = 3, 40


def called(path: Path) -> str:
    """A place by its last key."""
    keys = [step for step in path if isinstance(step, str)]
    entry = "an entry of " if path and isinstance(path[-1], int) else ""
    return f"{entry}`{keys[-1]}`" if keys else "the file"


def quoted(value: str) -> str:
    """A word of the author's, cut when it is long."""
    return f"`{cut(value, LONGEST)}`"


def kinds_wanted(error: Any) -> list[str]:
    """The kinds of value that would do, in words."""
    alternatives = error.validator_value if error.validator == "anyOf" else [error.schema]
    names: dict[str, None] = {}
    for alternative in alternatives:
        kinds = resolved(alternative).get("type", "string")
        names |= dict.fromkeys([kinds] if isinstance(kinds, str) else kinds)
    return list(dict.fromkeys(_KINDS[name] for name in names if name in _KINDS))


def kind_of(value: Any) -> str:
    """The kind of a value, in words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "text"


def described(part: dict[str, Any]) -> str:
    """The first sentence of what a part of the schema is for."""
    text: str = part.get("description", "")
    return text.split(". ", maxsplit=1)[0].split(", in quotes", maxsplit=1)[0].rstrip(".")


def may_be_several(values: Any, path: Path) -> bool:
    """Whether locations were listed where a list of entries can stand: in a component."""
    is_list = isinstance(values, list) and values and all(isinstance(one, str) for one in values)
    return bool(is_list) and path[0] in _GROUPS and not _ONE_PLACE.intersection(path)


def one_level_up(values: list[Any], path: Path) -> str:
    """How several locations are written: as entries of a list, each with its own."""
    entries = [f"{{location: {cut(str(value), _MOST_OF_AN_ENTRY)}}}" for value in values[:_FEW]]
    more = ", …" if len(values) > _FEW else ""
    key = called(path[:-1]).strip("`")
    return f"several are a list of entries: `{key}: [{', '.join(entries)}{more}]`"
