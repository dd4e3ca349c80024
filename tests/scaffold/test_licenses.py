# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Licenses by their texts, and which license a README gives to the weights."""

import pytest

from osaid_action.license_text import template
from osaid_action.scaffold.licenses import known_license, license_texts, unknown_texts
from tests.report.heron import LICENSE
from tests.scaffold.trees import checkout, found, locations

MIT = LICENSE.decode() if isinstance(LICENSE, bytes) else LICENSE
README = "# Heron\n\n{}\n"


def ids(files, key, *, sure=True):
    return locations(found(files)[key], sure=sure)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("LICENSE", "licenses.code"),
        ("LICENSE-CODE", "licenses.code"),
        ("DATA_LICENSE", "data.license"),
        ("LICENSE_weights", "weights.license"),
        ("LICENSE-MODEL", "weights.license"),
        ("LICENSE-DOCS", "licenses.documents"),
    ],
)
def test_a_text_is_for_what_its_name_says(name, key):
    assert len(ids({name: MIT}, key)) == 1
    others = {"licenses.code", "licenses.documents", "data.license", "weights.license"} - {key}
    assert not any(found({name: MIT})[other] for other in others)


def test_of_very_many_texts_the_first_sixteen_are_read():
    files = {f"LICENSE-{letter}": MIT for letter in "abcdefghijklmnopqrstuvw"}

    assert [one.path for one in license_texts(checkout(files))] == sorted(files)[:16]


def test_a_license_is_never_taken_from_package_metadata_or_a_badge():
    badge = "![l](https://img.shields.io/badge/license-MIT-blue.svg)"
    files = {"pyproject.toml": '[project]\nlicense = "MIT"\n', "README.md": README.format(badge)}

    assert not found(files)["licenses.code"]


def test_a_text_that_nobody_knows_is_told_and_not_claimed():
    files = {"LICENSE": "Ask us first.\n"}

    assert not ids(files, "licenses.code")
    assert unknown_texts(checkout(files)) == ["LICENSE"]


def test_prose_beside_a_folder_of_texts_makes_nothing_sure():
    files = {
        "LICENSE": "The code is under one, the data under the other.\n",
        "licenses/MIT.txt": MIT,
    }

    assert not ids(files, "licenses.code")
    assert len(license_texts(checkout(files))) == 2


@pytest.mark.parametrize(
    ("sentence", "license_"),
    [
        ("Heron's code and model weights are released under the MIT License.", "MIT"),
        ("The model is licensed under the [Apache 2.0 license](LICENSE).", "Apache-2.0"),
        ("The weights are released under CC-BY-NC 4.0, as found here.", "CC-BY-NC-4.0"),
        (
            "The parameters were made available under the terms of the BY-NC-SA 4.0 license.",
            "CC-BY-NC-SA-4.0",
        ),
        ("The model is licensed under CC-BY-4.0 by Grey Heron.", "CC-BY-4.0"),
    ],
)
def test_a_sentence_gives_the_weights_a_license(sentence, license_):
    assert ids({"README.md": README.format(sentence)}, "weights.license") == [license_]


@pytest.mark.parametrize(
    "sentence",
    [
        "The code in this repository is released under the MIT license.",
        "The model code is released under the MIT license.",
        "Our weights are released under terms of our own.",
        "## Acknowledgements\n\nThe diarization model is licensed under CC-BY-4.0.",
        "For example some models make their weights available under the CC-BY-NC-SA 4.0 license.",
        "The base checkpoints are distributed under their original MIT license.",
    ],
)
def test_a_sentence_that_gives_them_none(sentence):
    assert not ids({"README.md": README.format(sentence)}, "weights.license")


@pytest.mark.parametrize(
    ("line", "license_"),
    [
        ("- **License:** Apache 2.0", ["Apache-2.0"]),
        ("License: GPL-3.0", ["GPL-3.0-only", "GPL-3.0-or-later"]),
        ("[![License: MIT](https://x.example/mit.svg)](LICENSE)", []),
        ("| Model | License: MIT |", []),
        ("The source code is under the MIT license.", []),
        ("The data of Reeds comes under a Creative Commons Attribution license.", []),
        ("Use it under the [MIT license](https://github.com/x/y/blob/main/LICENSE).", []),
        ("License: other", []),
    ],
)
def test_a_line_that_names_a_license_is_a_guess(line, license_):
    assert ids({"README.md": README.format(line)}, "weights.license", sure=False) == license_
    assert ids({"README.md": README.format(line)}, "weights.license") == []


def test_two_licenses_for_the_weights_are_a_question():
    both = "The 7B weights are released under MIT. The 70B weights are released under Apache 2.0."

    assert not ids({"README.md": README.format(both)}, "weights.license")
    assert len(ids({"README.md": README.format(both)}, "weights.license", sure=False)) == 2


def test_the_license_of_the_code_is_not_that_of_the_weights():
    assert not found({"LICENSE": MIT, "README.md": "# H\n"})["weights.license"]


@pytest.mark.parametrize(
    ("words", "license_"),
    [("apache-2.0", "Apache-2.0"), ("the MIT License", "MIT"), ("terms", ""), ("our own", "")],
)
def test_licenses_by_their_names(words, license_):
    assert known_license(words) == license_


@pytest.mark.parametrize(
    ("cargo", "sure"),
    [
        ('[package]\nlicense = "MIT OR Apache-2.0"\n', ["MIT OR Apache-2.0"]),
        ('[package]\nlicense = "MIT AND Apache-2.0"\n', []),
        ('[package]\nlicense = "MIT OR BSD-3-Clause"\n', []),
    ],
)
def test_a_choice_that_the_package_states_and_the_texts_bear_out(cargo, sure):
    files = {"LICENSE-APACHE": LICENSE, "LICENSE-MIT": template.text("MIT"), "Cargo.toml": cargo}

    assert ids(files, "licenses.code") == sure


def test_a_line_on_the_code_in_another_language_is_not_of_the_weights():
    line = "\u672c\u4ed3\u5e93\u7684\u4ee3\u7801 under Apache-2.0"

    assert not found({"README.md": f"# H\n\n{line}\n"})["weights.license"]
