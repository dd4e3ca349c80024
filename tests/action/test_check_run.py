# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A check run is begun once, filled in pieces, and brought to its end whatever happens."""

import pytest

from osaid_action.action.check_run import PIECE, Check, put
from osaid_action.action.retry import NOT_ITS_API, GitHubError, RetryPolicy
from osaid_action.report.annotations import Annotation
from tests.action.bench import QUICK

SHA = "a" * 40
LOST, REFUSED = GitHubError("lost"), GitHubError("no", status=403)


class CheckRun:
    """One of GitHub's; raises what it is told to, each once, when it is edited."""

    def __init__(self, identity="", errors=(), url="https://github.example/1"):
        self.external_id, self.html_url, self.errors = identity, url, [*errors]
        self.edits = []

    def edit(self, **given):
        self.edits.append(given)
        if self.errors and (error := self.errors.pop(0)):
            raise error


class Repository:
    """Where check runs come to be: ``before`` and ``after`` are raised, once, around that."""

    def __init__(self, run, before=None, after=None, known=()):
        self.run, self.before, self.after = run, before, after
        self.known, self.created, self.looked = [*known], [], []

    def create_check_run(self, name, sha, *, external_id, status):
        before, self.before = self.before, None
        if before:
            raise before
        self.created.append((name, sha, status))
        self.run.external_id = external_id
        self.known.append(self.run)
        after, self.after = self.after, None
        if after:
            raise after
        return self.run

    def get_commit(self, sha):
        self.looked.append(sha)
        return self

    def get_check_runs(self, check_name):
        self.looked.append(check_name)
        return iter(self.known)


def annotation(number, **given):
    values = {"path": "x", "line": number, "column": 1, "level": "error", "title": "t"}
    return Annotation(
        **{**dict.fromkeys(Annotation._fields, ""), **values, "message": "m", **given}
    )


def check(number=0, *annotations):
    several = tuple(annotation(n + 1) for n in range(number))
    return Check("Name", SHA, "neutral", "Title", "Summary", annotations or several)


def policy():
    slept = []
    retry = RetryPolicy(QUICK, lambda e: e if isinstance(e, GitHubError) else None, slept.append)
    return retry, slept


ENDED = {
    "status": "completed",
    "conclusion": "neutral",
    "output": {"title": "Title", "summary": "Summary"},
}


def test_it_is_begun_on_the_commit_and_ended_with_its_conclusion():
    repository = Repository(CheckRun())

    assert put(repository, check(), policy()[0]) == "https://github.example/1"
    assert repository.created == [("Name", SHA, "in_progress")]
    assert repository.run.edits == [ENDED]
    assert repository.run.external_id.startswith("osaid-action:")


@pytest.mark.parametrize("known", [[], [CheckRun("osaid-action:0")]])
def test_one_that_fills_a_gap_takes_no_place(known):
    repository = Repository(CheckRun(), known=known)

    url = put(repository, check()._replace(fills=True), policy()[0])

    assert repository.looked == [SHA, "Name"]
    assert url == ("" if known else "https://github.example/1")
    assert repository.created == ([] if known else [("Name", SHA, "in_progress")])
    assert repository.run.edits == ([] if known else [ENDED])


def test_no_two_have_the_same_identity():
    repository = Repository(CheckRun())
    identities = set()
    for _ in range(3):
        put(repository, check(), policy()[0])
        identities.add(repository.run.external_id)

    assert {len(identity) for identity in identities} == {len("osaid-action:") + 16}
    assert len(identities) == 3


@pytest.mark.parametrize(
    ("number", "pieces"),
    [(0, []), (1, [1]), (PIECE, [PIECE]), (PIECE + 1, [PIECE, 1]), (3 * PIECE, [PIECE] * 3)],
)
def test_annotations_are_sent_in_pieces_in_order(number, pieces):
    repository = Repository(CheckRun())

    put(repository, check(number), policy()[0])

    *filled, ended = repository.run.edits
    outputs = [edit["output"] for edit in filled]
    sent = [one["start_line"] for output in outputs for one in output["annotations"]]
    assert [len(output["annotations"]) for output in outputs] == pieces
    assert sent == [*range(1, number + 1)]
    assert ended == ENDED
    assert all(edit.keys() == {"output"} for edit in filled)
    assert all(output["title"] == "Title" and output["summary"] for output in outputs)


@pytest.mark.parametrize(
    ("level", "name"), [("error", "failure"), ("warning", "warning"), ("notice", "notice")]
)
def test_an_annotation_is_put_in_githubs_words(level, name):
    repository = Repository(CheckRun())
    one = annotation(7, column=3, level=level)

    put(repository, check(0, one), policy()[0])

    assert repository.run.edits[0]["output"]["annotations"] == [
        {
            "path": "x",
            "start_line": 7,
            "end_line": 7,
            "start_column": 3,
            "end_column": 3,
            "annotation_level": name,
            "title": "t",
            "message": "m",
        }
    ]


def test_a_place_is_one_at_least_and_words_are_cut():
    repository = Repository(CheckRun())
    one = annotation(0, column=0, title="t" * 300, message="x" + "é" * 40_000)
    asked = check(0, one)._replace(title="T" * 300)

    put(repository, asked, policy()[0])

    filled, ended = (edit["output"] for edit in repository.run.edits)
    (sent,) = filled["annotations"]
    places = [sent[name] for name in ("start_line", "end_line", "start_column", "end_column")]
    assert places == [1, 1, 1, 1]
    assert (len(sent["title"]), sent["message"]) == (255, "x" + "é" * 29_999)
    assert (len(filled["title"]), len(ended["title"])) == (255, 255)


@pytest.mark.parametrize(("length", "kept"), [(60_000, 60_000), (60_001, 60_000)])
def test_a_message_has_so_many_bytes_and_no_more(length, kept):
    repository = Repository(CheckRun())

    put(repository, check(0, annotation(1, message="x" * length)), policy()[0])

    (sent,) = repository.run.edits[0]["output"]["annotations"]
    assert sent["message"] == "x" * kept


# ------------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize("error", [LOST, REFUSED])
def test_pieces_are_never_sent_again_and_it_is_ended_all_the_same(error):
    repository = Repository(CheckRun(errors=[None, error]))

    with pytest.raises(GitHubError, match=f"^some annotations are missing: {error}$") as raised:
        put(repository, check(3 * PIECE), policy()[0])

    assert raised.value.status == error.status
    assert len(repository.run.edits) == 3
    assert repository.run.edits[-1] == ENDED


def test_a_bug_of_ours_in_between_ends_it_too():
    repository = Repository(CheckRun(errors=[KeyError("x")]))

    with pytest.raises(KeyError):
        put(repository, check(1), policy()[0])
    assert repository.run.edits[-1] == ENDED


def test_the_end_is_tried_again():
    repository = Repository(CheckRun(errors=[LOST]))
    retry, slept = policy()

    assert put(repository, check(), retry) == "https://github.example/1"
    assert (repository.run.edits, slept) == ([ENDED, ENDED], [QUICK.first_pause])


def test_one_that_came_to_be_unseen_is_found_by_its_identity_and_ended():
    stranger = CheckRun("osaid-action:0")
    repository = Repository(CheckRun(), after=LOST, known=[stranger])
    retry, slept = policy()

    put(repository, check(), retry)

    assert len(repository.created) == 1
    assert repository.looked == [SHA, "Name"]
    assert (repository.run.edits, stranger.edits) == ([ENDED], [])
    assert slept == [QUICK.first_pause]


def test_one_that_did_not_come_to_be_is_not_begun_again():
    repository = Repository(CheckRun(), before=LOST, known=[CheckRun("osaid-action:0")])

    with pytest.raises(GitHubError, match="lost"):
        put(repository, check(), policy()[0])
    assert (repository.created, repository.looked) == ([], [SHA, "Name"])


def test_a_refusal_is_told_and_nothing_looked_for():
    repository = Repository(CheckRun(), before=REFUSED)

    with pytest.raises(GitHubError, match="no"):
        put(repository, check(), policy()[0])
    assert (repository.looked, repository.run.edits) == ([], [])


@pytest.mark.parametrize("url", ["", None])
def test_an_answer_without_a_place_is_none_of_its_api(url):
    run = CheckRun(url=url)

    class Elsewhere(Repository):
        def get_check_runs(self, **_):
            return iter(())

    with pytest.raises(GitHubError, match=NOT_ITS_API):
        put(Elsewhere(run), check(), policy()[0])
    assert run.edits == []
