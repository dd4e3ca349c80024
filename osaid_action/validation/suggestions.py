# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which word of the schema was meant by one that is not in it, and where a key belongs."""

from typing import Any

from osaid_action.definition.words import named
from osaid_action.model import Path

LONGEST = 64  # a longer word is not a slip of the hand, and comparing it takes long
_ALIKE, _ALIKE_VALUES = 0.6, 0.7
"""How alike words are: `available` is neither `obtainable` nor any other class."""
_SYNONYMS = {  # the key that is meant, wherever it is known: what else it is called
    "license": "licence",
    "licenses": "licences",
    "license_file": "licence_file",
    "location": "url link path uri href address file files huggingface hf hub",
    "revision": "commit tag rev version git_commit",
    "sha256": "hash checksum sha sha_256",
    "text": "description content words",
    "notes": "description comment comments remarks",
    "not_applicable": "none na n/a",
    "not_released": "withheld private closed secret unreleased",
    "by": "name author who organization organisation",
    "kind": "type",
    "relation": "type",
    "because": "reason",
    "data_processing": "preprocessing",
    "training": "train",
    "validation": "testing test tests",
    "evaluation": "eval",
    "architecture": "model",
    "weights": "model weight",
    "labeling": "labelling",
    "provenance": "origin origins",
    "selection": "collection",
    "processing": "cleaning filtering",
    "scope": "coverage contents",
}


def nearest_word(word: str, known: list[str], alike: float = _ALIKE) -> str | None:
    """The known word that was probably meant, or None."""
    import difflib  # noqa: PLC0415 - only a file with an error needs it

    folded = word.lower().replace("-", "_").replace(" ", "_")
    if len(word) > LONGEST:
        return None
    if meant := synonym(word, known):
        return meant
    by_folded = {name.lower().replace("-", "_"): name for name in known}
    found: list[str] = difflib.get_close_matches(folded, by_folded, n=1, cutoff=alike)
    return by_folded[found[0]] if found else None


def synonym(word: str, known: list[str]) -> str | None:
    """The known word that another word stands for, or None."""
    if len(word) > LONGEST:
        return None
    folded = word.lower().replace("-", "_").replace(" ", "_")
    return next((key for key in known if folded in _SYNONYMS.get(key, "").split()), None)


def nearest_value(value: str, key: str, known: list[str]) -> str | None:
    """The value of ``key`` that was probably meant, also by another name of it; or None."""
    if len(value) <= LONGEST:
        meant = [word.id for word in named(value) if word.kind == key and word.id in known]
        if meant:
            return meant[0]
    return nearest_word(value, known, _ALIKE_VALUES)


def group_of(value: Any, path: Path, schema: dict[str, Any]) -> str | None:
    """The key of the file's top that has the keys of ``value``; None when no one has most."""
    if path or not isinstance(value, dict) or len(value) > LONGEST:
        return None
    shared = {
        name: len(part.get("properties", {}).keys() & value.keys())
        for name, part in schema["properties"].items()
    }
    best = max(shared, key=lambda name: shared[name])
    return best if shared[best] * 2 > len(value) else None


def home_of(key: str, path: Path, schema: dict[str, Any]) -> str | None:
    """The key of the file's top under which ``key`` is known, if it stands elsewhere."""
    top = schema["properties"]
    for name, part in top.items():
        if name not in path and key in part.get("properties", {}):
            return str(name)
    points = top["data"]["properties"]["description"]["anyOf"][0]["properties"]
    return "data.description" if key in points else None
