# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where a network is defined: what makes a file or a folder of models be that."""

import pytest

from tests.scaffold.trees import NETWORK, found, locations

WRAPPED = f"{NETWORK}model = AutoModelForCausalLM.from_pretrained(path)\n"
OTHERS = {f"h/model/adapter_{number}.py": "" for number in range(6)}


def architecture(files, *, sure=True):
    return locations(found({"train.py": "", **files})["code.architecture"], sure=sure)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("h/networks_large.py", NETWORK),
        ("h/architecture.py", NETWORK),
        ("bert/modeling.py", NETWORK),
        ("h/RoseTTAFoldModel.py", NETWORK),
        ("heron.py", NETWORK),  # called like the repository
        ("model.py", "class Heron(LlamaForCausalLM, Meta):\n"),
    ],
)
def test_a_file_is_sure(path, text):
    assert architecture({path: text}) == [path]


def test_a_file_called_like_the_repository_without_a_network_is_none():
    assert architecture({"heron.py": "x = Pipeline([])\n"}) == []
    assert architecture({"heron.py": "x = Pipeline([])\n"}, sure=False) == []


def test_a_folder_of_networks_is_sure():
    files = {"h/models/a.py": NETWORK, "h/models/b.py": "", "h/models/__init__.py": ""}

    assert architecture(files) == ["h/models/"]


def test_a_folder_of_architectures():
    assert architecture({"h/archs/vgg_arch.py": NETWORK}) == ["h/archs/"]


def test_a_folder_of_adapters_and_loaders_is_none():
    files = {**OTHERS, "h/model/compression.py": NETWORK}

    assert architecture(files) == []
    assert architecture(files, sure=False) == []


def test_a_file_in_such_a_folder_is_a_guess():
    files = {**OTHERS, "h/model/wading_model.py": NETWORK}

    assert architecture(files) == []
    assert architecture(files, sure=False) == ["h/model/wading_model.py"]


def test_what_loads_the_models_of_others_makes_no_folder():
    assert architecture({"h/models/base.py": WRAPPED, "h/models/b.py": ""}) == []


def test_the_heads_of_a_benchmark_are_none():
    assert architecture({"h/eval/models/head.py": NETWORK}) == []


@pytest.mark.parametrize("copy", ["peft", "trl"])
def test_a_copy_of_a_package_is_none(copy):
    assert architecture({f"scripts/{copy}/peft_model.py": NETWORK}) == []
    assert architecture({f"h/{copy}/models/a.py": NETWORK}) == []


def test_a_wrapper_of_models_of_others_is_no_network():
    assert architecture({"h/models/a.py": "class EgretForCausalLM(BaseForCausalLM):\n"}) == []


def test_a_folder_of_models_in_rust_is_a_guess():
    files = {"h/src/models/a.rs": "use candle_nn::Module;\n", "h/src/models/b.rs": ""}

    assert architecture(files) == []
    assert architecture(files, sure=False) == ["h/src/models/"]


def test_where_no_name_tells_the_first_networks_are_guesses():
    files = {f"h/{one}.py": NETWORK for one in ("glow", "loss", "train_it", "wade")}

    assert architecture({"train.py": "", **files}) == []
    assert architecture({"train.py": "", **files}, sure=False) == ["h/glow.py", "h/wade.py"]
    assert architecture({"model.py": NETWORK, **files}) == ["model.py"]
    assert architecture({"model.py": NETWORK, **files}, sure=False) == []
