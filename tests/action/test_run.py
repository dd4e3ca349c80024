# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A run: the verdict is told first; what comes after it changes nothing; nothing asks GitHub."""

import json
import os
import sys
from dataclasses import make_dataclass, replace
from types import SimpleNamespace

import pytest

from osaid_action.action import run, runner_files
from osaid_action.action.inputs import variable
from osaid_action.action.retry import GitHubError
from osaid_action.action.run import RunEnvironment
from osaid_action.baseline import Baseline
from osaid_action.errors import OsaidError
from osaid_action.model import ExitCode
from osaid_action.repository.object_tree import Line
from testing.github_double.commands import commands, file_commands
from tests.action.bench import BROKEN, GOOD, NAME, QUICK, SECRET, captured
from tests.report.heron import Shelf

SHA, BASE = "a" * 40, "b" * 40
WRITER = "ghs_x"
PULL = {
    "number": 7,
    "state": "open",
    "head": {"sha": SHA, "repo": {"full_name": "octocat/model"}},
    "base": {"sha": BASE, "ref": "main"},
}
Pull = make_dataclass("Pull", ["number", "sha", "base_branch"], frozen=True)
PULL_7 = Pull(7, SHA, "main")
EVENTS = {
    "push": {"before": BASE},
    "schedule": {},
    "pull_request": {"pull_request": PULL},
    "pull_request_target": {"pull_request": PULL},
    "workflow_run": {
        "workflow_run": {
            "event": "pull_request",
            "head_sha": SHA,
            "head_branch": "patch",
            "head_repository": {"full_name": "octocat/model"},
        }
    },
}


class Base(Shelf):
    """The base, in which the declaration is another."""

    def __init__(self, text):
        super().__init__([NAME])
        self.contents[NAME] = text.encode()


class Client:
    """GitHub, in whose tree there is one declaration; ``made`` are all that were connected."""

    def __init__(self, *given):
        self.given = given
        self.made.append(self)

    def pulls_of(self, asked):
        self.asked = asked
        return self.pulls

    def tree(self, sha, *, deep):
        self.read = (sha, deep)
        return {NAME: Line("100644", "blob")}, False

    def blob(self, _):
        return self.text.encode()


class Stage:
    """Where a run happens; what it leaves behind."""

    def __init__(self, folder, monkeypatch):
        self.folder, self.monkeypatch = folder, monkeypatch
        self.base, self.bases, self.closed = Base(GOOD), [], []
        self.checks, self.comments, self.urls, self.put = [], [], ["#1", "#2"], True
        self.slept = []
        Client.made, Client.pulls, Client.text = [], (), GOOD
        fake = SimpleNamespace(Client=Client)
        monkeypatch.setitem(sys.modules, "osaid_action.action.client", fake)
        monkeypatch.setattr(run, "baseline_of", self._baseline)
        monkeypatch.setattr(run.publish, "put_check", self._put_check)
        monkeypatch.setattr(run.publish, "put_comments", self._put_comments)

    def _baseline(self, context, found, client):
        self.bases.append((context.base_branch, context.before))
        self.client, self.found = client, found
        is_compared = context.event != "schedule"
        return Baseline(lambda _: self.base if is_compared else None)

    def _put_check(self, client, check):
        self.checks.append((client, check))
        return self.put

    def _put_comments(self, client, said):
        self.comments.append((client, said.pull, said.comments, said.workflow_token))
        return self.urls

    def run(self, event="push", text=GOOD, *, token=WRITER, fetch=str, inputs=None, **environ):
        """Run on an event, with files in the workspace; its code, and its log."""
        files = {NAME: text} if isinstance(text, str) else text
        for name in ("workspace", "scratch", "temp"):
            (self.folder / name).mkdir(exist_ok=True)
        for name, content in files.items():
            (self.folder / "workspace" / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / "workspace" / name).write_text(content)
        (self.folder / "event").write_text(json.dumps(EVENTS.get(event, {})))
        around = {
            "GITHUB_EVENT_NAME": event,
            "GITHUB_EVENT_PATH": f"{self.folder}/event",
            "GITHUB_REPOSITORY": "acme/model",
            "GITHUB_SHA": SHA,
            "GITHUB_WORKSPACE": f"{self.folder}/workspace",
            "GITHUB_API_URL": "https://api.example",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_OUTPUT": f"{self.folder}/output",
            "GITHUB_STEP_SUMMARY": f"{self.folder}/summary",
            "RUNNER_TEMP": f"{self.folder}/temp",
            **{variable(name): value for name, value in (inputs or {}).items()},
            **environ,
        }
        scratch = str(self.folder / "scratch")
        environment = RunEnvironment(token, scratch, QUICK, self.slept.append, fetch)
        self.code, self.log = captured(around, environment)
        return self.code

    def text(self, name):
        path = self.folder / name
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @property
    def outputs(self):
        """All that were written, a later one in the place of an earlier."""
        return dict(file_commands(self.text("output")))

    @property
    def lines(self):
        """The annotations, which are at a file."""
        return [one for one in commands(self.log) if "file" in one.properties]

    def told(self, level):
        """The messages of a level that are about no file and no verdict."""
        every = [one for one in commands(self.log) if one.name == level]
        ours = {"title": "osaid-action"}
        return [one.data for one in every if one.properties == ours]

    def report(self, name="scratch/report.json"):
        return json.loads(self.text(name))["reports"]


@pytest.fixture
def stage(tmp_path, monkeypatch):
    return Stage(tmp_path, monkeypatch)


class PanicException(BaseException):
    """What a package in Rust raises where it should not be."""


def failing(error):
    def fail(*_, **__):
        raise error

    return fail


# ------------------------------------------------------------------ how it ends


@pytest.mark.parametrize(
    ("text", "inputs", "code"),
    [
        (GOOD, {}, ExitCode.FINE),
        (SECRET, {}, ExitCode.FINE),
        (SECRET, {"require": "study"}, ExitCode.NOT_FINE),
        (BROKEN, {}, ExitCode.NOT_FINE),
        ({}, {}, ExitCode.USAGE),
        ({}, {"if-missing": "warn"}, ExitCode.FINE),
        (GOOD, {"comment": "yes"}, ExitCode.USAGE),
        (GOOD, {"working-directory": "gone"}, ExitCode.USAGE),
    ],
)
def test_the_code_is_that_of_the_declarations(stage, text, inputs, code):
    assert stage.run("push", text, inputs=inputs) == code
    assert bool(stage.told("error")) is (code == ExitCode.USAGE)


def test_an_event_that_is_not_supported_is_one_error(stage):
    assert stage.run("issue_comment") == ExitCode.USAGE
    assert stage.told("error")[0].startswith("the event issue_comment is not supported")
    assert len(commands(stage.log)) == 1


@pytest.mark.parametrize("error", [PanicException("x"), SystemExit(0), KeyError("x")])
def test_a_bug_before_the_verdict_is_told_as_one(stage, monkeypatch, error):
    monkeypatch.setattr(run, "verdict", failing(error))

    assert stage.run() == ExitCode.BUG
    assert type(error).__name__ in stage.log
    (told,) = stage.told("error")
    assert told.startswith("this is a bug of ours, not of your file; please report it")
    assert stage.outputs == {}


@pytest.mark.parametrize("error", [PanicException("x"), SystemExit(1), OsaidError("x"), OSError(5)])
@pytest.mark.parametrize("name", ["sequel", "compared"])
def test_whatever_is_raised_after_the_verdict_is_a_notice(stage, monkeypatch, name, error):
    monkeypatch.setattr(run, name, failing(error))

    assert stage.run(text=BROKEN) == ExitCode.NOT_FINE
    (told,) = stage.told("notice")
    assert told.startswith("what comes after the verdict failed: ")
    assert stage.outputs["verdict"] == "invalid"


@pytest.mark.parametrize("name", ["verdict", "sequel"])
def test_who_stops_the_run_stops_it(stage, monkeypatch, name):
    monkeypatch.setattr(run, name, failing(KeyboardInterrupt()))

    with pytest.raises(KeyboardInterrupt):
        stage.run()


def test_a_token_is_not_shown_with_what_a_run_needs():
    assert "secret" not in repr(RunEnvironment("secret", "/x"))


# ------------------------------------------------------------------ the log


def group(stage, title):
    """The lines of a group of the log."""
    return stage.log.partition(f"::group::{title}\n")[2].partition("::endgroup::")[0].splitlines()


def test_the_configuration_is_told_first(stage):
    inputs = {"path": "a\nb", "online": "false", "require": "use,share", "check-run": "true"}

    stage.run("push", {"a": GOOD, "b": GOOD}, inputs=inputs)

    assert stage.log.startswith("::group::osaid: configuration\n")
    assert group(stage, "osaid: configuration") == [
        *("event: push", f"commit: {SHA}", f"base: {BASE}"),
        *("path: a, b", "require: use, share", "if-missing: error", "comment: auto"),
        *("check-run: true", "annotations: true", "summary: true", "report-file: -"),
        *("badge-directory: -", "compare: true", "working-directory: .", "online: false"),
    ]


def test_what_is_not_there_is_told_as_such(stage):
    stage.run("schedule")

    assert {"base: None", "require: -"} <= set(group(stage, "osaid: configuration"))


@pytest.mark.parametrize(("number", "full"), [(1, True), (3, True), (4, False)])
def test_reports_are_told_whole_when_they_are_few(stage, number, full):
    stage.run(text={f"{n}/{NAME}": SECRET for n in range(number)})

    told = group(stage, "osaid: report")
    assert told.count("  ✓ use it?    yes") == (number if full else 0)
    assert told[-1].endswith("The OSI certifies no system.")
    verdict = "OSAID 1.0 not met: study and modify are missing · label: open-weights"
    verdict += " · declared by its producer, Acme, 2026-11-22"
    lines = stage.log.splitlines()
    assert all(f"{verdict} · {n}/{NAME}" in lines for n in range(number))


def test_without_a_declaration_there_is_no_report_to_tell(stage):
    stage.run(text={})

    assert "osaid: report" not in stage.log
    assert stage.lines == []


@pytest.mark.parametrize(
    ("inputs", "put", "annotated"),
    [
        ({}, True, True),
        ({"annotations": "false"}, True, False),
        ({"check-run": "true"}, True, False),
        ({"check-run": "true"}, False, True),
    ],
)
def test_annotations_are_told_once_here_or_in_the_check_run(stage, inputs, put, annotated):
    stage.put = put

    stage.run("pull_request", SECRET, inputs=inputs)

    warned = [one for one in stage.lines if one.name == "warning"]
    assert len(warned) == len({one.data for one in warned})
    assert bool(warned) is annotated
    assert len(stage.checks) == ("check-run" in inputs)


CHECK = {"check-run": "true"}


def concluded(stage):
    ((_, check),) = stage.checks
    return check.conclusion, check.sha, check.title


@pytest.mark.parametrize(
    ("mode", "conclusion"), [("error", "failure"), ("warn", "neutral"), ("ignore", "neutral")]
)
def test_without_a_declaration_a_check_run_is_concluded_too(stage, mode, conclusion):
    stage.run(text={}, inputs={**CHECK, "if-missing": mode})

    assert concluded(stage) == (conclusion, SHA, "OSAID 1.0: nothing is declared here")


@pytest.mark.parametrize(
    ("event", "sha", "why"),
    [
        ("workflow_run", SHA, f"no open pull request is at {SHA[:12]}"),
        ("deleted", BASE, "the branch or the tag was deleted"),
    ],
)
def test_where_there_is_nothing_to_judge_a_check_run_is_neutral(
    stage, monkeypatch, event, sha, why
):
    if event == "deleted":
        monkeypatch.setitem(EVENTS, "push", {"before": BASE, "deleted": True})
    name = "push" if event == "deleted" else event

    assert stage.run(name, inputs=CHECK, GITHUB_SHA="d" * 40) == ExitCode.FINE

    assert concluded(stage) == ("neutral", sha, f"Nothing to judge: {why}")
    assert stage.checks[0][1].fills
    assert f"\nNothing to do: {why}.\n" in stage.log
    assert stage.outputs == {}
    assert commands(stage.log)[2:] == []


@pytest.mark.parametrize(
    ("inputs", "event", "code"),
    [
        ({"working-directory": "gone"}, "push", ExitCode.USAGE),
        ({"online": "true"}, "workflow_run", ExitCode.USAGE),
    ],
)
def test_a_run_that_is_stopped_concludes_its_check_run(stage, inputs, event, code):
    assert stage.run(event, inputs={**inputs, **CHECK}, GITHUB_SHA="d" * 40) == code

    sha = SHA if event == "workflow_run" else "d" * 40
    assert concluded(stage) == ("failure", sha, "Not judged")


def test_a_bug_concludes_the_check_run_too(stage, monkeypatch):
    monkeypatch.setattr(run, "verdict", failing(KeyError("x")))

    assert stage.run(inputs=CHECK) == ExitCode.BUG
    assert concluded(stage) == ("failure", SHA, "Not judged")


@pytest.mark.parametrize(("put", "annotated"), [(True, False), (False, True)])
def test_what_fails_after_the_verdict_costs_no_check_run(stage, monkeypatch, put, annotated):
    stage.put = put
    monkeypatch.setattr(run, "sequel", failing(KeyError("x")))

    assert stage.run("pull_request", SECRET, inputs=CHECK) == ExitCode.FINE
    assert concluded(stage)[0] == "neutral"
    assert bool(stage.lines) is annotated


# ------------------------------------------------------------------ files


def test_outputs_name_the_report_that_was_written(stage):
    stage.run(text=SECRET)

    path = str(stage.folder / "scratch/report.json")
    assert (stage.outputs["verdict"], stage.outputs["report"]) == ("unmet", path)
    assert stage.report()[0]["verdict"] == "unmet"


def test_a_report_that_is_asked_for_elsewhere_is_there(stage):
    for path in ("out/r.json", f"{stage.folder}/temp/r.json"):
        stage.run(inputs={"report-file": path, "badge-directory": "out"})

        assert stage.outputs["report"] == os.path.join(stage.folder, "workspace", path)
        assert stage.report(stage.outputs["report"])
    assert stage.text("workspace/out/osaid.svg").startswith("<svg ")


def test_a_report_that_cannot_be_written_is_an_error_and_told_once(stage):
    code = stage.run("push", SECRET, inputs={"report-file": f"{NAME}/x"})

    assert code == ExitCode.USAGE
    assert len(stage.told("error")) == 1
    assert stage.told("notice") == []
    assert (stage.outputs["report"], stage.outputs["verdict"]) == ("", "unmet")


def test_outputs_that_cannot_be_written_are_an_error(stage):
    assert stage.run(GITHUB_OUTPUT=f"{stage.folder}/gone/x") == ExitCode.USAGE
    assert stage.told("error") == ["the outputs cannot be written: No such file or directory"]


def test_a_summary_that_cannot_be_written_is_a_warning(stage):
    assert stage.run(text=GOOD, GITHUB_STEP_SUMMARY=f"{stage.folder}/gone/x") == ExitCode.FINE
    assert {*stage.told("warning")} == {"the summary cannot be written: No such file or directory"}


def test_an_error_without_words_of_the_system_is_told_by_its_own(stage, monkeypatch):
    monkeypatch.setattr(runner_files, "append_summary", failing(OSError("no room")))

    stage.run("schedule")

    assert stage.told("warning")[0] == "the summary cannot be written: no room"


def test_the_summary_has_the_verdict_and_below_it_what_changed(stage):
    stage.run(text=SECRET)

    verdict, _, change = stage.text("summary").partition("### Since the base")
    assert "OSAID 1.0 not met: study and modify are missing" in verdict
    assert "loses" in change


def test_the_report_has_what_changed_once_that_is_known(stage):
    stage.run(text=SECRET)
    assert stage.report()[0]["change"]["base"] == "known"

    stage.run(text=SECRET, inputs={"compare": "false"})
    assert "change" not in stage.report()[0]
    assert stage.bases == [("", BASE)]


def test_a_report_that_cannot_be_written_again_is_put_back(stage, monkeypatch):
    real, tries = runner_files.write_inside, []

    def write(roots, path, text):
        tries.append('"change"' in text)
        if tries[-1]:
            raise OsaidError("no room")
        return real(roots, path, text)

    monkeypatch.setattr(runner_files, "write_inside", write)

    assert stage.run(text=SECRET) == ExitCode.FINE
    assert tries == [False, True, False]
    assert "change" not in stage.report()[0]
    assert stage.told("notice") == ["no room"]
    assert stage.told("error") == []


def test_only_what_was_written_is_written_again(stage, monkeypatch):
    real, paths = runner_files.write_inside, []

    def write(roots, path, text):
        paths.append(os.path.basename(path))
        return real(roots, path, text)

    monkeypatch.setattr(runner_files, "write_inside", write)

    stage.run(text=SECRET, inputs={"badge-directory": "b", "report-file": "r.json"})

    assert paths.count("r.json") == 2
    assert paths.count("osaid.svg") == 1


def test_what_could_not_be_compared_is_told(stage):
    stage.base = SimpleNamespace(kind=failing(OsaidError("git is not there")))

    assert stage.run() == ExitCode.FINE
    assert "Not compared with the base: git is not there." in stage.log.splitlines()


def test_where_all_was_compared_nothing_is_told_of_it(stage):
    stage.run()

    assert "Not compared" not in stage.log
    assert "" not in stage.log.rpartition("::endgroup::\n")[2].splitlines()


@pytest.mark.parametrize("error", [None, KeyError("x")])
def test_what_reads_the_base_is_ended(stage, monkeypatch, error):
    closed = []
    monkeypatch.setattr(Baseline, "close", lambda _: closed.append(1))
    if error:
        monkeypatch.setattr(run, "compared", failing(error))

    stage.run()

    assert len(closed) == 1


# ------------------------------------------------------------------ what is published


@pytest.mark.parametrize("event", EVENTS)
def test_comments_are_for_a_pull_request(stage, event):
    Client.pulls = (PULL_7,)
    Client.text = SECRET

    stage.run(event, SECRET)

    assert [(pull, len(wanted), token) for _, pull, wanted, token in stage.comments] == (
        [] if event in ("push", "schedule") else [(7, 1, True)]
    )
    assert stage.outputs.get("comment-url") == (None if not stage.comments else "#1\n#2")


@pytest.mark.parametrize(("value", "ours"), [("false", False), ("true", True), ("", True)])
def test_whose_token_it_is_is_said_by_the_environment(stage, value, ours):
    stage.run("pull_request", OSAID_WORKFLOW_TOKEN=value)

    assert [token for *_, token in stage.comments] == [ours]


@pytest.mark.parametrize(("urls", "output"), [(None, None), ([], ""), (["#1"], "#1")])
def test_where_comments_are_is_an_output_unless_some_failed(stage, urls, output):
    stage.urls = urls

    assert stage.run("pull_request") == ExitCode.FINE
    assert stage.outputs.get("comment-url") == output


def test_where_comments_are_may_get_lost(stage, monkeypatch):
    real = runner_files.append_outputs

    def append(path, outputs):
        if "comment-url" in outputs:
            raise OSError(28, "No space left on device")
        real(path, outputs)

    monkeypatch.setattr(runner_files, "append_outputs", append)

    assert stage.run("pull_request") == ExitCode.FINE
    assert stage.told("notice") == ["the outputs cannot be written: No space left on device"]


def test_comments_can_be_left_out(stage):
    stage.run("pull_request", SECRET, inputs={"comment": "never"})

    assert stage.comments == []


# ------------------------------------------------------------------ GitHub


def test_github_is_connected_once_and_with_what_the_run_has(stage):
    stage.run("push")
    assert Client.made == []

    first, second = stage.client(), stage.client()

    assert first is second
    assert first.given[:4] == (WRITER, "https://api.example", "acme/model", QUICK)
    first.given[4](3)
    assert stage.slept == [3]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"token": ""}, "^there is no token to ask GitHub with$"),
        ({"fetch": lambda: "pip cannot install"}, "^pip cannot install$"),
    ],
)
def test_a_github_that_cannot_be_connected_is_the_same_each_time(stage, settings, words):
    stage.run("push", **settings)

    errors = []
    for _ in range(2):
        with pytest.raises(OsaidError, match=words) as raised:
            stage.client()
        errors.append(raised.value)
    assert errors[0] is errors[1]
    assert Client.made == []


def test_what_github_takes_is_fetched_when_it_is_asked_and_only_once(stage):
    fetched = []

    stage.run("push", fetch=lambda: fetched.append(1) or "")
    assert fetched == []
    stage.client()
    stage.client()
    assert fetched == [1]


def test_declarations_of_a_stranger_are_read_from_github(stage):
    Client.text = SECRET

    assert stage.run("pull_request_target", BROKEN) == ExitCode.FINE
    assert stage.outputs["verdict"] == "unmet"
    assert Client.made[0].read == (SHA, True)
    assert stage.lines == []


def test_the_pull_request_of_a_workflow_run_is_found(stage):
    Client.pulls, Client.text = (Pull(9, "c" * 40, "release"),), SECRET

    assert stage.run("workflow_run", BROKEN) == ExitCode.FINE
    (client,) = Client.made
    assert client.asked == ("pull_request", SHA, "patch", "octocat/model")
    assert client.read == ("c" * 40, True)
    assert stage.bases == [("release", "")]
    ((_, number, (comment,), _),) = stage.comments
    assert (number, comment.marker.sha) == (9, "c" * 40)
    assert "/octocat/model/blob/" in comment.body


def test_a_pull_request_that_moved_on_is_nothing_to_do(stage):
    assert stage.run("workflow_run", BROKEN) == ExitCode.FINE
    assert f"\nNothing to do: no open pull request is at {SHA[:12]}.\n" in stage.log
    assert stage.told("notice") == []
    assert stage.outputs == {}


@pytest.mark.parametrize("event", ["push", "", None])
def test_a_run_that_was_for_no_pull_request_is_nothing_to_do(stage, monkeypatch, event):
    before = {"workflow_run": {**EVENTS["workflow_run"]["workflow_run"], "event": event}}
    monkeypatch.setitem(EVENTS, "workflow_run", before)

    assert stage.run("workflow_run", BROKEN) == ExitCode.FINE
    assert "\nNothing to do: the workflow run was for no pull request.\n" in stage.log
    assert stage.told("notice") == []
    assert Client.made == []


def test_a_run_before_it_may_have_had_its_rights_too(stage, monkeypatch):
    before = {**EVENTS["workflow_run"]["workflow_run"], "event": "pull_request_target"}
    monkeypatch.setitem(EVENTS, "workflow_run", {"workflow_run": before})
    Client.pulls = (replace(PULL_7, number=9),)

    stage.run("workflow_run")

    assert len(stage.comments) == 1


def test_a_github_that_fails_before_the_verdict_is_an_error(stage, monkeypatch):
    monkeypatch.setattr(Client, "tree", failing(GitHubError("lost")))

    assert stage.run("pull_request_target") == ExitCode.USAGE
    assert stage.told("error") == ["lost"]


# ------------------------------------------------------------------ online


@pytest.mark.parametrize("event", EVENTS)
def test_the_network_is_asked_where_no_stranger_comes_with_rights(stage, monkeypatch, event):
    asked = []
    monkeypatch.setattr(run, "Network", lambda: lambda d: asked.append(d.system.name) or {})
    refused = event in ("pull_request_target", "workflow_run")

    assert stage.run(event, inputs={"online": "true"}) == (2 if refused else 0)

    assert asked == ([] if refused else ["Acme 1B"])
    assert len(stage.told("error")) == refused
    if refused:
        assert stage.told("error")[0].startswith(f"online: true is refused on {event}")


def test_the_network_is_not_asked_unasked(stage, monkeypatch):
    monkeypatch.setattr(run, "Network", failing(AssertionError()))

    assert stage.run() == ExitCode.FINE
