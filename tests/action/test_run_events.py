# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every event that starts a run, and the rights that it comes with."""

import json

import pytest

from testing.github_double import events
from testing.github_double.api.gitstore import SYMLINK, Entry
from testing.github_double.api.state import DEPENDABOT, OCTOCAT
from tests.action.bench import BROKEN, GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double


@pytest.fixture
def fork(github, acme):
    """A pull request from a fork that takes the training code away."""
    theirs = github.fork(acme, "octocat")
    theirs.commit({NAME: SECRET}, branch="patch-1")
    return acme.pull("patch-1", head_repository=theirs)


@pytest.fixture
def reader(github):
    """The token of a run for a fork or for Dependabot."""
    return github.grant({"contents": "read", "pull-requests": "read"})


# ------------------------------------------------------------------ no right to write


def test_a_fork_gets_the_same_result_and_one_line_about_it(github, fork, bench, reader):
    run = bench.run(events.pull_request(github, fork), token=reader, inputs={"require": "use"})

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"
    assert "Study" in run.summary
    assert fork.comments == []
    (told,) = run.told("notice")
    assert "pull-requests: write" in told
    assert "403" in told


def test_dependabot_is_told_as_a_fork_is(github, acme, bench, reader):
    acme.commit({NAME: SECRET}, branch="dependabot/pip/x")
    pull = acme.pull("dependabot/pip/x", author=DEPENDABOT)

    run = bench.run(events.pull_request(github, pull), token=reader)

    assert run.code == 0
    assert len(run.told("notice")) == 1


def test_a_fork_fails_where_everybody_fails(github, acme, bench, reader):
    theirs = github.fork(acme, "octocat")
    theirs.commit({NAME: BROKEN}, branch="patch-1")
    pull = acme.pull("patch-1", head_repository=theirs)

    assert bench.run(events.pull_request(github, pull), token=reader).code == 1


# ------------------------------------------------------------------ no pull request


def test_a_push_says_what_it_changed(github, acme, bench):
    acme.commit({NAME: SECRET})

    run = bench.run(events.push(github, acme))

    assert run.code == 0
    assert "loses" in run.summary
    assert github.writes == []


@pytest.mark.parametrize(
    "event",
    [
        lambda github, acme: events.push(github, acme, before=events.NOTHING),
        lambda github, acme: events.push(github, acme, ref="refs/tags/v1"),
        events.schedule,
        events.workflow_dispatch,
    ],
    ids=["new branch", "tag", "schedule", "workflow_dispatch"],
)
def test_other_events_judge_the_tree(github, acme, bench, event):
    run = bench.run(event(github, acme))

    assert run.code == 0
    assert run.outputs["verdict"] == "met"
    assert run.outputs["freedoms"] == "use,study,modify,share"
    assert github.writes == []


def test_a_merge_group_never_comments(github, fork, bench, token):
    run = bench.run(
        events.merge_group(github, fork),
        token=token,
        inputs={"comment": "always", "require": "study"},
    )

    assert run.code == 1
    assert "loses" in run.summary
    assert github.writes == []


def test_an_event_that_is_not_supported_is_said_so(github, acme, bench):
    event = events.schedule(github, acme)._replace(name="issue_comment")

    run = bench.run(event)

    assert run.code == 2
    assert "issue_comment is not supported" in run.told("error")[0]


# ------------------------------------------------------------------ rights, and no trust


def test_pull_request_target_reads_the_head_and_not_the_workspace(github, fork, bench):
    run = bench.run(events.pull_request_target(github, fork))

    assert run.outputs["verdict"] == "unmet"  # the workspace holds the base, which meets all
    assert "loses" in fork.comments[0].body
    assert not [c for c in run.commands if "file" in c.properties]


def test_workflow_run_comments_for_a_fork(github, acme, fork, bench):
    event = events.workflow_run(github, acme, acme.run(fork))

    run = bench.run(event)

    assert run.outputs["verdict"] == "unmet"
    (comment,) = fork.comments
    assert "loses" in comment.body
    assert f"octocat/model/blob/{fork.head_sha}" in comment.body


def test_two_forks_with_the_same_branch_are_told_apart(github, acme, fork, bench):
    other = github.fork(acme, "mallory")
    other.commit({NAME: GOOD + "\n"}, branch="patch-1")
    theirs = acme.pull("patch-1", head_repository=other)
    event = events.workflow_run(github, acme, acme.run(fork))

    bench.run(event)

    assert len(fork.comments) == 1
    assert theirs.comments == []


def _closed(_, pull):
    pull.state = "closed"


def _moved_on(_, pull):
    pull.head_repository.commit({"README.md": "more"}, branch=pull.head_ref)


@pytest.mark.parametrize("change", [_closed, _moved_on])
def test_workflow_run_is_for_an_open_pull_request_at_its_commit(github, acme, fork, bench, change):
    event = events.workflow_run(github, acme, acme.run(fork))
    change(acme, fork)

    run = bench.run(event)

    assert run.code == 0
    assert "Nothing to do: no open pull request is at " in run.log
    assert run.told("notice") == []
    assert github.writes == []


def test_workflow_run_after_a_push_has_nothing_to_do(github, acme, bench):
    event = events.workflow_run(github, acme, acme.run(event="push"))

    run = bench.run(event)

    assert run.code == 0
    assert github.requests == []


@pytest.mark.parametrize("name", ["pull_request_target", "workflow_run"])
def test_online_is_refused_where_strangers_come_with_rights(github, acme, fork, bench, name):
    event = (
        events.pull_request_target(github, fork)
        if name == "pull_request_target"
        else events.workflow_run(github, acme, acme.run(fork))
    )

    run = bench.run(event, inputs={"online": "true"})

    assert run.code == 2
    assert "online" in run.told("error")[0]
    assert github.requests == []


# ------------------------------------------------------------------ nothing to judge


@pytest.mark.parametrize(
    ("mode", "code", "levels"),
    [("error", 2, ["error"]), ("warn", 0, ["warning"]), ("ignore", 0, [])],
)
def test_a_missing_declaration_in_three_modes(bench, mode, code, levels):
    github, acme = bench.github, bench.repository
    acme.commit({NAME: None})

    run = bench.run(events.push(github, acme), inputs={"if-missing": mode})

    assert run.code == code
    assert [level for level in ("error", "warning", "notice") if run.told(level)] == levels
    assert run.outputs["verdict"] == ""


@pytest.mark.parametrize(
    ("path", "code", "level"),
    [(f"models/*/{NAME}", 0, "warning"), ("experimental/**", 0, "warning"), ("gone", 2, "error")],
)
def test_a_search_in_vain_is_a_warning_where_others_were_found(bench, path, code, level):
    event = events.schedule(bench.github, bench.repository)

    run = bench.run(event, inputs={"path": f"{NAME}\n{path}"})

    assert run.code == code
    assert run.outputs["verdict"] == "met"
    assert f"no declaration at {path}; " in run.told(level)[0]


CHECKED = {"check-run": "true", "comment": "never"}


@pytest.mark.parametrize(
    ("name", "inputs"),
    [
        ("open_ai_system.yaml", {}),
        (".github/Open-AI-System.yml", {}),
        ("models/a/OPEN-AI-SYSTEM.yaml", {"path": "models/a"}),
        ("models/open_ai_system.yml", {"working-directory": "models"}),
    ],
)
def test_a_near_name_is_told_where_nothing_is_declared(github, acme, bench, name, inputs):
    acme.commit({NAME: None, name: GOOD, "models/a/x": "x"})

    run = bench.run(events.schedule(github, acme), inputs=inputs)

    (told,) = run.told("error")
    assert (run.code, told.endswith(f", but {name}: rename it to OPEN_AI_SYSTEM.yaml")) == (2, True)
    assert f"`{name}` is there, which nobody looks for: rename it to" in run.summary


@pytest.mark.parametrize("mode", ["warn", "ignore"])
def test_a_required_check_is_concluded_without_a_declaration(github, acme, bench, mode):
    acme.commit({NAME: None}, branch="feature")
    pull = acme.pull("feature")

    bench.run(events.pull_request(github, pull), inputs={**CHECKED, "if-missing": mode})

    ((sha, conclusion, title),) = _checks(acme)
    assert (sha, conclusion) == (pull.head_sha, "neutral")
    assert title == "1 declaration removed · OSAID 1.0: nothing is declared here"


def _checks(repository):
    every = [check.fields for check in repository.checks.values()]
    return [(one["head_sha"], one["conclusion"], one["output"]["title"]) for one in every]


@pytest.mark.parametrize("change", [_closed, _moved_on])
def test_a_required_check_is_concluded_where_the_pull_request_is_gone(
    github, acme, fork, bench, change
):
    event = events.workflow_run(github, acme, acme.run(fork))
    sha = fork.head_sha
    change(acme, fork)

    bench.run(event, inputs=CHECKED)
    bench.run(event, inputs=CHECKED)

    assert _checks(acme) == [
        (sha, "neutral", f"Nothing to judge: no open pull request is at {sha[:12]}")
    ]


@pytest.mark.parametrize(
    ("inputs", "why"),
    [
        ({"require": "used"}, "the input require is"),
        ({"path": "../x"}, "the input path is"),
        ({"comment": "yes", "working-directory": "a/.."}, "the input comment is"),
    ],
)
def test_a_required_check_is_concluded_where_an_input_is_refused(github, acme, bench, inputs, why):
    run = bench.run(events.push(github, acme), inputs={**CHECKED, **inputs})

    assert (run.code, len(run.told("error"))) == (2, 1)
    assert run.told("error")[0].startswith(why)
    assert _checks(acme) == [(acme.branches["main"], "failure", "Not judged")]
    assert why in next(iter(acme.checks.values())).fields["output"]["summary"]


def test_a_branch_that_is_deleted_is_not_judged(github, acme, bench):
    last = acme.commit({NAME: BROKEN}, branch="feature")

    run = bench.run(events.push_deleted(github, acme, "feature", last), inputs=CHECKED)

    assert run.code == 0
    assert run.outputs == {}
    assert _checks(acme) == [
        (last, "neutral", "Nothing to judge: the branch or the tag was deleted")
    ]


def test_a_verdict_that_was_told_is_not_covered_by_a_neutral_one(github, acme, bench):
    last = acme.commit({NAME: SECRET}, branch="feature")
    bench.run(events.push(github, acme, "feature"), inputs={**CHECKED, "require": "study"})

    bench.run(events.push_deleted(github, acme, "feature", last), inputs=CHECKED)

    assert [one[:2] for one in _checks(acme)] == [(last, "failure")]


def test_a_green_run_without_news_says_nothing(github, acme, bench):
    acme.commit({"README.md": "more"}, branch="feature")
    pull = acme.pull("feature")

    run = bench.run(events.pull_request(github, pull))

    assert run.outputs["verdict"] == "met"
    assert [c.name for c in run.commands if c.name in ("error", "warning", "notice")] == []
    assert pull.comments == []
    assert github.writes == []


def test_a_monorepo_has_the_worst_of_all(github, acme, bench):
    acme.commit({"a/" + NAME: SECRET, "b/.github/" + NAME: GOOD, ".hidden/" + NAME: BROKEN})

    run = bench.run(events.schedule(github, acme))

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"
    assert run.outputs["freedoms"] == "use,share"
    assert run.outputs["label"] == "open-weights"


def test_a_working_directory_is_where_paths_start(github, acme, bench):
    acme.commit({"models/a/" + NAME: SECRET})

    run = bench.run(events.schedule(github, acme), inputs={"working-directory": "models"})

    assert run.outputs["verdict"] == "unmet"
    assert {c.properties.get("file") for c in run.commands if c.name == "warning"} == {
        "models/a/" + NAME
    }


def test_a_declaration_that_is_a_link_out_of_the_repository_is_not_read(github, acme, bench):
    acme.commit({NAME: Entry(b"/etc/passwd", SYMLINK)})

    run = bench.run(events.schedule(github, acme))

    assert run.code == 2
    assert "root:" not in run.log


def test_a_private_fork_without_any_token_is_still_judged(github, acme, bench):
    acme.private = True
    acme.commit({NAME: SECRET}, branch="feature")
    pull = acme.pull("feature", author=OCTOCAT)

    run = bench.run(events.pull_request(github, pull), token="", clone=False)

    assert run.code == 0
    assert run.outputs["verdict"] == "unmet"


# ------------------------------------------------------------------ what is asked for besides


def test_online_asks_about_the_head_alone(github, acme, bench, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "osaid_action.evidence.online.ask",
        lambda declaration, *_: asked.append(declaration.system.name) or {},
    )
    acme.commit({NAME: GOOD.replace("Acme 1B", "Acme 2B")})

    run = bench.run(events.push(github, acme), inputs={"online": "true"})

    assert run.code == 0
    assert asked == ["Acme 2B"]


def test_badges_and_the_report_are_written_where_they_are_asked_for(github, acme, bench):
    acme.commit({"a/" + NAME: SECRET})
    inputs = {"badge-directory": "out", "report-file": "out/report.json"}

    run = bench.run(events.schedule(github, acme), inputs=inputs)

    out = bench.last / "workspace" / "out"
    assert run.outputs["report"] == str(out / "report.json")
    assert "met, as declared" in (out / "osaid.svg").read_text()
    endpoint = json.loads((out / "a" / "osaid.json").read_text())
    assert endpoint["message"] == "not met: study, modify"
    assert "no" in (out / "a" / "osaid-study.json").read_text()


def test_a_report_is_not_written_through_a_link_of_the_pull_request(github, acme, bench):
    acme.commit({"out": Entry(b"/tmp", SYMLINK)})

    run = bench.run(events.schedule(github, acme), inputs={"report-file": "out/report.json"})

    assert run.code == 2
    assert "a link is in the way" in run.told("error")[0]
    assert run.outputs["report"] == ""
    assert run.outputs["verdict"] == "met"


def test_an_enterprise_server_is_asked_at_its_own_address(github, fork, bench):
    for _ in range(130):
        fork.comment("another")
    event = events.pull_request_target(github, fork)

    run = bench.run(event, GITHUB_API_URL=github.enterprise_url)
    bench.run(event, GITHUB_API_URL=github.enterprise_url)

    assert run.outputs["verdict"] == "unmet"
    assert "https://github.example/octocat/model/blob/" in fork.comments[-1].body
    assert len(fork.comments) == 131
