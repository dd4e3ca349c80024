# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is read through the API is limited for each declaration; one never costs the others."""

import pytest

from osaid_action.action.github_tree import MAX_FILES, MAX_FOLDERS
from testing.github_double import events
from testing.github_double.double import Double
from tests.action.bench import GOOD, NAME

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double

_PLACE = 'training: {location: "https://code.example.org/train", license: MIT, settings: "https://code.example.org/1b.yaml"}'
LICENSED = GOOD.replace(
    _PLACE,
    "training: ["
    + ", ".join(f"{{location: f/{n}.py, license: MIT, settings: c/{n}.yaml}}" for n in range(260))
    + "]",
)
"""A declaration that names 520 files."""
FILES = {f"many/f/{n}.py": f"print({n})\n" for n in range(260)} | {
    f"many/c/{n}.yaml": f"a: {n}\n" for n in range(260)
}


@pytest.fixture
def github():
    with Double(max_seconds=300, max_requests=5000) as double:
        yield double


@pytest.fixture
def fork(github, acme):
    theirs = github.fork(acme, "octocat")
    theirs.commit({f"many/{NAME}": LICENSED, f"z/{NAME}": GOOD, **FILES}, branch="patch-1")
    return acme.pull("patch-1", head_repository=theirs)


def test_a_declaration_that_names_too_much_is_told_and_the_others_are_checked(
    github, acme, fork, bench
):
    run = bench.run(events.workflow_run(github, acme, acme.run(fork)), inputs={"comment": "always"})

    assert run.code == 0
    assert len(fork.comments) == 3
    blobs = [r for r in github.requests if "/git/blobs/" in r.path]
    assert MAX_FILES < len(blobs) < 3 * MAX_FILES


def test_a_tree_that_is_cut_short_is_searched_as_far_as_it_goes(github, acme, bench):
    theirs = github.fork(acme, "octocat")
    folders = {f"m{n:03}/x": "x" for n in range(MAX_FOLDERS + 1)}
    theirs.commit({f"a/{NAME}": GOOD, **folders}, branch="patch-1")
    pull = acme.pull("patch-1", head_repository=theirs)
    theirs.tree_limit = acme.tree_limit = 300
    event = events.workflow_run(github, acme, acme.run(pull))

    run = bench.run(event, inputs={"comment": "always"})
    named = bench.run(event, inputs={"path": f"a/{NAME}"})

    assert run.code == 2
    (told,) = run.told("error")
    assert told.startswith(".: not searched to its end: more than 200 folders")
    assert run.outputs["verdict"] == "met"
    assert len(pull.comments) == 2
    assert (named.code, named.outputs["verdict"]) == (0, "met")
