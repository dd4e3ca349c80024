# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Parts that are loaded by name: every name in a table is one, and tables say what there is."""

import ast
from pathlib import Path

import pytest

import osaid_action
from osaid_action.cli.arguments import parsed
from osaid_action.cli.formats import FORMATS
from osaid_action.parts import load_part

PACKAGE = Path(osaid_action.__file__).parent


def names():
    """Every ``module:name`` that the package writes down."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.Constant) else None
            room, _, _ = value.partition(".") if isinstance(value, str) else ("", "", "")
            if room in {"cli", "report", "evidence", "http", "baseline:named"} and ":" in value:
                yield value


@pytest.mark.parametrize("name", sorted({*names()}))
def test_a_part_is_there(name):
    assert callable(load_part(name))


def test_all_kinds_of_parts_were_looked_for():
    rooms = {name.partition(".")[0] for name in names()}

    assert rooms == {"cli", "report", "evidence", "http", "baseline:named"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_can_be_asked_for(name):
    assert parsed(["check", "--format", name]).format == name


def test_a_part_that_is_not_there_is_an_error():
    with pytest.raises(AttributeError):
        load_part("report.text:nothing")
    with pytest.raises(ModuleNotFoundError):
        load_part("report.nothing:render")
