# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every workflow that README and docs/action.md print runs as it stands, copied."""

import os
import re
import subprocess
import time
from pathlib import Path

import pytest
import yaml  # noqa: TID251 - as a reader of workflows

from testing.github_double import events
from testing.github_double.runner import Runner
from tests.action.bench import GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools

ROOT = os.path.join(os.path.dirname(__file__), os.pardir, os.pardir)
DECLARATIONS = (NAME, f"models/a/{NAME}", f"models/experimental/b/c/{NAME}")


def _workflows(*names):
    """Title → text of each workflow printed in the documents."""
    for name in names:
        with open(os.path.join(ROOT, name), encoding="utf-8") as file:
            text = file.read()
        for block in re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL):
            if "\njobs:" in block[1]:
                heading = re.findall(r"^#+ (.+)$", text[: block.start()], re.MULTILINE)[-1]
                yield f"{name}: {heading}", block[1]


RECIPES = dict(_workflows("README.md", os.path.join("docs", "action.md")))


def _event(github, acme, kinds):
    """An event that starts a workflow; a pull request makes each declaration lose something."""
    if kinds == ["push"]:
        return events.push(github, acme)
    if set(kinds) <= {"schedule", "workflow_dispatch"}:
        return events.schedule(github, acme)
    if "workflow_run" in kinds:
        theirs = github.fork(acme, "octocat")
        theirs.commit(dict.fromkeys(DECLARATIONS, SECRET), branch="patch-1")
        pull = acme.pull("patch-1", head_repository=theirs)
        return events.workflow_run(github, acme, acme.run(pull))
    acme.commit(dict.fromkeys(DECLARATIONS, SECRET), branch="feature")
    return events.pull_request(github, acme.pull("feature"))


def _comments(event, text):
    """How many comments are to be expected."""
    if event.name not in ("pull_request", "workflow_run"):
        return 0
    return sum(path.startswith("models/") or "models" not in text for path in DECLARATIONS)


@pytest.fixture(scope="session")
def table():
    """Collects what came of each recipe, and prints it at the end; pytest -s shows it."""
    rows = []
    yield rows
    rows = ["recipe | event | result | comments | seconds", "---|---|---|---|---", *sorted(rows)]
    print("", *(f"| {row} |" for row in rows), sep="\n")  # noqa: T201 - for people


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_runs_as_it_is_printed(title, runner, pushed, table):
    github, acme, text = runner.github, runner.repository, RECIPES[title]
    workflow = yaml.safe_load(text)
    workflow["on"] = workflow.pop(True)  # YAML 1.1 takes `on` for true
    acme.commit(dict.fromkeys(DECLARATIONS, GOOD))
    event = _event(github, acme, [workflow["on"]] if "on: p" in text else list(workflow["on"]))
    (job,) = workflow["jobs"].values()
    begun = time.monotonic()

    run = runner.run(
        event, token=github.grant(job["permissions"]), workflow=workflow, env=pushed.environ
    )

    comments = sum(len(pull.comments) for pull in acme.pulls.values())
    seconds = f"{time.monotonic() - begun:.1f}"
    table.append(f"{title} | {event.name} | {run.result} | {comments} | {seconds}")
    assert run.result == "success", run.log
    assert comments == _comments(event, text)
    assert ({"osaid.svg", "osaid.json"} <= pushed.names()) == ("badge-directory" in text)


@pytest.mark.parametrize("title", RECIPES)
def test_what_is_copied_has_nothing_to_be_told_by_linters(title, tmp_path):
    """With all that zizmor knows offline, notes for the pedantic included."""
    place = tmp_path / ".github" / "workflows"
    place.mkdir(parents=True)
    (place / "copied.yml").write_text(RECIPES[title], encoding="utf-8")
    auditor = ("--offline", "--persona=auditor", "--strict-collection", "--no-progress")

    for command in (["zizmor", *auditor, "."], ["actionlint", place / "copied.yml"]):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_page_with_a_workflow_is_among_them():
    pages = {title.partition(":")[0] for title in RECIPES}
    texts = {name: (Path(ROOT) / name).read_text(encoding="utf-8") for name in _pages()}

    assert {name for name, text in texts.items() if "\njobs:" in text} == pages


def _pages():
    return ["README.md", *(f"docs/{path.name}" for path in (Path(ROOT) / "docs").glob("*.md"))]


class Pushed:
    """A repository that takes what a workflow pushes to the server of the double."""

    def __init__(self, folder, url):
        self.folder = folder
        self.environ = {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{folder}.insteadOf",
            "GIT_CONFIG_VALUE_0": url,
        }
        subprocess.run(["git", "init", "--quiet", "--bare", folder], check=True)

    def names(self):
        """The names at the top of the branch `badges`."""
        command = ["git", "-C", self.folder, "ls-tree", "--name-only", "badges"]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        return set(done.stdout.split())


@pytest.fixture
def pushed(github, acme, tmp_path):
    return Pushed(str(tmp_path / "pushed.git"), f"{github.url}/{acme.full_name}")


@pytest.fixture
def runner(tmp_path, github, acme, bare):
    return Runner(str(tmp_path), github, acme, python=bare)
