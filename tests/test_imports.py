# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the hook loads at every commit, and what it leaves alone."""

import ast
import os
import shutil
import subprocess
import sys

import pytest

import osaid_action
from osaid_action.cli.arguments import parsed
from osaid_action.cli.main import PLAIN

pytestmark = pytest.mark.usefixtures("unmeasured")

PACKAGE = os.path.dirname(osaid_action.__file__)
HEAVY = {
    "jsonschema",
    "license_expression",
    "boolean",
    "github",
    "requests",
    "argparse",
    "dataclasses",
    "inspect",
    "pathlib",
    "difflib",
    "tomllib",
    "traceback",
    "subprocess",
    "ssl",
    "http",
    "urllib",
    "shutil",
    "osaid_action.action",
    "osaid_action.comparison",
    "osaid_action.evidence.online",
    "osaid_action.license_text.copyright_notice",
    "osaid_action.license_text.surroundings",
    "osaid_action.license_text.verify",
    "osaid_action.report.json_report",
    "osaid_action.report.markdown",
    "osaid_action.report.badge",
    "osaid_action.report.rule_pages",
}
DOORS = {
    "yaml": {os.path.join("validation", "yaml_reader.py")},
    "jsonschema": {os.path.join("validation", "schema_errors.py")},
    "license_expression": {os.path.join("licenses", "spdx_expression.py")},
    "github": {os.path.join("action", "client.py")},
}
_LOADED = """
import sys
from osaid_action.cli.main import main
code = main(sys.argv[1:])
print(code, *sorted(sys.modules), sep="\\n", file=sys.stderr)
"""


def loaded(*arguments):
    command = [sys.executable, "-I", "-c", _LOADED, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    code, *modules = run.stderr.split("\n")
    return int(code), set(modules)


def test_a_valid_declaration_loads_nothing_heavy():
    code, modules = loaded("check", "examples/olmo/OPEN_AI_SYSTEM.yaml")

    assert code == 0
    assert "osaid_action.assessment.assess" in modules
    assert modules & HEAVY == set()


def test_nor_does_a_license_text_that_is_known_as_it_stands(tmp_path):
    shutil.copy("LICENSE", tmp_path)
    (tmp_path / "run.py").write_text("x")
    file = tmp_path / "OPEN_AI_SYSTEM.yaml"
    file.write_text(
        'open_ai_system: "1.0"\nsystem: {name: a}\n'
        "code: {inference: {location: run.py, license: Apache-2.0}}\n"
    )

    code, modules = loaded("check", str(file))

    assert code == 0
    assert "osaid_action.evidence.license_files" in modules
    assert modules & HEAVY == set()


def test_a_declaration_with_an_error_loads_what_explains_it():
    code, modules = loaded("check", "tests/declarations/bad/unknown-key.yaml")

    assert code == 1
    assert "jsonschema" in modules


def imports(path):
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("name", DOORS)
def test_a_library_has_one_door(name):
    found = {
        os.path.relpath(os.path.join(folder, file), PACKAGE)
        for folder, _, files in os.walk(PACKAGE)
        for file in files
        if file.endswith(".py") and name in imports(os.path.join(folder, file))
    }

    assert found == DOORS[name]


def test_the_plain_call_means_what_the_parser_makes_of_it():
    assert vars(parsed(["check"])) == {**PLAIN, "paths": ["."]}
