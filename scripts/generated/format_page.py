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
_EXAMPLES = {
    "declared": "{by: Heron Lab, role: producer}",
    "system": "{name: Heron 1B}",
    "licenses": "{code: Apache-2.0}",
    "data": "{description: docs/data-card.md, sources: […]}",
    "code": "{inference: src/generate.py}",
    "parameters": "{weights: {…}}",
    "documents": "{model_card: README.md}",
    "built_on": "[{name: Stork 7B, relation: finetune}]",
    "system.description": "A language model for English.",
    "data.description": "docs/data-card.md",
    "data.description.provenance": "docs/data.md#provenance",
    "data.description.scope": "docs/data.md#scope",
    "data.description.selection": "docs/data.md#selection",
    "data.description.labeling": '{not_applicable: "No labels were used."}',
    "data.description.processing": "docs/data.md#processing",
    "data.sources": "[{name: Heron texts, availability: open, …}]",
    "data.sources[].name": "Heron texts",
    "data.sources[].fee": "true",
    "data.sources[].description": "40,000 letters of 2019 to 2023, in German.",
    "code.data_processing": "src/prepare.py",
    "code.training": "{location: src/train.py, settings: 1b.yaml}",
    "code.validation": "tests/",
    "code.libraries": "src/tokenizer/",
    "code.inference": "src/generate.py",
    "code.architecture": "src/model.py",
    "code.evaluation": "eval/",
    "parameters.weights": '{location: "https://…", license: Apache-2.0}',
    "parameters.checkpoints": '{location: "https://…", license: Apache-2.0}',
    "parameters.optimizer_state": '{not_released: "It is large."}',
    "built_on[].name": "Stork 7B",
    "built_on[].same_licensor": "true",
    "further_terms.binding": "false",
}
"""What is written at a place for which the schema has no example."""
_BY_NAME = {
    "notes": "Also by torrent.",
    "sha256": "e3b0c44298fc1c14… (64 digits)",
}


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
    written = _EXAMPLES.get(key.place) or _BY_NAME.get(key.name) or _document(key)
    return f"`{key.name.removesuffix('[]')}: {_cell(key.examples[0] if key.examples else written)}`"


def _document(key: Key) -> str:
    return f"docs/{key.name}.md"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
