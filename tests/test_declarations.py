# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files as tests: a new file in ``declarations/`` is a new test.

``good/`` is valid and calls for no error. ``bad/<rule>`` fails for that rule alone,
``noted/<rule>`` calls for that note alone. ``examples/<rule>`` has a declaration that is wrong and
the same one mended, to be shown beside the rule. Where it needs files beside it, it is a folder.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from osaid_action.check import check
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES
from osaid_action.evidence.online import ask
from osaid_action.http.fetcher import Answer
from osaid_action.model import FREEDOMS
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from tests.made import off, rules

HERE = Path(__file__).parent / "declarations"
HANG = 60  # seconds
NAMED = ("NAME", "EMAIL")
LONGEST_SHOWN = 24  # lines of one half of an example
NAMES = ("OPEN_AI_SYSTEM.yaml", ".github/OPEN_AI_SYSTEM.yml")
ALONG = {
    "permission-unshown": {"base-undeclared"},  # what cannot but speak along with a rule
    "base-license-missing": {"base-undeclared"},
    "license-restricts-study": {f"license-restricts-{freedom}" for freedom in FREEDOMS},
    "license-restricts-modify": {"license-restricts-share"},
    "license-restricts-share": {"license-restricts-use"},
    "patents-not-granted": {"license-not-on-osi-list"},
    "license-wider-than-base": {"license-restricts-modify", "license-restricts-share"},
}
UNSTORED = {
    "too-large": "2 MiB are made by test_hostile",
    "too-many-problems": "it never comes alone: test_words",
    "freedom-required": "it takes an option: test_assess",
    "osaid-required": "it takes an option: test_assess",
    "url-gone": "it takes a network: tests/evidence",
    "access-conflict": "it takes a network: tests/evidence",
    "revision-missing": "it takes a network: tests/evidence",
    "url-unanswered": "it takes a network: tests/evidence",
    "path-unknown": "it takes git: tests/repository",
    "path-not-added": "it takes git: tests/repository",
    "path-deleted": "it takes git: tests/repository",
    "git-refused": "it takes git: tests/repository",
    "declaration-removed": "it takes git: tests/cli",
    "license-text-unknown": "it takes a license without a text here: tests/evidence",
}


def stored(kind):
    return sorted(path for path in (HERE / kind).iterdir() if not path.name.startswith("."))


def report_on(path, **given):
    """The report on a stored file, or on the declaration in a stored folder, at home there."""
    inside = next(name for name in NAMES if (path / name).exists()) if path.is_dir() else path.name
    top = path if path.is_dir() else path.parent
    home = DeclarationFile(DiskTree(str(top)), inside, "")
    return check((top / inside).read_bytes(), inside, home, **given)


def stem(path):
    return path.name.removesuffix(".yaml")


@pytest.mark.parametrize("path", stored("good"), ids=stem)
def test_good(path):
    report = report_on(path)

    assert report.valid
    assert rules(report, "error") == set()


@pytest.mark.parametrize("path", stored("bad"), ids=stem)
def test_bad_for_its_reason_alone(path):
    report = report_on(path)

    assert rules(report) == {stem(path)} | ALONG.get(stem(path), set())
    assert report.valid or {f.severity for f in report.findings} == {"error"}


@pytest.mark.parametrize("path", stored("noted"), ids=stem)
def test_noted_and_no_more(path):
    report = report_on(path)

    assert rules(report) == set()
    assert rules(report, "note") == {stem(path)} | ALONG.get(stem(path), set())


ONE_UNMET = {one.id: one.missing for one in REQUIREMENTS} | {"lineage": "base-not-released"}


@pytest.mark.parametrize(("requirement", "rule"), ONE_UNMET.items())
def test_every_requirement_can_fail_alone(requirement, rule):
    report = report_on(HERE / "bad" / f"{rule}.yaml")

    assert off(report) == {requirement: "unmet"}
    assert report.verdict == "unmet"


def test_every_rule_has_its_file_or_a_reason_why_not():
    files = {stem(path) for kind in ("bad", "noted") for path in stored(kind)}

    assert files | UNSTORED.keys() == RULES.keys()
    assert not files & UNSTORED.keys()


def test_severities_are_where_they_belong():
    severities = {stem(path): RULES[stem(path)].severity for path in stored("noted")}

    assert set(severities.values()) == {"note"}
    assert "note" not in {RULES[stem(path)].severity for path in stored("bad")}


@pytest.mark.parametrize(
    ("name", "verdict", "label"),
    [
        ("whole.yaml", "met", "open-source-ai-with-open-data"),
        ("minimal.yaml", "unmet", "closed"),
        ("unfilled.yaml", "unmet", "closed"),
        ("every-key.yaml", "unmet", "weights-available"),
        ("finetune", "met", "open-source-ai-with-open-data"),
        ("in-github", "met", "open-source-ai-with-open-data"),
        ("at-home", "met", "open-source-ai-with-open-data"),
    ],
)
def test_what_the_good_come_to(name, verdict, label):
    report = report_on(HERE / "good" / name)

    assert (report.verdict, report.label) == (verdict, label)


def test_what_is_at_home_is_verified():
    report = report_on(HERE / "good" / "at-home")

    evidence = {one.id: one.evidence for one in report.requirements}
    declared = {"data.description.labeling", "code.libraries"}  # not applicable: nothing to look at
    assert {
        one for one, status in evidence.items() if status not in ("verified", "found")
    } == declared


EXAMPLES = {
    "olmo": ("met", "met met met met"),
    "llama-2": ("unmet", "unmet unmet unmet unmet"),
    "bloom": ("unmet", "unmet met unmet unmet"),
}


@pytest.mark.parametrize(("name", "said"), EXAMPLES.items())
def test_examples(name, said):
    path = HERE.parent.parent / "examples" / name

    report = report_on(path)

    outcomes = " ".join(report.freedoms[freedom].outcome.value for freedom in FREEDOMS)
    assert (report.verdict, outcomes) == said


def test_llama_2_is_told_with_its_clauses():
    report = report_on(HERE.parent.parent / "examples" / "llama-2")

    words = " ".join(finding.message for finding in report.findings)
    for clause in ("700 million", "acceptable use", "improve any other large language model"):
        assert clause in words
    assert "data-provenance-missing" in rules(report)


def test_every_file_below_is_one_of_these():
    assert sorted(os.listdir(HERE)) == ["bad", "examples", "good", "hostile", "noted"]


REQUIRED = {"freedom-required": ("use",), "osaid-required": ("osaid",)}


class Recorded:
    """Gives the answers that an example has stored, as a network would."""

    def __init__(self, folder):
        path = folder / "answers.json"
        self.said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None

    def answers(self, questions, _progress=None):
        """The answer to each question; one that is not stored is a fault of the example."""
        return {question: self.answer(**self.said[question.url]) for question in questions}

    def answer(self, body=None, **said):
        return Answer(**said, body=json.dumps(body).encode() if body is not None else b"")


def rules_in_git(folder, kind, command, top):
    """The same of an example that is a git repository after some steps, as our hook sees it."""
    shutil.copytree(folder / kind, top)
    named = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in NAMED}
    environ = os.environ | named
    stored_steps = json.loads((folder / "steps.json").read_text(encoding="utf-8"))
    for step in ["git init --quiet", *stored_steps[kind]]:
        subprocess.run(step.split(), cwd=top, env=environ, check=True)
    asked = [command, "check", "--if-missing", "ignore", "--format", "json"]
    done = subprocess.run(asked, cwd=top, capture_output=True, check=False, timeout=HANG)
    findings = [f for one in json.loads(done.stdout)["reports"] for f in one["findings"]]
    return (
        {finding["rule"] for finding in findings},
        {finding["rule"] for finding in findings if finding["severity"] == "error"},
    )


def rules_of_example(folder, kind, command, top):
    """Every rule that one half of an example calls for, and those among them that are errors."""
    if (folder / "steps.json").exists():
        return rules_in_git(folder, kind, command, top / kind)
    network = Recorded(folder)
    asked = (lambda declaration: ask(declaration, network)) if network.said else None
    report = report_on(folder / kind, ask=asked, required=REQUIRED.get(folder.name, ()))
    return rules(report, "error", "warning", "note"), rules(report, "error")


@pytest.mark.parametrize("folder", stored("examples"), ids=stem)
def test_the_wrong_example_calls_for_its_rule_and_the_right_one_does_not(folder, command, tmp_path):
    wrong, _ = rules_of_example(folder, "wrong", command, tmp_path)
    right, errors = rules_of_example(folder, "right", command, tmp_path)

    assert folder.name in wrong
    assert folder.name not in right
    assert errors == set()


def test_every_rule_has_an_example():
    assert {folder.name for folder in stored("examples")} == RULES.keys()


@pytest.mark.parametrize("name", RULES)
def test_an_example_shows_what_was_wrong_and_what_was_mended(name):
    shown = example(RULES[name])

    assert shown.wrong != shown.right
    assert all(len(text.splitlines()) <= LONGEST_SHOWN for text in shown)
