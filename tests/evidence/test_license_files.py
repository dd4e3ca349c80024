# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the license texts of a repository show, as the report tells it."""

import os

import pytest

from osaid_action.license_text import canonical
from osaid_action.license_text.copies import is_copy
from tests.made import GONE, freedoms, report, requirement, rules

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
with open(os.path.join(TOP, "LICENSE"), encoding="utf-8") as _file:
    APACHE = _file.read()
with open(os.path.join(TOP, "LICENSES", "MIT.txt"), encoding="utf-8") as _file:
    MIT = _file.read().replace("<year> <copyright holders>", "2026 A Lab")
CLAUSE = "The Work may not be used for commercial purposes."
CODE = {"code.inference": "src/run.py"}


def shown(home, files, changes=None):
    """The report with inference code at home and these files beside it."""
    return report({**CODE, **(changes or {})}, home({"src/run.py": "x", **files}))


def inference(made):
    return requirement(made, "code.inference")


def test_the_declared_text_verifies_the_code(home):
    made = shown(home, {"LICENSE": APACHE})

    assert inference(made).evidence == "verified"
    assert inference(made).notes == ("src/run.py is there", "LICENSE is the text of Apache-2.0")
    assert rules(made) == set()


def test_an_added_clause_is_quoted_with_its_line_and_leaves_no_license(home):
    made = shown(home, {"LICENSE": f"{APACHE}\n{CLAUSE}\n"})

    finding = next(f for f in made.findings if f.rule.id == "license-altered")
    assert CLAUSE in finding.message
    assert f"LICENSE:{APACHE.count(chr(10)) + 2} " in finding.message
    assert (finding.severity, finding.pointer) == ("error", "/licenses/code")
    assert inference(made).evidence == "contradicted"
    assert freedoms(made) == "unmet met met unmet"  # inference is not needed to modify


def test_another_text_brings_its_own_terms(home):
    made = shown(home, {"LICENSE": canonical.text("CC-BY-NC-4.0")})

    assert rules(made) >= {"license-mismatch", "license-restricts-use"}
    assert inference(made).license == "CC-BY-NC-4.0"


def test_no_text_is_a_note(home):
    made = shown(home, {})

    assert rules(made, "note") >= {"license-text-missing"}
    assert inference(made).evidence == "declared"


def test_a_note_in_front_is_a_warning_and_no_more(home):
    made = shown(home, {"LICENSE": f"This is the license of our model.\n\n{APACHE}"})

    assert rules(made) == {"license-noted"}
    assert inference(made).evidence == "declared"
    assert made.verdict == "met"


@pytest.mark.parametrize(
    ("files", "evidence"),
    [
        ({"LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE}, "verified"),
        ({"LICENSE": f"{MIT}\n\n{APACHE}"}, "verified"),
        ({"LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE + CLAUSE}, "contradicted"),
        ({"LICENSE": MIT}, "declared"),
        ({"LICENSES/MIT.txt": MIT, "LICENSES/Apache-2.0.txt": APACHE}, "verified"),
    ],
    ids=["two files", "one file", "one altered", "one of the two", "as REUSE has it"],
)
def test_a_choice_of_licenses(home, files, evidence):
    made = shown(home, files, {"licenses.code": "MIT OR Apache-2.0"})

    assert inference(made).evidence == evidence


def test_the_nearest_text_counts(home):
    made = shown(home, {"LICENSE": APACHE, "src/LICENSE": MIT})

    assert "license-mismatch" in rules(made)


def test_a_license_of_its_own_is_not_compared_with_the_nearest_text(home):
    entry = {"location": "src/run.py", "license": "MIT"}
    made = shown(home, {"LICENSE": APACHE}, {"code.inference": entry})

    assert inference(made).evidence == "verified"
    assert rules(made) == set()


def test_a_license_file_is_compared(home):
    entry = {"location": "src/run.py", "license": "MIT", "license_file": "COPYRIGHT"}

    assert inference(shown(home, {"COPYRIGHT": MIT}, {"code.inference": entry})).evidence == (
        "verified"
    )
    made = shown(home, {"COPYRIGHT": MIT + "\nNot for military use.\n"}, {"code.inference": entry})
    assert "license-altered" in rules(made)


def test_a_license_file_that_is_not_there_leaves_no_license(home):
    entry = {"location": "src/run.py", "license": "MIT", "license_file": "COPYRIGHT"}
    made = shown(home, {}, {"code.inference": entry})

    assert "path-missing" in rules(made)
    assert inference(made).outcome.value == "unmet"


def test_terms_of_our_own_are_unknown_when_their_text_is_shown(home):
    entry = {"location": "src/run.py", "license": "LicenseRef-Ours", "license_file": "OURS"}
    made = shown(home, {"OURS": "You may do as you like."}, {"code.inference": entry})

    assert inference(made).outcome.value == "undecided"


def test_weights_are_not_covered_by_the_text_of_code(home):
    weights = {"location": "w.bin", "license": "MIT", "license_file": GONE}
    weights.pop("license_file")
    made = report({"parameters.weights": weights}, home({"w.bin": "x", "LICENSE": APACHE}))

    assert requirement(made, "parameters.weights").evidence == "verified"
    assert rules(made) == set()


@pytest.mark.parametrize("key", ["Apache-2.0", "GPL-3.0-only", "CC-BY-4.0", "MPL-2.0"])
def test_a_copy_is_known_by_its_digest_and_a_changed_one_is_not(key):
    text = canonical.text(key)

    assert is_copy(text.replace("\n", "\r\n"), key)
    assert not is_copy(text + CLAUSE, key)
    assert not is_copy(text.replace(" not ", " ", 1), key)
    assert not is_copy(text, "ISC")


@pytest.mark.parametrize(
    "text",
    [
        "ACME PROPRIETARY LICENSE\n\nFor research only. Redistribution is prohibited.\n",
        "Copyright 2024 ACME. All rights reserved.\n",
        "Apache License 2.0, but it may not be used for military purposes.\n",
        "CC-BY-NC-4.0\n",
        "本软件仅供研究使用。禁止商业用途。\n",
        APACHE[:3000],
    ],
)
def test_what_is_not_the_declared_text_contradicts(home, text):
    made = shown(home, {"LICENSE": text})

    assert inference(made).evidence == "contradicted"
    assert rules(made) & {"license-mismatch", "license-altered"}
    assert made.freedoms["use"].outcome.value == "unmet"


@pytest.mark.parametrize("text", ["", "Licensed under the Apache License, Version 2.0.\n"])
def test_a_name_without_the_text_shows_nothing(home, text):
    made = shown(home, {"LICENSE": text})

    assert inference(made).evidence == "declared"
    assert rules(made) == set()


def test_a_statement_that_is_not_there_leaves_no_license(home):
    weights = {"location": "w.bin", "asserted_free": {"location": "FREE.md"}}

    missing = report({"parameters.weights": weights}, home({"w.bin": "x"}))
    there = report({"parameters.weights": weights}, home({"w.bin": "x", "FREE.md": "free"}))

    assert "path-missing" in rules(missing)
    assert freedoms(missing) == "unmet met unmet unmet"
    assert freedoms(there) == "met met met met"


def test_a_default_license_is_told_once_and_where_it_stands(home):
    made = shown(home, {}, {"licenses.code": "CC-BY-NC-4.0", "code.training": "src/run.py"})

    found = [f.pointer for f in made.findings if f.rule.id == "license-restricts-use"]
    assert found == ["/licenses/code"]


def test_a_license_that_is_a_link_is_read(home):
    where = home({"src/run.py": "x", "texts/real": f"{APACHE}\n{CLAUSE}\n"})
    os.symlink(os.path.join("texts", "real"), os.path.join(where.tree.top, "LICENSE"))

    made = report(CODE, where)

    assert "license-altered" in rules(made)
