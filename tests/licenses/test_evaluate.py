# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a license expression amounts to, and what a reader should know besides."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import all_licenses, exceptions
from osaid_action.licenses.evaluate import terms
from osaid_action.model import FREEDOMS, Outcome, worst

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED

RANK = {UNMET: 0, UNDECIDED: 1, MET: 2}

LETTERS = {MET: "A", UNMET: "R", UNDECIDED: "?"}

KNOWN = [license_.id for license_ in all_licenses()]

LEAVES = st.one_of(
    st.sampled_from(KNOWN),
    st.sampled_from(["MIT", "llama2", "cc0-1.0", "other", "gpl", "jamba-open-model", "JSON"]),
    st.sampled_from(["Foo-1.0", "LicenseRef-Mine", "DocumentRef-a:LicenseRef-b", "Apache-2.0+"]),
    st.builds(
        "{} WITH {}".format, st.sampled_from(["GPL-2.0-only", "MIT"]), st.sampled_from(exceptions())
    ),
)

EXPRESSIONS = st.recursive(
    LEAVES,
    lambda parts: st.builds(
        "({}) {} ({})".format, parts, st.sampled_from(["AND", "OR", "and", "or"]), parts
    ),
    max_leaves=8,
)


def outcomes(result):
    return [result.grants[freedom].outcome for freedom in FREEDOMS]


def everything(expression, *, text_shown=False):
    result = terms(expression, text_shown=text_shown)
    return [*outcomes(result), result.osi]


def letters(expression):
    grants = terms(expression).grants
    return "".join(LETTERS[grants[freedom].outcome] for freedom in FREEDOMS)


@pytest.mark.parametrize(
    ("expression", "canonical"),
    [
        ("mit", "MIT"),
        (" MIT\t", "MIT"),
        ("MIT or apache-2.0", "MIT OR Apache-2.0"),
        ("MIT Or Apache-2.0 aNd ISC", "MIT OR (Apache-2.0 AND ISC)"),
        ("(MIT)", "MIT"),
        ("((MIT AND ISC)) OR 0bsd", "(MIT AND ISC) OR 0BSD"),
        ("MIT AND ISC AND Zlib", "MIT AND ISC AND Zlib"),
        ("MIT\nOR\nISC", "MIT OR ISC"),
        ("MIT and(ISC)", "MIT AND ISC"),
        ("gpl-2.0-only with classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("gpl-2.0+", "GPL-2.0+"),
        ("apache-2.0+", "Apache-2.0+"),
        ("apache-2.0+ WITH llvm-exception", "Apache-2.0+ WITH LLVM-exception"),
        ("openrail++ AND mit", "LicenseRef-openrail-plus-plus-m AND MIT"),
        ("Llama 2 Community License Agreement", "LicenseRef-llama2"),
        ("licenseref-Mine", "LicenseRef-Mine"),
        ("DocumentRef-a:LicenseRef-b", "DocumentRef-a:LicenseRef-b"),
        ("LicenseRef-scancode-llama-2-license-2023", "LicenseRef-llama2"),
        ("Foo-1.0 OR MIT", "Foo-1.0 OR MIT"),
    ],
)
def test_canonical_spelling(expression, canonical):
    assert terms(expression).expression == canonical


@pytest.mark.parametrize(
    ("expression", "granting", "osi"),
    [
        ("MIT AND Apache-2.0", MET, MET),
        ("MIT AND llama2", UNMET, UNMET),
        ("MIT OR llama2", MET, MET),
        ("llama2 OR gemma", UNMET, UNMET),
        ("CC-BY-4.0 OR MIT", MET, MET),
        ("CC-BY-4.0 AND MIT", MET, UNMET),
        ("Foo-1.0 AND MIT", UNDECIDED, UNDECIDED),
        ("Foo-1.0 AND llama2", UNMET, UNMET),
        ("Foo-1.0 OR llama2", UNDECIDED, UNDECIDED),
        ("MIT AND llama2 OR ISC", MET, MET),
        ("MIT AND (llama2 OR ISC)", MET, MET),
        ("(MIT OR ISC) AND llama2", UNMET, UNMET),
        ("GPL-2.0-only WITH Classpath-exception-2.0", MET, MET),
        ("CC-BY-NC-4.0 WITH LLVM-exception", UNMET, UNMET),
        ("Apache-2.0+", MET, MET),
        ("Foo-1.0", UNDECIDED, UNDECIDED),
        ("Apache2", UNDECIDED, UNDECIDED),
        ("LicenseRef-Mine", UNMET, UNMET),
        ("licenseref-mine", UNMET, UNMET),
        ("DocumentRef-x:LicenseRef-llama2", UNMET, UNMET),
    ],
)
def test_meaning(expression, granting, osi):
    assert (terms(expression).granting, terms(expression).osi) == (granting, osi)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("BSD-3-Clause-OpenWebUI", UNMET),
        ("BSD-3-Clause-No-Military-License", UNMET),
        ("BSD-3-Clause-No-Nuclear-License", UNMET),
        ("FSL-1.1-MIT", UNMET),
        ("BSD-3-Clause-Foo", UNDECIDED),
        ("MIT-", UNDECIDED),
        ("Apache-2.0.1", UNDECIDED),
    ],
)
def test_nothing_is_known_by_its_beginning(word, expected):
    assert (terms(word).granting, terms(word).osi) in {(expected, UNMET), (expected, UNDECIDED)}


@pytest.mark.parametrize(
    "license_", [x for x in all_licenses() if x.certainty == "low"], ids=lambda x: x.id
)
def test_low_certainty_is_unknown_and_says_so(license_):
    result = terms(license_.id)

    assert letters(license_.id) == "????"
    assert result.osi is UNMET
    assert "not confirmed" in result.remarks[-1]


def test_a_condition_on_use_is_granted_with_a_remark():
    result = terms("openatom-model-1.0")

    assert result.grants["use"].outcome is MET
    assert any("a condition on use" in remark for remark in result.remarks)


@pytest.mark.parametrize("word", ["OpenMDW-1.0", "CC-BY-4.0", "CDLA-Sharing-1.0"])
def test_what_any_open_license_asks_is_no_remark(word):
    assert terms(word).clauses
    assert terms(word).remarks == ()


@pytest.mark.parametrize("word", ["gpl", "gpl-3.0", "openrail", "cc", "bsd", "lgpl", "bsl"])
def test_a_label_of_several_texts_is_the_worst_with_a_remark(word):
    assert "is taken as the worst of" in terms(word).remarks[0]


@pytest.mark.parametrize("word", ["other", "modified-mit", "public-domain"])
def test_a_label_of_no_one_text_is_unknown_with_a_remark(word):
    result = terms(word)

    assert (result.granting, result.osi) == (UNDECIDED, UNDECIDED)
    assert result.remarks


def test_a_creative_commons_name_without_a_version_says_so():
    assert terms("CC BY-NC".replace(" ", "-")).remarks == (
        "CC-BY-NC names no version: read as CC-BY-NC-4.0",
    )


def test_blue_oak_is_weaker_evidence():
    assert terms("Xerox").remarks == (
        "Xerox is held to grant all four freedoms on the Blue Oak Council's word alone",
    )


@pytest.mark.parametrize("word", ["LicenseRef-Mine", "DocumentRef-x:LicenseRef-y"])
def test_an_invented_name_is_unknown_when_its_text_is_shown_and_no_license_otherwise(word):
    assert everything(word) == [UNMET, MET, UNMET, UNMET, UNMET]
    assert everything(word, text_shown=True) == [UNDECIDED] * 5


def test_an_id_is_spelled_as_it_is_known():
    assert [id_ for id_ in KNOWN if terms(id_.lower()).expression != id_] == []


@pytest.mark.parametrize("word", ["LicenseRef-other", "LicenseRef-hf-none", "LicenseRef-MIT"])
def test_a_label_gains_nothing_by_a_prefix(word):
    assert terms(word).granting is UNMET


@pytest.mark.parametrize("word", ["llama2", "MIT", "Foo-1.0"])
def test_a_shown_text_changes_nothing_else(word):
    assert terms(word, text_shown=True) == terms(word)


def test_an_unknown_id_names_the_nearest():
    assert terms("Apache2").remarks == (
        "Apache2 is not a known license id; did you mean Apache-2.0?",
    )
    assert terms("Foo-1.0").remarks == ("Foo-1.0 is not a known license id",)


def test_the_deciding_clause_is_told():
    assert "700 million" in terms("MIT AND llama2").grants["use"].clause
    assert terms("MIT OR llama2").grants["use"].clause == ""


def test_leaves_come_in_order_of_appearance():
    assert [x.id for x in terms("MIT OR (llama2 AND MIT)").licenses] == [
        "MIT",
        "LicenseRef-llama2",
        "MIT",
    ]


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize(
    "expression", ["mit", "llama2", "Apache-2.0+", "cc-by-nc-3.0", "LicenseRef-x"]
)
def test_one_id_needs_no_parser(expression):
    code = (
        "import sys; from osaid_action.licenses.evaluate import terms;"
        f"terms({expression!r});"
        "heavy = {'license_expression', 'boolean', 'difflib', 'textwrap', 'jsonschema', 'pathlib'};"
        "assert not heavy & set(sys.modules)"
    )

    run = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, check=False, text=True
    )

    assert (run.returncode, run.stderr) == (0, "")


@given(EXPRESSIONS)
def test_the_canonical_spelling_means_the_same(expression):
    result = terms(expression)

    again = terms(result.expression)

    assert again == result


@given(EXPRESSIONS)
def test_granting_is_the_worst_grant_and_a_shown_text_never_makes_it_worse(expression):
    result = terms(expression)

    assert result.granting is worst(outcomes(result))
    assert RANK[terms(expression, text_shown=True).granting] >= RANK[result.granting]
