# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The rooms of the package: imports point down, and a room's own file says what its words mean."""

import ast
from pathlib import Path

import pytest

import osaid_action

PACKAGE = Path(osaid_action.__file__).parent
ROOMS = (  # from the top down
    "__main__",
    "cli",
    "scaffold",
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
    "findings",
    "model",
    "text",
    "errors",
    "parts",
    "clock",
    "osaid_action",
)
TESTS = Path(__file__).parent
UNTESTED: dict[str, str] = {}
"""Modules without a test file of their own, and why. `license_text` is tested by kinds of texts."""
OF_NO_MODULE = {
    "action/test_end_to_end": "the whole action, in a runner",
    "action/test_end_to_end_pulls": "pull requests as they happen, in a runner",
    "action/test_finding_python": "a step of action.yml",
    "action/test_installation": "a step of action.yml",
    "action/test_lock": "the lock that action.yml installs from",
    "action/test_metadata": "action.yml",
    "action/test_recipes": "the workflows in the docs",
    "evidence/test_weights_libraries": "our readers beside the libraries of their formats",
    "licenses/test_data": "the files in licenses/data",
}
"""Test files in a room's folder that are not of one module, and what of."""
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


# ------------------------------------------------------------------ tests mirror the package


def names(top, pattern):
    """The files below a folder, as ``room/name``; those of `license_text` aside."""
    found = (path.relative_to(top).with_suffix("").as_posix() for path in top.rglob(pattern))
    return {name for name in found if "license_text/" not in name and "__init__" not in name}


MODULES = names(PACKAGE, "*.py")


def modules_of(test):
    """The modules that a test file is of: ``a/test_b`` and ``a/test_b_more`` are of ``a/b``."""
    folder, _, name = test.rpartition("test_")
    return {one for one in MODULES if f"{folder}{name}_".startswith(f"{one}_")}


def test_every_module_has_a_test_file_of_its_name():
    tests = names(TESTS, "test_*.py")
    mirrored = {one: str(Path(one).parent / f"test_{Path(one).name}") for one in MODULES}

    assert {one for one in MODULES if mirrored[one] not in tests} <= {*UNTESTED}
    assert {*UNTESTED} <= MODULES


def test_every_test_file_of_a_room_is_of_a_module_there():
    rooms = {name.split("/")[0] for name in MODULES if "/" in name}
    tests = {name for name in names(TESTS, "test_*.py") if name.split("/")[0] in rooms}

    assert {one for one in tests if not modules_of(one)} == {*OF_NO_MODULE}
