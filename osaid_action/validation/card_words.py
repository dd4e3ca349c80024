# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words of model cards, of other tools and of British spelling: which key of ours each is."""

import re
from typing import Any

from osaid_action.licenses import catalogue
from osaid_action.licenses.suggestions import meant
from osaid_action.model import Path
from osaid_action.text import cut
from osaid_action.validation.flow_style import line
from osaid_action.validation.samples import entries, key_at
from osaid_action.validation.suggestions import LONGEST

_OURS = {  # the key of ours: what else it is called
    "built_on": "base_model base_models basemodel parent parents parent_model finetuned_from "
    "teacher teacher_model merged_models",
    "data.sources": "dataset datasets data_set data_sets training_data train_data data_source "
    "data_sources corpus corpora",
    "system.name": "model_name model_id title model model_index",
    "system.producer": "author authors creator creators developer developers developed_by "
    "organization organisation publisher maintainer maintainers owner vendor provider",
    "system.description": "pipeline_tag task tasks summary abstract model_description purpose",
    "system.repository": "repo repository_url github git source_code code_repository",
    "system.homepage": "website home_page project_page project_url",
    "system.released": "release_date date_released published",
    "code.inference": "library_name library framework inference_code",
    "code.training.settings": "hyperparameters training_args training_arguments training_config "
    "config configs",
    "code.libraries": "tokenizer tokeniser tokenizers tokenisers dependencies requirements",
    "licenses.code": "license licence license_id spdx code_license code_licence",
    "parameters.weights.license": "license_name licence_name weights_license weights_licence "
    "model_license model_licence",
    "parameters.weights.license_file": "license_link licence_link license_url licence_url "
    "license_text",
    "parameters.weights.access": "gated extra_gated_prompt extra_gated_fields "
    "extra_gated_heading extra_gated_button_content",
    "parameters.weights": "model_weights pretrained_weights weight checkpoint model_url",
    "parameters.optimizer_state": "optimiser_state optimizer optimiser",
    "built_on[].relation": "base_model_relation",
    "data.description.scope": "language languages size_categories modalities modality",
    "data.description.labeling": "labelling annotation annotations annotations_creators",
    "data.description.provenance": "source_datasets",
    "documents.evaluation_results": "metrics metric results eval_results benchmarks",
    "documents.research_paper": "paper arxiv publication citation",
}
_NONE_OF_OURS = frozenset(
    ("tags", "tag", "widget", "thumbnail", "new_version", "co2_eq_emissions", "model_type",
     "quantized_by", "inference_provider", "architectures", "task_categories", "pretty_name",
     "viewer", "colour", "color", "emoji", "keywords", "contact", "email")
)  # fmt: skip
_MEANT = {word: place for place, words in _OURS.items() for word in words.split()}
OWN_NAME = "LicenseRef-its-name"
"""How terms are called that are on no list: with their text beside it as `license_file`."""
_ENTRIES = ("built_on", "sources")
_FREE_TEXT = frozenset({"system.name", "system.producer", "system.description"})
_PACKAGES = {"transformers": "Apache-2.0", "diffusers": "Apache-2.0", "peft": "Apache-2.0"}


def renamed(key: str, value: Any, path: Path, known: list[str]) -> str:
    """What to write where a key of a card has only another name here; "" where it has not."""
    said = of_a_card(key, value, path, known)
    return said if said.startswith("that is `") and said.split("`")[1] in known else ""


def of_a_card(key: str, value: Any, path: Path, known: list[str]) -> str:
    """What to write in place of a key that model cards have; "" when it is none of them.

    ``path`` is where it stands, and ``known`` are the keys that may stand there.
    """
    word = key.lower().replace("-", "_").replace(" ", "_") if len(key) <= LONGEST else ""
    if word in _NONE_OF_OURS:
        return f"OSAID asks for no such thing: leave it out, or call it `x-{key}` at the top"
    place = _MEANT.get(word, "")
    if not place:
        return ""
    above, _, name = place.rpartition(".")
    steps = tuple(place.replace("[]", ".[]").split("."))
    shown = line(name, _value(place, name, value))
    if name in known and (path or not above):
        is_shown = name in _ENTRIES and bool(entries(name, value))
        is_shown = is_shown or not isinstance(value, dict | list)
        return f"that is `{name}` here: " + (f"write `{shown}`" if is_shown else "rename the key")
    where = "at the top" if not above else f"under `{above.replace('[]', '')}`"
    if name == "relation":
        where = "in an entry of `built_on`"
    elif steps[: len(path)] == tuple(map(str, path)) and steps[len(path) : -1]:
        where = f"under `{'.'.join(steps[len(path) : -1])}`"
    more = "; the weights name their own" if place == "licenses.code" else ""
    more += "; its text belongs beside it, as `license_file`" if OWN_NAME in shown else ""
    return f"that is `{place.replace('[]', '')}` here: {where} write `{shown}`{more}"


def _value(place: str, name: str, value: Any) -> Any:
    """What is written there, as far as it can be told."""
    key = key_at(_path(place))
    example = (key.parsed or key.values)[-1 if name == "scope" else 0] if key else ""
    if name == "access":
        return "gated"
    if name in _ENTRIES:
        return entries(name, value) or example
    if not isinstance(value, str) or not value.strip() or cut(value, LONGEST) != value:
        return example
    if place == "code.inference":
        return _package(value.lower()) or example
    if name in ("license", "code"):
        return _license(value)
    is_place = not any(sign.isspace() for sign in value) and (
        ":" not in value or value.startswith("https://")
    )
    taken = place in _FREE_TEXT or (isinstance(example, str) and is_place and name != "relation")
    return value if taken else example


def _package(name: str) -> dict[str, str]:
    """A library of PyPI as the code that runs the model; none where the name is no name."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", name):
        return {}
    license_ = _PACKAGES.get(name)
    return {"location": f"pkg:pypi/{name}@VERSION"} | ({"license": license_} if license_ else {})


def _path(place: str) -> Path:
    """The place of a key as a path into a file, in the first entry of a list."""
    steps = place.replace("[]", ".[]").split(".")
    return tuple(0 if step == "[]" else step for step in steps)


def _license(value: str) -> str:
    """The id that is meant; for terms that no id names, how they are named."""
    known = catalogue.find(value)
    if known is None:
        return meant(value) or OWN_NAME
    if known.kind == "label":
        return OWN_NAME
    return value if known.id.startswith(catalogue.PREFIX) else known.id
