# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is to be published, and how a run ends, follows from values alone."""

import itertools
import json
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osaid_action.action.checkout import Checkout
from osaid_action.action.context import EVENTS
from osaid_action.action.conversation import MAX_COMMENTS
from osaid_action.action.inputs import Inputs
from osaid_action.action.marker import marker_in
from osaid_action.action.plan import MAX_GONE, sequel, verdict
from osaid_action.action.reports import Checked, Found, Gone
from osaid_action.check import check
from osaid_action.comparison import Removed, compare
from osaid_action.report import markdown_summary
from osaid_action.repository.head import Head
from osaid_action.repository.tree import DeclarationFile
from tests.action.bench import BROKEN, GOOD, NAME, SECRET
from tests.action.settings import CONTEXT

SHA = "a" * 40
MERGE = Checkout("acme/model", Head("c" * 40, ("b" * 40, SHA)))
"""GitHub's test merge of the pull request."""
REPORTS = {text: check(text.encode(), NAME, required=()) for text in (GOOD, SECRET, BROKEN)}


def found(after=GOOD, before=GOOD, path=NAME):
    report = REPORTS[after]._replace(path=path)
    change = compare(REPORTS[before] if before else None, report)
    file = DeclarationFile(None, path, "")
    return Found((Checked(report, file, change, MERGE, MERGE.head.commit, "b" * 40),), (), ())


def both(context, inputs, looked):
    """The verdict and what follows it."""
    said = verdict(context, inputs, looked, "report.json")
    return said, sequel(context, inputs, looked, said, "report.json")


def plan(context, inputs, looked, path="report.json"):
    """All that is to be told, the verdict's own before what follows it."""
    said = verdict(context, inputs, looked, path)
    return SimpleNamespace(
        **{**sequel(context, inputs, looked, said, path)._asdict(), **said._asdict()}
    )


def planned_for(event="pull_request", after=SECRET, before=GOOD, **inputs):
    said, more = made(event, after, before, **inputs)
    return SimpleNamespace(**{**more._asdict(), **said._asdict()})


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


@pytest.mark.parametrize(("after", "create"), [(GOOD, False), (SECRET, True), (BROKEN, True)])
def test_without_a_base_a_comment_is_made_of_what_is_not_met(after, create):
    alone = Found((found(after).checked[0]._replace(change=None),), (), ())

    assert [wanted.create for wanted in plan(CONTEXT, Inputs(), alone, "r").comments] == [create]


def test_an_error_is_worth_a_comment_though_all_is_met_as_before():
    (checked,) = found(GOOD).checked
    report = checked.report._replace(findings=REPORTS[BROKEN].findings)

    wrong = Found((checked._replace(report=report),), (), ())

    assert (report.verdict, report.has_errors) == ("met", True)
    assert [wanted.create for wanted in plan(CONTEXT, Inputs(), wrong, "r").comments] == [True]


@pytest.mark.parametrize(("mode", "create"), [("always", True), ("auto", False)])
def test_always_means_always(mode, create):
    (comment,) = planned_for(after=GOOD, comment=mode).comments

    assert comment.create is create


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
    where = DeclarationFile(None, f"{'é' * 2000}/{NAME}", "")
    checked = Checked(report, where, compare(REPORTS[GOOD], report), MERGE, MERGE.head.commit)

    (comment,) = both(CONTEXT, Inputs(), Found((checked,), (), ()))[1].comments

    assert marker_in(comment.body) == comment.marker
    assert len(comment.body) <= 65_536


def test_links_lead_to_the_commit_that_was_read():
    (comment,) = made()[1].comments
    said, _ = made()
    commit = json.loads(said.files["report.json"])["reports"][0]["subject"]["commit"]

    assert f"https://github.example/acme/model/blob/{'c' * 40}/{NAME}#L16" in comment.body
    assert f"https://github.example/acme/model/blob/{'c' * 40}/{NAME}#L16" in said.summary
    assert commit == "c" * 40
    assert comment.marker.sha == SHA  # the run is of the head


def test_what_is_in_no_commit_has_no_link():
    (one,) = found(SECRET).checked
    said, more = both(CONTEXT, Inputs(), Found((one._replace(commit=""),), (), ()))

    assert "github.example" not in said.summary + more.comments[0].body
    assert json.loads(said.files["report.json"])["reports"][0]["subject"]["commit"] is None


@pytest.mark.parametrize(
    ("path", "inputs", "command"),
    [
        (NAME, {}, f"osaid check {NAME} --base {'b' * 12}"),
        (f"models/a/{NAME}", {}, f"osaid check models/a/{NAME} --base {'b' * 12}"),
        (f"a b/{NAME}", {}, f"osaid check 'a b/{NAME}' --base {'b' * 12}"),
        (f"-b/{NAME}", {}, f"osaid check ./-b/{NAME} --base {'b' * 12}"),
        (NAME, {"require": ("use", "share"), "online": True},
         f"osaid check {NAME} --base {'b' * 12} --require use,share --online"),
    ],
)  # fmt: skip
def test_a_comment_links_to_the_run_and_tells_how_to_see_it_in_a_clone(path, inputs, command):
    context = CONTEXT._replace(run_url="https://github.example/acme/model/actions/runs/42")
    (comment,) = both(context, Inputs(**inputs), found(SECRET, path=path))[1].comments

    assert f"[This run, with the whole report]({context.run_url}) · the same" in comment.body
    assert f" in a clone at `{SHA[:7]}`: `{command}`\n" in comment.body


@pytest.mark.parametrize("path", [f"$(x)/{NAME}", f"`x`/{NAME}", f"{'a' * 200}/{NAME}"])
def test_a_command_that_cannot_be_copied_is_left_out(path):
    assert "in a clone" not in both(CONTEXT, Inputs(), found(SECRET, path=path))[1].comments[0].body


def test_a_base_that_is_not_known_is_in_no_command():
    (comment,) = both(CONTEXT, Inputs(), Found((unknown(),), (), ()))[1].comments

    assert f": `osaid check {NAME}`\n" in comment.body


def test_the_summary_tells_the_command_and_the_check_run_the_run():
    context = CONTEXT._replace(run_url="https://github.example/acme/model/actions/runs/42")
    two = Found((*found(path="a").checked, *found(path="b").checked), (), ())

    said, more = both(context, Inputs(check_run=True), found())
    assert f"\nThe same in a clone: `osaid check {NAME}`\n" in said.summary
    assert f"[This run, with the whole report]({context.run_url})" in more.check.summary
    assert "\nThe same in a clone: `osaid check`\n" in both(context, Inputs(), two)[0].summary


def test_a_check_run_is_on_the_head_and_concludes_as_the_job():
    check_run = made(check_run=True)[1].check

    assert (check_run.sha, check_run.conclusion) == (SHA, "neutral")
    assert made(after=BROKEN, check_run=True)[1].check.conclusion == "failure"
    assert made(after=GOOD, check_run=True)[1].check.conclusion == "success"


@pytest.mark.parametrize("event", ["pull_request", "push"])
@pytest.mark.parametrize("on", [True, False])
def test_annotations_and_summary_can_be_left_out(event, on):
    planned = planned_for(event, annotations=on, summary=on)

    assert bool(planned.annotations) is on
    assert bool(planned.summary) is on


@pytest.mark.parametrize(
    ("change", "comment"),
    [
        ({}, True),
        ({"pull": None}, False),
        ({"is_open": False}, False),
        ({"pull": None, "is_open": False}, False),
    ],
)
def test_comments_are_for_a_pull_request_that_is_open(change, comment):
    context = CONTEXT._replace(**change)

    assert bool(plan(context, Inputs(), found(SECRET), "r").comments) is comment
    assert plan(context, Inputs(comment="never"), found(SECRET), "r").comments == ()


@pytest.mark.parametrize(
    ("mode", "level", "code"), [("error", "error", 2), ("warn", "warning", 0), ("ignore", None, 0)]
)
@pytest.mark.parametrize("after", [GOOD, BROKEN, None])
def test_what_is_missing_is_told_as_asked(mode, level, code, after):
    checked = found(after).checked if after else ()
    nothing = Found(checked, (".", "models/a"), ())

    planned = plan(CONTEXT, Inputs(if_missing=mode), nothing, "r")

    told = [("no OPEN_AI_SYSTEM.yaml;", level), ("no declaration at models/a;", level)]
    said = [(f"{m.words.partition(';')[0]};", m.level) for m in planned.messages]
    assert said == (told if level else [])
    assert planned.code == max(code, int(after == BROKEN))


@pytest.mark.parametrize(
    ("mode", "others", "level", "code"),
    [
        ("error", True, "warning", 0),
        ("error", False, "error", 2),
        ("warn", True, "warning", 0),
        ("warn", False, "warning", 0),
        ("ignore", True, None, 0),
        ("ignore", False, None, 0),
    ],
)
def test_a_search_in_vain_is_an_error_where_nothing_was_found(mode, others, level, code):
    checked = found(GOOD).checked if others else ()
    vain = Found(checked, (), (), unmatched=("experimental/**",))

    planned = plan(CONTEXT, Inputs(if_missing=mode), vain, "r")

    words = [one.words for one in planned.messages]
    assert [one.level for one in planned.messages] == ([level] if level else [])
    assert all(one.startswith("no declaration at experimental/**; `osaid init`") for one in words)
    assert all("/docs/format.md)" in one for one in words)
    assert planned.code == code


@pytest.mark.parametrize("mode", ["error", "warn", "ignore"])
def test_a_declaration_that_cannot_be_read_is_an_error_whatever_is_asked(mode):
    planned = plan(CONTEXT, Inputs(if_missing=mode), Found((), (), ("x: cannot be read",)), "r")

    assert [(m.level, m.words) for m in planned.messages] == [("error", "x: cannot be read")]
    assert planned.code == 2


def test_without_a_declaration_there_is_nothing_to_say():
    planned = plan(CONTEXT, Inputs(check_run=True), Found((), ("x",), ()), "r")

    assert planned.outputs.pop("report") == "r"
    assert set(planned.outputs.values()) == {""}
    assert (planned.comments, planned.annotations) == ((), ())


@pytest.mark.parametrize("mode", ["error", "warn", "ignore"])
def test_how_to_begin_is_told_where_somebody_wants_to_hear_of_it(mode):
    said = verdict(CONTEXT, Inputs(if_missing=mode), Found((), ("x",), ()), "r")

    assert said.summary == ("" if mode == "ignore" else markdown_summary.nothing())


def test_each_freedom_is_told():
    outputs = planned_for().outputs

    assert outputs["freedoms"] == "use,share"
    assert [outputs[name] for name in ("use", "study", "modify", "share")] == [
        *("met", "unmet", "unmet", "met")
    ]
    assert outputs["label"] == "open-weights"


def test_of_an_invalid_declaration_no_freedom_is_told():
    outputs = planned_for(after=BROKEN).outputs

    assert (outputs["valid"], outputs["verdict"]) == ("false", "invalid")
    assert {outputs[name] for name in ("use", "study", "modify", "share", "freedoms")} == {""}
    assert outputs["label"] == ""


@pytest.mark.parametrize(
    ("texts", "title"),
    [
        ([GOOD], "OSAID 1.0 met, as declared"),
        ([SECRET], "OSAID 1.0 not met: study and modify are missing"),
        ([GOOD, GOOD], "2 declarations, OSAID 1.0: met, as declared: 2"),
        ([GOOD, SECRET], "2 declarations, OSAID 1.0: met, as declared: 1 · not met: 1"),
    ],
)
def test_a_check_run_is_called_by_its_result(texts, title):
    several = tuple(found(text, path=f"{n}/{NAME}").checked[0] for n, text in enumerate(texts))

    check_run = plan(CONTEXT, Inputs(check_run=True), Found(several, (), ()), "r").check

    assert check_run.title == title
    assert check_run.conclusion == ("neutral" if SECRET in texts else "success")
    assert check_run.name == "Open Source AI"


def test_badges_are_files_only_where_they_are_asked_for():
    names = ["osaid", *(f"osaid-{freedom}" for freedom in ("use", "study", "modify", "share"))]

    assert set(planned_for().files) == {"report.json"}
    assert set(planned_for(badge_directory="out").files) == {
        "report.json",
        *(f"out/{name}.{kind}" for name in names for kind in ("svg", "json")),
    }


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
    return one._replace(change=compare(None, one.report, why_unknown=why), base="")


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


def test_the_report_is_written_again_with_what_changed():
    said, more = both(CONTEXT, Inputs(badge_directory="b"), found(SECRET))

    (before,), (after,) = (json.loads(one.files["report.json"])["reports"] for one in (said, more))
    assert more.files.keys() == {"report.json"}
    assert after.pop("change")["freedoms"].keys() == {"study", "modify"}
    assert before == after


# ------------------------------------------------------------------ what is gone


def gone(*paths):
    return tuple(Gone(Removed(path, REPORTS[GOOD]), MERGE, path) for path in paths)


@pytest.mark.parametrize(
    ("require", "code", "level"), [((), 0, "warning"), (("study",), 1, "error")]
)
def test_what_is_gone_fails_what_is_required(require, code, level):
    looked = found()._replace(gone=gone(f"a/{NAME}"))
    said, more = both(CONTEXT, Inputs(require=require, check_run=True), looked)

    assert (said.code, more.code) == (0, code)
    assert [(one.level, one.path) for one in more.gone] == [(level, f"a/{NAME}")]
    assert "### Gone since the base" in more.summary
    assert more.check.conclusion == ("failure" if code else "success")
    (told,) = json.loads(more.files["report.json"])["removed"]
    assert (told["path"], told["verdict"]) == (f"a/{NAME}", "met")


def test_where_all_is_gone_that_is_told_too():
    _, more = both(CONTEXT, Inputs(check_run=True), Found((), (), (), gone=gone(NAME)))

    assert more.may_leave
    assert more.check.conclusion == "neutral"
    assert len(more.comments) == len(more.gone) == 1
    assert "### Gone since the base" in more.summary


def test_of_very_many_the_report_tells_all_and_the_rest_some():
    many = gone(*(f"{n}/{NAME}" for n in range(MAX_GONE + 5)))
    _, more = both(CONTEXT, Inputs(), Found((), (), (), gone=many))

    assert len(more.gone) == MAX_GONE
    assert "*5 more are gone" in more.summary
    assert len(json.loads(more.files["report.json"])["removed"]) == MAX_GONE + 5


def test_that_it_cannot_be_told_what_is_gone_is_one_line():
    _, more = both(CONTEXT, Inputs(), Found((), (), (), not_followed="no"))

    assert more.not_compared == "What is gone cannot be told: no."
    assert more.summary == "*What is gone cannot be told: no.*\n"
    assert more.code == 0
