# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the license texts of a repository show, as the report tells it."""

import os

import pytest

from osaid_action.license_text import template
from osaid_action.report.phrases import because
from osaid_action.repository.working_tree import DiskTree
from tests.made import freedoms, report, requirement, rules

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
with open(os.path.join(TOP, "LICENSE"), encoding="utf-8") as _file:
    APACHE = _file.read()
with open(os.path.join(TOP, "LICENSES", "MIT.txt"), encoding="utf-8") as _file:
    MIT = _file.read().replace("<year> <copyright holders>", "2026 A Lab")
NONCOMMERCIAL = template.text("CC-BY-NC-4.0")
SSPL = template.text("SSPL-1.0")
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
    made = shown(home, {"LICENSE": template.text("CC-BY-NC-4.0")})

    assert rules(made) >= {"license-mismatch", "license-restricts-use"}
    assert inference(made).license == "CC-BY-NC-4.0"


def test_no_text_leaves_the_terms_undecided(home):
    made = shown(home, {"LICENSE": None})

    assert rules(made, "warning") == {"license-text-missing"}
    assert inference(made).evidence == "declared"
    assert freedoms(made) == "undecided met met undecided"


def test_other_words_beside_the_text_leave_the_terms_undecided(home):
    made = shown(home, {"LICENSE": f"This is the license of our model.\n\n{APACHE}"})

    assert rules(made) == {"license-noted"}
    assert inference(made).evidence == "declared"
    assert freedoms(made) == "undecided met met undecided"
    assert made.verdict == "undecided"


def test_holders_are_shown_with_the_text(home):
    made = shown(home, {"LICENSE": MIT}, {"licenses.code": "MIT"})

    assert inference(made).notes[1] == (
        "LICENSE is the text of MIT; copyright lines, as they stand: “Copyright (c) 2026 A Lab”"
    )
    (held,) = [one for one in made.attested if "hold the rights" in one.what]
    assert (held.text, held.path) == ("LICENSE: “Copyright (c) 2026 A Lab”", ("licenses", "code"))


def test_holders_beside_other_words_are_attested_too_and_once(home):
    text = f"This is the license of our model.\n\n{MIT}"
    made = shown(home, {"LICENSE": text}, {"licenses.code": "MIT", "code.training": "src/run.py"})

    held = [one.text for one in made.attested if "hold the rights" in one.what]
    assert held == ["LICENSE: “Copyright (c) 2026 A Lab”"]


def test_a_text_without_holders_attests_none(home):
    made = shown(home, {"LICENSE": APACHE})

    assert [one for one in made.attested if "hold the rights" in one.what] == []


@pytest.mark.parametrize(
    ("files", "evidence"),
    [
        ({"LICENSE": None, "LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE}, "verified"),
        ({"LICENSE": f"{MIT}\n\n{APACHE}"}, "verified"),
        ({"LICENSE": None, "LICENSE-MIT": MIT, "LICENSE-APACHE": APACHE + CLAUSE}, "contradicted"),
        ({"LICENSE": MIT}, "declared"),
        ({"LICENSE": None, "LICENSES/MIT.txt": MIT, "LICENSES/Apache-2.0.txt": APACHE}, "verified"),
    ],
    ids=["two files", "one file", "one altered", "one of the two", "as REUSE has it"],
)
def test_a_choice_of_licenses(home, files, evidence):
    made = shown(home, files, {"licenses.code": "MIT OR Apache-2.0"})

    assert inference(made).evidence == evidence


def test_the_nearest_text_counts(home):
    made = shown(home, {"LICENSE": APACHE, "src/LICENSE": MIT})

    assert "license-mismatch" in rules(made)


def test_a_license_of_its_own_is_compared_like_the_default(home):
    entry = {"location": "src/run.py", "license": "MIT"}

    assert "license-mismatch" in rules(shown(home, {}, {"code.inference": entry}))
    assert rules(shown(home, {"src/LICENSE": MIT}, {"code.inference": entry})) == set()


@pytest.mark.parametrize(
    ("files", "rule"),
    [
        ({"LICENSE.md": NONCOMMERCIAL}, "license-conflict"),
        ({"COPYING": NONCOMMERCIAL}, "license-conflict"),
        ({"LICENSE-EXTRA": "No commercial use."}, "license-conflict"),
        ({"NOTICE": "Use in commercial products is prohibited."}, "license-conflict"),
        ({"POLICY.md": "You will not use Acme for military purposes."}, "license-conflict"),
        ({"LICENSES/CC-BY-NC-4.0.txt": NONCOMMERCIAL}, "license-conflict"),
        ({"LICENSE-MIT": MIT}, ""),
        ({"COPYING": "See LICENSE."}, ""),
        ({"NOTICE": "Acme\nCopyright 2024 Acme\n"}, ""),
        ({"MODEL_LICENSE": NONCOMMERCIAL}, ""),
        ({"LICENSE-DATA": NONCOMMERCIAL}, ""),
        ({"LICENSE": "", "COPYING": NONCOMMERCIAL}, "license-mismatch"),
        ({"LICENSE": SSPL, "LICENSE-APACHE": APACHE}, "license-conflict"),
    ],
)
def test_the_best_of_several_files_hides_no_other(home, files, rule):
    made = shown(home, files)

    assert {one for one in rules(made) if "restricts" not in one} == {rule} - {""}
    assert (made.verdict == "met") == (not rule)


@pytest.mark.parametrize(
    "name",
    [
        "MIT-LICENSE",
        "MIT-LICENSE.txt",
        "LICENSE_CODE",
        "LICENSE MIT.txt",
        "LICENSE/MIT.txt",
        "licenses/MIT",
    ],
)
def test_names_of_license_files(home, name):
    made = shown(home, {"LICENSE": None, name: MIT}, {"licenses.code": "MIT"})

    assert inference(made).evidence == "verified"
    assert rules(made) == set()


WEIGHTS = {"location": "w/model.bin", "license": "MIT"}


@pytest.mark.parametrize(
    ("files", "evidence", "outcome"),
    [
        ({"w/LICENSE": MIT}, "verified", "met"),
        ({"LICENSE_MODEL": MIT}, "verified", "met"),
        ({"w/LICENSE": NONCOMMERCIAL}, "contradicted", "unmet"),
        ({"MODEL_LICENSE": NONCOMMERCIAL}, "contradicted", "unmet"),
        ({"LICENSE": MIT}, "verified", "met"),
        ({}, "declared", "undecided"),
        ({"LICENSE": None}, "declared", "undecided"),
    ],
)
def test_weights_have_the_text_that_is_meant_for_them(home, files, evidence, outcome):
    made = report({"parameters.weights": WEIGHTS}, home({"w/model.bin": "x", **files}))

    found = requirement(made, "parameters.weights")
    assert (found.evidence, found.outcome.value) == (evidence, outcome)


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


@pytest.mark.parametrize(
    "text",
    [
        "ACME PROPRIETARY LICENSE\n\nFor research only. Redistribution is prohibited.\n",
        "Apache License 2.0, but it may not be used for military purposes.\n",
        "CC-BY-NC-4.0\n",
        "本软件仅供研究使用。禁止商业用途。\n",
        APACHE[:6000],
    ],
)
def test_what_is_not_the_declared_text_contradicts(home, text):
    made = shown(home, {"LICENSE": text})

    assert inference(made).evidence == "contradicted"
    assert rules(made) & {"license-mismatch", "license-altered"}
    assert made.freedoms["use"].outcome.value == "unmet"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Licensed under the Apache License, Version 2.0.\n",
        "Copyright 2024 ACME. All rights reserved.\n",
    ],
)
def test_a_notice_without_the_text_leaves_the_terms_undecided(home, text):
    made = shown(home, {"LICENSE": text})

    assert inference(made).evidence == "declared"
    assert rules(made) == {"license-text-missing"}
    assert made.freedoms["use"].outcome.value == "undecided"


FREE = "Everybody may use, study, modify and share these weights."


def test_a_statement_that_is_not_there_leaves_no_license(home):
    weights = {"location": "w.bin", "asserted_free": {"location": "FREE.md"}}

    missing = report({"parameters.weights": weights}, home({"w.bin": "x"}))
    there = report({"parameters.weights": weights}, home({"w.bin": "x", "FREE.md": FREE}))

    assert "path-missing" in rules(missing)
    assert freedoms(missing) == "unmet met unmet unmet"
    assert freedoms(there) == "met met met met"


def test_a_default_license_is_told_once_and_where_it_stands(home):
    made = shown(home, {}, {"licenses.code": "CC-BY-NC-4.0", "code.training": "src/run.py"})

    found = [f.pointer for f in made.findings if f.rule.id == "license-restricts-use"]
    assert found == ["/licenses/code"]


def test_a_license_that_is_a_link_is_read(home):
    where = home({"LICENSE": None, "src/run.py": "x", "texts/real": f"{APACHE}\n{CLAUSE}\n"})
    os.symlink(os.path.join("texts", "real"), os.path.join(where.tree.top, "LICENSE"))

    made = report(CODE, where)

    assert "license-altered" in rules(made)


# ------------------------------------------------------------------ one cause, one finding

CAUSES = {
    "no text": ({"LICENSE": None}, "license-text-missing"),
    "an empty text": ({"LICENSE": "\n"}, "license-text-missing"),
    "words beside the text": ({"LICENSE": f"For our friends.\n\n{APACHE}"}, "license-noted"),
    "terms of use": ({"USE_POLICY.md": "Be nice.\n"}, "terms-undeclared"),
}


@pytest.mark.parametrize("name", CAUSES)
def test_what_leaves_the_terms_undecided_is_the_reason_itself(home, name):
    files, rule = CAUSES[name]
    made = report({"code.inference": "run.py"}, home({"run.py": "x", **files}))

    reasons = {made.freedoms[freedom].reasons for freedom in ("use", "share")}
    (told,) = [one for one in made.findings if (one.id,) in reasons]
    assert (told.rule.id, len(reasons)) == (rule, 1)
    assert "license-unknown" not in rules(made, "error", "warning", "note")
    assert requirement(made, "code.inference").reasons == (told.id,)


def test_a_missing_text_is_what_is_said_and_to_be_added(home):
    made = report({"code.inference": "run.py"}, home({"run.py": "x", "LICENSE": None}))

    (told,) = [one for one in made.findings if one.rule.id == "license-text-missing"]
    assert told.message == "no LICENSE file with the text of Apache-2.0 is here"
    assert told.remedy == "add a LICENSE file with the text of Apache-2.0"
    reason = because("use", made.freedoms["use"], made)
    assert reason == "no file with the license's text is here"


def test_an_unknown_license_is_unknown_for_its_own_reason(home):
    changes = {"code.inference": "run.py", "licenses.code": "Own-1.0"}
    made = report(changes, home({"run.py": "x", "LICENSE": None}))

    assert "license-unknown" in rules(made, "note")


class Closed(DiskTree):
    """A tree some files of which cannot be read, as where a clone lacks their content."""

    closed = ()

    def read(self, path, limit):
        if path in self.closed:
            raise OSError("its content is not in this clone")
        return super().read(path, limit)


@pytest.mark.parametrize(
    ("files", "closed", "told"),
    [
        ({"LICENSE": APACHE}, "LICENSE", {"path-unknown"}),
        ({"LICENSE": APACHE, "LICENSE-MIT": MIT}, "LICENSE-MIT", {"path-unknown"}),
        ({"LICENSE": MIT, "LICENSE-APACHE": APACHE}, "LICENSE-APACHE", {"path-unknown"}),
        ({"LICENSE": APACHE, "NOTICE": CLAUSE}, "NOTICE", {"path-unknown"}),
        ({"LICENSE": f"{APACHE}\n{CLAUSE}\n", "COPYING": MIT}, "COPYING", {"license-altered"}),
    ],
)
def test_a_text_that_cannot_be_read_speaks_neither_for_nor_against(home, files, closed, told):
    at = home({"src/run.py": "x", **files})
    tree = Closed(at.tree.top)
    tree.closed = (closed,)
    made = report(CODE, at._replace(tree=tree))

    rules_of_it = {f.rule.id for f in made.findings}
    assert {rule for rule in rules_of_it if rule.startswith(("path", "license-"))} == told
    if "path-unknown" in told:
        assert freedoms(made) == "undecided met met undecided"
        finding = next(f for f in made.findings if f.rule.id == "path-unknown")
        words = "cannot be read here: its content is not in this clone"
        assert finding.message == f"{closed} {words}"
        assert finding.severity == "note"


@pytest.mark.parametrize("name", ["LICENSE", "src/LICENSE", "LICENSES/Apache-2.0.txt"])
def test_a_pointer_of_git_lfs_is_a_text_that_is_not_here(home, name):
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'a' * 64}\nsize 11357\n"
    made = shown(home, {"LICENSE": None, name: pointer})

    (told,) = [f for f in made.findings if f.pointer == "/licenses/code"]
    assert (told.rule.id, told.severity) == ("path-unknown", "note")
    assert told.message == f"{name} cannot be read here: it is a Git LFS pointer"
    assert freedoms(made) == "undecided met met undecided"


OURS = {"location": "src/run.py", "license_file": "OURS"}


@pytest.mark.parametrize(
    ("entry", "files", "evidence", "rule"),
    [
        (OURS, {"OURS": MIT}, "verified", ""),
        (OURS, {"OURS": NONCOMMERCIAL}, "contradicted", "license-mismatch"),
        (OURS, {"OURS": MIT, "LICENSE": NONCOMMERCIAL}, "verified", "license-conflict"),
        ({**OURS, "license": "MIT"}, {"OURS": NONCOMMERCIAL}, "contradicted", "license-mismatch"),
        ({**OURS, "license_file": "src"}, {}, "declared", "license-text-missing"),
        ({**OURS, "license_file": "src", "license": "MIT"}, {}, "declared", "license-text-missing"),
    ],
)
def test_a_license_file_counts_whoever_names_the_license(home, entry, files, evidence, rule):
    made = shown(home, {"LICENSE": MIT, **files}, {"licenses.code": "MIT", "code.inference": entry})

    assert inference(made).evidence == evidence
    assert rules(made) & {"license-mismatch", "license-conflict", "license-text-missing"} == (
        {rule} - {""}
    )
    assert (inference(made).outcome.value == "met") == (not rule)


@pytest.mark.parametrize("named", [{}, {"license": "MIT"}])
@pytest.mark.parametrize(
    ("license_", "evidence", "outcome"),
    [
        (MIT, "verified", "met"),
        (NONCOMMERCIAL, "contradicted", "unmet"),
        (f"Ask before use.\n\n{MIT}", "declared", "undecided"),
        (None, "declared", "undecided"),  # to take a text away never helps
    ],
)
def test_a_license_file_elsewhere_hides_no_text_here(home, named, license_, evidence, outcome):
    elsewhere = {"location": "src/run.py", "license_file": "https://opensource.org/licenses/MIT"}
    changes = {"licenses.code": "MIT", "code.inference": {**elsewhere, **named}}
    made = shown(home, {"LICENSE": license_}, changes)

    assert inference(made).evidence == evidence
    assert inference(made).outcome.value == outcome


def test_an_invented_id_is_no_license_beside_the_text_of_another(home):
    weights = {"location": "w.bin", "license": "LicenseRef-Ours"}
    made = shown(home, {"LICENSE": MIT, "w.bin": "w"}, {"parameters.weights": weights})

    assert requirement(made, "parameters.weights").outcome.value == "unmet"
    assert "license-missing" in rules(made)


POLICY = "You may not use the model for military purposes.\n"
BOTH = "Apache-2.0 AND LicenseRef-policy"


@pytest.mark.parametrize(
    ("license_", "files", "errors", "outcome"),
    [
        (BOTH, {"POLICY.md": POLICY}, set(), "undecided"),
        (BOTH, {"APACHE.txt": APACHE, "POLICY.md": POLICY}, set(), "undecided"),
        ("MIT AND LicenseRef-policy", {"POLICY.md": POLICY, "M.txt": MIT}, set(), "undecided"),
        (BOTH, {"A.txt": f"{APACHE}\n{CLAUSE}\n"}, {"license-altered"}, "unmet"),
        # a choice, and a license alone: the text of nobody is no text of what is named
        ("MIT OR LicenseRef-policy", {"POLICY.md": POLICY}, {"license-altered"}, "unmet"),
        ("MIT", {"POLICY.md": POLICY}, {"license-altered"}, "unmet"),
    ],
)
def test_terms_of_our_own_beside_a_known_license_have_a_text_of_their_own(
    home, license_, files, errors, outcome
):
    changes = {
        "parameters.weights.license": license_,
        "parameters.weights.license_file": [*files],
    }
    made = report(changes, home({"LICENSE": APACHE, **files}))

    assert rules(made, "error") == errors
    assert made.freedoms["use"].outcome.value == outcome


def test_a_long_paragraph_beside_the_text_is_quoted_in_short(home):
    made = shown(home, {"LICENSE": f"{APACHE}\n{'Schools need an order form. ' * 90}"})

    message = next(f.message for f in made.findings if f.rule.id == "license-noted")
    assert "Schools need an order form." in message
    assert len(message) < 300


BSD = "Copyright (c) 2026 A Lab\n\n" + template.text("BSD-3-Clause")
BUNDLE = f"{BSD}\n\nBundled:\n\n{template.text('GPL-3.0')}\n\nfoo.c holds code of others.\n"


@pytest.mark.parametrize(
    ("files", "expression", "evidence", "outcome"),
    [
        ({"LICENSE": BUNDLE}, "BSD-3-Clause AND 0BSD", "declared", "undecided"),
        ({"LICENSE": BUNDLE}, "BSD-3-Clause AND MIT AND Zlib", "declared", "undecided"),
        ({"LICENSE": MIT}, "MIT AND Zlib", "declared", "undecided"),
        ({"LICENSE": MIT}, "MIT OR Zlib", "declared", "met"),
        (
            {"LICENSE": MIT, "LICENSE-APACHE": APACHE.replace("irrevocable", "revocable", 1)},
            "MIT AND Apache-2.0",
            "contradicted",
            "unmet",
        ),
    ],
)
def test_of_several_licenses_the_missing_ones_are_no_altered_ones(
    home, files, expression, evidence, outcome
):
    made = shown(home, {"LICENSE": None, **files}, {"licenses.code": expression})

    assert inference(made).evidence == evidence
    assert inference(made).outcome.value == outcome


def test_which_of_several_texts_is_missing_is_said(home):
    made = shown(home, {"LICENSE": MIT}, {"licenses.code": "MIT AND Zlib"})

    (message,) = [f.message for f in made.findings if f.rule.id == "license-text-missing"]
    assert message == "the text of MIT is here alone; MIT AND Zlib is declared"


SHARED = template.text("CC-BY-4.0")


@pytest.mark.parametrize(
    ("name", "text", "evidence"),
    [
        ("LICENSE-docs", SHARED, "verified"),
        ("LICENSE-docs", NONCOMMERCIAL, "contradicted"),
        ("LICENSE-data", NONCOMMERCIAL, "contradicted"),
        ("LICENSES/CC-BY-4.0.txt", SHARED, "verified"),
        ("LICENSES/CC-BY-4.0.txt", SHARED.replace("irrevocable", "revocable"), "contradicted"),
        ("LICENSES/CC-BY-NC-4.0.txt", NONCOMMERCIAL, "found"),
    ],
)
def test_what_describes_the_data_has_the_license_files_of_documents(home, name, text, evidence):
    words = "The data come from a crawl of English web pages of 2021, and Wikipedia of 2022.\n"
    changes = {"licenses.documents": "CC-BY-4.0", "data.description.provenance": "docs/data.md"}
    made = shown(home, {"LICENSE": APACHE, "docs/data.md": words, name: text}, changes)

    assert requirement(made, "data.description.provenance").evidence == evidence
