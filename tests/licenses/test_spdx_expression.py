# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""License expressions: what they mean, what is none, and that nothing breaks the reader."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import all_licenses, exceptions
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.model import FREEDOMS, Outcome, worst

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED
RANK = {UNMET: 0, UNDECIDED: 1, MET: 2}

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
    ("expression", "suggestion", "position"),
    [
        ("", None, 0),
        ("   ", None, 0),
        ("Apache 2.0", "Apache-2.0", 7),
        ("Apache License 2.0", "Apache-2.0", 7),
        ("GPL v3", "GPL-3.0-only", 4),
        ("CC BY 4.0", "CC-BY-4.0", 3),
        ("MIT License", "MIT", 4),
        ("MIT AND", None, 7),
        ("MIT OR OR ISC", None, 7),
        ("OR MIT", None, 0),
        ("MIT ISC", None, 4),
        ("(MIT", None, 0),
        ("MIT)", None, 3),
        ("()", None, 1),
        ("(MIT OR ISC) WITH LLVM-exception", None, 13),
        ("MIT WITH", None, 8),
        ("MIT WITH LLVM-exceptoin", "LLVM-exception", 9),
        ("MIT WITH ISC", None, 9),
        ("LLVM-exception", None, 0),
        ("MIT AND LLVM-exception", None, 8),
        ("MIT/Apache-2.0", "MIT OR Apache-2.0", 0),
        ("foo_bar", None, 0),
        ("LicenseRef-", None, 0),
        ("LicenseRef-Mine+", None, 0),
        ("MIT AND https://example.org/license", None, 8),
        ("see LICENSE", None, 4),
    ],
)
def test_what_is_no_expression(expression, suggestion, position):
    with pytest.raises(ExpressionError) as caught:
        terms(expression)

    assert (caught.value.suggestion, caught.value.position) == (suggestion, position)
    assert caught.value.message == str(caught.value)


@pytest.mark.parametrize(
    "expression",
    [
        "(" * 10_000,
        "(" * 5_000 + "MIT" + ")" * 5_000,
        "(" * 100 + "MIT" + ")" * 100,
        "MIT OR " * 10_000 + "MIT",
        "x" * 1_000_000,
        "x" * 1_000_000 + " y",
        "MIT AND " * 100 + "(" * 40 + "MIT" + ")" * 40,
        "MIT\x00",
        "MIT \u2028 ISC",
        "\uff2d\uff29\uff34",
        "MIT AND \uff29\uff33\uff23",
        "\ud800",
    ],
)
def test_hostile_strings_are_no_expressions(expression):
    with pytest.raises(ExpressionError):
        terms(expression)


def test_long_but_sound_expressions_are_read():
    assert terms(" OR ".join(["MIT"] * 250)).granting is MET
    assert terms("(" * 32 + "MIT" + ")" * 32).expression == "MIT"


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


@pytest.mark.parametrize("word", ["LicenseRef-Mine", "DocumentRef-x:LicenseRef-y"])
def test_an_invented_name_is_unknown_when_its_text_is_shown_and_no_license_otherwise(word):
    assert everything(word) == [UNMET, MET, UNMET, UNMET, UNMET]
    assert everything(word, text_shown=True) == [UNDECIDED] * 5


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


@pytest.mark.usefixtures("unmeasured")
def test_the_parser_never_loads_its_own_index():
    code = (
        "import license_expression as library\n"
        "def refuse(*_, **__): raise AssertionError\n"
        "library.get_license_index = library.get_spdx_licensing = refuse\n"
        "from osaid_action.licenses.evaluate import terms\n"
        "assert terms('OpenMDW-1.0 OR LicenseRef-llama2').granting.value == 'met'\n"
    )

    run = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, check=False, text=True
    )

    assert (run.returncode, run.stderr) == (0, "")


@given(LEAVES, LEAVES)
def test_and_is_the_worse_of_both(left, right):
    pairs = zip(everything(left), everything(right), strict=True)

    assert everything(f"({left}) AND ({right})") == [worst(pair) for pair in pairs]


@given(EXPRESSIONS, EXPRESSIONS, st.sampled_from(["{} AND {}", "{} OR {}"]))
def test_order_does_not_matter(left, right, form):
    one, two = f"({left})", f"({right})"

    assert everything(form.format(one, two)) == everything(form.format(two, one))


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


def is_read_or_refused(text):
    try:
        return bool(terms(text).licenses)
    except ExpressionError as error:
        meant = error.suggestion
        helps = meant is None or meant in exceptions() or bool(terms(meant).licenses)
        return bool(error.message) and 0 <= error.position <= len(text) and helps


@given(st.text())
def test_any_text_is_read_or_refused(text):
    assert is_read_or_refused(text)


TOKENS = ["(", ")", "AND", "or", "WITH", "MIT", "llama2", "Foo", "+", "/", ":", "LicenseRef-"]


@given(st.lists(st.sampled_from([*TOKENS, "LLVM-exception", "Apache", "2.0"])))
def test_any_tokens_are_read_or_refused(tokens):
    assert is_read_or_refused(" ".join(tokens))
    assert is_read_or_refused("".join(tokens))
