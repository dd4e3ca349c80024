# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""License expressions: text to tree, what is none, and that nothing breaks the reader."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import exceptions
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError, Node, is_license_id, parse


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
        parse(expression)

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
        parse(expression)


def test_long_but_sound_expressions_are_read():
    assert parse(" OR ".join(["MIT"] * 250)) == Node("OR", (Node(word="MIT"),) * 250)
    assert parse("(" * 32 + "MIT" + ")" * 32) == Node(word="MIT")


@pytest.mark.usefixtures("unmeasured")
def test_the_parser_never_loads_its_own_index():
    code = (
        "import license_expression as library\n"
        "def refuse(*_, **__): raise AssertionError\n"
        "library.get_license_index = library.get_spdx_licensing = refuse\n"
        "from osaid_action.licenses.spdx_expression import parse\n"
        "assert parse('OpenMDW-1.0 OR LicenseRef-llama2').operator == 'OR'\n"
    )

    run = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, check=False, text=True
    )

    assert (run.returncode, run.stderr) == (0, "")


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


# ------------------------------------------------------------------ trees

MIT, ISC, ZLIB = Node(word="MIT"), Node(word="ISC"), Node(word="Zlib")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("MIT", MIT),
        ("((MIT))", MIT),
        ("mit", Node(word="mit")),
        ("MIT+", Node(word="MIT+")),
        ("MIT OR ISC AND Zlib", Node("OR", (MIT, Node("AND", (ISC, ZLIB))))),
        ("(MIT or ISC) and Zlib", Node("AND", (Node("OR", (MIT, ISC)), ZLIB))),
        ("MIT OR ISC OR Zlib", Node("OR", (MIT, ISC, ZLIB))),
        ("MIT OR MIT", Node("OR", (MIT, MIT))),
        ("MIT with llvm-exception", Node(word="MIT", exception="llvm-exception")),
        (
            "ISC AND MIT WITH LLVM-exception",
            Node("AND", (ISC, Node(word="MIT", exception="LLVM-exception"))),
        ),
        ("openrail++ AND MIT", Node("AND", (Node(word="openrail++"), MIT))),
    ],
)
def test_a_text_is_a_tree_as_it_is_written(text, node):
    assert parse(text) == node


def written(node):
    if node.operator:
        return "(" + f" {node.operator} ".join(map(written, node.parts)) + ")"
    return f"{node.word} WITH {node.exception}" if node.exception else node.word


def flat(node):
    """The same tree without an operator right below itself."""
    parts = []
    for part in map(flat, node.parts):
        parts += part.parts if part.operator == node.operator else [part]
    return node._replace(parts=tuple(parts))


MINE = Node(word="LicenseRef-a.b")
NODES = st.recursive(
    st.sampled_from([MIT, MINE, Node(word="MIT", exception="LLVM-exception")]),
    lambda nodes: st.tuples(
        st.sampled_from(["AND", "OR"]), st.lists(nodes, min_size=2, max_size=3).map(tuple)
    ).map(lambda pair: Node(*pair)),
    max_leaves=6,
)


@given(NODES)
def test_a_tree_that_is_written_out_is_read_again(node):
    assert flat(parse(written(node))) == flat(node)


# ------------------------------------------------------------------ what is none


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the expression ends where a license should"),
        ("MIT OR", "the expression ends where a license should"),
        ("MIT AND and", "'and' stands where a license should"),
        ("()", "')' stands where a license should"),
        ("MIT ISC", "'ISC' stands where AND, OR or WITH should"),
        ("(MIT) ISC", "'ISC' stands where AND or OR should"),
        ("(MIT) WITH LLVM-exception", "'WITH' stands where AND or OR should"),
        ("MIT (ISC)", "'(' stands where AND, OR or WITH should"),
        ("MIT WITH", "the expression ends where an exception should"),
        ("MIT WITH (", "'(' stands where an exception should"),
        ("MIT WITH LLVM-exception ISC", "'ISC' stands where AND or OR should"),
        ("(MIT", "a parenthesis is never closed"),
        ("(MIT))", "a parenthesis is closed that was not opened"),
        ("MIT WITH ISC", "'ISC' is not an exception in SPDX's list"),
        (
            "MIT OR LLVM-exception",
            "'LLVM-exception' is an exception, which belongs after a license and WITH",
        ),
        ("MIT OR foo_bar", "'foo_bar' is not a license id"),
        ("MIT++", "'MIT++' is not a license id"),
        ("MIT OR " + "x" * 2000, "the license expression is longer than 2000 characters"),
        ("(" * 33 + "MIT" + ")" * 33, "parentheses lie more than 32 levels deep"),
    ],
)
def test_a_refusal_says_what_stands_where(text, message):
    with pytest.raises(ExpressionError) as caught:
        parse(text)

    assert caught.value.message == str(caught.value) == message


def test_a_refusal_of_what_is_too_long_or_too_deep_says_where():
    with pytest.raises(ExpressionError) as caught:
        parse("MIT OR " + "(" * 40 + "MIT" + ")" * 40)

    assert (caught.value.position, caught.value.suggestion) == (39, None)


def test_the_innermost_parenthesis_that_stays_open_is_named():
    with pytest.raises(ExpressionError) as caught:
        parse("MIT OR (ISC OR (Zlib) AND (MIT")

    assert caught.value.position == 26


def test_2000_characters_are_read_and_one_more_is_not():
    longest = "MIT OR " + "x" * 1993

    assert parse(longest).parts[1] == Node(word="x" * 1993)
    with pytest.raises(ExpressionError, match="longer than 2000 characters") as caught:
        parse(longest + " ")
    assert caught.value.position == 0


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("MIT/ISC/Zlib", "MIT OR ISC OR Zlib"),
        ("mit/apache-2.0", "MIT OR Apache-2.0"),
        ("MIT/Foo", None),
        ("MIT/", "MIT"),
        ("apache_2.0", "Apache-2.0"),
        ("Apahce/2.0", "Apache-2.0"),
        ("Foo OR gpl_3", "GPL-3.0-only"),
        ("MIT WITH llvm-exeption", "LLVM-exception"),
        ("MIT WITH Classpath-exception", "Classpath-exception-2.0"),
        ("MIT WITH something", None),
        ("MIT WITH LLVM-exception" + "x" * 1500, None),
    ],
)
def test_what_was_probably_meant(text, suggestion):
    with pytest.raises(ExpressionError) as caught:
        parse(text)

    assert caught.value.suggestion == suggestion


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("MIT", True),
        ("Foo-1.0+", True),
        ("0", True),
        ("x.y-z", True),
        ("LicenseRef-a.b-c", True),
        ("licenseref-a", True),
        ("DocumentRef-a.b:LicenseRef-c", True),
        ("", False),
        ("-x", False),
        (".x", False),
        ("a b", False),
        ("a_b", False),
        ("Foo++", False),
        ("LicenseRef-", False),
        ("LicenseRef-a+", False),
        ("DocumentRef-a:MIT", False),
        ("LLVM-exception", False),
        ("llvm-EXCEPTION", False),
        ("\u017fIT", False),  # a long s, which is an s without regard to case
        ("MIT\n", False),
    ],
)
def test_a_word_has_the_form_of_an_id_or_not(word, expected):
    assert is_license_id(word) is expected
