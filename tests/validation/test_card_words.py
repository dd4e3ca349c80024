# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Words of model cards and of British spelling: told which key of ours they are."""

import json
import re

import pytest

from osaid_action.check import check
from osaid_action.validation.card_words import _MEANT, _NONE_OF_OURS
from osaid_action.validation.schema_keys import keys

HEAD = 'open_ai_system: "1.0"\nsystem: {name: Heron}\n'
OLMO = "allenai/OLMo-7B"
SAID = {  # what is typed: what is said
    f"base_model: {OLMO}": f"`built_on: [{{name: {OLMO}, relation: finetune}}]`",
    f"base_model: [{OLMO}, a/b]": f"[{{name: {OLMO}, relation: finetune}}, {{name: a/b, relation:",
    "datasets: [a/b]": "under `data` write `sources: [{name: a/b, availability: public}]`",
    "data: {datasets: a/b}": "write `sources: [{name: a/b, availability: public}]`",
    "library_name: transformers": '`inference: {location: "pkg:pypi/transformers@VERSION", lic',
    "library_name: mine": 'under `code` write `inference: {location: "pkg:pypi/mine@VERSION"}`',
    "licence: Apache 2.0": 'under `licenses` write `code: "Apache-2.0"`; the weights',
    "license: other": '`code: "LicenseRef-its-name"`; the weights name their own; its text belongs',
    "license_name: llama3": 'under `parameters.weights` write `license: "llama3"`',
    "parameters: {weights: {location: a, license_name: llama3}}": 'write `license: "llama3"`',
    "parameters: {weights: {location: a, gated: true}}": 'write `access: "gated"`',
    "parameters: {gated: true}": 'under `weights` write `access: "gated"`',
    "pipeline_tag: text-generation": 'under `system` write `description: "text-generation"`',
    "model_name: Heron 2": 'under `system` write `name: "Heron 2"`',
    "base_model_relation: merge": 'in an entry of `built_on` write `relation: "finetune"`',
    "organisation: Grey": 'under `system` write `producer: "Grey"`',
    "language: en": "under `data.description` write `scope: {text: ",
    "code: {tokeniser: tok.py}": 'write `libraries: "tok.py"`',
    "code: {training: {location: a, config: a.yaml}}": 'write `settings: "a.yaml"`',
    "code: {training: {location: a, config: a b}}": 'write `settings: "configs/7b.yaml"`',
    "parameters: {optimiser_state: a}": "write `optimizer_state: ",
    "tags: [a]": "leave it out, or call it `x-tags` at the top",
}  # fmt: skip


@pytest.mark.parametrize("text", SAID)
def test_what_is_said_of_a_word(text):
    (found,) = check((HEAD + text).encode(), "x.yaml").findings

    assert found.rule.id == "unknown-key"
    assert SAID[text] in found.remedy


@pytest.mark.parametrize("word", sorted({*_MEANT, *_NONE_OF_OURS}))
@pytest.mark.parametrize("value", ["a b", ["a"], {"a": "b"}, "other"])
def test_every_word_leads_to_a_key_that_there_is(word, value):
    if word in {key.name for key in keys() if "." not in key.place}:
        pytest.skip("a key of ours at the top")
    data = {"open_ai_system": "1.0", "system": {"name": "Heron"}, word: value}
    found = check(json.dumps(data).encode(), "x.yaml").findings[0]
    shown = re.findall(r"`([\w.]+)`|`([\w-]+): ", found.remedy)

    assert {one for pair in shown for one in pair if one} - {word, f"x-{word}"} <= (
        {key.name for key in keys()} | {key.place.replace("[]", "") for key in keys()}
    )


def test_a_word_that_is_huge_is_no_word():
    (found,) = check(f"{HEAD}{'a' * 1000}: 1".encode(), "x.yaml").findings

    assert "known here: " in found.remedy
