# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where a repository names another license than is declared for code, weights or data."""

from pathlib import Path

import pytest

from osaid_action.evidence.license_conflicts import LicenseConflicts
from osaid_action.evidence.observation import FOUND
from osaid_action.evidence.paths import Paths
from osaid_action.model import Part
from osaid_action.validation.loader import load
from tests.made import freedoms, report, requirement, rules, whole

APACHE = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")

TRAINING = ("code", "training")
PACKAGE = {"package.json": '{"license": "MIT"}'}
CARD = {"README.md": "---\nlicense: mit\n---\n# A\n"}
CODE_SAID = {"README.md": "Code: MIT.\n"}
DATA_SAID = {"README.md": "Data: CC0-1.0.\n"}
TAGGED = {"src/train.py": "# SPDX-" + "License-Identifier: MIT\n"}


def conflicts(home, files, **changes):
    declaration = load(whole({key.replace("__", "."): one for key, one in changes.items()}))
    at = home({"src/train.py": "x", "w.bin": "x", **files})
    return LicenseConflicts(declaration, Paths(at.tree, ""))


def of_part(made, part, component):
    found = [*made.of_part(part, component, made.paths.resolved(part.location))]
    assert {one.status for one in found} <= {FOUND}
    return [(one.rule.id, one.path) for seen in found for one in seen.diagnostics]


@pytest.mark.parametrize(
    ("files", "count"), [(PACKAGE, 1), (CODE_SAID, 1), (TAGGED, 1), (CARD, 0), (DATA_SAID, 0)]
)
@pytest.mark.parametrize(
    ("license_", "where"), [("", ("licenses", "code")), ("Apache-2.0", (*TRAINING, "license"))]
)
def test_code_is_what_packages_tags_and_readmes_speak_of(home, files, count, license_, where):
    part = Part(TRAINING, "src/train.py", license=license_)

    found = of_part(conflicts(home, files), part, "code.training")

    assert found == [("license-conflict", where)] * count


@pytest.mark.parametrize("name", ["README.md", "docs/MODEL_CARD.md"])
@pytest.mark.parametrize(("said", "told"), [("cc-by-nc-4.0", True), ("mit", False)])
def test_a_card_here_speaks_of_weights_elsewhere_where_it_grants_less(home, name, said, told):
    declared = {"documents": {"model_card": name}} if name != "README.md" else {}

    made = report(declared, home({name: f"---\nlicense: {said}\n---\n# Heron\n"}))

    assert ("license-conflict" in rules(made)) is told
    assert freedoms(made).split()[0] == ("undecided" if told else "met")
    assert requirement(made, "parameters.weights").evidence == "declared"


@pytest.mark.parametrize(("license_", "count"), [("Apache-2.0", 1), ("MIT", 0), ("", 0)])
def test_a_card_speaks_of_weights_with_a_license_of_their_own(home, license_, count):
    part = Part(("parameters", "weights"), "w.bin", license=license_)

    assert len(of_part(conflicts(home, CARD), part, "parameters.weights")) == count


def test_nothing_is_compared_with_the_license_of_prose(home):
    part = Part(("documents", "model_card"), "README.md")

    assert of_part(conflicts(home, {**PACKAGE, **CARD}), part, "documents.model_card") == []


def of_data(made):
    return [(one.status, *one.diagnostics) for one in made.of_data()]


def test_data_is_compared_with_the_licenses_of_all_sources(home):
    ((status, told),) = of_data(conflicts(home, DATA_SAID))

    assert status is FOUND  # to be in conflict is no agreement
    assert (told.rule.id, told.path) == ("license-conflict", ("data", "sources", 0, "license"))


@pytest.mark.parametrize("count", [1, 19, 20])
def test_one_source_of_that_license_is_enough_and_very_many_are_not_compared(home, count):
    source = {"name": "S", "availability": "open", "location": "https://x.y/z"}
    many = [{**source, "license": f"LicenseRef-{number}"} for number in range(count)]
    known = {**source, "license": "CC0-1.0"}

    assert of_data(conflicts(home, DATA_SAID, data__sources=[*many, known])) == []


def test_what_says_nothing_of_data_is_no_conflict(home):
    assert of_data(conflicts(home, CODE_SAID)) == []
    assert (
        of_data(conflicts(home, DATA_SAID, data__sources=[{"name": "S", "not_released": "x"}]))
        == []
    )


def test_each_file_is_read_once(home, monkeypatch):
    made = conflicts(home, PACKAGE)
    read, reads = made.paths.tree.read, []
    monkeypatch.setattr(made.paths.tree, "read", lambda *of: reads.append(of[0]) or read(*of))

    for _ in range(3):
        of_part(made, Part(TRAINING, "src/train.py"), "code.training")

    assert sorted(reads) == ["package.json", "src/train.py"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("cc-by-nc-4.0", "undecided"),
        ("llama2", "undecided"),
        ("MIT", "met"),
        ("cc-by-4.0", "met"),
        ("apache-2.0", "met"),
    ],
)
def test_what_grants_less_leaves_the_terms_undecided(home, said, outcome):
    card = {"README.md": f"---\nlicense: {said}\n---\n", "w.bin": "x"}
    changes = {"parameters.weights": {"location": "w.bin", "license": "Apache-2.0"}}
    made = report(changes, home({**card, "MODEL_LICENSE": APACHE}))

    freedom = made.freedoms["use"]
    assert (freedom.outcome.value, made.freedoms["study"].outcome.value) == (outcome, "met")
    rules = [finding.rule.id for finding in made.findings if finding.id in freedom.reasons]
    assert rules == (["license-conflict"] if outcome == "undecided" else [])


def test_words_that_limit_leave_the_terms_of_code_undecided(home):
    files = {"src/train.py": "x", "README.md": "For non-commercial use only.\n"}
    made = report({"code.training.location": "src/train.py"}, home(files))

    assert requirement(made, "code.training").outcome.value == "undecided"


def test_data_that_a_readme_calls_less_open_is_undecided(home):
    files = {"README.md": "Data: CC-BY-NC-4.0.\n"}
    made = report({}, home(files))

    assert requirement(made, "data.sources").outcome.value == "undecided"
    assert made.freedoms["study"].outcome.value == "met"  # terms of data cost no freedom
