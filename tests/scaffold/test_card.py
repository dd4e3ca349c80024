# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Model cards, whole and broken: what comes out is valid and holds no fact that they do not."""

import pytest

from tests.scaffold.trees import confirmed, found, locations, report_on, scaffold, values

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
    "a link beside it": (
        "license: mit\nlicense_link: https://h.example/LICENSE",
        {"license": "MIT"},
    ),
    "upper case": ("license: MIT", {"license": "MIT"}),
    "a prompt that reads like a card": (
        "license: other\nextra_gated_prompt: |\n  license: apache-2.0\n  base_model: grey/egret",
        {},
    ),
    "results of others": (
        "model-index:\n- name: heron\n  results:\n  - dataset: {name: x, license: mit}",
        {},
    ),
    "a mapping for a license": ("license: {id: mit}", {}),
    "a slip": ("licenses: mit\ndataset: grey/reeds", {}),
    "an open quote": ('license: "mit\nbase_model: grey/egret', {}),
    "lines in a text": ('license: "mit\\n  code: mit"\ndatasets: ["a/b\\n- c/d"]', {}),
    "a thousand data sets": ("datasets:\n" + "- a/b\n" * 1000, {}),
}
LOOKS_LIKE = {
    "a tab": "MIT",
    "cut off": "MIT",
    "an anchor": "MIT",
    "twice": "MIT",
    "an open quote": "MIT",
}
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


SAYS = {
    "a base": ("base_model: grey/egret", [], [("grey/egret", "finetune")]),
    "a base and how": (
        "base_model: grey/egret\nbase_model_relation: quantized",
        [("grey/egret", "quantized")],
        [],
    ),
    "a merge by its tags": (
        "base_model: [grey/egret, grey/stork]\ntags: [mergekit, merge]",
        [("grey/egret", "merge"), ("grey/stork", "merge")],
        [],
    ),
    "an adapter by its library": (
        "base_model: grey/egret\nlibrary_name: peft",
        [("grey/egret", "adapter")],
        [],
    ),
    "no base": ("base_model: none", [], []),
    "a base that is no": ("base_model: no", [], []),
    "a folder of somebody": ("base_model: /home/ada/egret", [], []),
    "a mapping for a base": ("base_model: {name: grey/egret}", [], []),
    "a list with holes": ("base_model: [grey/egret, , 3, null]", [], [("grey/egret", "finetune")]),
}


@pytest.mark.parametrize("name", SAYS)
def test_parents_that_a_card_names(name):
    matter, sure, guessed = SAYS[name]
    every = found({"README.md": f"---\n{matter}\n---\n# Heron 1B\n"})["built_on"]

    pairs = [(one.value["name"], one.value["relation"], one.is_claim) for one in every]
    assert [pair[:2] for pair in pairs if pair[2]] == sure
    assert {pair[:2] for pair in pairs if not pair[2]} == {*guessed}


@pytest.mark.parametrize(
    ("matter", "names"),
    [
        ("datasets: grey/reeds", ["grey/reeds"]),
        ("datasets: [grey/reeds, c4]", ["grey/reeds", "c4"]),
        ("datasets:\n- grey/reeds # in part\n# - grey/mud", ["grey/reeds"]),
        ("datasets: null", []),
        ("datasets: [our own web crawl]", []),
    ],
)
def test_data_sets_that_a_card_names_are_guesses(matter, names):
    sources = found({"README.md": f"---\n{matter}\n---\n# Heron 1B\n"})["data.sources"]

    assert [one.value["name"] for one in sources] == names
    assert not any(one.is_claim for one in sources)


@pytest.mark.parametrize("start", ["\n\n", "\ufeff", "\r\n"])
def test_blank_lines_marks_and_line_ends(start):
    matter = "---\nlicense: mit\n---\n# Heron 1B\n".replace("\n", "\r\n" if "\r" in start else "\n")
    license_ = found({"README.md": start + matter})["weights.license"]

    assert [(one.value, one.is_claim) for one in license_] == [("MIT", True)]


def test_gates_that_a_card_has_are_sure():
    files = {"README.md": "---\nextra_gated_fields:\n  Name: text\n---\n# Heron 1B\n"}

    assert found(files)["weights.access"] == (("gated", "README.md:2", True),)


def test_two_cards_make_nothing_sure():
    files = {
        "A_MODEL_CARD.md": "---\nlicense: mit\n---\n",
        "B_MODEL_CARD.md": "---\nlicense: mit\n---\n",
    }

    assert not any(one.is_claim for one in found(files)["weights.license"])


NOT_PLAIN = {
    "a list": ("license: [mit, apache-2.0]", ["MIT", "Apache-2.0"]),
    "a name of its own": (
        "license: other\nlicense_name: Heron Community License!",
        ["LicenseRef-Heron-Community-License"],
    ),
    "a name that is known": ("license: other\nlicense_name: llama3.1", ["LicenseRef-llama3.1"]),
    "gpl": ("license: gpl-3.0", ["GPL-3.0-only", "GPL-3.0-or-later"]),
    "agpl": ("license: agpl-3.0", ["AGPL-3.0-only", "AGPL-3.0-or-later"]),
    "a family": ("license: cc", []),
    "no name": ("license: other\nlicense_name: other", []),
}


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_a_license_that_is_not_plain_is_a_guess_that_is_shown(name):
    matter, expected = NOT_PLAIN[name]
    files = {"README.md": f"---\n{matter}\n---\n# Heron 1B\n"}

    every = found(files)["weights.license"]

    assert locations(every, sure=False) == expected
    assert locations(every, sure=True) == []
    assert [one for one in expected if one not in scaffold(files)] == []
    assert report_on(confirmed(scaffold(files)), files).valid


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("LICENSE.md", ["LICENSE.md"]),
        ("https://heron.example/license", ["https://heron.example/license"]),
        ("MISSING.md", []),
        ("http://heron.example/license", []),
    ],
)
def test_the_text_of_a_license_of_its_own(link, expected):
    matter = f"license: other\nlicense_name: heron\nlicense_link: {link}"
    files = {"README.md": f"---\n{matter}\n---\n# Heron 1B\n", "LICENSE.md": "Be good.\n"}

    assert locations(found(files)["weights.license_file"], sure=False) == expected


def test_the_text_of_a_license_that_is_known_is_not_asked_for():
    matter = "license: mit\nlicense_link: https://heron.example/license"

    assert not found({"README.md": f"---\n{matter}\n---\n# Heron\n"})["weights.license_file"]


def test_a_comment_in_front_matter_says_nothing_of_the_license():
    text = "---\n# license: gpl-3.0\nlicense: mit\nLicense: gpl-2.0\n---\n# Heron\n"

    (one,) = found({"README.md": text})["weights.license"]

    assert (one.location, one.seen, one.is_claim) == ("MIT", "README.md:3", True)


@pytest.mark.parametrize("base", ["{{AUTHOR}}/{{MODEL}}", '&b ["a/b", "c/d"]', "*b", "[x]/y"])
def test_a_template_and_what_is_not_read_name_no_base(base):
    head = f"tags:\n\t- a\nbase_model: {base}\nbase_model_relation: merge\n"
    card = f"---\n{head}---\n# {{{{ name }}}}\n"

    every = found({"README.md": card})

    assert not every["built_on"]
    assert not locations(every["system.name"], sure=True)
