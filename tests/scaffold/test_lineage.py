# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Models that this one is made from."""

import json

import pytest

from osaid_action.scaffold.lineage import is_name
from tests.scaffold.trees import found

MERGE = (
    "models:\n  - model: grey/egret\n  - model: ./local\n"
    "    parameters: {weight: 1}\nmerge_method: ties\n"
)


def parents(files, *, sure):
    every = found(files)["built_on"]
    return [(one.value["name"], one.value["relation"]) for one in every if one.is_claim is sure]


def test_an_adapter():
    files = {"adapter_config.json": json.dumps({"base_model_name_or_path": "grey/egret"})}

    assert parents(files, sure=True) == [("grey/egret", "adapter")]


@pytest.mark.parametrize(
    "text",
    ["", "[", "[1]", '{"base_model_name_or_path": 3}', '{"base_model_name_or_path": "/a/b"}'],
)
def test_an_adapter_of_nobody_knows_what(text):
    assert parents({"adapter_config.json": text}, sure=True) == []


def test_a_merge():
    assert parents({"mergekit.yaml": MERGE}, sure=True) == [("grey/egret", "merge")]


def test_a_row_of_a_table_is_a_guess():
    hub = "https://huggingface.co"
    row = f"| [Heron]({hub}/grey-heron/heron) | [E]({hub}/x/egret) | a |"

    assert parents({"README.md": row}, sure=False) == [("x/egret", "finetune")]
    assert parents({"README.md": f"Models we merged:\n\n{row}"}, sure=False) == [
        ("x/egret", "merge")
    ]


def test_what_a_training_of_an_adapter_begins_with_is_a_guess():
    script = 'from peft import LoraConfig\nmodel_name = "grey/egret"\n'

    assert parents({"finetune.py": script}, sure=False) == [("grey/egret", "adapter")]
    assert parents({"finetune.py": 'model_name = "grey/egret"\n'}, sure=False) == []


@pytest.mark.parametrize(
    ("script", "relation"), [("", "finetune"), ("from peft import x\n", "adapter")]
)
def test_how_a_base_on_a_command_is_used(script, relation):
    readme = "# H\n\n```sh\npython finetune.py --base_model 'grey/egret'\n```\n"

    assert parents({"README.md": readme, "finetune.py": script}, sure=False) == [
        ("grey/egret", relation)
    ]


def test_what_settings_begin_with_is_a_guess():
    files = {
        "train.py": "",
        "config/a.py": "init_from = 'gpt2-xl'\n",
        "config/b.py": "init_from = 'scratch'\n",
    }

    assert parents(files, sure=False) == [("gpt2-xl", "finetune")]


def test_what_code_loads_is_no_parent():
    assert found({"model.py": 'AutoModel.from_pretrained("x/egret")'})["built_on"] == ()


@pytest.mark.parametrize(
    "value",
    [None, 3, "", "/home/x", "./x", "~/x", "<your model>", "$X", "C:\\x", "a\nb", "x" * 201],
)
def test_what_is_no_name(value):
    assert not is_name(value)


def test_what_a_launch_script_begins_with_and_builds_in():
    script = (
        "python train.py --model_name_or_path x/egret \\\n"
        "  --vision_tower x/eyes --base_model grey-heron/heron\n"
    )

    assert parents({"run_train.sh": script, "train.py": ""}, sure=False) == [
        ("x/egret", "finetune"),
        ("x/eyes", "included"),
    ]


@pytest.mark.parametrize(
    ("line", "relation"),
    [
        ("It is a fine-tuned version of [Egret]({}) on reeds.", "finetune"),
        ("- **Finetuned from model [optional]:** [Egret]({})", "finetune"),
        ("- **Base model:** [Egret]({})", "finetune"),
        ("\u57fa\u5ea7\u6a21\u578b\uff1a[Egret]({})", "finetune"),
        ("Heron is based on [Egret]({}) and reeds.", "finetune"),
        ("This repo contains GGUF format model files for [x's Egret]({}).", "quantized"),
        ("A quantized version of [Egret]({}).", "quantized"),
    ],
)
def test_what_a_text_says_it_was_made_from(line, relation):
    readme = f"# Heron\n\n{line.format('https://huggingface.co/x/egret')}\n"

    assert parents({"README.md": readme}, sure=False) == [("x/egret", relation)]


def test_what_a_text_compares_is_no_parent():
    readme = "# Heron\n\nA fine-tuned model, like [Egret](https://huggingface.co/x/egret).\n"

    assert parents({"README.md": readme}, sure=False) == []
