# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is told with -v beside the findings."""

import hashlib

import pytest

from osaid_action.report.text import Style
from osaid_action.report.text_details import details
from tests.made import GONE, report

STYLE = Style(notes=True)
BASE = {"name": "Base 7B", "relation": "adapter", "license": "llama2", "access": "gated"}


def told(changes=None):
    return list(details(report(changes), STYLE))


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "OSAID 1.0 asks for 13 parts: 13 met"),
        ({"code.training": GONE}, "OSAID 1.0 asks for 13 parts: 12 met, 1 not met"),
        ({"parameters.weights.license": "Own-1.0"},
         "OSAID 1.0 asks for 13 parts: 12 met, 1 cannot tell"),
        ({"built_on": [BASE]}, "OSAID 1.0 asks for 14 parts: 13 met, 1 not met"),
    ],
)  # fmt: skip
def test_the_parts_are_counted(changes, title):
    assert title in told(changes)


def test_a_part_says_what_where_and_by_whom():
    source = {"location": "https://example.org/card", "date": "2026-11-01"}
    weights = {
        "location": "https://example.org/w", "license": "llama2", "access": "gated",
        "source": source,
    }  # fmt: skip
    lines = told({"parameters.weights": weights})
    at = next(n for n, line in enumerate(lines) if " weights " in line)

    assert lines[at].startswith("  ✗ weights · declared · llama2 · gated · line ")
    assert lines[at + 1] == "      at https://example.org/w"
    assert lines[at + 2] == "      source: https://example.org/card, 2026-11-01"
    assert lines[at + 3].startswith("      clauses: llama2 §")


def test_many_places_are_counted():
    parts = [{"location": f"https://example.org/{n}", "license": "MIT"} for n in range(5)]
    text = "\n".join(told({"code.training": parts}))

    assert text.count("at https://example.org/") >= 3
    assert "      at 2 more places" in text


def test_a_base_says_what_it_lends():
    lines = told({"built_on": [BASE | {"source": "its card"}]})
    at = lines.index("It is built on:")
    text = " ".join(" ".join(lines[at + 1 : at + 4]).split())

    assert "- Base 7B (adapter) · llama2 · gated · lends ✗ use, ✗ study, ✗ modify, ✗ share" in text
    assert "source: its card" in text


def test_the_declaration_is_named_by_its_digest():
    made = report()

    digest = hashlib.sha256(made.content).hexdigest()
    assert list(details(made, STYLE))[-1] == f"sha256 of the declaration: {digest[:32]}…"


@pytest.mark.parametrize("text", ["\x1b[31m", "a\nb", "\u202e"])
def test_nothing_of_the_authors_commands(text):
    weights = {"location": "https://example.org/w", "license": "MIT", "source": f"x{text}y"}

    for line in told({"parameters.weights": weights, "built_on": [BASE | {"name": f"x{text}y"}]}):
        assert line.isprintable()


def test_a_part_without_a_license_has_no_clauses_of_one():
    lines = told({"parameters.weights": {"location": "https://example.org/w"}})

    assert "      clauses: no license is named" in lines
    assert "NONE" not in "\n".join(lines)
