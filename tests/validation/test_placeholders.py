# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What only holds a place, and what does not though it looks like it."""

import re
from pathlib import Path

import pytest

from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.model import Outcome
from osaid_action.validation.location_hints import meant_by
from osaid_action.validation.placeholders import is_placeholder
from tests.scaffold.trees import NETWORK, confirmed, report_on, scaffold

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        " " * 50,
        "\n\t",
        "TODO",
        "todo",
        "Tbd",
        "TBD.",
        "TODO:",
        " todo ",
        "...",
        "…",
        "pkg:pypi/transformers@VERSION",
        "pkg:pypi/NAME@VERSION",
        "pkg:pypi/NAME@1.0",
        "https://…",
        "https://...",
        "https://example.org/…",
        "LicenseRef-…",
        "models/7b/…",
        "…/a.py",
        "https://huggingface.co/OWNER/NAME",
        "OWNER/NAME",
        "https://github.com/OWNER/REPOSITORY/b",
        "<year>",
        "<copyright holders>",
        "https://example.org/<name>",
        "pkg:pypi/torch@<version>",
    ],
)
def test_placeholders(text):
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "TODO.md",
        "todo/",
        "docs/tbd",
        "-",
        "n/a",
        "TO DO",
        "VERSION",
        "src/VERSION",
        "pkg:pypi/a@VERSIONS",
        "pkg:pypi/NAMES@1",
        "pkg:pypi/a@4.48.0",
        "https://github.com/a/b/compare/v1...v2",
        "a...b",
        "And so on …",
        "The <pad> token is added.",
        "a<b>c",
        "HOMEOWNER/NAME",
        "OWNER/NAMES",
        "LicenseRef-mine",
    ],
)
def test_what_is_no_placeholder(text):
    assert not is_placeholder(text)


@pytest.mark.parametrize("page", ["README.md", "docs/format.md", "docs/action.md", "docs/rules.md"])
def test_examples_of_the_pages_that_are_to_be_filled_in_are_known(page):
    shown = re.findall(r"`([^`\n]+)`", (ROOT / page).read_text("utf-8"))
    places = [one for one in shown if re.fullmatch(r"\S*(\w@VERSION|OWNER/|://…)\S*", one)]

    assert [one for one in places if not is_placeholder(one)] == []


def test_so_are_those_of_remedies():
    told = [one.remedy for one in REQUIREMENTS] + [
        meant_by("torch", ("code", "libraries")),
        meant_by("none", ("code", "validation")),
        meant_by("private", ("code", "training")),
    ]
    shown = [one for remedy in told for one in re.findall(r'pkg:[^`]+|: "([^"`]+)"', remedy) if one]
    packages = [one for remedy in told for one in re.findall(r"pkg:[^`]+", remedy)]

    assert {*shown, *packages} - {"All from package registries."} == {
        "…", "pkg:pypi/NAME@VERSION", "pkg:pypi/torch@VERSION",
    }  # fmt: skip
    assert all(map(is_placeholder, packages))


def test_a_package_of_init_without_its_version_is_not_met():
    files = {"README.md": "---\nlibrary_name: transformers\n---\n# H\n", "model.py": NETWORK}
    text = confirmed(scaffold(files))
    report = report_on(text, files)

    assert "pkg:pypi/transformers@VERSION" in text
    assert "placeholder" in {one.rule.id for one in report.findings}
    told = [one.message for one in report.deciding]
    assert "the inference code: only holds a place so far, so not declared" in told
    outcomes = {one.id: one.outcome for one in report.requirements}
    assert outcomes["code.inference"] is Outcome.UNMET
