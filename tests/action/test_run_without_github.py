# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The verdict owes GitHub nothing: what fails there costs a comparison or a comment, and a line."""

import errno
import sys

import pytest

from osaid_action.action import run, runner_files
from testing.github_double import events
from tests.action.bench import BROKEN, GOOD, NAME, SECRET

pytestmark = pytest.mark.needs_tools  # PyGithub, and what checks the double


class _Failing:
    """A finder that stands for a PyGithub which cannot be imported."""

    def __init__(self, error):
        self.error = error

    def find_spec(self, name, *_):
        if name == "github":
            raise self.error


@pytest.fixture
def import_fails(monkeypatch):
    def fail(error):
        for name in list(sys.modules):
            if name.partition(".")[0] == "github" or name == "osaid_action.action.client":
                monkeypatch.delitem(sys.modules, name)
        monkeypatch.setattr(sys, "meta_path", [_Failing(error), *sys.meta_path])

    return fail


class PanicException(BaseException):
    """What a package in Rust raises where it should not be."""


ERRORS = {
    "a panic": PanicException("Python API call failed"),
    "without a word": OSError(),
    "many lines": ImportError("dlopen(x)\n::error::y\n##[group]z\n" * 1000),
    "no module": ModuleNotFoundError("No module named 'nacl'"),
    "a foreign binary": ImportError("GLIBC_2.99 not found"),
    "a bug there": RuntimeError("cffi mismatch"),
    "it gives up": SystemExit(7),
}
EVENTS = ("pull_request", "push")


def _event(github, acme, name, text):
    if name == "push":
        acme.commit({NAME: text})
        return events.push(github, acme)
    acme.commit({NAME: text}, branch="feature")
    return events.pull_request(github, acme.pull("feature"))


def _told(run):
    """What every run of the same files has to tell."""
    outputs = {name: value for name, value in run.outputs.items() if "comment" not in name}
    outputs.pop("report", None)
    lines = [(c.name, c.properties, c.data) for c in run.commands if "file" in c.properties]
    return run.code, outputs, lines


def _same(good, bad):
    verdict, _, _ = good.summary.partition("### Since the base")
    assert _told(bad) == _told(good)
    assert bad.summary.startswith(verdict.rstrip("\n"))
    assert not [c for c in bad.commands if c.name == "error" and "file" not in c.properties]


@pytest.mark.parametrize("clone", [True, False], ids=["clone", "files"])
@pytest.mark.parametrize("text", [GOOD, SECRET, BROKEN], ids=["good", "secret", "broken"])
@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("error", ERRORS.values(), ids=ERRORS)
def test_an_import_that_fails(github, acme, bench, import_fails, error, name, text, clone):  # noqa: PLR0913, PLR0917
    event = _event(github, acme, name, text)
    inputs = {"require": "use", "report-file": "r.json", "comment": "always"}
    good = bench.run(event, inputs=inputs, clone=clone)
    import_fails(error)

    bad = bench.run(event, inputs=inputs, clone=clone)

    _same(good, bad)
    told = [line for line in bad.log.split("\n") if type(error).__name__ in line]
    assert "a new declaration" not in bad.summary
    assert max(map(len, told), default=0) < 500
    assert len(bad.log.split("\n")) - len(told) == len(good.log.split("\n")) - (name != "push")
    assert len(told) == (name == "pull_request") + (not clone)  # a comment, a comparison


@pytest.mark.parametrize("name", EVENTS)
@pytest.mark.parametrize("how", ["unreachable", "no token", "not installed"])
def test_a_github_that_cannot_be_asked(github, acme, bench, name, how):
    event = _event(github, acme, name, SECRET)
    good = bench.run(event, clone=False)
    settings = {
        "unreachable": {"GITHUB_API_URL": "http://127.0.0.1:9"},
        "no token": {"token": ""},
        "not installed": {"fetch": lambda: "pip cannot install the action's packages"},
    }[how]

    bad = bench.run(event, clone=False, **settings)

    _same(good, bad)
    assert bad.log.count("Not compared with the base: ") == 1
    assert bad.summary.count("Not compared with the base: ") == 1


def test_annotations_come_the_usual_way_when_the_check_run_cannot(
    github, acme, bench, import_fails
):
    event = _event(github, acme, "pull_request", SECRET)
    good = bench.run(event, inputs={"comment": "never"})
    import_fails(ERRORS["no module"])

    bad = bench.run(event, inputs={"comment": "never", "check-run": "true"})

    _same(good, bad)


def test_nothing_is_installed_for_github_where_nothing_is_asked(github, acme, bench):
    fetched = []

    run = bench.run(events.schedule(github, acme), fetch=lambda: fetched.append(1) or "")

    assert run.code == 0
    assert fetched == []
    assert github.requests == []


def test_the_verdict_is_told_before_github_is_asked(github, acme, bench):
    """Seen from inside the installation that the first question starts."""
    seen = {}

    def look():
        seen["outputs"] = (bench.last / "output").read_text()
        seen["summary"] = (bench.last / "summary").read_text()
        seen["report"] = (bench.last / "workspace/r.json").read_text()
        seen["badges"] = (bench.last / "workspace/b/osaid.svg").read_text()
        return ""

    event = _event(github, acme, "pull_request", SECRET)
    inputs = {"report-file": "r.json", "badge-directory": "b"}

    run = bench.run(event, inputs=inputs, clone=False, fetch=look)

    assert len(seen) == 4
    assert "unmet" in seen["outputs"]
    assert run.summary.startswith(seen["summary"])
    assert '"change"' not in seen["report"]
    assert '"change"' in (bench.last / "workspace/r.json").read_text()


# ------------------------------------------------------------------ what cannot be written


@pytest.mark.parametrize("path", ["/dev/full", "/nonexistent/file"])
def test_a_summary_that_cannot_be_written_costs_the_summary(github, acme, bench, path):
    event = _event(github, acme, "push", SECRET)
    good = bench.run(event)

    bad = bench.run(event, GITHUB_STEP_SUMMARY=path)

    assert _told(bad) == _told(good)
    assert bad.told("warning")[0].startswith("the summary cannot be written: ")
    assert bad.told("error") == []


@pytest.mark.parametrize("path", ["/dev/full", "/nonexistent/file"])
def test_outputs_that_cannot_be_written_are_not_passed_over(github, acme, bench, path):
    event = _event(github, acme, "pull_request", SECRET)

    run = bench.run(event, GITHUB_OUTPUT=path)

    assert run.code == 2  # a step that reads them would take nothing for an answer
    (told,) = run.told("error")
    assert told.startswith("the outputs cannot be written: ")
    assert "The comment is written" in run.log


def test_a_report_keeps_what_it_said_when_the_comparison_has_no_room(
    github, acme, bench, monkeypatch
):
    def full(target, text):
        with open(target, "w", encoding="utf-8") as file:
            file.write(text.partition('"change"')[0])
            if '"change"' in text:
                raise OSError(errno.ENOSPC, "No space left on device")

    event = _event(github, acme, "pull_request", SECRET)
    monkeypatch.setattr("osaid_action.action.run.now", lambda: "2026-11-29T00:00:00Z")
    good = bench.run(event, inputs={"compare": "false"})
    told = (bench.last / "temp/scratch/report.json").read_text()
    monkeypatch.setattr(runner_files, "_write", full)

    bad = bench.run(event)

    assert _told(bad) == _told(good)
    assert (bench.last / "temp/scratch/report.json").read_text() == told
    assert len(bad.told("notice")) == 1


def test_a_report_that_cannot_be_written_is_told_once(github, acme, bench):
    event = _event(github, acme, "pull_request", SECRET)

    run = bench.run(event, inputs={"report-file": f"{NAME}/report.json"})

    assert run.code == 2
    assert len(run.told("error")) == 1


# ------------------------------------------------------------------ what should never be raised


@pytest.mark.parametrize("error", [PanicException("x"), SystemExit(0), SystemExit(1)])
def test_what_is_raised_before_the_verdict_is_none(github, acme, bench, monkeypatch, error):
    def fail(*_):
        raise error

    monkeypatch.setattr(run, "in_workspace", fail)

    assert bench.run(_event(github, acme, "push", GOOD)).code == 3


@pytest.mark.parametrize("error", [PanicException("x"), KeyError("x"), SystemExit(1)])
def test_what_is_raised_after_the_verdict_changes_nothing(github, acme, bench, monkeypatch, error):
    def fail(*_):
        raise error

    event = _event(github, acme, "push", SECRET)
    good = bench.run(event)
    monkeypatch.setattr(run, "sequel", fail)

    bad = bench.run(event)

    _same(good, bad)
    (told,) = bad.told("notice")
    assert type(error).__name__ in told


def test_who_ends_the_run_ends_it(github, acme, bench, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(run, "compared", stop)

    with pytest.raises(KeyboardInterrupt):
        bench.run(_event(github, acme, "push", GOOD))
