# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Other places of a repository that name a license."""

from pathlib import Path

import pytest

from osaid_action.evidence.license_metadata import (
    LicenseClaim,
    card_claims,
    claims,
    disagreement,
    nearest_file,
    readme_claims,
    says_otherwise,
)
from osaid_action.licenses.evaluate import terms
from tests.made import report, rules

APACHE = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")

PYPROJECT = '[project]\nname = "x"\nlicense = {}\n'
CLASSIFIED = '[project]\nname = "x"\nclassifiers = ["License :: OSI Approved :: MIT License"]\n'
BADGE = "[![License](https://img.shields.io/badge/License-{}-blue.svg)](LICENSE)\n"
CARD = "---\nlicense: {}\ntags: [a]\n---\n# Model\n"


def conflicts(home, files, changes):
    made = report(changes, home({"src/run.py": "x", "w.bin": "x", **files}))
    assert rules(made) <= {"license-conflict"}
    return [finding.message for finding in made.findings if finding.rule.id == "license-conflict"]


CODE = {"code.inference": {"location": "src/run.py", "license": "Apache-2.0"}}
WEIGHTS = {"parameters.weights": {"location": "w.bin", "license": "Apache-2.0"}}


@pytest.mark.parametrize(
    ("files", "where"),
    [
        ({"pyproject.toml": PYPROJECT.format('"MIT"')}, "pyproject.toml:3 says MIT"),
        ({"pyproject.toml": PYPROJECT.format('{text = "MIT"}')}, "pyproject.toml:3 says MIT"),
        ({"pyproject.toml": CLASSIFIED}, "pyproject.toml:"),
        ({"package.json": '{"license": "MIT"}'}, "package.json:1 says MIT"),
        ({"CITATION.cff": "cff-version: 1.2.0\nlicense: MIT\n"}, "CITATION.cff:2 says MIT"),
        ({"CITATION.cff": "license: [MIT, ISC]\n"}, "CITATION.cff:1 says MIT"),
        ({"README.md": BADGE.format("MIT")}, "README.md:1 says MIT"),
        ({"README.md": BADGE.format("BSD--3--Clause")}, "README.md:1 says BSD-3-Clause"),
    ],
)
def test_another_license_for_code_is_told_with_its_place(home, files, where):
    found = conflicts(home, files, CODE)

    assert found
    assert where in found[0]
    assert "Apache-2.0 is declared for the code here" in found[0]


@pytest.mark.parametrize(
    "files",
    [
        {"pyproject.toml": PYPROJECT.format('"Apache-2.0"')},
        {"pyproject.toml": PYPROJECT.format('{file = "LICENSE"}')},
        {"pyproject.toml": PYPROJECT.format('"Apache-2.0 OR MIT"')},
        {"pyproject.toml": "not toml ["},
        {"CITATION.cff": "license: [Apache-2.0, MIT]\n"},  # a choice
        {"CITATION.cff": "license:\n  - MIT\n  - Apache-2.0\n"},
        {"package.json": '{"license": "SEE LICENSE IN LICENSE"}'},
        {"package.json": "[1]"},
        {"package.json": "[" * 5000},
        {"CITATION.cff": "license: &a [*a]\n"},
        {"README.md": BADGE.format("Apache_2.0")},
        {"README.md": BADGE.format("Apache%202.0")},
        {"README.md": BADGE.format("whatever-you-like")},
        {"README.md": CARD.format("mit")},
    ],
)
def test_what_agrees_or_says_nothing_is_no_conflict(home, files):
    assert conflicts(home, files, CODE) == []


@pytest.mark.parametrize(
    ("card", "conflict"),
    [("mit", True), ("apache-2.0", False), ("other", False), ("llama2", True), ("no such", False)],
)
def test_a_model_card_speaks_of_the_weights(home, card, conflict):
    found = conflicts(home, {"README.md": CARD.format(card)}, WEIGHTS)

    assert bool(found) is conflict
    assert all("README.md:2" in message and "the weights" in message for message in found)


def test_a_name_beside_other_counts(home):
    card = "---\nlicense: other\nlicense_name: llama3\n---\n"

    assert conflicts(home, {"README.md": card}, WEIGHTS)


def test_code_elsewhere_is_not_compared(home):
    files = {"pyproject.toml": PYPROJECT.format('"MIT"')}

    assert conflicts(home, files, {}) == []


def test_the_default_license_is_compared_once(home):
    changes = {"code.inference": "src/run.py", "code.training.location": "src/run.py"}
    made = report(
        {**changes, "code.training.license": "Apache-2.0"},
        home({"src/run.py": "x", "package.json": '{"license": "MIT"}'}),
    )

    found = [f.pointer for f in made.findings if f.rule.id == "license-conflict"]
    assert sorted(found) == ["/code/training/license", "/licenses/code"]


def test_what_lies_above_a_license_speaks_of_other_code(home):
    files = {"package.json": '{"license": "MIT"}', "sub/run.py": "x", "sub/LICENSE": APACHE}
    here = home(files, path="sub/OPEN_AI_SYSTEM.yaml", base="sub")
    made = report({"code.inference": {"location": "run.py", "license": "Apache-2.0"}}, here)

    assert rules(made) == set()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"setup.cfg": "[metadata]\nlicense = CC-BY-NC-4.0\n"}, "setup.cfg:2 says CC-BY-NC-4.0"),
        ({"setup.py": 'setup(\n    license="GPL-3.0-only",\n)\n'}, "setup.py:2 says GPL-3.0-only"),
        ({"package.json": '{"license": "UNLICENSED"}'}, "package.json:1 says “UNLICENSED”"),
        (
            {"package.json": '{"license": "SEE LICENSE IN EULA.txt"}'},
            "package.json:1 says “SEE LICENSE IN EULA.txt”",
        ),
        ({"README.md": "# A\n\nFor non-commercial use only.\n"}, "README.md:3 says “For non-comm"),
        ({"README.md": BADGE.format("GPLv3")}, "README.md:1 says GPL-3.0-only"),
        ({"setup.cfg": "[metadata]\nlicense = CC BY-NC 4.0\n"}, "setup.cfg:2 says CC-BY-NC-4.0"),
        ({"README.rst": "The code is licensed under BUSL-1.1.\n"}, "README.rst:1 says BUSL-1.1"),
        (
            {"src/run.py": "# This file is licensed under the\n# CC BY-NC 4.0 license.\n"},
            "src/run.py:1 says CC-BY-NC-4.0",
        ),
    ],
)
def test_words_that_say_otherwise_are_quoted(home, files, said):
    (message,) = conflicts(home, files, CODE)

    assert message.startswith(said)
    assert message.endswith("and Apache-2.0 is declared for the code here")


@pytest.mark.parametrize(
    "files",
    [
        {"package.json": '{"license": "SEE LICENSE IN LICENSE.md"}'},
        {"setup.py": 'setup(\n    license="Apache 2.0",\n)\n'},
        {"setup.py": "setup(\n    license=LICENSE,\n)\n"},
        {"README.md": "# A\n\nWe use it for research.\nNot only for testing.\n"},
        {"README.md": "Commercial and non-commercial use of the code is welcome.\n"},
        {"src/run.py": "# This file is licensed under the Apache License, 2.0 license.\n"},
        {"src/run.py": "# The code is licensed under your own license.\n"},
    ],
)
def test_words_that_say_nothing_against_it(home, files):
    assert conflicts(home, files, CODE) == []


STATIC = "![x](https://img.shields.io/static/v1?label={}&message={}&color=blue)\n"
DATA_BADGE = "![x](https://img.shields.io/badge/Data%20License-CC%20By%20NC%204.0-red.svg)\n"
MODEL_BADGE = "![x](https://img.shields.io/badge/Model_License-Llama_2-red)\n"
TAG = "SPDX-" + "License-Identifier:"


@pytest.mark.parametrize(
    ("readme", "said"),
    [
        (BADGE.replace("License-", "Code%20License-", 1).format("MIT"), "README.md:1 says MIT"),
        (STATIC.format("License", "GPLv3"), "README.md:1 says GPL-3.0-only"),
        ("# A\n\nCode: MIT.\n", "README.md:3 says MIT"),
        ("# A\n\nThe source code is licensed under the MIT License.\n", "README.md:3 says MIT"),
    ],
)
def test_badges_and_sentences_of_code(home, readme, said):
    (message,) = conflicts(home, {"README.md": readme}, CODE)

    assert message == f"{said}, and Apache-2.0 is declared for the code here"


@pytest.mark.parametrize(
    ("readme", "said"),
    [
        (MODEL_BADGE, "README.md:1 says LicenseRef-llama2"),
        ("Code: Apache-2.0. Weights: CC BY-NC 4.0.\n", "README.md:1 says CC-BY-NC-4.0"),
        ("- **Model license**: CC BY-NC 4.0\n", "README.md:1 says CC-BY-NC-4.0"),
    ],
)
def test_badges_and_sentences_of_weights(home, readme, said):
    (message,) = conflicts(home, {"README.md": readme}, WEIGHTS)

    assert message == f"{said}, and Apache-2.0 is declared for the weights"
    assert conflicts(home, {"README.md": readme}, CODE) == []


@pytest.mark.parametrize("readme", [DATA_BADGE, "The dataset is licensed under CC BY-NC 4.0.\n"])
def test_what_a_readme_says_of_the_data_is_compared_with_every_source(home, readme):
    (message,) = conflicts(home, {"README.md": readme}, {})
    other = {"data.sources.1": {**SOURCE, "license": "CC-BY-NC-4.0"}}

    assert message == "README.md:1 says CC-BY-NC-4.0, and Apache-2.0 is declared for the data"
    made = report(other, home({"README.md": readme}))
    assert "license-conflict" not in rules(made)


SOURCE = {
    "name": "More",
    "availability": "open",
    "location": "https://more.example.org",
    "revision": "1",
}


def test_the_tag_of_a_source_file_is_compared(home):
    files = {"src/run.py": f"# {TAG} CC-BY-NC-4.0\nprint()\n"}

    (message,) = conflicts(home, files, CODE)
    assert message.startswith("src/run.py:1 says CC-BY-NC-4.0")
    assert conflicts(home, {"src/run.py": f"/* {TAG} Apache-2.0 */\n"}, CODE) == []


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("license: other\nlicense_name: acme-nc\nlicense_link: EULA.md\n", "says “acme-nc”"),
        ("license: other\nlicense_link: EULA.md\n", "says “EULA.md”"),
        (
            "license: apache-2.0\nextra_gated_prompt: For non-commercial use only.\n",
            "says “For non-commercial use only.”",
        ),
    ],
)
def test_a_card_that_names_terms_of_its_own(home, card, said):
    (message,) = conflicts(home, {"README.md": f"---\n{card}---\n# Model\n"}, WEIGHTS)

    assert said in message


def test_the_card_beside_the_weights_counts(home):
    weights = {"parameters.weights": {"location": "w/model.bin", "license": "Apache-2.0"}}
    files = {"w/model.bin": "x", "w/README.md": CARD.format("cc-by-nc-4.0"), "README.md": "# A\n"}

    (message,) = conflicts(home, files, weights)
    assert message.startswith("w/README.md:2 says CC-BY-NC-4.0")


@pytest.mark.parametrize(
    "readme",
    [
        "Model: a decoder of 7 B parameters.\n",
        "Data: see the paper.\n",
        "Code: Python 3.\n",
        "![x](https://img.shields.io/badge/Model_Size-MIT-red)\n",
        "![x](https://img.shields.io/static/v1?label=Build&message=MIT)\n",
        "![x](https://img.shields.io/static/v1?" + "&a=1" * 50 + ")\n",
        "code: " * 20_000,
        "[" * 200_000,
    ],
)
def test_a_readme_that_says_nothing_of_licenses(home, readme):
    assert conflicts(home, {"README.md": readme}, {**CODE, **WEIGHTS}) == []


def test_a_card_may_list_licenses(home):
    card = "---\nlicense: [cc-by-nc-4.0]\n---\n# Model\n"

    (message,) = conflicts(home, {"README.md": card}, WEIGHTS)
    assert message.startswith("README.md:2 says CC-BY-NC-4.0")


# ------------------------------------------------------------------ values in, values out


def found(home, files, reader=claims, root=""):
    return [tuple(one) for one in reader(home({"LICENSE": None, **files}).tree, root)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("pyproject.toml", '[project]\nlicense = "MIT"\n[tool.poetry]\nlicense = "ISC"\n',
         [(2, "MIT")]),
        ("pyproject.toml", '[tool.poetry]\nlicense = "ISC"\n', [(2, "ISC")]),
        ("pyproject.toml", '[project]\nlicense = {file = "LICENSE"}\n', []),
        ("pyproject.toml", '[project]\nlicense = """A\nB"""\n', []),
        ("pyproject.toml", "project = 1\n[tool]\npoetry = 1\n", []),
        ("pyproject.toml", "[project]\nclassifiers = 1\n", []),
        ("pyproject.toml",
         '[project]\nclassifiers = ["License :: OSI Approved :: MIT License", "Topic :: X"]\n',
         [(2, "MIT")]),
        ("package.json", '{"name": "x",\n"license": "MIT"}', [(2, "MIT")]),
        ("package.json", '{"license": {"type": "MIT"}}', [(1, "MIT")]),
        ("package.json", "[" * 100_000, []),
        ("setup.cfg", "[metadata]\nname = x\nlicense = MIT # or so\n", []),
        ("setup.cfg", "[metadata]\nlicense = MIT\nlicense_file = L\n", [(2, "MIT")]),
        ("CITATION.cff", "license:\n  - MIT\n  - 5\n", [(2, "MIT")]),
        ("CITATION.cff", "license: [\n  MIT,\n  ISC]\n", [(2, "MIT OR ISC")]),
        ("CITATION.cff", "license: []\n", []),
    ],
)  # fmt: skip
def test_what_each_file_names_and_on_which_line(home, name, text, expected):
    assert found(home, {name: text}) == [(name, *one, "code", False) for one in expected]


def test_what_a_readme_names_is_said_of_something(home):
    text = "# A\n\n" + BADGE.format("MIT") + "Weights: CC BY-NC 4.0.\n"

    assert found(home, {"README.md": text}, readme_claims) == [
        ("README.md", 3, "MIT", "code", False),
        ("README.md", 4, "CC-BY-NC-4.0", "parameters", False),
    ]


def test_where_there_is_no_readme_nothing_is_said(home):
    assert found(home, {"READ.txt": "Code: MIT.\n"}, readme_claims) == []
    assert len(found(home, {"README.rst": "Code: MIT.\n"}, readme_claims)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("license: mit", [("mit", False)]),
        ("license: [mit, 5, isc]", [("mit", False), ("isc", False)]),
        ("license: other\nlicense_name: ours", [("ours", True)]),
        ("license: other\nlicense_link: EULA", [("EULA", True)]),
        ("extra_gated_prompt: Agree,\n  or go.", [("Agree, or go.", False)]),
        ("license: other", []),
        ("license: 5", []),
        ("tags: [a]", []),
    ],
)
def test_what_a_card_names(home, text, expected):
    made = found(home, {"README.md": f"---\n{text}\n---\n"}, card_claims)

    assert [(one[2], one[4]) for one in made] == expected
    assert {one[3] for one in made} <= {"parameters"}


@pytest.mark.parametrize(
    ("files", "root", "expected"),
    [
        ({"a.toml": "x"}, "", "a.toml"),
        ({"a.toml": "x"}, "in/deep", "a.toml"),
        ({"a.toml": "x", "in/a.toml": "x"}, "in/deep", "in/a.toml"),
        ({"b.toml": "x", "in/a.toml": "x"}, "in", "in/a.toml"),
        ({"b.toml": "x"}, "in", "b.toml"),
        ({"a.toml": "x", "in/COPYING": "x"}, "in/deep", None),
        ({"a.toml": "x", "in/a.toml": "x", "in/LICENSE": "x"}, "in/deep", "in/a.toml"),
        ({"a.toml/x": "x"}, "", None),
    ],
)
def test_the_nearest_file_is_looked_for_up_to_a_license_of_its_own(home, files, root, expected):
    tree = home({"LICENSE": None, "in/deep/x": "x", **files}).tree

    assert nearest_file(tree, root, ("a.toml", "b.toml")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SEE LICENSE IN LICENSE", False),
        ("see licence in docs/COPYING.txt", False),
        ("SEE LICENSE IN EULA.txt", True),
        ("UNLICENSED", True),
        ("Proprietary", True),
        ("for non-commercial use only", True),
        ("Unlicense", False),
        ("ours", False),
    ],
)
def test_which_words_say_plainly_that_it_is_no_free_license(text, expected):
    assert says_otherwise(text) is expected


@pytest.mark.parametrize(
    ("claimed", "declared", "is_told"),
    [
        ("MIT", "Apache-2.0", True),
        ("MIT", "MIT", False),
        ("MIT OR ISC", "ISC", False),
        ("GPL-3.0", "GPL-3.0-or-later", False),
        ("Own-1.0", "MIT", False),
        ("MIT", "Own-1.0", False),
        ("UNLICENSED", "MIT", True),
        ("UNLICENSED", "Own-1.0", False),
        ("all rights (", "MIT", False),
        ("proprietary (", "MIT", True),
    ],
)
def test_a_claim_disagrees_when_both_are_known_and_share_nothing(claimed, declared, is_told):
    one = disagreement(LicenseClaim("f", 3, claimed), terms(declared), ("licenses", "code"), "it")

    assert (one is not None) is is_told
    assert one is None or (one.rule.id, one.path) == ("license-conflict", ("licenses", "code"))


@pytest.mark.parametrize("other", ["README.md", "README.txt", "README"])
def test_one_readme_does_not_hide_another(home, other):
    files = {"README.rst": "The code is licensed under BUSL-1.1.\n", other: "Hello\n"}

    assert conflicts(home, files, CODE) == [
        "README.rst:1 says BUSL-1.1, and Apache-2.0 is declared for the code here"
    ]
