# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is told where the budget of a declaration did not reach, and what it costs."""

import json
from pathlib import Path

import pytest

from osaid_action.cli.main import main
from osaid_action.evidence import artifacts, license_readings, measured_tree
from osaid_action.evidence.budget import HASHED, LISTED, READ, TEXTS, VALUES, WORDS, Budget
from osaid_action.evidence.not_looked_at import not_looked_at
from osaid_action.evidence.observation import DECLARED
from osaid_action.license_text import template
from osaid_action.licenses.grant import FREE_BY_ASSERTION
from osaid_action.repository.working_tree import DiskTree
from tests.evidence.weights import safetensors
from tests.made import dumped, freedoms, report, requirement, rules, whole

APACHE = (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8")
PAST = "is not looked at, nor is what comes after it: "
WEIGHTS = ("parameters", "weights")
CODE = {"code.inference": "src/run.py"}
MANY = {f"LICENSE-{n:02}": APACHE for n in range(33)}


def refused(*limits):
    budget = Budget()
    for number, limit in enumerate(limits):
        budget.refuse(limit, f"f{number}")
    return budget, tuple(budget.refused)


def told(made):
    return {f.message: f.pointer for f in made.findings if f.rule.id == "not-looked-at"}


# ------------------------------------------------------------------ what is told


def test_it_says_what_was_not_looked_at_and_what_would_settle_it():
    budget, what = refused(TEXTS, READ, TEXTS)

    shown = not_looked_at(budget, what, "MIT", WEIGHTS)

    assert [(one.message, one.remedy, one.path) for one in shown.diagnostics] == [
        (
            f"f0 {PAST}64 license texts are compared for one declaration",
            "let components share one license file, or read them yourself",
            WEIGHTS,
        ),
        (
            "f1 is not looked at, nor is what comes after it: 64 MiB are read for one declaration",
            "name smaller files, or split the declaration, or read them",
            WEIGHTS,
        ),
    ]
    assert shown.status is DECLARED


@pytest.mark.parametrize("limit", [READ, WORDS, TEXTS])
def test_what_is_declared_is_open_then(limit):
    shown = not_looked_at(*refused(limit), "MIT", WEIGHTS)

    assert {one.outcome.value for one in shown.terms.grants.values()} == {"undecided", "met"}


def test_a_hash_says_nothing_of_terms():
    assert not_looked_at(*refused(HASHED), "MIT", WEIGHTS).terms is None
    assert not_looked_at(*refused(HASHED, READ), "MIT", WEIGHTS).terms is not None


def test_a_statement_that_is_not_read_frees_nothing():
    shown = not_looked_at(*refused(READ), "", WEIGHTS, asserted=True)

    assert shown.terms.grants["use"].outcome.value == "undecided"
    assert FREE_BY_ASSERTION.grants["use"].outcome.value == "met"
    assert not_looked_at(*refused(READ), "", WEIGHTS).terms is None


# ------------------------------------------------------------------ license files


def test_more_license_files_of_a_folder_than_are_read_leave_the_terms_open(home):
    made = report(CODE, home({"src/run.py": "x", "LICENSE": None, **MANY}))

    assert told(made).keys() == {
        f"LICENSE-32 {PAST}32 license files, notices or policies of one folder are read"
    }
    assert requirement(made, "code.inference").evidence == "declared"
    assert freedoms(made) == "undecided met met undecided"
    assert rules(made) == set()


def test_as_many_as_are_read_are_all_compared(home):
    made = report(CODE, home({"src/run.py": "x", **dict(list(MANY.items())[:31])}))

    assert (told(made), requirement(made, "code.inference").evidence) == ({}, "verified")


def test_those_that_are_named_after_the_license_come_first(home):
    files = {f"LICENSES/0-{n:02}.txt": APACHE for n in range(40)}
    changed = APACHE.replace("Derivative Works", "Derived Works", 1)
    made = report(
        CODE,
        home({"src/run.py": "x", "LICENSE": None, **files, "LICENSES/Apache-2.0.txt": changed}),
    )

    assert "LICENSES/0-31.txt is not looked at" in next(iter(told(made)))
    assert requirement(made, "code.inference").evidence == "declared"


def test_what_is_not_looked_at_contradicts_nothing(home):
    other = template.text("BSD-3-Clause")
    files = {f"LICENSE-{n:02}": other for n in range(33)}
    made = report(CODE, home({"src/run.py": "x", "LICENSE": None, **files}))

    assert rules(made, "error") == set()
    assert freedoms(made) == "undecided met met undecided"


def test_an_altered_copy_is_one_whatever_else_lies_there(home):
    altered = APACHE.replace("Derivative Works", "Derived Works", 1)
    files = {f"LICENSE-{n:02}": altered for n in range(33)}
    made = report(CODE, home({"src/run.py": "x", "LICENSE": None, **files}))

    assert rules(made, "error") == {"license-altered"}


def test_more_licenses_of_an_expression_than_are_compared_leave_the_terms_open(home):
    known = sorted(one for one in template.index() if "-" in one)[:39]
    made = report(
        {**CODE, "licenses.code": " OR ".join(["Apache-2.0", *known])}, home({"src/run.py": "x"})
    )

    (message,) = told(made)
    assert message.endswith("32 licenses of one expression are compared with texts")
    assert freedoms(made) == "undecided met met undecided"


def test_license_files_come_before_anything_else(home, monkeypatch):
    monkeypatch.setattr(measured_tree, "READ", READ._replace(most=20_000))
    changes = {
        "code.inference": "src/run.py",
        "code.training": {"location": "t", "settings": "c.json"},
    }
    made = report(changes, home({"src/run.py": "x", "t": "x", "c.json": "[" + "1," * 9999 + "1]"}))

    assert "LICENSE is the text of Apache-2.0" in requirement(made, "code.inference").notes
    assert told(made).keys() == {f"src/run.py {PAST}{READ.told}"}


# ------------------------------------------------------------------ everything else


def test_a_description_that_is_not_read_is_undecided(home, monkeypatch):
    monkeypatch.setattr(measured_tree, "READ", READ._replace(most=12_000))
    changes = {**CODE, "data.description.scope": "b.md", "data.description.provenance": "a.md"}
    prose = "We took 40 GB of pages from Common Crawl of 2024. "
    made = report(
        changes, home({"src/run.py": "x", "a.md": prose * 100, "b.md": prose + "\n" + prose})
    )

    assert requirement(made, "data.description.provenance").outcome.value == "met"
    scope = requirement(made, "data.description.scope")
    assert (scope.outcome.value, scope.evidence) == ("undecided", "declared")
    assert any(message.startswith("b.md is not looked at") for message in told(made))


def test_a_statement_past_the_budget_leaves_it_open_whether_weights_are_free(home, monkeypatch):
    monkeypatch.setattr(measured_tree, "READ", READ._replace(most=1))
    weights = {"location": "w.bin", "asserted_free": {"location": "say.txt"}}
    files = {"w.bin": "x", "say.txt": "These weights are free to all, for any purpose, for ever."}
    made = report({"parameters.weights": weights}, home({"LICENSE": APACHE, **files}))

    assert requirement(made, "parameters.weights").outcome.value == "undecided"


def test_a_hash_that_is_not_compared_verifies_nothing(home, monkeypatch):
    monkeypatch.setattr(measured_tree, "HASHED", HASHED._replace(most=2))
    at = {"location": "w.bin", "license": "Apache-2.0", "sha256": "0" * 64}
    made = report({"parameters.weights": at}, home({"w.bin": "xyz"}))

    one = requirement(made, "parameters.weights")
    assert (one.outcome.value, one.evidence) == ("met", "declared")
    assert [f.remedy for f in made.findings if f.rule.id == "not-looked-at"]


def test_one_cause_is_told_in_the_same_words_everywhere(home, monkeypatch):
    monkeypatch.setattr(license_readings, "TEXTS", TEXTS._replace(most=1))
    files = {f"p{n}/{name}": APACHE for n in range(4) for name in ("LICENSE", "a.py")}
    libraries = [{"location": f"p{n}/a.py", "license": "Apache-2.0"} for n in range(4)]
    made = report({"code.libraries": libraries}, home({**files, "LICENSE": APACHE}))

    assert len(told(made)) == 1
    assert sum(f.rule.id == "not-looked-at" for f in made.findings) == 3


def test_listings_past_the_budget_hide_no_license_file(home, monkeypatch):
    monkeypatch.setattr(measured_tree, "LISTED", LISTED._replace(most=1))
    made = report({"code.inference": "a/b/run.py"}, home({"a/b/run.py": "x", "a/b/c": "x"}))

    assert "license-text-missing" not in rules(made)
    assert requirement(made, "code.inference").outcome.value == "undecided"
    assert "the top of the repository is not looked at" in " ".join(told(made)) or told(made)


# ------------------------------------------------------------------ each has its own


@pytest.mark.parametrize("most", [1, 3, 20])
def test_a_declaration_says_the_same_alone_as_among_others(tmp_path, monkeypatch, capsys, most):
    monkeypatch.setattr(license_readings, "TEXTS", TEXTS._replace(most=most))
    monkeypatch.setattr(measured_tree, "READ", READ._replace(most=30_000))
    monkeypatch.chdir(tmp_path)
    for n in range(4):
        for name in ("LICENSE", "run.py", "c.json", "d.md"):
            path = tmp_path / f"p{n}" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{APACHE}{'x' * (n % 2)}" if name == "LICENSE" else "[1]" * 900)
    paths = [f"p{n}/OPEN_AI_SYSTEM.yaml" for n in range(4)]
    for n, path in enumerate(paths):
        libraries = [f"../p{m}/run.py" for m in range(n, 4)]
        training = {"location": "run.py", "settings": [f"../p{m}/c.json" for m in range(4)]}
        tmp_path.joinpath(path).write_bytes(
            dumped(whole({"code.libraries": libraries, "code.training": training}))
        )

    def reports(*named):
        main(["check", "--format", "json", *named])
        return [{**one, "subject": None} for one in json.loads(capsys.readouterr().out)["reports"]]

    together = reports(*paths)

    assert together == [one for path in paths for one in reports(path)]
    assert together == reports(*reversed(paths))[::-1]


def test_what_is_parsed_is_counted_by_its_values(home, monkeypatch):
    monkeypatch.setattr(measured_tree, "VALUES", VALUES._replace(most=50))
    settings = [f"s{n}.yaml" for n in range(3)]
    made = report(
        {"code.training": {"location": "t.py", "settings": settings}},
        home({"t.py": "x", **dict.fromkeys(settings, "k: [1, 2]\n" * 6)}),
    )

    assert any(message.startswith("s2.yaml is not looked at") for message in told(made))
    assert requirement(made, "code.training").outcome.value == "undecided"


def test_a_header_past_the_budget_verifies_no_weights(home, monkeypatch):
    monkeypatch.setattr(artifacts, "VALUES", VALUES._replace(most=40))
    files = {f"w/{n}.safetensors": safetensors() for n in range(3)}
    at = {"location": "w", "license": "Apache-2.0"}
    made = report({"parameters.weights": at}, home(files))

    one = requirement(made, "parameters.weights")
    assert (one.outcome.value, one.evidence) == ("undecided", "declared")
    assert any("1.safetensors is not looked at" in message for message in told(made))


class Lacking(DiskTree):
    """A clone that lacks what is in one file."""

    lacks = ""

    def read(self, path, limit):
        if path == self.lacks:
            raise OSError("its content is not in this clone")
        return super().read(path, limit)


@pytest.mark.parametrize("name", ["README.md", "pyproject.toml", "CITATION.cff"])
def test_what_may_say_otherwise_and_cannot_be_read_leaves_the_terms_open(home, name):
    at = home({"src/run.py": "x", name: "x"})
    made = {}
    for lacks in ("", name):
        tree = Lacking(at.tree.top)
        tree.lacks = lacks
        made[lacks] = report({"code.inference": "src/run.py"}, at._replace(tree=tree))

    assert [one.verdict for one in made.values()] == ["met", "undecided"]
    told = {f.message for f in made[name].findings if f.rule.id == "path-unknown"}
    assert told == {f"{name} cannot be read here"}
