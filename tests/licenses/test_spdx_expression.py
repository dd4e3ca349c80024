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
from osaid_action.licenses.spdx_expression import ExpressionError, Node, parse


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
