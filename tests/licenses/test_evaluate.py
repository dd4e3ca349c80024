# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a license expression amounts to, and what a reader should know besides."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import all_licenses, exceptions, find
from osaid_action.licenses.evaluate import at_hand, evaluate, terms, tree, withholds
from osaid_action.licenses.spdx_expression import ExpressionError, Node
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
        ("(MIT OR ISC) OR Zlib", "MIT OR ISC OR Zlib"),
        ("mit AND (ISC OR Zlib)", "MIT AND (ISC OR Zlib)"),
        ("llama2+", "llama2+"),
        ("foo-1.0+", "foo-1.0+"),
        ("DocumentRef-a:licenseref-B", "DocumentRef-a:LicenseRef-B"),
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


# ------------------------------------------------------------------ trees


@pytest.mark.parametrize(
    ("text", "node"),
    [
        (" mit\n", Node(word="mit")),
        ("Llama 2 Community License Agreement", Node(word="Llama 2 Community License Agreement")),
        ("LicenseRef-Mine", Node(word="LicenseRef-Mine")),
        ("Foo-1.0+", Node(word="Foo-1.0+")),
        ("MIT OR ISC", Node("OR", (Node(word="MIT"), Node(word="ISC")))),
        ("MIT WITH LLVM-exception", Node(word="MIT", exception="LLVM-exception")),
    ],
)
def test_a_name_is_a_leaf_and_all_else_is_parsed(text, node):
    assert tree(text) == node


@pytest.mark.parametrize("text", ["MIT OR", "LLVM-exception", "see LICENSE", "", "x" * 2001])
def test_what_is_no_expression_is_refused(text):
    with pytest.raises(ExpressionError):
        terms(text)


def test_an_id_has_as_many_characters_as_an_expression():
    assert terms("x" * 2000).granting is UNDECIDED


def test_a_tree_is_taken_at_its_word_unless_its_text_is_shown():
    mine = Node(word="LicenseRef-Mine")

    assert evaluate(mine).granting is UNMET
    assert evaluate(Node("AND", (mine, mine)), text_shown=True).granting is UNDECIDED
    assert evaluate(tree("gpl AND llama2")) == terms("gpl AND llama2")


# ------------------------------------------------------------------ what is not known


def test_a_later_version_counts_as_the_one_that_is_named():
    assert terms("apache-2.0+").licenses == (find("Apache-2.0"),)
    assert terms("CC-BY-NC-4.0+").granting is UNMET


@pytest.mark.parametrize("word", ["llama2+", "Foo-1.0+"])
def test_a_text_that_spdx_does_not_list_has_no_later_version(word):
    assert (terms(word).granting, terms(word).osi) == (UNDECIDED, UNDECIDED)


def test_an_invented_name_says_why_it_counts_for_nothing():
    assert terms("licenseref-Mine").remarks == (
        (
            "LicenseRef-Mine is not in the catalogue and no license_file shows its text: "
            "it is as no license"
        ),
    )
    assert [clause.kind for clause in terms("LicenseRef-Mine").clauses] == ["no-license"]


def test_a_text_that_is_shown_waits_for_a_person():
    result = terms("DocumentRef-a:LicenseRef-b", text_shown=True)

    assert result.clauses == ()
    assert result.remarks == (
        (
            "DocumentRef-a:LicenseRef-b is not in the catalogue: "
            "a person has to read what its text grants"
        ),
    )


def test_an_unknown_id_may_have_meant_several():
    assert terms("GPLv3").remarks == (
        "GPLv3 is not a known license id; did you mean GPL-3.0-only or GPL-3.0-or-later?",
    )


# ------------------------------------------------------------------ remarks


@pytest.mark.parametrize("expression", ["MIT", "MIT OR other", "kimi-k2", "GPL-2.0-only"])
def test_what_is_plain_needs_no_remark(expression):
    assert terms(expression).remarks == ()


@pytest.mark.parametrize(
    ("word", "remark"),
    [
        ("gpl-2.0", ("GPL-2.0 names no one text and is taken as the worst of GPL-2.0-only, "
                    "GPL-2.0-or-later")),
        ("noncommercial", "It names no text: name the license"),
        ("3D-Slicer-1.0", ("3D-Slicer-1.0 is in SPDX's list, which does not say what it grants: "
                          "a person has to read it")),
        ("falcon-llm-license", ("what LicenseRef-falcon-llm grants was not confirmed from its text:"
                               " it is as unknown (reported: use-policy)")),
        ("openatom-model-1.0", ("LicenseRef-openatom-model-1.0 puts a condition on use: "
                               "the law that applies must be kept")),
    ],
)  # fmt: skip
def test_a_remark_tells_what_the_outcome_alone_does_not(word, remark):
    assert terms(word).remarks == (remark,)


def test_remarks_on_the_other_choice_are_told_unless_one_settles_all():
    assert terms("llama2 OR noncommercial").remarks == ("It names no text: name the license",)
    assert terms("MIT OR noncommercial").remarks == ()


def test_remarks_on_several_licenses_are_told_in_order_and_once():
    assert terms("noncommercial AND cc-by AND noncommercial").remarks == (
        "It names no text: name the license",
        "CC-BY names no version: read as CC-BY-4.0",
    )


def test_a_report_without_clauses_reports_none():
    bare = [x for x in all_licenses() if x.certainty == "low" and not x.clauses]

    assert bare
    for license_ in bare:
        assert terms(license_.id).remarks[-1].endswith("it is as unknown")


def test_what_bars_use_has_no_condition_on_use_besides():
    barred = [
        x
        for x in all_licenses()
        if x.grants["use"].outcome is not MET and "lawful-use" in {c.kind for c in x.clauses}
    ]

    assert barred
    for license_ in barred:
        assert "condition on use" not in " ".join(terms(license_.id).remarks)


def test_clauses_that_bind_twice_are_told_once():
    assert terms("gemma AND gemma").clauses == find("gemma").clauses


@pytest.mark.parametrize(
    ("expression", "ids", "left"),
    [
        ("MIT OR Apache-2.0", ["MIT"], "MIT"),
        ("MIT AND Apache-2.0", ["MIT"], None),
        ("MIT AND Apache-2.0", ["MIT", "Apache-2.0"], "MIT AND Apache-2.0"),
        ("(MIT AND ISC) OR Apache-2.0", ["MIT", "Apache-2.0"], "Apache-2.0"),
        ("MIT AND (ISC OR Apache-2.0)", ["MIT", "ISC"], "MIT AND ISC"),
        ("MIT OR ISC OR Apache-2.0", ["ISC", "MIT"], "MIT OR ISC"),
        ("Apache-2.0 WITH LLVM-exception", ["Apache-2.0"], "Apache-2.0 WITH LLVM-exception"),
        ("MIT", [], None),
    ],
)
def test_what_is_left_of_an_expression_by_the_texts_at_hand(expression, ids, left):
    found = at_hand(expression, ids)

    assert (found and found.expression) == left


@pytest.mark.parametrize(
    ("other", "declared", "answer"),
    [
        ("CC-BY-NC-4.0", "MIT", True),
        ("LicenseRef-own", "MIT", True),
        ("MIT", "Apache-2.0", False),
        ("MIT", "CC-BY-NC-4.0", False),
    ],
)
def test_terms_that_withhold_what_others_grant(other, declared, answer):
    assert withholds(terms(other), terms(declared)) is answer
