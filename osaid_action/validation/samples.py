# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The line to type where a value is of the wrong kind: an example of the schema, with own words."""

from typing import Any

from osaid_action.licenses.suggestions import meant
from osaid_action.model import Path
from osaid_action.text import cut
from osaid_action.validation.flow_style import line
from osaid_action.validation.schema_keys import Key, keys

_LONGEST = 80  # of own words that are taken over
_MOST = 3
_LISTS = ("data.sources", "built_on")
_NAMED_BY = {"sources": ("availability", "public"), "built_on": ("relation", "finetune")}
"""What an entry must say beside its name, and what is said of most."""
_FOR_TEXT = {
    "system": "name",
    "declared": "by",
    "licenses": "code",
    "data": "description",
    "code": "training",
    "parameters": "weights",
    "documents": "model_card",
}
"""The key that a text in place of the whole mapping is likeliest for."""
_SEVERAL_WORDS = frozenset({"producer", "by", "description"})
"""Texts in which several may stand, one behind the other."""
_NO = frozenset({"no", "false", "none", "0", "off", "n"})


def key_at(path: Path) -> Key | None:
    """The key of the schema at a place in a file; of an entry of a list, the list's."""
    place = ""
    for step in path:
        if isinstance(step, str):
            place = f"{place}.{step}" if place else step
        elif place in _LISTS:
            place += "[]"
    place = place.removesuffix("[]")
    return next((key for key in keys() if key.place == place), None)


def sample(path: Path, value: Any = None) -> str:
    """What to type at a place: a key and its value, from ``value`` as far as it can be; or "".

    For an entry of a list of data sets or models: the entry.
    """
    key = key_at(path)
    if key is None or not (key.parsed or key.values):
        return ""
    example = key.parsed[0] if key.parsed else key.values[0]
    fitted = _fitted(key.name, value, example)
    if path and isinstance(path[-1], int) and key.place in _LISTS:
        return line("-", fitted[0]).replace("-:", "-", 1)
    return line(key.name, fitted)


def _fitted(name: str, value: Any, example: Any) -> Any:
    """An example with what somebody wrote in its place."""
    if isinstance(example, bool):
        return (
            not (isinstance(value, str) and value.lower() in _NO) if value is not None else example
        )
    if name in _NAMED_BY:
        return entries(name, value) or example
    if name in _SEVERAL_WORDS and isinstance(value, list) and value and all(map(_is_short, value)):
        return ", ".join(value)
    if name == "license" and isinstance(value, list) and value:
        ids = [meant(one) or "" for one in value[:_MOST] if isinstance(one, str)]
        return " AND ".join(ids) if all(ids) and len(ids) == len(value) else example
    if isinstance(example, dict) and name in _FOR_TEXT and _is_short(value):
        return _with_text(name, value, example)
    return example


def entries(name: str, value: Any) -> list[dict[str, Any]]:
    """Data sets or models by their names, as entries of their list; none where there are none."""
    key, usual = _NAMED_BY[name]
    listed = value if isinstance(value, list) else [value]
    found = [_entry(one, key, usual) for one in listed[:_MOST]]
    return [one for one in found if one]


def _entry(value: Any, key: str, usual: str) -> dict[str, Any]:
    if isinstance(value, dict):
        return value if _is_whole(value, key) else {}
    if not _is_short(value):
        return {}
    if "://" in value:
        last = value.rstrip("/").rpartition("/")[2]
        return {"name": last, key: usual} | ({"location": value} if _is_address(value) else {})
    return {"name": value, key: usual}


def _is_whole(value: dict[str, Any], key: str) -> bool:
    """Whether a mapping is one entry as it is, and short: name, what must stand beside, a text."""
    texts = all(_is_short(one) for one in value.values())
    return texts and value.keys() <= {"name", key} and "name" in value and key in value


def _with_text(name: str, value: str, example: dict[str, Any]) -> dict[str, Any]:
    first = _FOR_TEXT[name]
    if name == "licenses":
        return {first: id_} if (id_ := meant(value)) else example
    is_place = not any(sign.isspace() for sign in value) and (
        "://" not in value or _is_address(value)
    )
    if name in ("system", "declared"):
        return {first: value}
    return {first: value} if is_place else example


def _is_address(value: str) -> bool:
    return value.startswith("https://")


def _is_short(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip()) and cut(value, _LONGEST) == value
