# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Paths begin where the file will stand; a card is called as it is, and is a document at home."""

from osaid_action.scaffold.found import claim, guess
from osaid_action.scaffold.places import moved, of_card

SEEN = {
    "system.name": (claim("README.md", "README.md:8"),),
    "weights.license": (claim("MIT", "README.md:5"),),
    "documents.model_card": (claim("README.md", "README.md:1: front matter"),),
    "data.description.scope": (guess("README.md#data", "README.md:9"),),
    "built_on": (claim({"name": "x", "location": "https://example.org/x"}, "README.md:7"),),
    "code.inference": (guess({"location": "pkg:pypi/x@1"}, "said at the terminal"),),
}


def test_a_card_elsewhere_is_seen_and_is_no_document():
    found = of_card(SEEN, "gpt2-card.md", "")

    assert found["system.name"] == (claim("README.md", "gpt2-card.md:8"),)
    assert found["weights.license"] == (claim("MIT", "gpt2-card.md:5"),)
    assert found["documents.model_card"] == found["data.description.scope"] == ()
    assert found["built_on"][0].location == "https://example.org/x"
    assert found["code.inference"] == SEEN["code.inference"]


def test_a_card_of_the_repository_is_named_by_its_path():
    found = of_card(SEEN, "vendor/card.md", "card.md")

    assert found["documents.model_card"] == (claim("card.md", "vendor/card.md:1: front matter"),)
    assert found["data.description.scope"] == (guess("card.md#data", "vendor/card.md:9"),)


def test_paths_begin_where_the_file_will_stand():
    found = {
        "code.training": (
            claim({"location": "src/a.py", "x": "src"}, "src/a.py: its name"),
            claim("src/", "src: its place"),
            claim("https://example.org/src", "x"),
        ),
        "weights.terms": (claim(["P.md", "gone.md"], "P.md"),),
        "data.description.scope": (claim({"text": "src"}, "x"), claim("d.md#a", "d.md:2")),
        "licenses.code": (claim("MIT", "LICENSE"),),
    }
    paths = ["src/a.py", "P.md", "d.md", "MIT"]

    below = moved(found, paths, "", "vendor/x")

    assert [one.value for one in below["code.training"]] == [
        {"location": "../../src/a.py", "x": "src"},
        "../../src/",
        "https://example.org/src",
    ]
    assert below["weights.terms"][0].value == ["../../P.md", "gone.md"]
    assert [one.value for one in below["data.description.scope"]] == [
        {"text": "src"},
        "../../d.md#a",
    ]
    assert below["licenses.code"] == found["licenses.code"]
    assert moved(found, paths, "sub", "")["code.training"][1].value == "sub/src/"
    assert moved(found, paths, "sub", "sub") is found
