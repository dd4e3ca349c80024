# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The schemas that we publish, as text and as what it says."""

import json
import os
from functools import cache
from typing import Any

_NULL = {"type": "null"}
_OR_NULL = 2  # a choice of something or null


def schema_text(name: str = "open-ai-system-1") -> str:
    """The text of a schema that we publish: beside the package in a checkout, inside it installed.

    Raises FileNotFoundError for a name that is none of ours.
    """
    here = os.path.dirname(os.path.dirname(__file__))
    for folder in (here, os.path.dirname(here)):
        path = os.path.join(folder, "schemas", f"{name}.schema.json")
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                return file.read()
    raise FileNotFoundError(f"{name}.schema.json is not installed")


@cache
def published() -> dict[str, Any]:
    """The schema of a declaration, as editors have it."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded


@cache
def schema() -> dict[str, Any]:
    """The schema of a declaration, for a document `without_blanks`.

    It is the published one but for this: a key of an entry that may be null there cannot be here.
    """
    followed: dict[str, Any] = _without_null(published())
    return followed


def below_null(part: dict[str, Any]) -> dict[str, Any] | None:
    """What a part of the schema is when it is not null; None for one that cannot be null."""
    choices = part.get("anyOf", ())
    is_or_null = part.keys() == {"anyOf"} and len(choices) == _OR_NULL and choices[1] == _NULL
    return choices[0] if is_or_null else None


def _without_null(part: Any) -> Any:
    if isinstance(part, list):
        return [_without_null(one) for one in part]
    if not isinstance(part, dict):
        return part
    if inner := below_null(part):
        return _without_null(inner)
    return {key: _without_null(one) for key, one in part.items()}


def resolved(part: dict[str, Any], whole: dict[str, Any] | None = None) -> dict[str, Any]:
    """A part of the schema, or the definition that it refers to."""
    reference = part.get("$ref")
    if reference is None:
        return part
    found: dict[str, Any] = (whole or schema())["$defs"][reference.removeprefix("#/$defs/")]
    return found
