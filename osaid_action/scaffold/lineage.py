# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which models this one is made from: adapter files, recipes of merges, tables and commands."""

import re
from collections.abc import Iterator
from typing import Any

from osaid_action.evidence.front_matter import yaml_mapping
from osaid_action.evidence.model_card import ADAPTER_FILE
from osaid_action.evidence.structure import read_json
from osaid_action.scaffold.checkout import NOTEBOOK, Checkout
from osaid_action.scaffold.found import Found, claim, guess, unique
from osaid_action.scaffold.hub import HUB, is_id, models_linked
from osaid_action.scaffold.origin import owner_of, resembles
from osaid_action.scaffold.scripts import first_line, name_of
from osaid_action.scaffold.settings import merge_recipes

_MOST = 30
_MOST_FILES = 100
_ARGUMENT = re.compile(
    r"--?(?:base_model|model_name_or_path|base)[ =][\"']?([\w.-]{1,96}/[\w.-]{1,96})", re.ASCII
)
_MERGES = re.compile(r"(?i)\bmerg(?:e[ds]?|ing)\b")
_BUILT_IN = re.compile(
    r"--?(?:vision_tower|audio_tower|speech_encoder|vision_encoder|image_encoder|text_encoder)"
    r"[ =][\"']?([\w.-]{1,96}/[\w.-]{1,96})",
    re.ASCII,
)
_MADE_FROM = re.compile(
    r"(?i)(?<!\w)((?:fine-?tuned|quanti[sz]ed) (?:version |from |of |model |\[optional\])+"
    r"|(?:GGUF|GGML|AWQ|GPTQ|EXL2)\b[\w ]{0,40} (?:for|of) "
    r"|\bbase models?|\bbased on |\u57fa\u4e8e|\u30d9\u30fc\u30b9\u30e2\u30c7\u30eb"
    r"|(?:\u57fa\u5ea7|\u5e95\u5ea7|\u57fa\u7840)\u6a21\u578b)[:\uff1a*_ ]{0,8}"
    r"\[[^\[\]]{1,100}\]\(https://(?:huggingface\.co|hf\.co)/([\w.-]{1,96}/[\w.-]{1,96})\)",
    re.ASCII,
)
_FILES_OF = re.compile(r"(?i)\b(?:GGUF|GGML|AWQ|GPTQ|EXL2)\b")
_BEGINS = re.compile(
    r"\s*(?:init_from|base_model|model_name_or_path|pretrained_model_name_or_path)\s*[=:]\s*[\"']?([\w./-]{1,200})"
)
_ADAPTS = re.compile(r"^\s*(?:from|import)\s+peft\b|\bget_peft_model\(|\bLoraConfig\(")
_BASE = re.compile(
    r"(?:\b(?:base_)?model(?:_name|_id)?(?:_or_path)?\s*(?::\s*str\s*)?=\s*|from_pretrained\(\s*)"
    r"[\"']([\w.-]{1,96}/[\w.-]{1,96})[\"']",
    re.ASCII,
)
_NO_MODEL = frozenset({"resume", "scratch", "none", "null", "true", "false", "no"})
_LONGEST = 200
_NO_SIGNS = frozenset('[]{}<>"`')
"""Signs of templates and of YAML that was not read."""


def find_parents(
    checkout: Checkout, home: str, settings: tuple[Found, ...], training: tuple[Found, ...]
) -> dict[str, tuple[Found, ...]]:
    """What is found for ``built_on``; ``training`` is what may train."""
    adapting = [one.location for one in training if _adapts(checkout, one.location)]
    relation = "adapter" if adapting else "finetune"
    found = [*_adapted(checkout), *_merged(checkout), *_in_tables(checkout, home)]
    found += [*_on_commands(checkout, relation), *_in_settings(checkout, settings, relation)]
    found += [*_loaded(checkout, adapting), *_said(checkout)]
    scripts = [one.location for one in training if one.location.endswith(".sh")]
    found += _in_launchers(checkout, scripts, relation, owner_of(home))
    return {"built_on": unique(found)[:_MOST]}


def _adapts(checkout: Checkout, path: str) -> bool:
    """Whether a script or notebook trains an adapter of a model."""
    return path.endswith((".py", NOTEBOOK)) and first_line(checkout, path, _ADAPTS) > 0


def _loaded(checkout: Checkout, paths: list[str]) -> Iterator[Found]:
    """The models that what trains an adapter loads."""
    for path in paths:
        for line in checkout.lines(path):
            for id_ in _BASE.findall(line.text):
                if is_id(id_) and id_ not in checkout.known:
                    yield guess(parent(id_, "adapter"), f"{path}:{line.number}")


def parent(name: str, relation: str) -> dict[str, str]:
    """A model as ``built_on`` has it, with its address where the name is one of the Hub."""
    where = {"location": HUB + name} if is_id(name) else {}
    return {"name": name, "relation": relation} | where


def _adapted(checkout: Checkout) -> Iterator[Found]:
    for path in checkout.own:
        if name_of(path) == ADAPTER_FILE:
            base = _json(checkout.text(path)).get("base_model_name_or_path")
            line = checkout.line_of(path, r"base_model_name_or_path")
            if isinstance(base, str) and is_name(base):
                make = claim if "/" not in path else guess
                yield make(parent(base.strip(), "adapter"), f"{path}:{line}")


def _merged(checkout: Checkout) -> Iterator[Found]:
    for recipe in merge_recipes(checkout):
        path = recipe.location
        for name in dict.fromkeys(_models_in(yaml_mapping(checkout.text(path)))):
            line = checkout.line_of(path, re.escape(name))
            yield claim(parent(name, "merge"), f"{path}:{line}")


def _models_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever YAML holds
    if isinstance(value, dict):
        for key in ("model", "base_model"):
            if is_name(value.get(key)):
                yield value[key].strip()
        for one in value.values():
            yield from _models_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from _models_in(one)


def _in_tables(checkout: Checkout, home: str) -> Iterator[Found]:
    """The models of others that stand in a row of a table with one of the owner's."""
    owner = owner_of(home)
    relation = "merge" if first_line(checkout, checkout.readme, _MERGES) else "finetune"
    for line in checkout.lines(checkout.readme) if owner else ():
        if line.text.count("|") < 3:
            continue
        ids = [one.id for one in models_linked([line])]
        ours = [one for one in ids if resembles(one.partition("/")[0], owner)]
        for id_ in ids if ours else ():
            if id_ not in ours:
                yield guess(parent(id_, relation), f"{checkout.readme}:{line.number}")


def _on_commands(checkout: Checkout, relation: str) -> Iterator[Found]:
    for line in checkout.lines(checkout.readme):
        for id_ in _ARGUMENT.findall(line.text):
            if is_id(id_) and not id_.startswith("."):
                yield guess(parent(id_, relation), f"{checkout.readme}:{line.number}")


def _said(checkout: Checkout) -> Iterator[Found]:
    """What a text calls the model that this one was made from, right before its link."""
    for line in checkout.lines(checkout.readme):
        for words, id_ in _MADE_FROM.findall(line.text):
            is_files = _FILES_OF.search(words) is not None
            if is_id(id_):
                relation = "quantized" if is_files or "quanti" in words.lower() else "finetune"
                yield guess(parent(id_, relation), f"{checkout.readme}:{line.number}")


def _in_launchers(
    checkout: Checkout, scripts: list[str], relation: str, owner: str
) -> Iterator[Found]:
    """What shell scripts that train are given to begin with, and what they build in.

    A model of the owner's is likely the system itself, which is trained further.
    """
    for path in scripts:
        for line in checkout.lines(path):
            for pattern, how in ((_ARGUMENT, relation), (_BUILT_IN, "included")):
                for id_ in pattern.findall(line.text):
                    if is_id(id_) and not (owner and resembles(id_.partition("/")[0], owner)):
                        yield guess(parent(id_, how), f"{path}:{line.number}")


def _in_settings(checkout: Checkout, settings: tuple[Found, ...], relation: str) -> Iterator[Found]:
    """What the settings of a training name as the model to begin with."""
    places = [one.location for one in settings]
    files = [
        path
        for place in places
        for path in (checkout.below(place[:-1]) if place.endswith("/") else [place])
    ]
    for path in files[:_MOST_FILES]:
        for line in checkout.lines(path):
            found = _BEGINS.match(line.text)
            if found and is_name(found[1]) and found[1].lower() not in _NO_MODEL:
                yield guess(parent(found[1], relation), f"{path}:{line.number}")


def is_name(value: object) -> bool:
    """Whether a value is a model's name: a short text, no path of somebody's machine."""
    if not isinstance(value, str) or not 0 < len(value.strip()) <= _LONGEST:
        return False
    bare = value.strip()
    is_path = bare.startswith(("/", ".", "~", "$", "<", "\\")) or re.match(r"[A-Za-z]:\\", bare)
    is_other = _NO_SIGNS.intersection(bare) or bare.startswith(("&", "*", "!"))
    is_text = bare.isprintable() and any(sign.isalpha() for sign in bare)
    return is_text and not (is_path or is_other)


def _json(text: str) -> dict[str, Any]:
    try:
        data = read_json(text.encode("utf-8", "replace"))
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
