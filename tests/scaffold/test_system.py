# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Name, producer, description and address of a system."""

import pytest

from tests.scaffold.trees import HOME, found, locations

CITATION = """cff-version: 1.2.0
title: Heron
authors:
  - name: Wading Institute
  - family-names: Egret
    given-names: Ada
    email: ada@example.org
repository-code: https://github.com/grey-heron/heron
"""


def first(files, key, remote=HOME):
    return found(files, remote)[f"system.{key}"][0]


@pytest.mark.parametrize(
    ("heading", "sure"),
    [
        ("# Heron", True),
        ("# Efficient Recognition of Wading Birds", False),  # of a paper
    ],
)
def test_a_heading_is_the_name(heading, sure):
    assert first({"README.md": heading}, "name").is_claim is sure


def test_the_repository_of_a_training_is_no_name_of_a_system():
    remote = "https://github.com/grey-heron/heron-train"

    assert first({"README.md": "# heron-train"}, "name", remote) == (
        "heron-train",
        "README.md:1",
        False,
    )


def test_without_a_heading_the_repository_or_folder_gives_a_guess():
    assert first({}, "name") == ("heron", "the name of the repository", False)
    assert first({}, "name", remote="").location == "folder"


def test_the_owner_is_a_guess_and_an_organization_in_citation_is_none():
    assert first({}, "producer") == (
        "grey-heron",
        "the owner in the address of the repository",
        False,
    )
    assert first({"CITATION.cff": CITATION}, "producer") == (
        "Wading Institute",
        "CITATION.cff:4",
        True,
    )


@pytest.mark.parametrize("author", ["Ada Egret", "ada@example.org"])
def test_persons_and_mail_addresses_are_never_named(author):
    files = {"pyproject.toml": f'[project]\nauthors = [{{name = "{author}", email = "a@b.c"}}]\n'}

    assert locations(found(files)["system.producer"], sure=False) == ["grey-heron"]


def test_an_organization_among_authors_is_a_guess():
    files = {"pyproject.toml": '[project]\nauthors = [{name = "Wading Institute"}]\n'}

    assert first(files, "producer") == ("Wading Institute", "pyproject.toml:2", False)


def test_the_address_without_a_remote_is_that_of_metadata():
    assert first({"CITATION.cff": CITATION}, "repository", "") == (HOME, "CITATION.cff:8", True)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Heron is a model of wading birds.", True),
        ("Heron (Hunting Egrets Run Over Narrow reeds, by Night) is a model of birds.", True),
        ("This repository holds all the code of Heron.", True),
        ("The codebase uses file lists with paths that begin in its folder.", False),
        ("Ada Egret, Bo Stork, Cy Crane and Di Ibis", False),
    ],
)
def test_a_description_says_what_it_is(text, sure):
    assert first({"README.md": f"# Heron\n\n{text}\n"}, "description").is_claim is sure


@pytest.mark.parametrize(
    "text",
    [
        "This code was tested with Python 3.8 and a large graphics card.",
        "This repository is licensed under the terms that LICENSE has.",
        "We provide the models of our configuration, which are:",
        "Please note that the video needs an account.",
        "## Zoo\n\nWe provide multiple quantized variants in three formats.",
        "To run Heron clone this repository and install what it needs.",
        "**Docs** | **Issues** | **Discussions** | **Arena**",
        "Update of May: code for the two papers on reeds is now released. It is a code for birds.",
        "## Training\n\nThis repository contains file lists with paths of recordings.",
        "The code will run on the processor by default.",
        "## Contributing\n\nHeron is a long effort that lives of its community.",
        "## Pre-trained models\n\nWe provide models of two sizes for download.",
        "- **Egret**\n  This repository contains a sister of the model.\n\n  It is a model too.",
        "## Future work\n\nThis repository may serve as code for the larger models.",
        "We may release code for evaluating the models on various benchmarks.",
        "Read this in [English](README_en.md).",
    ],
)
def test_a_sentence_on_something_else_is_no_description(text):
    assert not found({"README.md": f"# Heron\n\n{text}\n"})["system.description"]


@pytest.mark.parametrize("heading", ["Framework description", "Installation", "Status"])
def test_the_heading_of_a_part_is_no_name(heading):
    assert first({"README.md": f"# {heading}\n"}, "name").seen == "the name of the repository"


def test_a_line_with_a_mail_address_is_not_copied():
    assert not found({"README.md": "# Heron\n\nHeron is a model by ada@example.org here.\n"})[
        "system.description"
    ]


@pytest.mark.parametrize("words", ["Heron", "Description of my package", "TODO"])
def test_what_a_package_says_of_itself_and_tells_nothing(words):
    assert not found({"pyproject.toml": f'[project]\ndescription = "{words}"\n'})[
        "system.description"
    ]


@pytest.mark.parametrize(
    ("heading", "name"),
    [("Heron: A Network of Reeds", "Heron"), ("Stork for all the reeds", "heron")],
)
def test_a_heading_of_the_second_level_may_be_the_name(heading, name):
    one = first({"README.md": f"## {heading}\n\n## More\n"}, "name")

    assert (one.location, one.is_claim) == (name, False)
