# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The API double remembers, pages, refuses and misbehaves as GitHub does."""

import base64
import http.client

import pytest

from testing.github_double.api.gitstore import SUBMODULE, SYMLINK, Entry
from testing.github_double.api.state import ACTIONS, OCTOCAT, OTHER_APP
from testing.github_double.double import Double, primary_limit, secondary_limit

pytestmark = pytest.mark.needs_tools

REPO = "/repos/acme/model"
COMMENTS = f"{REPO}/issues/7/comments"


@pytest.fixture
def acme(github):
    acme = github.repository("acme/model")
    acme.commit({"README.md": "hello", "docs/data.md": "words"})
    acme.commit({"OPEN_AI_SYSTEM.yaml": "open_ai_system: '1.0'\n"}, branch="feature")
    return acme


@pytest.fixture
def pull(acme):
    return acme.pull("feature")


@pytest.fixture
def token(github):
    return github.grant(
        {"contents": "read", "pull-requests": "write", "checks": "write", "actions": "read"}
    )


@pytest.fixture
def post(github, token, ask):
    return lambda path, body: ask(github.url + path, "POST", body, token)


def test_every_operation_answers_as_described(github, acme, pull, token, ask):
    check = {"name": "osaid", "head_sha": pull.head_sha, "status": "in_progress"}
    made = ask(github.url + REPO + "/check-runs", "POST", check, token).body["id"]
    comment = ask(github.url + COMMENTS, "POST", {"body": "hello"}, token).body["id"]
    tree = acme.find("main").tree
    blob = next(line.sha for line in acme.git.trees[tree] if line.name == "README.md")

    for path in (
        "",
        "/pulls",
        "/pulls/7",
        "/pulls/7/files",
        "/issues/7/comments",
        f"/issues/comments/{comment}",
        f"/check-runs/{made}",
        f"/check-runs/{made}/annotations",
        f"/commits/{pull.head_sha}/check-runs",
        f"/commits/{pull.head_sha}/pulls",
        f"/compare/main...{pull.head_sha}",
        "/contents/",
        "/contents/docs",
        "/contents/docs/data.md",
        f"/git/trees/{pull.head_sha}?recursive=1",
        f"/git/blobs/{blob}",
        f"/actions/runs/{acme.run(pull).id}",
    ):
        assert ask(github.url + REPO + path, token=token).status == 200

    assert github.broken == []


def test_a_comment_is_made_changed_listed_and_deleted(github, acme, pull, token, ask):
    made = ask(github.url + COMMENTS, "POST", {"body": "first"}, token)
    place = f"{github.url}{REPO}/issues/comments/{made.body['id']}"

    ask(place, "PATCH", {"body": "second"}, token)
    listed = ask(github.url + COMMENTS, token=token).body

    assert made.status == 201
    assert [(c["body"], c["user"]["login"]) for c in listed] == [("second", "github-actions[bot]")]
    assert listed[0]["performed_via_github_app"]["slug"] == "github-actions"
    assert listed[0]["updated_at"] > listed[0]["created_at"]
    assert ask(place, "DELETE", token=token).status == 204
    assert ask(place).status == 404
    assert pull.comments == []
    assert acme.comments == {}


def test_a_comment_may_be_of_an_account_that_is_no_more(github, pull, ask):
    pull.comment("words", None)

    assert ask(github.url + COMMENTS).body[0]["user"] is None


@pytest.mark.parametrize("author", [ACTIONS, OCTOCAT, OTHER_APP])
def test_comments_of_others_carry_their_author(github, pull, ask, author):
    pull.comment("words", author)

    listed = ask(github.url + COMMENTS).body[0]

    assert listed["user"]["login"] == author.login
    assert listed["user"]["type"] == author.type
    assert (listed["performed_via_github_app"] or {"slug": ""})["slug"] == author.app


def test_lists_come_in_pages(github, pull, ask):
    for number in range(250):
        pull.comment(str(number))

    first = ask(github.url + COMMENTS)
    last = ask(f"{github.url}{COMMENTS}?per_page=100&page=3")

    assert [c["body"] for c in first.body] == [str(number) for number in range(30)]
    assert f'<{github.url}{COMMENTS}?page=2>; rel="next"' in first.headers["Link"]
    assert f'<{github.url}{COMMENTS}?page=9>; rel="last"' in first.headers["Link"]
    assert [c["body"] for c in last.body] == [str(number) for number in range(200, 250)]
    assert 'rel="next"' not in last.headers["Link"]
    assert len(ask(f"{github.url}{COMMENTS}?per_page=250").body) == 100


def test_links_follow_the_prefix_of_an_enterprise_server(github, pull, ask):
    for number in range(31):
        pull.comment(str(number))

    answer = ask(github.enterprise_url + COMMENTS)

    assert f"<{github.enterprise_url}{COMMENTS}?page=2>" in answer.headers["Link"]
    assert answer.body[0]["url"].startswith(github.enterprise_url)
    assert answer.body[0]["html_url"].startswith(f"{github.url}/acme/model/")
    assert github.requests[0].path == COMMENTS


def test_an_eventually_consistent_list_shows_a_comment_late(github, pull, token, ask):
    github.lag = 2
    ask(github.url + COMMENTS, "POST", {"body": "late"}, token)

    seen = [len(ask(github.url + COMMENTS, token=token).body) for _ in range(3)]

    assert seen == [0, 0, 1]
    assert len(pull.comments) == 1


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ({"body": "x" * 65_537}, "Body is too long (maximum is 65536 characters)"),
        ({"body": "  "}, "Body cannot be blank"),
        ({"body": "x", "event": "COMMENT"}, "unknown field .event"),
        ({"body": 7}, "['body']: 7 is not of type 'string'"),
        ({}, "'body' is a required property"),
        (None, "the body is missing"),
    ],
)
def test_a_bad_comment_is_refused_and_recorded(github, pull, post, body, complaint):
    answer = post(COMMENTS, body)

    assert answer.status == 422
    assert complaint in github.violations.pop()
    assert pull.comments == []


def test_a_comment_of_the_longest_length_is_taken(github, pull, token, ask):
    body = "\N{PARTY POPPER}" * 65_536

    assert ask(github.url + COMMENTS, "POST", {"body": body}, token).status == 201
    assert pull.comments[0].body == body


def annotation(**changed):
    usual = {"path": "a.yaml", "start_line": 1, "end_line": 1}
    return usual | {"annotation_level": "notice", "message": "m"} | changed


@pytest.mark.parametrize(
    ("annotations", "complaint"),
    [
        ([annotation()] * 51, "is too long"),
        ([annotation(message="é" * 32_769)], "message exceeds 64 KB"),
        ([annotation(raw_details="x" * 65_537)], "raw_details exceeds 64 KB"),
        ([annotation(title="x" * 256)], "title exceeds 255"),
        ([annotation(annotation_level="error")], "is not one of"),
        ([annotation(start_line=2)], "the end is not before the start"),
        ([annotation(end_line=2, start_column=1)], "annotation columns"),
        ([annotation(lines=1)], "unknown field .output.annotations[0].lines"),
    ],
)
def test_bad_annotations_are_refused(github, pull, post, annotations, complaint):
    output = {"title": "t", "summary": "s", "annotations": annotations}
    body = {"name": "osaid", "head_sha": pull.head_sha, "output": output}

    assert post(f"{REPO}/check-runs", body).status == 422
    assert complaint in github.violations.pop()


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"status": "completed"}, "needs a conclusion"),
        ({"conclusion": "passed"}, "is not one of"),
        ({"head_sha": "0" * 40}, "No commit found"),
        ({"output": {"title": "t", "summary": "x" * 65_536}}, "is too long"),
    ],
)
def test_a_bad_check_run_is_refused(github, pull, post, changed, complaint):
    body = {"name": "osaid", "head_sha": pull.head_sha} | changed

    assert post(f"{REPO}/check-runs", body).status == 422
    assert complaint in github.violations.pop()


def test_updating_a_check_run_appends_annotations(github, acme, pull, token, ask):
    body = {"name": "osaid", "head_sha": pull.head_sha, "status": "in_progress"}
    place = ask(github.url + REPO + "/check-runs", "POST", body, token).body["url"]
    output = {"title": "t", "summary": "s", "annotations": [annotation()] * 50}

    ask(place, "PATCH", {"output": output}, token)
    done = ask(place, "PATCH", {"output": output, "conclusion": "failure"}, token).body

    assert (done["status"], done["conclusion"]) == ("completed", "failure")
    assert done["output"]["annotations_count"] == 100
    assert len(next(iter(acme.checks.values())).annotations) == 100
    assert len(ask(f"{place}/annotations", token=token).body) == 30


def test_checks_of_a_commit_are_the_latest_of_each_name(github, pull, token, ask):
    for conclusion in ("failure", "success"):
        body = {"name": "osaid", "head_sha": pull.head_sha, "conclusion": conclusion}
        ask(github.url + REPO + "/check-runs", "POST", body, token)

    place = f"{github.url}{REPO}/commits/feature/check-runs"

    assert [c["conclusion"] for c in ask(place).body["check_runs"]] == ["success"]
    assert ask(f"{place}?filter=all").body["total_count"] == 2
    assert ask(f"{place}?check_name=other").body["total_count"] == 0


def test_a_check_run_is_for_apps(github, pull, ask):
    user = github.grant({"checks": "write"}, OCTOCAT)
    body = {"name": "osaid", "head_sha": pull.head_sha}

    answer = ask(github.url + REPO + "/check-runs", "POST", body, user)

    assert (answer.status, answer.body["message"]) == (
        403,
        "You must authenticate via a GitHub App.",
    )


@pytest.mark.parametrize(
    ("permissions", "status"),
    [
        ({"issues": "write"}, 201),
        ({"pull-requests": "write"}, 201),
        ({"pull-requests": "read", "issues": "read"}, 403),
        ({"contents": "write"}, 403),
        ({}, 403),
    ],
)
def test_writing_needs_a_permission(github, pull, ask, permissions, status):
    token = github.grant(permissions)

    answer = ask(github.url + COMMENTS, "POST", {"body": "words"}, token)

    assert answer.status == status
    if status == 403:
        assert answer.body["message"] == "Resource not accessible by integration"
    assert len(pull.comments) == (status == 201)


def test_a_public_repository_can_be_read_by_all_and_written_by_none(github, pull, ask):
    assert ask(github.url + COMMENTS).status == 200
    assert ask(github.url + COMMENTS, "POST", {"body": "words"}).status == 401
    assert ask(github.url + COMMENTS, token="ghs_" + "0" * 36).status == 401
    assert pull.comments == []


def test_a_private_repository_is_hidden(github, ask):
    github.repository("acme/secret", private=True).commit({"README.md": "hello"})
    place = github.url + "/repos/acme/secret/contents/README.md"

    assert ask(place).status == 404
    assert ask(place, token=github.grant({"issues": "read"})).status == 403
    assert ask(place, token=github.grant({"contents": "read"})).status == 200


def test_an_installation_is_no_user(github, ask):
    assert ask(github.url + "/user", token=github.grant({})).status == 403
    assert ask(github.url + "/user").status == 401
    user = ask(github.url + "/user", token=github.grant({}, OCTOCAT))
    assert (user.status, user.body["login"]) == (200, "octocat")


def test_contents_are_files_folders_links_and_raw_bytes(github, acme, ask):
    acme.commit(
        {
            "bytes.bin": b"\x00\xff" * 50,
            "docs/link": Entry(b"../bytes.bin", SYMLINK),
            "away": Entry(b"/etc/passwd", SYMLINK),
            "module": Entry(b"1" * 40, SUBMODULE),
            "large.bin": b"x" * ((1 << 20) + 1),
        }
    )
    place = f"{github.url}{REPO}/contents"

    file, link = ask(f"{place}/bytes.bin").body, ask(f"{place}/docs/link").body
    away, module = ask(f"{place}/away").body, ask(f"{place}/module").body
    large = ask(f"{place}/large.bin").body
    listing = {item["path"]: item["type"] for item in ask(f"{place}/").body}

    assert base64.b64decode(file["content"]) == b"\x00\xff" * 50
    assert base64.b64decode(link["content"]) == b"\x00\xff" * 50
    assert (away["type"], away["target"]) == ("symlink", "/etc/passwd")
    assert (module["type"], module["sha"]) == ("submodule", "1" * 40)
    assert (large["encoding"], large["content"], large["size"]) == ("none", "", (1 << 20) + 1)
    assert listing["docs"] == "dir"
    assert listing["away"] == "symlink"
    assert (
        ask(f"{place}/bytes.bin", Accept="application/vnd.github.raw+json").body == b"\x00\xff" * 50
    )
    assert ask(f"{place}/OPEN_AI_SYSTEM.yaml").status == 404
    assert ask(f"{place}/OPEN_AI_SYSTEM.yaml?ref=feature").status == 200
    assert ask(f"{place}/README.md?ref=nowhere").status == 404


def test_a_tree_can_be_cut_off(github, acme, ask):
    place = f"{github.url}{REPO}/git/trees/main"
    flat = ask(place).body
    whole = ask(f"{place}?recursive=1").body
    acme.tree_limit = 1

    cut = ask(f"{place}?recursive=1").body

    assert [line["path"] for line in flat["tree"]] == ["README.md", "docs"]
    assert [line["path"] for line in whole["tree"]] == ["README.md", "docs", "docs/data.md"]
    assert (whole["truncated"], cut["truncated"], len(cut["tree"])) == (False, True, 1)


def test_a_comparison_starts_at_the_common_commit(github, acme, pull, ask):
    acme.commit({"later.md": "on main"})

    answer = ask(f"{github.url}{REPO}/compare/main...{pull.head_sha}").body

    assert answer["merge_base_commit"]["sha"] == pull.base_sha
    assert (answer["status"], answer["ahead_by"], answer["behind_by"]) == ("diverged", 1, 1)
    assert [(f["filename"], f["status"]) for f in answer["files"]] == [
        ("OPEN_AI_SYSTEM.yaml", "added")
    ]


def test_a_branch_with_a_slash_is_compared_too(github, acme, pull, ask):
    acme.commit({"x": "1"}, branch="release/1.x")

    answer = ask(f"{github.url}{REPO}/compare/release/1.x...{pull.head_sha}").body

    assert answer["merge_base_commit"]["sha"] == pull.base_sha


@pytest.mark.parametrize("base", ["gone", "f" * 40, "orphan"])
def test_what_is_not_there_or_has_another_past_is_not_compared(github, acme, pull, ask, base):
    acme.branches["orphan"] = acme.git.commit({"y": "1"}).sha

    answer = ask(f"{github.url}{REPO}/compare/{base}...{pull.head_sha}")

    said = "No common ancestor between orphan and" if base == "orphan" else "Not Found"
    assert (answer.status, answer.body["message"].startswith(said)) == (404, True)


def test_a_pull_request_keeps_its_base_sha_and_its_test_merge_has_the_newest_base(
    github, acme, pull, ask
):
    before = pull.base_sha
    after = acme.commit({"later.md": "on main"})

    answer = ask(f"{github.url}{REPO}/pulls/{pull.number}").body

    assert answer["base"]["sha"] == before
    merge = acme.git.commits[answer["merge_commit_sha"]]
    assert merge.parents == (after, pull.head_sha)
    assert "later.md" in merge.files


REFUSALS = {
    "locked": (403, "Unable to create comment because issue is locked"),
    "archived": (403, "Repository was archived so is read-only."),
    "deleted": (410, "This issue was deleted"),
}


@pytest.mark.parametrize("state", REFUSALS)
def test_what_takes_no_comment_says_why(acme, pull, post, state):
    setattr(acme if state == "archived" else pull, state, True)

    answer = post(COMMENTS, {"body": "hello"})

    assert (answer.status, answer.body["message"]) == REFUSALS[state]
    assert pull.comments == []


def test_a_fork_has_its_pull_request_in_the_other_repository(github, acme, ask):
    fork = github.fork(acme, "mallory")
    fork.commit({"x": "1"}, branch="patch-1")
    pull = acme.pull("patch-1", head_repository=fork)
    run = acme.run(pull)

    whole = ask(f"{github.url}{REPO}/pulls/{pull.number}").body
    found = ask(f"{github.url}{REPO}/pulls?head=mallory:patch-1").body
    of_run = ask(f"{github.url}{REPO}/actions/runs/{run.id}", token=github.grant({})).body

    assert (whole["head"]["repo"]["full_name"], whole["head"]["repo"]["fork"]) == (
        "mallory/model",
        True,
    )
    assert [p["number"] for p in found] == [pull.number]
    assert ask(f"{github.url}{REPO}/commits/{pull.head_sha}/pulls").body == []
    asked_there = ask(f"{github.url}/repos/mallory/model/commits/{pull.head_sha}/pulls").body
    assert [p["number"] for p in asked_there] == [pull.number]
    assert of_run["pull_requests"] == []
    assert of_run["head_repository"]["full_name"] == "mallory/model"
    # what a fork's pull request brings can be read through the base, as on GitHub
    assert ask(f"{github.url}{REPO}/contents/x?ref={pull.head_sha}").status == 200
    assert ask(f"{github.url}{REPO}/contents/x?ref=refs/pull/{pull.number}/merge").status == 200


def test_closed_pull_requests_are_listed_on_demand(github, pull, ask):
    pull.state = "closed"

    assert ask(f"{github.url}{REPO}/pulls").body == []
    assert len(ask(f"{github.url}{REPO}/pulls?state=all").body) == 1
    assert ask(f"{github.url}{REPO}/pulls?state=merged").status == 422
    assert "parameter 'state'" in github.violations.pop()


def test_a_stored_comment_may_be_answered_with_an_error(github, pull, token, ask):
    github.fail(status=502, method="POST", stores=True)

    answer = ask(github.url + COMMENTS, "POST", {"body": "words"}, token)

    assert answer.status == 502
    assert [c.body for c in pull.comments] == ["words"]
    assert github.writes[0].status == 502


def test_faults_meet_the_requests_that_they_are_for(github, pull, ask):
    github.fail(status=500, path="*/comments", skip=1, times=2)

    seen = [ask(github.url + COMMENTS).status for _ in range(4)]

    assert ask(github.url + REPO).status == 200
    assert seen == [200, 500, 500, 200]
    assert pull.comments == []


def test_a_dropped_connection_answers_nothing(github, pull, token, ask):
    github.fail(drop=True, stores=True)

    with pytest.raises((http.client.RemoteDisconnected, ConnectionResetError)):
        ask(github.url + COMMENTS, "POST", {"body": "words"}, token)

    assert len(pull.comments) == 1
    assert github.requests[0].status == 0


def test_an_answer_may_trickle(github, acme, ask):
    github.fail(status=200, body=b'"abc"', trickle=0.001)

    assert ask(github.url + REPO).body == "abc"
    assert acme.full_name == "acme/model"


def test_another_client_may_act_in_between(github, pull, ask):
    github.fail(method="GET", before=lambda: pull.comment("from elsewhere"))

    assert [c["body"] for c in ask(github.url + COMMENTS).body] == ["from elsewhere"]


@pytest.mark.parametrize(
    ("fault", "header"),
    [
        (secondary_limit(60), "Retry-After"),
        (primary_limit(3600), "X-RateLimit-Reset"),
    ],
)
def test_rate_limits_look_like_rate_limits(github, ask, fault, header):
    github.fail(**fault)

    answer = ask(github.url + REPO)

    assert answer.status == 403
    assert "rate limit" in answer.body["message"]
    assert header in answer.headers


def test_a_redirect_shows_whether_the_token_travels(github, acme, token, ask):
    with Double() as elsewhere:
        github.fail(status=302, headers={"Location": f"{elsewhere.url}{REPO}"})

        answer = ask(github.url + REPO, token=token)
        ask(answer.headers["Location"], token=token)  # what a careless client does

        assert elsewhere.requests[0].auth == "unknown"
        assert elsewhere.requests[0].host == elsewhere.url.removeprefix("http://")
    assert github.requests[0].auth == "github-actions[bot]"
    assert acme.full_name == "acme/model"


def test_no_token_is_ever_shown(github, acme, token, ask):
    ask(github.url + REPO, token=token)

    shown = repr([vars(github), vars(acme)])

    assert token not in shown


def test_what_is_not_in_the_description_is_a_violation(github, ask):
    assert ask(github.url + "/user", "PUT", {}).status == 404
    assert github.violations.pop() == "PUT /user: not in the description"


@pytest.mark.parametrize("actor", [ACTIONS, OCTOCAT, OTHER_APP])
@pytest.mark.parametrize("place", ["/graphql", "/api/graphql"])
def test_graphql_tells_whose_token_it_is(github, ask, actor, place):
    question = {"query": "query { viewer { login } }", "variables": {}}

    answer = ask(github.url + place, "POST", question, github.grant({}, actor))

    assert (answer.status, answer.body) == (200, {"data": {"viewer": {"login": actor.login}}})
    assert github.writes == []


def test_graphql_tells_nothing_else(github, token, ask):
    assert ask(github.url + "/graphql", "POST", {"query": "{ viewer { login } }"}).status == 401
    assert ask(github.url + "/graphql", "POST", {"query": "{}"}, token).status == 422
    assert github.violations.pop() == "POST /graphql: not the question that the double knows"


def test_a_violation_nobody_looked_at_fails_the_test(ask):
    with pytest.raises(AssertionError, match="not in the description"), Double() as github:
        ask(github.url + "/graphql")


def test_a_client_that_never_stops_is_stopped(ask):
    github = Double(max_requests=2)
    github.repository("acme/model")
    seen = [ask(github.url + REPO).status for _ in range(2)]

    with pytest.raises(http.client.RemoteDisconnected):
        ask(github.url + REPO)
    github.close()
    with pytest.raises(AssertionError, match="more than 2 requests"):
        github.verify()
    assert seen == [200, 200]


def test_a_double_that_is_forgotten_stops_itself(ask):
    github = Double(max_seconds=0.05)
    assert github.stopped.wait(5)

    with pytest.raises(OSError, match="refused"):
        ask(github.url)
    with pytest.raises(AssertionError, match=r"after 0\.05 seconds"):
        github.verify()
