# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Met, and what it rests on: found or verified here, pinned elsewhere, or a word alone."""

import pytest

from osaid_action.license_text import template
from osaid_action.report import annotations, badge, json_report, markdown
from tests.made import AT_HOME, ELSEWHERE, report

TEXT = template.text("Apache-2.0")
FILES = {"LICENSES/Apache-2.0.txt": TEXT, "LICENSE": TEXT, "src/run.py": "x", "conf.yaml": "a: 1"}
SHOWN = {"code.training.settings": "conf.yaml"}


def test_what_is_pinned_or_has_its_licenses_text_here_is_met(home):
    made = report(SHOWN, home(FILES))

    assert (made.verdict, made.as_declared) == ("met", False)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("code.inference.revision", "main"),
        ("code.inference.revision", "HEAD"),
        ("code.inference.revision", "refs/heads/v2"),
        ("code.inference", f"{AT_HOME}/inference"),
        ("parameters.weights.revision", "latest"),
        ("data.sources.0.revision", "main"),
        ("code.training.settings", f"{ELSEWHERE}/settings.yaml"),
        (
            "parameters.weights",
            {
                "location": f"{ELSEWHERE}/weights",
                "revision": "1",
                "asserted_free": f"{ELSEWHERE}/said",
            },
        ),
    ],
)
def test_a_word_alone_makes_it_as_declared(home, place, value):
    made = report({**SHOWN, place: value}, home(FILES))

    assert (made.verdict, made.as_declared) == ("met", True)


@pytest.mark.parametrize("place", ["data.description.scope", "code.libraries"])
def test_prose_rests_on_the_license_of_the_documents(home, place):
    value = (
        {"not_applicable": "All of it comes from PyPI, as the lock file has it."}
        if place == "code.libraries"
        else None
    )
    changes = {**SHOWN, **({place: value} if value else {})}
    without = FILES | {"LICENSES/Apache-2.0.txt": None}

    assert report(changes, home(without)).as_declared
    assert not report(changes, home(FILES)).as_declared


def test_what_is_not_met_is_not_met_as_declared(home):
    assert not report({"code.inference": None}, home({})).as_declared


def test_every_headline_says_so():
    made = report()

    assert made.as_declared
    assert "met, as declared" in annotations.verdict_line(made)
    assert "met, as declared" in markdown.one_liner(made, None)
    assert badge.message(made) == ("met, as declared", "light green")
    assert json_report.as_data(made)["as_declared"] is True


def test_what_is_required_is_met_as_declared():
    assert not report(required=("osaid",)).errors


def test_how_well_each_component_is_known_is_counted(home):
    changes = {**SHOWN, "code.inference": "src/run.py", "code.libraries": None}
    changes["code.architecture"] = "gone.py"
    made = report(changes, home(FILES))

    assert made.evidence == {
        "verified": 1,
        "found": 5,
        "declared": 5,
        "contradicted": 1,
        "of": 12,
    }


def test_json_tells_where_a_requirement_lies_and_where_that_is_from():
    source = {"location": "https://maker.example.org/card", "date": "2026-01-02"}
    made = report({"code.inference.source": source, "parameters.weights.license": "llama2"})

    told = {one["id"]: one for one in json_report.as_data(made)["requirements"]}
    assert told["code.inference"]["locations"] == [f"{AT_HOME}/inference"]
    assert told["code.inference"]["source"] == [source]
    weights = told["parameters.weights"]
    assert (weights["licenses"], weights["access"]) == (["llama2"], "open")
    assert {one["license"] for one in weights["clauses"]} == {"llama2"}
    assert "use-policy" in {one["kind"] for one in weights["clauses"]}
