# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The schemas that we publish, as text and as what it says."""

import json
import os
from functools import cache
from typing import Any


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
def schema() -> dict[str, Any]:
    """The schema of a declaration."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded


def resolved(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema, or the definition that it refers to."""
    reference = part.get("$ref")
    if reference is None:
        return part
    found: dict[str, Any] = schema()["$defs"][reference.removeprefix("#/$defs/")]
    return found
