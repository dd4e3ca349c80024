# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is said of a key that the schema does not have where it stands: which one was meant."""

import re
from typing import Any

from osaid_action.definition.rules.form import UNKNOWN_KEY
from osaid_action.findings import Diagnostic
from osaid_action.model import Path
from osaid_action.validation.card_words import of_a_card, renamed
from osaid_action.validation.document import Document
from osaid_action.validation.flow_style import line
from osaid_action.validation.json_schema import unknown_keys
from osaid_action.validation.location_hints import FROM_REGISTRIES
from osaid_action.validation.schema import schema
from osaid_action.validation.schema_words import quoted
from osaid_action.validation.suggestions import (
    LONGEST,
    group_of,
    home_of,
    nearest_word,
    synonym,
)
from osaid_action.validation.torn_text import torn_text

NOES = ("not_released", "not_applicable")
_MOST = 20  # unknown keys that are asked whether they stand for one that is missing
_OWN_LICENSES = {
    "data": "each data set names its own: write `license` in its entry of `data.sources`",
    "weights": "weights name their own: write `license` beside the `location` of the weights",
}
for _same in ("datasets", "dataset", "sources"):
    _OWN_LICENSES[_same] = _OWN_LICENSES["data"]
for _same in ("model", "parameters", "models"):
    _OWN_LICENSES[_same] = _OWN_LICENSES["weights"]


def unknown_key(key: str, path: Path, error: Any, document: Document) -> Diagnostic:
    """An unknown ``key`` of the mapping at ``path``, and what to do about it."""
    if found := torn_text(key, path, error.instance, error.schema, document):
        return found
    if no := _beside_a_no(key, path, error.schema):
        return UNKNOWN_KEY.at((*path, key), *no, key=True)
    known = _known(error.schema)
    where = f" in `{path[-1]}`" if path and isinstance(path[-1], str) else ""
    message = f"unknown key {quoted(key)}{where}"
    value = error.instance[key]
    if guess := _meant(key, value, path, error.schema, error.instance):
        said = renamed(key, value, path, known)
        remedy = said if said[len("that is `") :].startswith(f"{guess}`") else ""
        remedy = remedy or f"did you mean `{guess}`?"
    else:
        remedy = _elsewhere(key, value, path, known)
    return UNKNOWN_KEY.at((*path, key), message, remedy, key=True)


def meant_keys(instance: dict[str, Any], path: Path, part: dict[str, Any]) -> frozenset[str]:
    """The keys of a mapping that its unknown keys stand for: they are not missing as well."""
    unknown = unknown_keys(part, instance)[:_MOST]
    return frozenset(_meant(key, instance[key], path, part, instance) for key in unknown)


def _known(part: dict[str, Any]) -> list[str]:
    known = list(part.get("properties", {}))
    return known + [no for no in NOES if "location" in known and no not in known]


def _meant(key: str, value: Any, path: Path, part: dict[str, Any], instance: dict[str, Any]) -> str:
    """The key of this mapping that was meant; "" when none of it was."""
    known = _known(part)
    guess = group_of(value, path, schema()) or synonym(key, known)
    if guess := guess or _lacking(value, part, instance):
        return guess
    if said := renamed(key, value, path, known):
        return said.split("`")[1]
    is_other = of_a_card(key, value, path, known) or _special(key, path)
    return "" if is_other else nearest_word(key, known) or ""


def _lacking(value: Any, part: dict[str, Any], instance: dict[str, Any]) -> str:
    """The key that must be there and is not, if the value is one of those it can have."""
    for key in part.get("required", ()):
        if key not in instance and value in part["properties"][key].get("enum", ()):
            return str(key)
    return ""


def _beside_a_no(key: str, path: Path, part: dict[str, Any]) -> tuple[str, str] | None:
    """What is said of a key that is right elsewhere, and not beside or among others here."""
    no = part.get("required", [""])[-1]
    if no in NOES:
        more = (
            "; what is released in part is a list: what is there, and an entry "
            f"`{no}: …` for the rest"
        )
        remedy = f"keep one of the two{more if no == 'not_released' else ''}"
        return f"`{key}` cannot stand beside `{no}`", remedy
    if key == "not_applicable" and path and isinstance(path[-1], int):
        remedy = 'leave it out of the list; a part that is kept back is `not_released: "…"`'
        return f"`{key}` cannot stand inside a list of parts", remedy
    return None


def _special(key: str, path: Path) -> str:
    """What to do about a key that belongs to no word of the schema; "" when it is not known."""
    if said := without_space(key):
        return said
    if path == ("licenses",):
        return _OWN_LICENSES.get(key.lower(), "")
    if path[:2] == ("code", "libraries"):
        return (
            f"if all libraries come from package registries write `libraries: {FROM_REGISTRIES[1:]}"
        )
    return ""


def without_space(text: Any) -> str:
    """What to write for a key and a value that YAML reads as one word; "" where it is none."""
    name, colon, value = text.partition(":") if isinstance(text, str) else ("", "", "")
    if not colon or not name.isidentifier() or len(text) > LONGEST or value.startswith("//"):
        return ""
    return f"a space is missing behind the colon: `{line(name, value.strip())}`"


def _elsewhere(key: str, value: Any, path: Path, known: list[str]) -> str:
    """What to do about a key that is none of this mapping's."""
    if said := _special(key, path) or of_a_card(key, value, path, known):
        return said
    if home := home_of(key, path, schema()):
        return f"`{key}` belongs under `{home}`"
    own = key.lstrip("xX").lstrip("_-").replace("_", "-")
    own = own if re.fullmatch(r"[\w-]{1,64}", own) else "…"
    where = " at the top" if path not in ((), ("system",)) else ""
    return f"known here: {', '.join(known)}; a key of your own is called `x-{own}`{where}"
