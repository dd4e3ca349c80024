# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a README says of licenses, and of what, with the line."""

import pytest

from osaid_action.evidence.readme_licenses import readme_licenses

BADGE = "![License](https://img.shields.io/badge/{}-{}-blue.svg)"
STATIC = "![License](https://img.shields.io/static/v1?label={}&message={}&color=red)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BADGE.format("License", "MIT"), [("code", "MIT", 1)]),
        (BADGE.format("license", "BSD--3--Clause"), [("code", "BSD-3-Clause", 1)]),
        (BADGE.format("License", "GPL%20v3"), [("code", "GPL-3.0-only", 1)]),
        (BADGE.format("Licence", "Apache_2.0"), [("code", "Apache-2.0", 1)]),
        (BADGE.format("Model_License", "Llama_2"), [("parameters", "Llama-2", 1)]),
        (BADGE.format("Data%20License", "CC%20BY%20NC%204.0"), [("data", "CC-BY-NC-4.0", 1)]),
        (BADGE.format("License", "whatever"), []),
        (BADGE.format("Build", "MIT"), []),
        (STATIC.format("License", "GPLv3"), [("code", "GPL-3.0-only", 1)]),
        (STATIC.format("Build", "MIT"), []),
    ],
)
def test_a_badge_names_a_license_for_what_its_label_says(text, expected):
    assert told(text) == expected


def told(text):
    return [tuple(one) for one in readme_licenses(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Weights: CC BY-NC 4.0.", [("parameters", "CC-BY-NC-4.0", 1)]),
        ("# A\n\nCode: MIT. Data: CC0-1.0.", [("code", "MIT", 3), ("data", "CC0-1.0", 3)]),
        ("The model weights are released under the MIT License.", [("parameters", "MIT", 1)]),
        ("**Dataset license**: ODC-By-1.0", [("data", "ODC-By-1.0", 1)]),
        ("Model: a decoder.", []),
        ("This project is licensed under the BUSL-1.1 license.", [("code", "BUSL-1.1", 1)]),
        ("Our repository is made available under the terms of the MIT License.",
         [("code", "MIT", 1)]),
        ("The model is licensed under [CC BY-NC 4.0](https://a.example/4.0/).",
         [("parameters", "CC-BY-NC-4.0", 1)]),
        ("| Data | CC BY-NC 4.0 |", [("data", "CC-BY-NC-4.0", 1)]),
        ("| Code | runs | MIT |", []),
        ("Code: see the paper.", []),
        (f"Code: MIT. {'x' * 200}", []),
    ],
)  # fmt: skip
def test_a_short_sentence_names_a_license_for_its_subject(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("For research use only.\nFor private use only.", [("code", "For research use only.", 1)]),
        ("# A\n\nFor non-commercial use only.", [("code", "For non-commercial use only.", 3)]),
        ("The weights may be used for non-commercial purposes.",
         [("parameters", "The weights may be used for non-commercial purposes.", 1)]),
        ("This code is released for non-commercial use only.",
         [("code", "This code is released for non-commercial use only.", 1)]),
        ("The data is for commercial and non-commercial use.", []),
        ("Not only for testing.", []),
        ("We use it for research.", []),
        (f"For non-commercial use only, {'as said ' * 25}.", []),
    ],
)  # fmt: skip
def test_the_first_short_line_that_limits_is_quoted(text, expected):
    assert told(text) == expected


def test_each_line_speaks_for_itself():
    text = "\n".join([BADGE.format("License", "MIT")] * 2 + [BADGE.format("License", "ISC")])

    assert told(text) == [("code", "MIT", 1), ("code", "MIT", 2), ("code", "ISC", 3)]


@pytest.mark.parametrize("text", ["code: " * 20_000, "[" * 200_000, "img.shields.io/badge/" * 9000])
def test_long_lines_say_nothing(text):
    assert told(text) == []
