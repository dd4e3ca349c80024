# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Data sets that are named: guesses alone, whatever names them."""

import pytest

from tests.scaffold.trees import found, locations

HUB = "https://huggingface.co/datasets/"


@pytest.mark.parametrize(
    ("line", "location"),
    [
        (f"See {HUB}grey/reeds.", f"{HUB}grey/reeds"),
        ("python train.py --data_path 'grey/reeds'", f"{HUB}grey/reeds"),
        ('snapshot(repo_id="grey/reeds", repo_type="dataset")', f"{HUB}grey/reeds"),
        (
            "It was trained for long on [reeds](https://reeds.example/all)",
            "https://reeds.example/all",
        ),
        ("| [2018](https://reeds.example/2018.tar.gz) |", "https://reeds.example/2018.tar.gz"),
    ],
)
def test_what_a_readme_names(line, location):
    sources = found({"README.md": f"# H\n\n{line}\n"})["data.sources"]

    assert locations(sources, sure=False) == [location]
    assert locations(sources, sure=True) == []


@pytest.mark.parametrize(
    "line",
    [
        "Evaluated on [reeds](https://reeds.example)",
        "trained on [it](https://arxiv.org/abs/2401.00001)",
        "--data ./a/b",
        f"## Benchmarks\n\n### Birds\n\n[reeds]({HUB}grey/reeds)",
        f"## \u8bc4\u6d4b\n\n[reeds]({HUB}grey/reeds)",
        "[encoder](https://store.example/clip_text_encoder.zip)",
        "python train.py --data_path ./missing.json",
        "[for you](https://github.com/x/y/releases/download/v1/heron-ncnn-windows.zip)",
        "Trained on the [JSON Lines format](https://jsonlines.example)",
        "Trained on a [V100 GPU](https://chips.example/v100)",
        "Trained on the [Reed Cluster](https://chips.example/reed)",
        "[seen](https://store.example/x/examples/reprs.tar.gz)",
        "## Training data\n\nSee [Egret 2019](https://doi.org/10.1101/622803)",
        "## Training data\n\nIt is [CC BY](https://reeds.example/help/license)",
        "[large](https://store.example/heron_models/large.zip)",
        "python train.py --data datasets/reeds.zip",
    ],
)
def test_what_is_not_named_as_training_data(line):
    assert not found({"README.md": f"# H\n\n{line}\n"})["data.sources"]


@pytest.mark.parametrize("words", ["here", "this link", "our dataset", "paper"])
def test_words_that_name_nothing_are_no_name(words):
    text = f"# H\n\nTrained on what is [{words}](https://reeds.example/all/index.html)\n"

    (one,) = found({"README.md": text})["data.sources"]

    assert one.value["name"] == "all"


def test_links_below_a_heading_that_names_them():
    text = "# H\n\n## Training data\n\n[reeds](https://reeds.example)\n\n## Other\n\n[x](https://x.example)\n"

    assert locations(found({"README.md": text})["data.sources"], sure=False) == [
        "https://reeds.example"
    ]


def test_what_the_scripts_load_and_no_files_of_ones_own():
    script = 'load_dataset("grey/reeds")\nload_dataset("json", data_files="x")\n'

    assert locations(
        found({"train.py": script, "bench.py": 'load_dataset("x/y")'})["data.sources"], sure=False
    ) == [f"{HUB}grey/reeds"]


def test_what_scripts_fetch_that_are_no_data():
    script = '"https://x.example/v2/vocab.json"\nload_dataset("heron/loader.py")\n'

    assert not found({"train.py": script})["data.sources"]


def test_what_the_scripts_of_a_folder_load():
    files = {"data_processing/a.py": 'load_dataset("grey/reeds")\n'}

    assert locations(found(files)["data.sources"], sure=False) == [f"{HUB}grey/reeds"]


def test_below_the_next_heading_links_count_again():
    text = f"# H\n\n## Results\n\n### Birds\n\n## Data\n\n[reeds]({HUB}grey/reeds)\n"

    assert locations(found({"README.md": text})["data.sources"], sure=False) == [f"{HUB}grey/reeds"]


def test_a_file_that_the_readme_gives_to_what_trains():
    command = "python t.py --data_path ./reeds.json --train_file dummy_reeds.json"
    files = {"README.md": f"# H\n\n    {command}\n", "reeds.json": "", "dummy_reeds.json": ""}

    assert locations(found(files)["data.sources"], sure=False) == ["reeds.json"]


def test_a_data_set_is_offered_whole():
    text = f"| [a]({HUB}grey/reeds/resolve/main/a.zip) |\n| [all]({HUB}grey/reeds) |\n"

    assert locations(found({"README.md": text})["data.sources"], sure=False) == [f"{HUB}grey/reeds"]


def test_parts_that_validate_and_test_are_not_offered():
    names = ("reeds_train.json", "reeds_val.json", "reeds_test_gt.json", "dev.csv")
    lines = "".join(f"url = 'https://reeds.example/{one}'\n" for one in names)

    sources = found({"train.py": lines})["data.sources"]

    assert locations(sources, sure=False) == ["https://reeds.example/reeds_train.json"]


def test_what_a_model_of_a_table_was_trained_on_is_not_what_its_row_links():
    row = "| heron | Pretrained on 8 thousand reeds | [link](https://drive.google.com/a/b) |\n"

    assert not found({"README.md": f"# H\n\n## Models\n\n{row}"})["data.sources"]
