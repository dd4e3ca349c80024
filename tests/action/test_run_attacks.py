# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whatever a stranger writes, wherever it is shown: it stays text in all that a run leaves."""

import re

import pytest

from osaid_action.action.conversation import MAX_COMMENTS
from osaid_action.action.marker import CLOSING, key_of, marker_in
from testing.github_double import events
from testing.github_double.api.state import ACTIONS
from testing.github_double.hostile import BRANCHES, COMMANDS, CORPUS, FILE_NAMES, in_yaml
from tests.action.bench import GOOD, NAME

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

OURS = {"group", "endgroup", "error", "warning", "notice"}
OUTPUTS = {
    *("valid", "verdict", "freedoms", "use", "study", "modify", "share", "label", "report"),
    "comment-url",
}
_LONG = 20_000
CHECK = {"check-run": "true", "comment": "always"}
BADGES = {"comment": "always", "badge-directory": "badges"}


def _filled(text):
    """A valid declaration that shows a text in every way that a report does."""
    shown = in_yaml(text[:_LONG])
    return (
        GOOD.replace("name: Acme 1B", f"name: {shown}")
        .replace("producer: Acme}", f"producer: {shown}}}")
        .replace("{name: T,", f"{{name: {shown},")
        .replace("license: CC0-1.0", "license: Llama2")
        .replace(
            'training: {location: "https://code.example.org/train", license: MIT, settings: "https://code.example.org/1b.yaml"}',
            f"training: {{not_released: {shown}}}",
        )
        .replace(
            "labeling: {not_applicable: No labels were used.}", f"labeling: {{location: {shown}}}"
        )
    )


def _misspelt(text):
    """An invalid one whose errors quote a text, as a key and as a value."""
    shown = in_yaml(text[:_LONG])
    return GOOD + f"{shown}: 1\nx-y: {{z: {shown}}}\nlicenses: {shown}\n"


def _assert_only_ours(run, pull, *paths):
    paths = set(paths or [NAME])
    groups = [c.name for c in run.commands if c.name in ("group", "endgroup")]
    assert {c.name for c in run.commands} <= OURS
    assert groups == ["group", "endgroup"] * 2
    assert {c.properties["file"] for c in run.commands if "file" in c.properties} <= paths
    assert set(run.outputs) <= OUTPUTS
    assert "<!--" not in run.summary
    assert {marker_in(comment.body).key for comment in pull.comments} <= set(map(key_of, paths))
    for comment in pull.comments:
        assert comment.author == ACTIONS
        assert comment.body.count("<!--") == 2
        assert comment.body.endswith(f"\n{CLOSING}\n")


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda h: h.name)
def test_a_declaration_stays_text(github, acme, bench, hostile):
    raw = hostile.text.encode("utf-8", "surrogatepass")
    written = {"a": _filled(hostile.text), "b": _misspelt(hostile.text), "c": raw}
    files = {f"{folder}/{NAME}": text for folder, text in written.items()}
    acme.commit({NAME: None, **files}, branch="evil")
    pull = acme.pull("evil")

    run = bench.run(events.pull_request(github, pull), inputs={"check-run": "true"})

    assert run.code == 1
    assert run.outputs["verdict"] == "invalid"
    assert len(pull.comments) == 3  # what the change deletes has half its lines in one of these
    assert sum("Moved here from" in comment.body for comment in pull.comments) == 1
    (check,) = acme.checks.values()
    assert {sent["path"] for sent in check.annotations} <= set(files)
    _assert_only_ours(run, pull, *files, NAME)


@pytest.mark.parametrize("hostile", FILE_NAMES, ids=lambda h: h.name)
def test_a_folder_name_stays_text(github, acme, bench, hostile):
    path = f"{hostile.text}/{NAME}"
    acme.commit({NAME: None, path: _filled("x")}, branch="evil")
    pull = acme.pull("evil")

    run = bench.run(events.pull_request(github, pull), inputs=BADGES)

    files = {c.properties["file"] for c in run.commands if "file" in c.properties}
    if "\\" in path:  # no path of a declaration has one: it would be two on another system
        assert (run.code, files) == (2, set())
        return
    assert run.outputs["verdict"] == "unmet"
    assert len(pull.comments) == len(files) == 1
    assert marker_in(pull.comments[0].body).key == key_of(path)
    _assert_only_ours(run, pull, path, *files)


@pytest.mark.parametrize("name", ["pull_request", "pull_request_target"])
def test_the_name_of_a_folder_that_is_gone_stays_text(github, acme, bench, name):
    paths = {f"{hostile.text}/{NAME}" for hostile in FILE_NAMES if "\\" not in hostile.text}
    acme.commit({path: f"{GOOD}# {number}\n" for number, path in enumerate(sorted(paths))})
    acme.commit(dict.fromkeys(paths), branch="evil")
    pull = acme.pull("evil")
    event = {
        "pull_request": lambda: events.pull_request(github, pull),
        "pull_request_target": lambda: events.pull_request_target(github, pull),
    }[name]()

    run = bench.run(event, inputs={"require": "use"})

    assert run.code == 1
    assert {marker_in(comment.body).key for comment in pull.comments} <= set(map(key_of, paths))
    assert len(pull.comments) == min(len(paths), MAX_COMMENTS)
    for comment in pull.comments:
        assert comment.body.count("<!--") == 2
        assert comment.body.endswith(f"\n{CLOSING}\n")
    assert "<!--" not in run.summary
    assert {c.name for c in run.commands} <= OURS
    shown = [c.properties["file"] for c in run.commands if "file" in c.properties]
    assert all(path.isprintable() for path in shown)


@pytest.mark.parametrize("hostile", BRANCHES, ids=lambda h: h.name)
def test_a_branch_name_is_never_said(github, acme, bench, hostile):
    theirs = github.fork(acme, "mallory")
    theirs.commit({NAME: _filled("x")}, branch=hostile.text)
    pull = acme.pull(hostile.text, head_repository=theirs)

    run = bench.run(events.workflow_run(github, acme, acme.run(pull)))

    assert len(pull.comments) == 1
    _assert_only_ours(run, pull)


@pytest.mark.parametrize("hostile", COMMANDS, ids=lambda h: h.name)
@pytest.mark.parametrize("status", [403, 422])
def test_what_a_server_says_stays_text(github, acme, bench, hostile, status):
    acme.commit({NAME: _filled("x")}, branch="feature")
    pull = acme.pull("feature")
    github.fail(method="POST", path="*/comments", status=status, body={"message": hostile.text})

    run = bench.run(events.pull_request(github, pull))

    assert len(run.told("notice")) == 1
    _assert_only_ours(run, pull)


def test_a_token_is_never_shown(github, acme, bench):
    acme.commit({NAME: _filled("x")}, branch="feature")
    pull = acme.pull("feature")
    github.fail(method="*", path="*", status=500, times=99)

    run = bench.run(events.pull_request(github, pull), inputs=CHECK)

    assert bench.token not in run.log + run.summary + str(run.outputs)
    assert not re.search("gh[sp]_", run.log)


def test_a_bug_is_told_without_the_token(github, acme, bench, monkeypatch):
    monkeypatch.setattr("osaid_action.action.run.verdict", lambda *_: 1 / 0)

    run = bench.run(events.schedule(github, acme))

    assert run.code == 3
    assert "ZeroDivisionError" in run.log
    assert bench.token not in run.log
    assert "bug of ours" in run.told("error")[0]
