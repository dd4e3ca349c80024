# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Model cards, whole and broken: what comes out is valid and holds no fact that they do not."""

import pytest

from tests.scaffold.trees import report_on, scaffold, values

CARDS = {
    "plain": ("license: apache-2.0", {"license": "Apache-2.0"}),
    "a list": ("license: [mit]", {"license": "MIT"}),
    "two licenses": ("license: [mit, apache-2.0]", {}),
    "other with a name": ("license: other\nlicense_name: llama3.1", {}),
    "other alone": ("license: other", {}),
    "unknown": ("license: unknown", {}),
    "a word": ("license: heronware", {}),
    "no": ("license: no", {}),
    "a number": ("license: 2", {}),
    "empty": ("license:", {}),
    "gated": ("license: mit\nextra_gated_prompt: Tell us who you are", {"license": "MIT"}),
    "language no": ("language: no\nlicense: mit", {"license": "MIT"}),
    "comment": ("license: mit # for the weights", {"license": "MIT"}),
    "an anchor": ("license: &l mit\nx: *l", {}),
    "a tab": ("license:\tmit\n\tx: y", {}),
    "twice": ("license: mit\nlicense: gpl-3.0", {}),
    "cut off": ("license: mit\ntags: [a, b", {}),
    "not a mapping": ("- license: mit", {}),
    "a null byte": ("license: mit\0", {}),
    "a thousand data sets": ("datasets:\n" + "- a/b\n" * 1000, {}),
}
LOOKS_LIKE = {"a tab": "MIT", "cut off": "MIT", "an anchor": "MIT", "twice": "MIT"}
"""What a card that is no YAML may still be read as, line by line."""


@pytest.mark.parametrize("name", CARDS)
def test_a_card_gives_a_valid_declaration_without_invented_facts(name):
    matter, expected = CARDS[name]
    files = {"README.md": f"---\n{matter}\n---\n# Heron 1B\n"}

    text = scaffold(files)

    report = report_on(text, files)
    assert report.valid, [finding.message for finding in report.findings]
    weights = values(text).get("parameters", {}).get("weights", {})
    license_ = weights.get("license") if isinstance(weights, dict) else None
    assert license_ in {expected.get("license"), LOOKS_LIKE.get(name), None}


@pytest.mark.parametrize("name", ["plain", "a list", "language no", "comment"])
def test_a_license_that_a_card_names_is_that_of_weights_alone(name):
    text = scaffold({"README.md": f"---\n{CARDS[name][0]}\n---\n# Heron 1B\n"})

    said = values(text)
    assert "code" not in said.get("licenses", {})
    assert CARDS[name][1]["license"] in text
