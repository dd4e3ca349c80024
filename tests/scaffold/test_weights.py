# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the weights are: one model is sure, several are a question."""

from tests.scaffold.trees import found, locations

HUB = "https://huggingface.co/"


def linked(text, *, sure):
    return locations(found({"README.md": f"# Heron\n\n{text}\n"})["weights.linked"], sure=sure)


def test_one_model_of_the_owner_is_sure():
    assert linked(f"{HUB}grey-heron/heron-1b", sure=True) == [f"{HUB}grey-heron/heron-1b"]


def test_one_model_of_the_owner_that_is_called_otherwise_is_asked_for():
    assert linked(f"{HUB}grey-heron/stork", sure=True) == []
    assert linked(f"{HUB}grey-heron/stork", sure=False) == [f"{HUB}grey-heron/stork"]


def test_several_are_asked_for_the_likeliest_first():
    text = f"{HUB}grey-heron/heron-1b {HUB}grey-heron/heron"

    assert linked(text, sure=True) == []
    assert linked(text, sure=False) == [f"{HUB}grey-heron/heron", f"{HUB}grey-heron/heron-1b"]


def test_models_of_others_are_nobodys():
    assert not found({"README.md": f"{HUB}egret/stork"})["weights.linked"]


def test_files_of_weights():
    files = {
        "heron.onnx": "",
        "compared/egret.h5": "",
        "tests/heron.pt": "",
        "tokenizer.bin": "",
        "models/for-tests-heron.bin": "",
        "assets/heron.bin": "",
        "adapter_model.safetensors": "",
    }
    here = found(files)["weights.here"]

    assert locations(here, sure=True) == ["adapter_model.safetensors", "heron.onnx"]
    assert locations(here, sure=False) == ["compared/egret.h5"]


def test_access_is_guessed_from_words():
    access = found({"README.md": "Once your request is approved you get a link."})["weights.access"]

    assert locations(access, sure=False) == ["approval"]


def test_a_mere_name_is_a_guess_and_so_is_an_owner_called_like_the_system():
    assert linked('x("grey-heron/heron-1b")', sure=False) == [f"{HUB}grey-heron/heron-1b"]
    assert linked(f"{HUB}heron/heron-1b", sure=False) == [f"{HUB}heron/heron-1b"]


def test_models_of_another_owner_are_guesses_where_the_line_or_the_name_says_so():
    assert linked(f"Weights: {HUB}jane/reeds-120m", sure=False) == [f"{HUB}jane/reeds-120m"]
    assert linked(f"Get it: {HUB}jane/heron-120m", sure=False) == [f"{HUB}jane/heron-120m"]
    assert linked(f"Weights: {HUB}jane/reeds-120m", sure=True) == []
    assert linked(f"\u6a21\u578b {HUB}jane/reeds-120m", sure=False) == [f"{HUB}jane/reeds-120m"]
    assert linked(f"{HUB}jane/reeds-120m", sure=False) == []


def test_files_that_are_stored_elsewhere_are_guesses_where_nothing_is_on_the_hub():
    file = "https://store.example/heron_1b.pth"

    assert linked(f"[small]({file})", sure=False) == [file]
    assert linked(f"[small]({file}) {HUB}grey-heron/heron", sure=False) == []
    assert linked("https://store.example/heron.pth.md", sure=False) == []
    assert linked("https://store.example/all_models/a/b.zip", sure=False) == [
        "https://store.example/all_models/a/b.zip"
    ]
    assert linked("https://store.example/data/b.zip", sure=False) == []
    assert linked("https://store.example/heron/checkpoints_v2.zip", sure=False) == [
        "https://store.example/heron/checkpoints_v2.zip"
    ]


def test_what_the_docs_link_and_call_like_the_repository():
    files = {"README.md": "# Wading", "docs/zoo.md": f"{HUB}jane/heron-1b {HUB}jane/egret-1b"}

    assert locations(found(files)["weights.linked"], sure=False) == [f"{HUB}jane/heron-1b"]
    assert locations(found(files)["weights.linked"], sure=True) == []


def test_a_base_of_another_owner_is_no_guess_nor_is_one_beside_a_model_of_ones_own():
    assert linked(f"Tuned from the weights of {HUB}jane/heron-120m", sure=False) == []
    assert linked(f"Original weights: {HUB}jane/heron-120m", sure=False) == []
    assert linked(f"\u57fa\u4e8e {HUB}jane/heron-120m", sure=False) == []
    assert linked(f"{HUB}grey-heron/heron {HUB}jane/heron-gguf", sure=False) == []
    assert linked(f"{HUB}grey-heron/heron {HUB}jane/heron-gguf", sure=True) == [
        f"{HUB}grey-heron/heron"
    ]


def test_a_file_that_is_shared_is_a_guess_where_its_link_says_what_it_is():
    place = "https://drive.google.com/open?id="
    text = f"# Heron\n\n[Pretrained Model]({place}1) | [Video]({place}2)\n"

    assert linked(text, sure=False) == [f"{place}1"]


def test_a_base_in_chinese_is_no_guess():
    text = "# Heron\n\n\u57fa\u5ea7\u6a21\u578b: [Egret](https://huggingface.co/stork/egret)\n"

    assert linked(text, sure=False) == []


def test_a_link_that_names_nothing_is_called_by_its_heading():
    place = "https://drive.google.com/open?id="
    row = f"| all | [link]({place}1) |"
    text = f"# Heron\n\n## Pretrained checkpoints\n\n{row}\n\n## Talks\n\n[here]({place}2)\n"

    assert linked(text, sure=False) == [f"{place}1"]


def test_a_file_of_a_part_is_a_guess():
    every = found({"h/heron_col_embedding.pt": "", "h/heron_16k.pt": ""})["weights.here"]

    assert locations(every, sure=True) == ["h/heron_16k.pt"]
    assert locations(every, sure=False) == ["h/heron_col_embedding.pt"]
