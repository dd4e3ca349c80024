# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a few words in a license file point to, and what they are when they point nowhere."""

import pytest

from osaid_action.evidence.license_pointers import pointed_to
from osaid_action.license_text import template
from tests.made import report, requirement, rules

TAG = "SPDX-" + "License-Identifier:"
MIT = "Copyright (c) 2026 A Lab\n\n" + template.text("MIT")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", []),
        ("Copyright 2024 Jane Roe", []),
        ("See LICENSE.", []),
        ("This project follows REUSE; see the LICENSES folder.", []),
        ("It is in licenses/MIT.txt", []),
        ("Licensed under the MIT license, see LICENSE for details.", ["MIT"]),
        ("Under Apache License, Version 2.0 or MIT, at your option", ["Apache-2.0", "MIT"]),
        (f"{TAG} SSPL-1.0", ["SSPL-1.0"]),
        ("This work is licensed under CC BY-NC 4.0.", ["CC-BY-NC-4.0"]),
        ("https://opensource.org/licenses/MIT", ["MIT"]),
        ("https://creativecommons.org/licenses/by-nc/4.0/", ["CC-BY-NC-4.0"]),
        ("https://acme.example/eula, see LICENSE", None),
        ("Commercial license: for production, buy a seat.", None),
        ("See the license.", None),
        ("Proprietary", None),
        ("Contact sales before you deploy.", None),
        ("仅供学校", None),
    ],
)
def test_what_a_short_text_points_to(text, named):
    assert pointed_to(text) == named


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("See LICENSE.", "met"),
        ("Licensed under the MIT license.", "met"),
        ("GPL-3.0", "met"),
        ("Contact sales before you deploy.", "undecided"),
        ("This work is licensed under CC BY-NC 4.0.", "undecided"),
        (f"{TAG} SSPL-1.0", "undecided"),
        ("https://acme.example/eula", "undecided"),
    ],
)
def test_a_few_words_beside_the_text_are_terms_unless_they_point(home, text, outcome):
    tree = home({"src/run.py": "x", "LICENSE": MIT, "LICENSE-EXTRA": text})
    made = report({"code.inference": "src/run.py", "licenses.code": "MIT"}, tree)

    assert requirement(made, "code.inference").outcome.value == outcome
    assert ("license-conflict" in rules(made)) == (outcome == "undecided")
