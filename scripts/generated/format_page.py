# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""docs/format.md: how the file is written, with its keys from the schema.

The prose stands in format_prose.md; what the schema and the list of words say is put where it says
``<!-- values: KEY -->`` and ``<!-- keys -->``.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from osaid_action.definition.words import words
from osaid_action.validation.schema_keys import Key, keys

PROSE = Path(__file__).with_name("format_prose.md")
PAGE = "docs/format.md"
_HEAD = """\
<!--
SPDX-FileCopyrightText: 2026 The osaid-action authors
SPDX-License-Identifier: Apache-2.0
Written by scripts/generate.py; edit scripts/generated/format_prose.md and the schema instead.
-->

"""
_PART: tuple[str, ...] = (
    "location",
    "text",
    "license",
    "license_file",
    "further_terms",
    "access",
    "revision",
)
_PART += ("sha256", "source", "notes", "not_released", "not_applicable", "settings")
_PART += ("asserted_free",)
_EITHER = ("not_released", "not_applicable", "availability")  # one of them


def build() -> dict[str, bytes]:
    """The page, by its path."""
    prose = PROSE.read_text(encoding="utf-8").split("-->\n\n", 1)[-1]
    text = re.sub(r"<!-- values: (\w+) -->", lambda one: "\n".join(_values(one[1])), prose)
    return {PAGE: (_HEAD + text.replace("<!-- keys -->", "\n".join(_keys()))).encode()}


def _values(kind: str) -> Iterator[str]:
    """The values of a key, each with what it means."""
    yield f"| `{kind}` | meaning |"
    yield "|---|---|"
    yield from (f"| `{word.id}` | {word.text} |" for word in words() if word.kind == kind)


def _keys() -> Iterator[str]:
    """A table for each key of the top, and one for the keys that every part may have."""
    tops = [key for key in keys() if "." not in key.place]
    yield from _table("At the top", tops)
    for top in tops:
        below = [key for key in keys() if _stands_below(key, top.place)]
        if below:
            yield from _table(f"`{top.place}`", below)
    yield from _table("In a part of code, parameters, documents or the data description", _parts())
    terms = (key for key in keys() if key.place.startswith("parameters.weights.further_terms."))
    shown = [key._replace(place=f"further_terms.{key.name}") for key in terms]
    yield from _table("In `further_terms`", shown)


def _stands_below(key: Key, top: str) -> bool:
    """Whether a key is one of this group, and not one that every part may have."""
    steps = key.place.replace("[]", "").split(".")
    if steps[0] != top or len(steps) == 1:
        return False
    if top in ("code", "parameters", "documents"):
        return len(steps) == 2
    if steps[:2] == ["data", "description"]:
        return len(steps) <= 3 and steps[-1] not in _PART
    if key.place.startswith("data.sources."):
        return False  # the list as a whole: as in any part
    return len(steps) <= (3 if top == "data" else 2)


def _parts() -> list[Key]:
    found: dict[str, Key] = {}
    for key in keys():
        if key.name in _PART and key.place.count(".") == 2 and not key.place.startswith("data"):
            found.setdefault(key.name, key._replace(place=key.name))
        if key.place == "data.description.provenance.text":
            found.setdefault(key.name, key._replace(place=key.name))
    return [found[name] for name in _PART if name in found]


def _table(title: str, shown: list[Key]) -> Iterator[str]:
    yield f"### {title}"
    yield ""
    yield "| key | what it is | for example |"
    yield "|---|---|---|"
    first: dict[str, Key] = {}
    for key in shown:
        first.setdefault(key.place, key)
    for key in first.values():
        star = " *" if key.required and key.name not in _EITHER else ""
        yield f"| `{key.place}`{star} | {_cell(key.description)} | {_example(key)} |"
    yield ""


def _example(key: Key) -> str:
    """How the key is written: one of its values, or an example of the schema."""
    if key.values:
        return ", ".join(f"`{value}`" for value in key.values)
    return f"`{key.name.removesuffix('[]')}: {_cell(key.examples[0])}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
