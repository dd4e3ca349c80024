# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The parts of a Markdown text."""

import pytest

from osaid_action.scaffold.checkout import Line
from osaid_action.scaffold.readme import Markdown, name_in, plain


def markdown(text):
    return Markdown([Line(at, line) for at, line in enumerate(text.splitlines(), 1)])


@pytest.mark.parametrize(
    ("text", "line", "title"),
    [
        ("# Heron", 1, "Heron"),
        ("<p>\n<h1 align='center'>\n  Heron\n</h1>", 2, "Heron"),
        ("Heron\n=====", 1, "Heron"),
        ("# 🦩 Heron: wading birds", 1, "Heron"),
        ("# (Deprecated) Heron", 1, "Heron"),
        ("# [Heron](https://a.b) ![x](y.png)", 1, "Heron"),
        ("```sh\n# a comment\n```\n# Heron", 4, "Heron"),
        ("---\nlicense: mit\n# comment\n---\n# Heron", 5, "Heron"),
        ("# News\n# Heron", 2, "Heron"),
        ("# Model Card for Heron", 1, "Heron"),
        ("# Model card: Heron", 1, "Heron"),
        ("# Model Card for Model ID\n# Heron", 2, "Heron"),
        ("# Model Details\n# Heron", 2, "Heron"),
        ("# Requirements and Installation\n# Heron", 2, "Heron"),
        ("# Heron and Stork", 1, "Heron and Stork"),
        ("# Heron is unmaintained\n# Heron", 2, "Heron"),
        ("# Heron 3\u9879\u76ee\u542f\u52a8\uff01\n# Heron", 2, "Heron"),
        ("# Heron 7B - GGUF", 1, "Heron 7B - GGUF"),
        ("# Heron 7B - a model of birds", 1, "Heron 7B"),
        ("# PROJECT NAME\n# Heron", 2, "Heron"),
    ],
)
def test_the_title(text, line, title):
    assert markdown(text).title() == Line(line, title)


@pytest.mark.parametrize(
    "text", ["", "## Section", "text", "```\n# in an open fence", "# ", "# !!!"]
)
def test_no_title(text):
    assert markdown(text).title() is None


def test_sentences_of_prose_alone():
    text = "# H\n\n- a list of many words here\n\n"
    text += "Heron is a model of\nbirds. It wades in many waters.\n"

    assert list(markdown(text).sentences(1)) == [
        Line(5, "Heron is a model of birds."),
        Line(5, "It wades in many waters."),
    ]


def test_the_section_of_a_line():
    text = markdown("a\n# Heron\nb\n## *Usage* \nc\n")

    assert [text.section(number) for number in (1, 3, 5)] == ["", "Heron", "Usage"]


def test_plain_text():
    assert plain("**A** [b](c) <i>d</i> :tada: 🦩 \u202ee snake_case") == "A b d e snake_case"


def test_names():
    assert name_in("Heron - wading") == "Heron"
    assert name_in("x" * 81) == ""
    assert name_in("Official Heron") == "Heron"
    assert name_in("Official code of Heron") == "Official code of Heron"
