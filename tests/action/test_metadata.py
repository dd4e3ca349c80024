# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is said twice agrees: action.yml, the code, the manual; and the Marketplace's rules."""

import os
import re

import yaml  # noqa: TID251 - as a reader of action.yml, not of a declaration

from osaid_action.action.context import EVENTS
from osaid_action.action.inputs import NAMES, Inputs, from_environ, variable

ROOT = os.path.join(os.path.dirname(__file__), os.pardir, os.pardir)


def _text(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        return file.read()


ACTION = yaml.safe_load(_text("action.yml"))
STEPS = ACTION["runs"]["steps"]
MANUAL = _text("docs", "action.md")


def _table(title):
    """The rows of the table below a heading of the manual, without its head."""
    section = MANUAL.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


# ------------------------------------------------------------------ the Marketplace


def test_the_marketplace_takes_it():
    assert len(ACTION["description"]) < 125
    assert ACTION["name"]
    assert ACTION["author"]
    colors = "white black yellow blue green orange red purple gray-dark"
    assert ACTION["branding"]["color"] in colors.split()
    assert re.fullmatch("[a-z-]+", ACTION["branding"]["icon"])


# ------------------------------------------------------------------ no injection


def test_no_expression_is_written_into_a_script():
    assert all("${{" not in step["run"] for step in STEPS)


def test_no_other_action_is_used():
    assert ACTION["runs"]["using"] == "composite"
    assert all("uses" not in step for step in STEPS)


def test_nothing_reaches_later_steps_but_outputs():
    sources = [_text("action.yml")] + [
        _text("osaid_action", "action", name)
        for name in os.listdir(os.path.join(ROOT, "osaid_action", "action"))
        if name.endswith((".py", ".sh"))
    ]

    assert not any("GITHUB_ENV" in text or "GITHUB_PATH" in text for text in sources)


# ------------------------------------------------------------------ inputs and outputs


def test_every_input_travels_under_its_own_name():
    handed = {key: value for key, value in STEPS[0]["env"].items() if "INPUT" in key}

    assert set(ACTION["inputs"]) == {*NAMES, "token"}
    assert handed == {variable(name): f"${{{{ inputs.{name} }}}}" for name in NAMES}


def test_defaults_are_those_of_the_code():
    defaults = {variable(name): ACTION["inputs"][name]["default"] for name in NAMES}

    assert from_environ(defaults) == (Inputs(), "")
    assert from_environ({}) == (Inputs(), "")


def test_every_output_is_one_of_the_step():
    assert all(
        one["value"] == f"${{{{ steps.osaid.outputs.{name} }}}}"
        for name, one in ACTION["outputs"].items()
    )


def test_the_manual_lists_the_inputs_as_they_are():
    rows = [(name.strip("`"), default.strip("`")) for name, default, _ in _table("Inputs")]

    assert rows == [(name, one["default"]) for name, one in ACTION["inputs"].items()]


def test_the_manual_lists_the_outputs():
    assert [row[0].strip("`") for row in _table("Outputs")] == list(ACTION["outputs"])


def test_the_manual_lists_the_events():
    named = {name for row in _table("Events") for name in re.findall("`([a-z_]+)`", row[0])}

    assert named == set(EVENTS)


def test_every_recipe_in_the_manual_is_a_workflow_with_least_rights():
    recipes = [
        yaml.safe_load(text)
        for text in re.findall(r"```yaml\n(.*?)```", MANUAL, re.DOTALL)
        if "\njobs:" in text
    ]

    assert len(recipes) > 4
    for recipe in recipes:
        assert recipe["permissions"] == {}
        assert all("permissions" in job for job in recipe["jobs"].values())
        for job in recipe["jobs"].values():
            for step in job["steps"]:
                if "osaid-action" in step.get("uses", ""):
                    assert set(step.get("with", {})) <= set(ACTION["inputs"])
