# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is to be published, and how a run ends, follows from values alone."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.action.comment import marker_in
from osaid_action.action.context import EVENTS, Context
from osaid_action.action.inputs import Inputs
from osaid_action.action.plan import MAX_COMMENTS, sequel, verdict
from osaid_action.action.reports import Checked, File, Found
from osaid_action.check import check
from osaid_action.comparison import compare
from osaid_action.repository.tree import DeclarationFile
from tests.action.bench import BROKEN, GOOD, NAME, SECRET

SHA = "a" * 40
CONTEXT = Context(
    event="pull_request",
    repository="acme/model",
    home="octocat/model",
    sha=SHA,
    base_sha="b" * 40,
    pull=7,
    is_open=True,
    run=None,
    workspace="/workspace",
    temp="/temp",
    server_url="https://github.example",
    api_url="https://github.example/api/v3",
    run_id=42,
    summary_path="",
    output_path="",
)
REPORTS = {text: check(text.encode(), NAME, required=()) for text in (GOOD, SECRET, BROKEN)}


def found(after=GOOD, before=GOOD, path=NAME):
    report = REPORTS[after]._replace(path=path)
    change = compare(REPORTS[before] if before else None, report)
    return Found(
        (Checked(report, File(path, "", DeclarationFile(None, path, "")), change),), (), ()
    )


def both(context, inputs, looked):
    """The verdict and what follows it."""
    said = verdict(context, inputs, looked, "report.json")
    return said, sequel(context, inputs, looked, said, "report.json")


def made(event="pull_request", after=SECRET, before=GOOD, **inputs):
    on_pull = event in ("pull_request", "pull_request_target", "workflow_run")
    context = CONTEXT._replace(event=event, pull=7 if on_pull else None, is_open=on_pull)
    return both(context, Inputs(**inputs), found(after, before))


@pytest.mark.parametrize("event", EVENTS)
def test_comments_are_for_pull_requests(event):
    on_pull = event in ("pull_request", "pull_request_target", "workflow_run")

    assert len(made(event)[1].comments) == on_pull


@pytest.mark.parametrize("event", EVENTS)
def test_annotations_are_for_the_commit_of_the_run(event):
    elsewhere = event in ("pull_request_target", "workflow_run")

    assert bool(made(event)[0].annotations) != elsewhere


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize(("after", "code"), [(GOOD, 0), (SECRET, 0), (BROKEN, 1)])
def test_every_event_ends_the_same(event, after, code):
    assert made(event, after)[0].code == code


@pytest.mark.parametrize(
    ("before", "after", "create"),
    [
        (GOOD, GOOD, False),
        (GOOD, SECRET, True),
        (SECRET, GOOD, True),
        (SECRET, SECRET, True),
        (GOOD, BROKEN, True),
        (None, GOOD, True),
    ],
    ids=["as before", "worse", "better", "still not met", "broken", "new"],
)
def test_when_a_comment_is_made(before, after, create):
    (comment,) = made(after=after, before=before)[1].comments

    assert comment.create == create


def test_a_hundred_declarations_do_not_make_a_hundred_comments():
    several = tuple(found(SECRET, path=f"m{n}/{NAME}").checked[0] for n in range(100))

    comments = both(CONTEXT, Inputs(), Found(several, (), ()))[1].comments

    assert sum(comment.create for comment in comments) == MAX_COMMENTS


@pytest.mark.parametrize("sources", [0, 3000], ids=["short", "cut short"])
@pytest.mark.parametrize("after", [GOOD, SECRET, BROKEN], ids=["as before", "worse", "broken"])
def test_a_comment_begins_and_ends_as_ours_do(after, sources):
    more = "".join(f"    - {{name: T{n}, availability: public}}\n" for n in range(sources))
    text = after.replace("  sources:\n", "  sources:\n" + more)
    report = check(text.encode(), NAME, required=())
    where = File(NAME, "", DeclarationFile(None, f"{'é' * 2000}/{NAME}", ""))
    checked = Checked(report, where, compare(REPORTS[GOOD], report))

    (comment,) = both(CONTEXT, Inputs(), Found((checked,), (), ()))[1].comments

    assert marker_in(comment.body) == comment.marker
    assert len(comment.body) <= 65_536


def test_links_lead_to_the_head_where_it_lies():
    (comment,) = made()[1].comments

    assert f"https://github.example/octocat/model/blob/{SHA}/{NAME}#L16" in comment.body


def test_a_check_run_is_on_the_head_and_concludes_as_the_job():
    check_run = made(check_run=True)[1].check

    assert (check_run.sha, check_run.conclusion) == (SHA, "neutral")
    assert made(after=BROKEN, check_run=True)[1].check.conclusion == "failure"
    assert made(after=GOOD, check_run=True)[1].check.conclusion == "success"


ORDER = ("met", "undecided", "unmet", "invalid")


@pytest.mark.parametrize("pair", list(itertools.product((GOOD, SECRET, BROKEN), repeat=2)))
def test_outputs_are_the_worst_of_all(pair):
    several = tuple(found(text, path=f"{n}/{NAME}").checked[0] for n, text in enumerate(pair))
    outputs = verdict(CONTEXT, Inputs(), Found(several, (), ()), "r").outputs

    verdicts = [REPORTS[text].verdict for text in pair]
    assert outputs["verdict"] == max(verdicts, key=ORDER.index)
    assert outputs["valid"] == ("false" if BROKEN in pair else "true")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([GOOD, SECRET, BROKEN]),
    st.sampled_from([None, GOOD, SECRET, BROKEN]),
    st.sampled_from(EVENTS),
    st.fixed_dictionaries(
        {
            "comment": st.sampled_from(["auto", "always", "never"]),
            "check_run": st.booleans(),
            "annotations": st.booleans(),
            "summary": st.booleans(),
            "badge_directory": st.sampled_from(["", "badges"]),
        }
    ),
)
def test_how_a_run_ends_has_nothing_to_do_with_what_is_published(after, before, event, inputs):
    chosen, _ = made(event, after, before, **inputs)
    silent, _ = made(event, after, before, comment="never", annotations=False, summary=False)

    assert chosen.code == silent.code
    assert chosen.outputs == silent.outputs


# ------------------------------------------------------------------ the verdict owes GitHub nothing


@pytest.mark.parametrize("after", [GOOD, SECRET, BROKEN])
def test_the_verdict_is_the_same_whatever_the_base_was(after):
    told = [
        verdict(CONTEXT, Inputs(badge_directory="b"), found(after, before), "report.json")
        for before in (GOOD, SECRET, BROKEN, None)
    ]

    assert all(one == told[0] for one in told)


def unknown(why="GitHub answers 500"):
    (one,) = found().checked
    return one._replace(change=compare(None, one.report, why_unknown=why))


def test_what_cannot_be_compared_is_one_line():
    _, more = both(CONTEXT, Inputs(), Found((unknown(), unknown()), (), ()))

    assert more.not_compared == "Not compared with the base: GitHub answers 500."
    assert more.summary == f"*{more.not_compared}*\n"


def test_some_are_compared_and_some_are_not():
    as_before = found(path=f"a/{NAME}").checked[0]
    several = (found(SECRET).checked[0], as_before, unknown(), unknown("another"))
    _, more = both(CONTEXT, Inputs(), Found(several, (), ()))

    assert "loses Study and Modify" in more.summary
    assert "**As before · " in more.summary
    assert "left out" not in more.summary
    assert more.not_compared in more.summary
    assert more.not_compared.endswith("; and 1 other reason.")


def test_where_nothing_is_compared_nothing_is_said_of_it():
    (one,) = found().checked
    _, more = both(CONTEXT, Inputs(), Found((one._replace(change=None),), (), ()))

    assert (more.not_compared, more.summary, more.files) == ("", "", {})
