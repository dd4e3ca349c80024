# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Libraries from outside the package registries."""

import pytest

from tests.report.heron import LICENSE
from tests.scaffold.trees import HOME, found, report_on, scaffold


def libraries(files, modules=None):
    every = found(files, modules=modules)["code.libraries"]
    return [(one.value, one.seen) for one in every if one.is_claim]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("git+https://github.com/x/peft.git", "https://github.com/x/peft"),
        (
            "peft @ git+https://u:t@github.com/x/peft@v1.2",
            {"location": "https://github.com/x/peft", "revision": "v1.2"},
        ),
        ("-e git+ssh://git@github.com/x/peft.git#egg=p", "https://github.com/x/peft"),
    ],
)
def test_git_urls(line, value):
    assert libraries({"requirements.txt": f"torch\n{line}\n"}) == [(value, "requirements.txt:2")]


def test_the_repository_itself_is_no_library():
    assert libraries({"README.md": f"pip install git+{HOME}.git\n"}) == []


def test_what_is_commented_out_is_none():
    assert libraries({"requirements.txt": "# git+https://github.com/x/y\n"}) == []


def test_a_submodule_is_what_the_index_has():
    files = {".gitmodules": '[submodule "n"]\n\tpath = lib/n\n\turl = https://github.com/x/n\n'}

    assert libraries(files) == []
    assert libraries(files, {"lib/n": "https://github.com/x/n"}) == [
        ("lib/n", ".gitmodules:2: https://github.com/x/n")
    ]


def test_vendored_code_with_its_license():
    files = {"lib/n/LICENSE": LICENSE, "lib/n/a.py": "", "lib/n/inner/LICENSE": LICENSE}

    ((value, seen),) = libraries(files)

    assert value["location"] == "lib/n/"
    assert value["license"]
    assert seen == "lib/n/LICENSE"


def test_data_with_a_license_is_no_library():
    assert libraries({"data/LICENSE": LICENSE, "data/a.py": ""}) == []


@pytest.mark.parametrize("folder", ["examples/n", "bindings/n", ".github/actions/n"])
def test_an_example_with_a_license_is_no_library(folder):
    assert libraries({f"{folder}/LICENSE": LICENSE, f"{folder}/a.py": ""}) == []


def test_a_license_that_is_not_known_is_asked_for_and_takes_nothing_from_the_code():
    files = {"LICENSE": LICENSE, "lib/n/LICENSE": "Terms of the Stork.", "lib/n/a.py": ""}
    every = found(files)

    assert [(one.location, one.is_claim) for one in every["code.libraries"]] == [("lib/n/", False)]
    report = report_on(scaffold(files), files)
    assert not report.has_errors
    assert every["licenses.code"][0].is_claim


def test_a_submodule_of_examples_is_no_library():
    assert libraries({}, {"docs/examples": "https://github.com/x/n"}) == []


def test_a_folder_called_like_the_repository_is_not_sure():
    every = found({"heron/LICENSE": LICENSE, "heron/a.py": ""})["code.libraries"]

    assert [(one.location, one.is_claim) for one in every] == [("heron/", False)]


def test_tokenizers():
    assert libraries({"h/tokenizer.py": "", "tests/tokenizer.py": ""}) == [
        ("h/tokenizer.py", "h/tokenizer.py: its name")
    ]


def test_the_repository_under_the_name_of_its_package_is_no_library():
    files = {
        "README.md": "pip install git+https://github.com/grey-heron/wader\n",
        "wader/__init__.py": "",
    }

    assert libraries(files) == []
    assert libraries(
        {
            **files,
            "wader/__init__.py": "",
            "README.md": files["README.md"].replace("grey-", "blue-"),
        }
    ) == [("https://github.com/blue-heron/wader", "README.md:1")]


def test_a_part_that_repeats_the_license_is_ones_own():
    files = {"LICENSE": LICENSE, "training/LICENSE": LICENSE, "training/train.py": ""}

    assert not found(files)["code.libraries"]
    assert [one.location for one in found(files)["code.training"]] == ["training/train.py"]


def test_a_folder_called_like_the_repository_is_its_own_beside_a_license_of_all():
    files = {"LICENSE": LICENSE, "heron/LICENSE": "Ours.", "heron/train.py": ""}

    assert not found(files)["code.libraries"]
    assert [one.location for one in found(files)["code.training"]] == ["heron/train.py"]


def test_what_the_system_was_before_is_none():
    assert libraries({"v1/LICENSE": LICENSE, "v1/a.py": ""}) == []


def test_what_the_documents_need_is_no_library():
    assert libraries({"requirements/docs.txt": "git+https://github.com/x/theme\n"}) == []


def test_a_part_with_another_license_is_neither():
    files = {"LICENSE": LICENSE, "training/LICENSE": "Ours.", "training/train.py": ""}

    assert not found(files)["code.libraries"]
    assert not found(files)["code.training"]


def test_a_part_of_a_workspace_with_the_license_of_all_is_no_library():
    files = {"LICENSE": LICENSE, "heron-core/LICENSE": LICENSE, "heron-core/a.rs": ""}

    assert not found(files)["code.libraries"]


def guessed(text, modules=None):
    every = found({"README.md": f"# H\n\n```sh\n{text}\n```\n"}, modules=modules)
    return [(one.value, one.seen) for one in every["code.libraries"] if not one.is_claim]


def test_what_the_readme_clones_is_a_guess():
    line = "git clone --depth 1 https://github.com/x/meliad.git $HERE"

    assert guessed(line) == [("https://github.com/x/meliad", "README.md:4")]


@pytest.mark.parametrize(
    "url",
    [
        HOME,
        "https://github.com/upstream/heron",
        "https://github.com/x/eval-harness",
        "https://huggingface.co/x/y",
    ],
)
def test_the_repository_and_what_is_no_library_are_none(url):
    assert guessed(f"git clone {url}") == []


def test_a_submodule_is_not_offered_again():
    assert (
        guessed("git clone https://github.com/x/n", {"lib/n": "https://github.com/x/n.git"}) == []
    )


def test_a_part_of_the_training_with_another_license_is_a_guess():
    files = {"training/flax/LICENSE": LICENSE, "training/flax/a.py": "", "train.py": ""}
    inner = {f"training/vendor/{one.partition('/')[2]}": text for one, text in files.items()}

    assert libraries(files) == []
    assert len(libraries(inner)) == 1
