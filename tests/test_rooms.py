# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The rooms of the package: imports point down, and a room's own file says what its words mean."""

import ast
from pathlib import Path

import pytest

import osaid_action

PACKAGE = Path(osaid_action.__file__).parent
ROOMS = (  # from the top down
    "cli",
    "action",
    "report",
    "baseline",
    "check",
    "comparison",
    "assessment",
    "evidence",
    "validation",
    "license_text",
    "licenses",
    "repository",
    "http",
    "definition",
    "model",
    "text",
    "errors",
    "parts",
    "osaid_action",
)
FOLDERS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def room_of(module):
    """The room of a dotted name; the package itself is the lowest."""
    return [*module.split("."), "osaid_action"][1]


def imported(path):
    """The modules of ours that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.split(".")[0] == "osaid_action":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: p.name)
def test_imports_point_down(path):
    room = path.relative_to(PACKAGE).with_suffix("").parts[0]
    below = ROOMS[ROOMS.index(room) :] if room in ROOMS else ROOMS[-1:]
    rooms = {room_of(name) for name in imported(path)} & {*ROOMS}

    assert rooms <= {*below}


def test_every_room_has_its_place():
    assert {*FOLDERS} <= {*ROOMS}


@pytest.mark.parametrize("room", FOLDERS)
def test_a_room_begins_with_its_words_and_holds_no_code(room):
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text(encoding="utf-8"))

    assert len(tree.body) == 1
    assert ast.get_docstring(tree)
