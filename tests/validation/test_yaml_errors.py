# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A parser's complaint in words of ours: the same for libyaml and for PyYAML's own."""

import pytest
import yaml  # noqa: TID251 - whose complaints are explained
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.validation.document import Unreadable
from osaid_action.validation.yaml_errors import explained
from osaid_action.validation.yaml_reader import read

BROKEN = {  # a file: a word of the message, and one of the remedy
    "a: b: c": ("': '", "in quotes"),
    "%YAML 9.9\n---\na: b": ("directive", "remove"),
    "a: & b": ("& or *", "in quotes"),
    "a: * b": ("& or *", "in quotes"),
    "a: !<b": ("tag", "in quotes"),
    "a: !x!y b": ("tag", "in quotes"),
    "a: |x\n b": ("| or >", "write | or >"),
    'a: "\\q"': ("escape", "single quotes"),
    'a: "\\xzz"': ("escape", "single quotes"),
    "a: @b": ("cannot start a value", "@"),
    "a: `b": ("cannot start a value", "@"),
    'a: "b': ("not closed", "close the quote"),
    "a: 'b": ("not closed", "close the quote"),
    "a: [b": ("[list]", "]"),
    "a: [b c: d\n e: f]": ("[list]", "]"),
    "a: {b: c d: e": ("{mapping}", "}"),
    "a: - b": ("list entry", "a line of its own"),
    "a: ? b": ("key cannot stand", "?"),
    "a: b\nc\nd: e": ("not followed by ':'", "key: value"),
    "- a\nb: c": ("(-)", "indentation"),
    "a: b\n- c": ("key was expected", "indentation"),
    "a: b\n  c: d\n e: f": ("': '", "in quotes"),
    "a: [,]": ("] or }", "close"),
    "a: b\n...\nc": ("after its end", "one list or mapping"),
}


def complaint(text, loader):
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        list(yaml.compose_all(text, Loader=loader))
    return caught.value.context, caught.value.problem


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader], ids=["python", "c"])
@pytest.mark.parametrize("text", BROKEN)
def test_what_is_wrong_and_what_to_do(text, loader):
    message, remedy = explained(*complaint(text, loader))

    assert BROKEN[text][0] in message
    assert BROKEN[text][1] in remedy


def refused(text):
    with pytest.raises(Unreadable) as caught:
        read(text.encode())
    return caught.value.diagnostic.remedy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a:\n  b: c  # x.md:1\n   d: e  # x.md:2\n  # f: g\n", 3),
        ("a:\n   b: c  # x.md:1\n  d: e\n  #f: g\n", 2),
        ("a:\n  b:\n   c: d\n  # - e: f\n - g\n", 5),
    ],
)
def test_a_space_that_a_sign_of_a_comment_left_is_told(text, line):
    remedy = refused(text)

    assert f"line {line} begins with" in remedy
    assert "a # was taken away" in remedy


def test_of_comments_nothing_is_said_where_there_are_none():
    remedy = refused("a:\n  b: [c]\n   d: e\n")

    assert remedy == "check the indentation of this line and the one before it"


def test_a_list_entry_where_a_key_should_be_is_told_from_a_key_where_an_entry_should_be():
    entry = explained(*complaint("- a\nb: c", yaml.SafeLoader))
    key = explained(*complaint("a: b\n- c", yaml.SafeLoader))

    assert entry[0] != key[0]
    assert entry[1] == key[1]


@pytest.mark.parametrize(
    ("context", "problem", "expected"),
    [
        ("while", "it broke", "while: it broke"),
        (None, "it broke", "it broke"),
        ("while", None, "while"),
        (None, None, ""),
        ("", "", ""),
    ],
)
def test_where_we_have_no_words_the_parser_speaks(context, problem, expected):
    assert explained(context, problem) == (f"this is not YAML: {expected}", "check this line")


def test_a_long_complaint_is_cut():
    message, _ = explained("x" * 1000, "y")

    assert message == f"this is not YAML: {'x' * 199}…"


@given(st.none() | st.text(), st.none() | st.text())
def test_any_complaint_is_explained(context, problem):
    message, remedy = explained(context, problem)

    assert message
    assert remedy


def told(text):
    with pytest.raises(Unreadable) as caught:
        read(text.encode())
    found = caught.value.diagnostic
    return found.line, found.message, found.remedy


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ("code:\n  inference: a\n  training:src/train.py\nsystem: b\n", 3,
         "a space is missing behind the colon of `training`", "write `training: src/train.py`"),
        ("code:\n  inference: a\n   training: b\n", 3,
         "`training` is indented more than the keys above it", "begin it in their column"),
        ("a:\n  b: c\n   https: d\n", 3, "there is a ': ' where no key can stand", "in quotes"),
        ("a: {b: c\nd:\n  e: f\n", 2, "a {mapping} of line 1 is not closed", "close it with }"),
        ("<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n", 1,
         "git left the mark of a merge conflict here", "keep one side"),
        ('a: "b\nc: d\ne: f\n', 1, "a quote is opened and not closed", "close the quote"),
        ("a: [b\nc: d\ne: f\n", 2, "a [list] of line 1 is not closed", "close it with ]"),
    ],
)  # fmt: skip
def test_a_slip_is_told_where_it_was_made(text, line, message, remedy):
    found = told(text)

    assert found[0] == line
    assert found[1].startswith(message)
    assert remedy in found[2]
