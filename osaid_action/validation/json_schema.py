# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a value meets a JSON Schema: yes or no, fast, for the keywords our schema uses.

Importing jsonschema takes several times as long as all the rest of a check, and a valid file, the
usual case at a commit, needs none of its explanations. The schema stays the only source of truth:
this reads the same file, refuses keywords it does not know, and is tested to agree with jsonschema.
"""

import re
from collections.abc import Callable
from typing import Any

_TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "null": type(None),
}
_NOTES = ("title", "description", "examples", "default", "patternErrorMessage")
_SILENT = frozenset(("$schema", "$id", "$defs", *_NOTES))


def accepts(schema: dict[str, Any], value: Any, root: dict[str, Any] | None = None) -> bool:
    """Whether ``value`` (of YAML: no tuples, text keys) meets ``schema`` (draft 2020-12).

    ``root`` is the whole that a ``$ref`` in ``schema`` refers to, when ``schema`` is a part of one.
    Raises NotImplementedError for a keyword that it does not know.
    """
    return _accepts(schema, value, root or schema)


def _accepts(schema: dict[str, Any], value: Any, root: dict[str, Any]) -> bool:
    return all(
        _CHECKS.get(keyword, _unknown)(operand, value, schema, root)
        for keyword, operand in schema.items()
        if keyword not in _SILENT
    )


def _unknown(operand: Any, _value: Any, _schema: Any, _root: Any) -> bool:
    raise NotImplementedError(f"a JSON Schema keyword with operand {operand!r}")


def _ref(operand: str, value: Any, _schema: Any, root: dict[str, Any]) -> bool:
    return _accepts(root["$defs"][operand.removeprefix("#/$defs/")], value, root)


def _type(operand: str | list[str], value: Any, _schema: Any, _root: Any) -> bool:
    names = (operand,) if isinstance(operand, str) else operand
    return any(isinstance(value, _TYPES[name]) for name in names)


def _properties(operand: dict[str, Any], value: Any, _schema: Any, root: Any) -> bool:
    if not isinstance(value, dict):
        return True
    return all(_accepts(operand[key], value[key], root) for key in value if key in operand)


def _pattern_properties(operand: dict[str, Any], value: Any, _schema: Any, root: Any) -> bool:
    if not isinstance(value, dict):
        return True
    return all(
        _accepts(schema, value[key], root)
        for pattern, schema in operand.items()
        for key in value
        if re.search(pattern, key)
    )


def _no_more_properties(operand: Any, value: Any, schema: Any, _root: Any) -> bool:
    return bool(operand) or not isinstance(value, dict) or not unknown_keys(schema, value)


def unknown_keys(schema: dict[str, Any], value: dict[str, Any]) -> list[str]:
    """The keys of ``value`` that ``schema`` names neither by name nor by pattern."""
    properties, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    return [
        key
        for key in value
        if key not in properties and not any(re.search(pattern, key) for pattern in patterns)
    ]


def _any_of(operand: list[Any], value: Any, _schema: Any, root: Any) -> bool:
    return any(_accepts(schema, value, root) for schema in operand)


def _items(operand: dict[str, Any], value: Any, _schema: Any, root: Any) -> bool:
    return not isinstance(value, list) or all(_accepts(operand, item, root) for item in value)


_CHECKS: dict[str, Callable[[Any, Any, Any, Any], bool]] = {
    "$ref": _ref,
    "type": _type,
    "enum": lambda operand, value, *_: isinstance(value, str) and value in operand,
    "required": lambda operand, value, *_: (
        not isinstance(value, dict) or all(key in value for key in operand)
    ),
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _no_more_properties,
    "items": _items,
    "anyOf": _any_of,
    "pattern": lambda operand, value, *_: (
        not isinstance(value, str) or re.search(operand, value) is not None
    ),
    "minLength": lambda operand, value, *_: not isinstance(value, str) or len(value) >= operand,
}
