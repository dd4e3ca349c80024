# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The door to GitHub: what PyGithub is told, what is asked, and what its exceptions mean."""

import base64
import importlib
import time
from types import SimpleNamespace

import pytest
import requests

from osaid_action import __version__
from osaid_action.action.context import Run
from osaid_action.action.marker import Marker
from osaid_action.action.retry import NOT_ITS_API, GitHubError, Limits
from osaid_action.errors import OsaidError
from osaid_action.repository.line_ends import blob_id
from osaid_action.repository.object_tree import Line
from tests.action.bench import QUICK

pytest.importorskip("github", reason="PyGithub is one of the action's own packages")
module = importlib.import_module("osaid_action.action.client")
Exc = module.GithubException
URL, TOKEN = "https://api.github.example", "ghs_x"


class Github:
    """What is used of PyGithub's; its answers are set by the test, an exception is raised."""

    def __init__(self, **given):
        self.given, self.asked = given, []
        self.requester = self
        self.viewer, self.user, self.pulls = ({}, {}), None, []
        self.git_tree = self.git_blob = self.comparison = self.ran = None

    def _answer(self, asked, answer):
        self.asked.append(asked)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def get_repo(self, name):
        return self._answer(("repo", name), self)

    def graphql_query(self, query, variables):
        return self._answer(("viewer", query, variables), self.viewer)

    def get_user(self):
        return SimpleNamespace(login=self._answer("user", self.user))

    def get_pulls(self, **given):
        return self._answer(("pulls", given), self.pulls)

    def get_pull(self, number):
        return self._answer(("pull", number), self.pulls[0])

    def compare(self, base, head, **_):
        return SimpleNamespace(raw_data=self._answer(("compare", base, head), self.comparison))

    def get_workflow_run(self, number):
        return self._answer(("run", number), self.ran)

    def get_git_tree(self, sha, *, recursive):
        return SimpleNamespace(raw_data=self._answer((sha, recursive), self.git_tree))

    def get_git_blob(self, sha):
        return SimpleNamespace(content=self._answer(sha, self.git_blob))


@pytest.fixture
def connect(monkeypatch):
    """Makes a client, and the PyGithub behind it."""

    def make(url=URL, limits=QUICK, **more):
        client = module.Client(TOKEN, url, "acme/model", limits, **more)
        return client, client._github  # noqa: SLF001 - which stands for PyGithub

    monkeypatch.setattr(module, "Github", Github)
    return make


# ------------------------------------------------------------------ the connection


def test_pygithub_is_told_to_do_nothing_by_itself(connect):
    _, github = connect(limits=Limits(timeout=7))

    auth = github.given.pop("auth")
    assert auth.token == TOKEN
    assert github.given == {
        "base_url": URL,
        "timeout": 7,
        "user_agent": f"osaid-action/{__version__}",
        "per_page": 100,
        "retry": 0,
        "seconds_between_requests": None,
        "seconds_between_writes": None,
        "lazy": True,
    }
    assert github.asked == [("repo", "acme/model")]


def test_limits_have_a_default_and_sleep_is_what_is_given(connect):
    slept = []
    client, _ = connect(limits=None, sleep=slept.append)

    assert client.retry.limits == Limits()
    assert client.retry.pause(3)
    assert slept == [3]


@pytest.mark.parametrize("url", ["", "ftp://x.example", "api.github.com", "file:///etc/passwd"])
def test_what_is_no_url_of_an_api_is_refused(connect, url):
    with pytest.raises(OsaidError, match="GITHUB_API_URL is not the URL of an API"):
        connect(url)


def test_comments_and_checks_are_of_the_repository(connect):
    client, github = connect("http://localhost:1")

    assert client.comments is client.checks is github


# ------------------------------------------------------------------ whose token it is


def user(login):
    return SimpleNamespace(login=login)


def named(login):
    return {}, {"data": {"viewer": {"login": login}}}


REFUSED = Exc(403, {"message": "no"}, {})
DENIED = Exc(403, {"message": "Resource not accessible by integration"}, {})
ODD = Exc(404, {"message": "Not Found"}, {})


@pytest.mark.parametrize(("token", "refusal"), [(True, DENIED), (True, ODD), (False, DENIED)])
def test_where_nobody_says_it_the_server_tells_by_how_it_refuses(connect, token, refusal):
    client, github = connect()
    github.viewer = github.user = refusal

    if not token:
        with pytest.raises(GitHubError, match="whose token it is"):
            client.is_ours(workflow_token=token)
        return
    is_ours = client.is_ours(workflow_token=token)

    names = ("github-actions[bot]", "github-actions", "gitea-actions")
    known = [is_ours(user(name)) for name in names]
    assert known == ([True, False, False] if refusal is DENIED else [True, True, True])


@pytest.mark.parametrize("token", [True, False])
def test_who_the_server_says_we_are_we_are(connect, token):
    client, github = connect()
    github.viewer, github.user = ODD, "forgejo-actions"

    is_ours = client.is_ours(workflow_token=token)

    assert [is_ours(user(name)) for name in ("forgejo-actions", "github-actions[bot]")] == [
        *(True, False)
    ]


def test_one_question_tells_whose_another_token_is(connect):
    client, github = connect()
    github.viewer = named("me")

    is_ours = client.is_ours(workflow_token=False)

    assert [is_ours(user(name)) for name in ("me", "github-actions[bot]")] == [True, False]
    assert github.asked[1:] == [("viewer", "query { viewer { login } }", {})]


@pytest.mark.parametrize(
    "viewer", [REFUSED, Exc(404, None, {}), ({}, {}), ({}, {"data": None}), ({}, {"data": {}})]
)
def test_where_that_is_not_told_the_user_is_asked_for(connect, viewer):
    client, github = connect()
    github.viewer, github.user = viewer, "me"

    assert client.is_ours(workflow_token=False)(user("me"))
    assert github.asked[-1] == "user"


@pytest.mark.parametrize("token", [True, False])
def test_an_answer_that_may_come_yet_is_not_taken_for_a_refusal(connect, token):
    client, github = connect(sleep=lambda _: None)
    github.viewer, github.user = requests.Timeout(), "me"

    with pytest.raises(GitHubError, match="did not answer in time"):
        client.is_ours(workflow_token=token)
    assert "user" not in github.asked


def test_when_neither_tells_it_is_said(connect):
    client, github = connect()
    github.viewer = github.user = REFUSED

    with pytest.raises(GitHubError, match=r"whose token it is, .*: GitHub answers 403, 'no'$"):
        client.is_ours(workflow_token=False)


# ------------------------------------------------------------------ pull requests

RUN = Run("pull_request", "a" * 40, "patch", "octocat/model")


def pull(number=7, sha=RUN.sha, repository=RUN.repository):
    repo = repository and SimpleNamespace(full_name=repository)
    base = SimpleNamespace(sha="b" * 40, ref="main")
    return SimpleNamespace(number=number, head=SimpleNamespace(sha=sha, repo=repo), base=base)


def test_the_pull_requests_of_a_run_are_open_at_its_commit_and_repository(connect):
    client, github = connect()
    github.pulls = [pull(1, sha="c" * 40), pull(2, repository="x/model"), pull(3, repository=None)]

    assert client.pulls_of(RUN) == ()
    github.pulls += [pull(), pull(8)]
    assert client.pulls_of(RUN) == ((7, RUN.sha, "main"), (8, RUN.sha, "main"))
    assert github.asked[-1] == ("pulls", {"state": "open", "head": "octocat:patch"})


def test_a_pull_request_is_read_as_it_is_now(connect):
    client, github = connect()
    github.pulls = [pull(7, sha="d" * 40)]

    assert client.pull(7) == (7, "d" * 40, "main")


def test_the_common_commit_is_the_one_that_a_comparison_names(connect):
    client, github = connect()
    github.comparison = {"merge_base_commit": {"sha": "e" * 40}}

    assert client.merge_base("release/1", "a" * 40) == "e" * 40
    assert github.asked[-1] == ("compare", "release/1", "a" * 40)


@pytest.mark.parametrize("told", [{}, {"merge_base_commit": None}, [], {"total_commits": 3}])
def test_a_server_may_compare_without_naming_it(connect, told):
    client, github = connect()
    github.comparison = told

    with pytest.raises(GitHubError, match="names no common commit") as caught:
        client.merge_base("main", "a" * 40)
    assert caught.value.is_refusal


WORKFLOW = ".github/workflows/osaid.yml"


def ran(**other):
    known = {"path": WORKFLOW, "head_sha": "a" * 40, "event": "pull_request", "run_attempt": 2}
    return SimpleNamespace(**known | other)


@pytest.mark.parametrize(
    ("told", "real"),
    [
        (ran(), True),
        (ran(path=f"{WORKFLOW}@main"), True),
        (ran(run_attempt=3), True),
        (ran(run_attempt=1), False),
        (ran(path=".github/workflows/other.yml"), False),
        (ran(head_sha="b" * 40), False),
        (ran(head_sha="b" * 40, event="workflow_run"), True),
        (REFUSED, False),
        (ODD, False),
    ],
)
def test_a_run_is_real_when_github_knows_it_as_one_of_ours(connect, told, real):
    client, github = connect()
    github.ran = told

    assert client.run_is_real(Marker("k", "a" * 40, 43, 2), WORKFLOW) is real
    assert github.asked[-1] == ("run", 43)


def test_without_a_workflow_of_ours_no_run_is(connect):
    client, github = connect()
    github.ran = ran(path="")

    assert client.run_is_real(Marker("k", "a" * 40, 43, 2), "") is False


# ------------------------------------------------------------------ git objects


@pytest.mark.parametrize("deep", [True, False])
@pytest.mark.parametrize(("truncated", "cut"), [({"truncated": True}, True), ({}, False)])
def test_a_tree_is_read_line_by_line(connect, deep, truncated, cut):
    client, github = connect()
    tree = [
        {"path": "a", "mode": "040000", "sha": "A"},
        {"path": "b", "mode": "100644", "sha": "B", "size": 5},
        {"path": "c", "mode": "160000", "sha": "C", "size": None},
    ]
    github.git_tree = {"tree": tree, **truncated}

    lines, left_out = client.tree("sha", deep=deep)

    assert lines == {
        "a": Line("040000", "A", 0),
        "b": Line("100644", "B", 5),
        "c": Line("160000", "C", 0),
    }
    assert left_out is cut
    assert github.asked[-1] == ("sha", deep)


@pytest.mark.parametrize("answer", [{}, [], 7, {"tree": 7}, {"tree": [{"path": "x"}]}])
def test_a_tree_of_another_form_is_none_of_its_api(connect, answer):
    client, github = connect(sleep=lambda _: None)
    github.git_tree = answer

    with pytest.raises(GitHubError, match=NOT_ITS_API):
        client.tree("sha", deep=True)


def test_a_blob_is_its_bytes(connect):
    client, github = connect()
    github.git_blob = base64.encodebytes(b"\xff" * 100).decode()

    sha = blob_id(b"\xff" * 100, 40)
    assert client.blob(sha) == b"\xff" * 100
    assert github.asked[-1] == sha


@pytest.mark.parametrize("content", ["", "!!!", "AAAA", "e30="])
def test_another_content_than_that_of_the_blob_is_no_answer(connect, content):
    client, github = connect()
    github.git_blob = content

    with pytest.raises(GitHubError, match=NOT_ITS_API):
        client.blob(blob_id(b"open_ai_system", 40))


# ------------------------------------------------------------------ what an exception means


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (requests.ConnectTimeout(), "GitHub did not answer in time"),
        (requests.ReadTimeout(), "GitHub did not answer in time"),
        (requests.ConnectionError(), "the connection to GitHub failed"),
        (module.BadAttributeException(1, str, None), NOT_ITS_API),
        (module.IncompletableObject(400, {}, {}), NOT_ITS_API),
        *((kind("x"), NOT_ITS_API) for kind in (AttributeError, KeyError, IndexError, TypeError)),
        (ValueError("x"), NOT_ITS_API),
    ],
)
def test_what_is_no_answer_is_told_in_plain_words(error, words):
    found = module.failure(error)

    assert (str(found), found.status, found.wait) == (words, 0, None)


@pytest.mark.parametrize(
    "error", [RuntimeError("x"), OSError("x"), OsaidError("x"), AssertionError()]
)
def test_what_is_not_githubs_is_nobodys(error):
    assert module.failure(error) is None


def test_a_failure_that_is_known_stays_what_it_is():
    known = GitHubError("x", status=7)

    assert module.failure(known) is known


def test_another_host_is_a_refusal():
    found = module.failure(RuntimeError("Github server redirected from x to y"))

    assert (found.status, found.is_refusal) == (301, True)
    assert "another host" in str(found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"message": "No way"}, "GitHub answers 422, 'No way'"),
        ({"message": "x" * 201}, f"GitHub answers 422, '{'x' * 200}'"),
        ({"message": ""}, "GitHub answers 422"),
        ({"message": 7}, "GitHub answers 422"),
        ({}, "GitHub answers 422"),
        (None, "GitHub answers 422"),
        ("<html>", "GitHub answers 422"),
    ],
)
def test_an_answer_is_told_by_its_status_and_words(data, said):
    found = module.failure(Exc(422, data, {}))

    assert (str(found), found.status, found.wait) == (said, 422, None)


AFTER, USED, RESET = "Retry-After", "X-RateLimit-Remaining", "X-RateLimit-Reset"
LIMIT = {"message": "You have exceeded a secondary Rate Limit"}


@pytest.mark.parametrize(
    ("status", "data", "headers", "wait"),
    [
        (403, {}, {}, None),
        (403, {}, None, None),
        (403, {}, {USED: "1"}, None),
        (500, LIMIT, {AFTER: "5"}, None),
        (404, LIMIT, {USED: "0", RESET: "1030"}, None),
        (403, LIMIT, {}, 60),
        (429, {}, {}, 60),
        (429, None, None, 60),
        (403, {}, {AFTER: "5"}, 5),
        (429, {}, {AFTER.lower(): "7"}, 7),
        (403, {}, {AFTER: "soon"}, 60),
        (403, {}, {USED: "0", RESET: "1030"}, 31),
        (429, {}, {USED: "0", RESET: "900"}, 1),
        (403, {}, {USED: "0"}, 60),
        (403, {}, {USED: "0", RESET: "later"}, 60),
        (403, {}, {USED: "0", RESET: "1030", AFTER: "2"}, 2),
        (429, {}, {USED: "1", RESET: "1030"}, 60),
    ],
)
def test_a_rate_limit_says_how_long_it_lasts(monkeypatch, status, data, headers, wait):
    monkeypatch.setattr(time, "time", lambda: 1000.0)

    assert module.failure(Exc(status, data, headers)).wait == wait
