# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What Hugging Face says of a repository beside what is declared, from a double on loopback."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.definition.rules.registry import RULES
from osaid_action.evidence import hugging_face
from osaid_action.evidence.hugging_face import Claim, Repository, Unanswered
from osaid_action.evidence.observation import DECLARED, VERIFIED, Observation
from osaid_action.evidence.online import ask
from osaid_action.findings import Diagnostic
from osaid_action.http.fetcher import Answer
from tests.evidence.asked import FIELDS, MODEL, WEIGHTS, api, declared, rules, weights
from tests.http.server import redirect, response

OPEN = {"gated": False, "tags": ["pytorch", "license:apache-2.0"], "cardData": {}}

# ------------------------------------------------------------------ Hugging Face: is it there


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (MODEL, Repository("models", "acme/one")),
        ("https://hf.co/acme/one/", Repository("models", "acme/one")),
        ("https://huggingface.co/datasets/acme/d", Repository("datasets", "acme/d")),
        (f"{MODEL}/tree/v1.0", Repository("models", "acme/one", "v1.0")),
        (f"{MODEL}/blob/main/a/b.bin?x=y#L1", Repository("models", "acme/one", "main", "a/b.bin")),
        (f"{MODEL}/resolve/main/b.bin", Repository("models", "acme/one", "main", "b.bin")),
        (f"{MODEL}/commit/1a2b3c4", Repository("models", "acme/one", "1a2b3c4")),
        (f"{MODEL}/tree/refs%2Fpr%2F1", Repository("models", "acme/one", "refs/pr/1")),
        (f"{MODEL}/tree/refs/pr/1/x", Repository("models", "acme/one", "refs/pr/1", "x")),
        (f"{MODEL}/discussions/1", None),
        (f"{MODEL}/tree/..", None),
        (f"{MODEL}/tree/a%0Ab", None),
        (f"{MODEL}/tree", None),
        ("https://huggingface.co/gpt2", None),
        ("https://huggingface.co/datasets/squad", None),
        ("https://huggingface.co/", None),
        ("https://huggingface.co/acme/..", None),
        ("https://huggingface.co/acme/a%2Fb", None),
        ("https://huggingface.co/spaces/acme/x", None),
        ("https://huggingface.co/papers/2402.00838", None),
        ("https://huggingface.co.evil.example/acme/one", None),
        ("https://huggingface.co@evil.example/acme/one", None),
        ("https://github.com/acme/one", None),
        ("src/model.py", None),
    ],
)
def test_a_repository_is_read_from_its_url(url, expected):
    assert hugging_face.repository(url) == expected


@given(st.text(max_size=60))
def test_any_text_is_a_repository_or_none(text):
    found = hugging_face.repository(f"https://huggingface.co/{text}")

    assert found is None or found.url.startswith("https://huggingface.co/")


def test_a_repository_that_is_as_declared(server, fetcher):
    server.pages = api(OPEN, main=200)

    looked = ask(weights(license="Apache-2.0", revision="main"), fetcher())[WEIGHTS]

    assert looked == Observation(
        VERIFIED,
        notes=(
            f"{MODEL} is there",
            f"{MODEL}: anybody can download it, as declared",
            f"{MODEL} is tagged Apache-2.0, as declared",
            f"revision main of {MODEL} is there",
        ),
    )
    assert {request.host for request in server.seen} == {"huggingface.co"}
    assert not any("Authorization" in request.headers for request in server.seen)


def test_a_repository_that_was_renamed(server, fetcher):
    server.pages = {
        f"/api/models/acme/one{FIELDS}": redirect(f"/api/models/acme/two{FIELDS}", 307),
        **api(OPEN, name="acme/two"),
    }

    assert ask(weights(), fetcher())[WEIGHTS].status == VERIFIED


@pytest.mark.parametrize("status", [401, 404])
def test_a_repository_that_nobody_sees(server, fetcher, status):
    server.pages = api({"error": "Invalid username or password."}, status=status)

    looked = ask(weights(revision="main"), fetcher())[WEIGHTS]

    assert (looked.status, looked.exists, rules(looked)) == (DECLARED, True, ["url-gone"])


def test_a_repository_that_is_there_and_kept_from_us(server, fetcher):
    server.pages[f"/api/models/acme/one{FIELDS}"] = response(401, X_Error_Code="GatedRepo")

    assert rules(ask(weights(), fetcher())[WEIGHTS]) == ["url-unanswered"]


@pytest.mark.parametrize("status", [400, 403, 429, 500])
def test_an_api_that_says_neither_yes_nor_no(server, fetcher, status):
    server.pages = api({}, status=status)

    looked = ask(weights(), fetcher())[WEIGHTS]

    assert (looked.status, rules(looked)) == (DECLARED, ["url-unanswered"])
    assert looked.diagnostics[0].message == f"{MODEL}: it answers {status}"


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"1", b"{", b"\xff", b"[" * 100_000, b'{"a":' * 100_000, b"9" * 10_000, b'"x"'],
    ids=len,
)
def test_an_answer_that_is_not_understood(server, fetcher, body):
    server.pages = api(body)

    looked = ask(weights(), fetcher())[WEIGHTS]

    assert looked.diagnostics[0].message == f"{MODEL}: its answer is not understood"


def test_a_file_of_a_repository_is_asked_for_too(server, fetcher):
    server.pages = api(OPEN, main=200)

    looked = ask(weights(f"{MODEL}/blob/main/w.bin"), fetcher())[WEIGHTS]

    assert rules(looked) == ["url-gone"]
    assert looked.diagnostics[0].message == f"{MODEL}/blob/main/w.bin is gone: it answers 404"


def test_a_license_file_there_is_a_url_like_any(server, fetcher):
    server.pages["/acme/one/blob/main/LICENSE"] = response(200)

    seen = ask(weights("w.bin", license_file=f"{MODEL}/blob/main/LICENSE"), fetcher())

    assert seen[WEIGHTS].status == VERIFIED
    assert server.asked == [("HEAD", "/acme/one/blob/main/LICENSE")]


# ------------------------------------------------------------------ Hugging Face: access


@pytest.mark.parametrize(
    ("gated", "access", "message"),
    [
        (False, None, None),
        (False, "open", None),
        ("auto", "gated", None),
        ("manual", "approval", None),
        ("auto", None, "an account and contact data are asked for, and `access: open` is declared"),
        ("manual", "open", "somebody decides who gets access, and `access: open` is declared"),
        ("manual", "gated", "somebody decides who gets access, and `access: gated` is declared"),
        (
            "auto",
            "approval",
            "an account and contact data are asked for, and `access: approval` is declared",
        ),
        (False, "gated", "anybody can download it, and `access: gated` is declared"),
        (True, "open", None),
        (None, "gated", None),
        ("other", "open", None),
        (["auto"], "open", None),
        ({}, "open", None),
        (0, "gated", None),
    ],
)  # fmt: skip
def test_access_is_compared(server, fetcher, gated, access, message):
    server.pages = api({"gated": gated})
    keys = {"access": access} if access else {}

    looked = ask(weights(**keys), fetcher())[WEIGHTS]

    if message is None:
        assert looked.status == VERIFIED
    else:
        assert (looked.status, rules(looked)) == (DECLARED, ["access-conflict"])
        assert looked.diagnostics[0].message == f"{MODEL}: {message}"
        assert looked.diagnostics[0].path == (*WEIGHTS, "access")


@pytest.mark.parametrize(
    ("gated", "availability", "conflict"),
    [
        (False, "open", False),
        ("auto", "open", True),
        ("manual", "public", True),
        ("auto", "obtainable", False),
        (False, "obtainable", False),
        ("manual", "unshareable", False),
    ],
)
def test_access_to_data_is_compared(server, fetcher, gated, availability, conflict):
    url = "https://huggingface.co/datasets/acme/d"
    server.pages = api({"gated": gated}, kind="datasets", name="acme/d")
    source = {"name": "D", "availability": availability, "location": url}

    looked = ask(declared(data={"sources": [source]}), fetcher())["data", "sources", 0]

    assert rules(looked) == (["access-conflict"] if conflict else [])


@pytest.mark.parametrize(
    ("location", "conflict"),
    [
        (MODEL, False),
        (f"{MODEL}/blob/main/README.md", False),
        (f"{MODEL}/blob/main/report.pdf", True),
    ],
)
def test_the_card_of_a_gated_repository_can_be_read(server, fetcher, location, conflict):
    server.pages = api({"gated": "auto", "tags": ["license:mit"]}, main=200)
    for name in ("README.md", "report.pdf"):
        server.pages[f"/acme/one/blob/main/{name}"] = response(200)
    card = {"location": location, "license": "CC-BY-4.0"}

    looked = ask(declared(documents={"model_card": card}), fetcher())["documents", "model_card"]

    assert rules(looked) == (["access-conflict"] if conflict else [])


def test_a_base_is_compared(server, fetcher):
    server.pages = api({"gated": "manual", "tags": ["license:llama3"]})
    base = {"name": "One", "relation": "finetune", "location": MODEL, "license": "MIT"}

    looked = ask(declared(built_on=[base]), fetcher())["built_on", 0]

    assert rules(looked) == ["access-conflict", "license-conflict"]
    assert looked.diagnostics[1].message == (
        f"{MODEL} is tagged llama3, and MIT is declared for One"
    )


def test_a_base_behind_an_api_is_not_let_in(server, fetcher):
    server.pages = api(OPEN)
    base = {"name": "One", "relation": "included", "location": MODEL, "access": "api"}

    assert rules(ask(declared(built_on=[base]), fetcher())["built_on", 0]) == []


# ------------------------------------------------------------------ Hugging Face: license


def tagged(*tags, **card):
    return {"gated": False, "tags": [f"license:{tag}" for tag in tags], "cardData": card}


@pytest.mark.parametrize(
    ("info", "license_", "says"),
    [
        (tagged("apache-2.0"), "Apache-2.0", None),
        (tagged("mit"), "Apache-2.0", "MIT"),
        (tagged("mit"), "MIT OR Apache-2.0", None),
        (tagged("mit", "apache-2.0"), "Apache-2.0", None),
        (tagged("mit", "isc"), "Apache-2.0", "MIT and ISC"),
        (tagged(license="mit"), "Apache-2.0", "MIT"),
        (tagged(license=["mit", 5]), "Apache-2.0", "MIT"),
        (tagged("gpl-3.0"), "GPL-3.0-or-later", None),
        (tagged("gpl-3.0"), "GPL-2.0-only", "GPL-3.0"),
        (tagged("gpl"), "GPL-3.0-only", None),
        (tagged("gpl"), "MIT", "gpl"),
        (tagged("openrail"), "bigcode-openrail-m", None),
        (tagged("openrail"), "Apache-2.0", "openrail-family"),
        (tagged("llama3.1"), "llama3.1", None),
        (tagged("llama3.1"), "llama3", "llama3.1"),
        (tagged("cc"), "CC-BY-3.0", None),
        (tagged("unknown"), "MIT", None),
        (tagged("no-such-license"), "MIT", None),
        (tagged("mit", "no-such-license"), "Apache-2.0", None),
        (tagged("mit"), "LicenseRef-our-own", None),
        (tagged("mit"), "", None),
        (tagged(), "MIT", None),
        ({}, "MIT", None),
        (tagged("other"), "MIT", None),
        (tagged("other", license_name="  "), "MIT", None),
        (tagged("other", license_name=["mrl"]), "MIT", None),
        (tagged("other", license_name="llama3"), "llama3", None),
        (tagged("other", license_name="llama3"), "MIT", "llama3"),
        (tagged("other", license_name="Apache License 2.0"), "Apache-2.0", None),
        (tagged("other", license_name="<b>SECRET</b>"), "MIT", "other"),
        (tagged("other", license_name="our-own"), "LicenseRef-our-own", None),
        (tagged("other", license_name="MIT OR " * 1000 + "MIT"), "ISC", "other"),
        ({"tags": ["x license:mit", "license:", 5, None, ["license:mit"]]}, "Apache-2.0", None),
        ({"tags": "license:mit"}, "Apache-2.0", "MIT"),
        ({"tags": {"license:mit": 1}, "cardData": "x"}, "Apache-2.0", None),
    ],
)
def test_licenses_are_compared(server, fetcher, info, license_, says):
    server.pages = api(info)
    keys = {"license": license_} if license_ else {}

    looked = ask(weights(**keys), fetcher())[WEIGHTS]

    assert "SECRET" not in repr(looked)
    if says is None:
        assert looked.status == VERIFIED
    else:
        assert (looked.status, rules(looked)) == (DECLARED, ["license-conflict"])
        assert looked.diagnostics[0].path == (*WEIGHTS, "license")
        assert looked.diagnostics[0].message.startswith(f"{MODEL} is tagged {says}, and ")


def test_the_license_of_code_there_is_not_that_of_the_model(server, fetcher):
    server.pages = api(tagged("llama3"), main=200)
    server.pages["/acme/one/blob/main/modeling.py"] = response(200)
    code = {"location": f"{MODEL}/blob/main/modeling.py", "license": "Apache-2.0"}

    looked = ask(declared(code={"architecture": code}), fetcher())["code", "architecture"]

    assert looked.status == VERIFIED


# ------------------------------------------------------------------ Hugging Face: revision


@pytest.mark.parametrize(
    ("revision", "status", "expected"),
    [
        ("main", 200, None),
        ("refs/pr/1", 200, None),
        ("1a2b3c4", 200, None),
        ("v2", 404, "revision-missing"),
        ("f" * 40, 404, "revision-missing"),
        ("1a2b3c4", 404, "url-unanswered"),
        ("v2", 503, "url-unanswered"),
    ],
)
def test_a_revision_is_looked_up(server, fetcher, revision, status, expected):
    escaped = revision.replace("/", "%2F")
    server.pages = api(OPEN, **{escaped: status})

    looked = ask(weights(revision=revision), fetcher())[WEIGHTS]

    assert rules(looked) == ([expected] if expected else [])
    assert looked.status == (DECLARED if expected else VERIFIED)
    assert ("GET", f"/api/models/acme/one/revision/{escaped}?expand=sha") in server.asked


@pytest.mark.parametrize("revision", ["a..b", "../../x", "a b", "-x", "x" * 300, "a\nb"])
def test_a_revision_that_git_has_no_name_for_is_not_asked_for(server, fetcher, revision):
    server.pages = api(OPEN)

    looked = ask(weights(revision=revision), fetcher())[WEIGHTS]

    assert rules(looked) == ["revision-missing"]
    assert server.connections == 1


def test_the_revision_of_a_url_is_looked_up_beside_the_one_declared(server, fetcher):
    server.pages = api(OPEN, v1=404, v2=404)

    looked = ask(weights(f"{MODEL}/tree/v1", revision="v2"), fetcher())[WEIGHTS]

    assert [(p.message, p.path[-1]) for p in looked.diagnostics] == [
        (f"{MODEL} has no revision v2", "revision"),
        (f"{MODEL} has no revision v1", "location"),
    ]


# ------------------------------------------------------------------ whatever it sends

WORDS = ["license:mit", "license:other", "license:", "auto", "manual", "other", "mit"]
KEYS = ["gated", "tags", "cardData", "license", "license_name"]
ANYTHING = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8),
        st.sampled_from(WORDS),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner)
    ),
    max_leaves=12,
)  # fmt: skip


@given(
    st.dictionaries(st.sampled_from(["gated", "tags", "cardData"]), ANYTHING),
    st.sampled_from(["MIT", "llama3", "LicenseRef-x", ""]),
)
def test_whatever_it_sends_is_compared_or_passed_over(info, license_):
    found = Repository("models", "acme/one")
    claim = Claim("x", WEIGHTS, access="open", license=license_)
    answers = {found.question: Answer(200, body=json.dumps(info).encode())}

    said = list(hugging_face.compared(found, claim, answers))

    assert said[0] == f"{MODEL} is there"
    for one in said:
        assert isinstance(one, str) or RULES[one.rule.id].severity == "warning"


# ------------------------------------------------------------------ values in, values out

HERE = Repository("models", "acme/one")


def compared(info, claim, found=HERE, status=200, **revisions):
    """What comes of an answer: a line that agrees, the rule that speaks, or the open question."""
    answers = {found.question: Answer(status, body=json.dumps(info).encode())}
    answers |= {found.about(name): Answer(answer) for name, answer in revisions.items()}
    return [
        one.rule.id
        if isinstance(one, Diagnostic)
        else one.subject
        if isinstance(one, Unanswered)
        else "agrees"
        for one in hugging_face.compared(found, claim, answers)
    ]


@pytest.mark.parametrize(
    ("gated", "availability", "access", "expected"),
    [
        (False, "", "open", ["agrees"]),
        ("auto", "", "gated", ["agrees"]),
        ("manual", "", "approval", ["agrees"]),
        ("auto", "", "approval", ["access-conflict"]),
        ("auto", "", "open", ["access-conflict"]),
        (False, "", "gated", ["access-conflict"]),
        (False, "", "api", []),
        ("auto", "", "api", []),
        (False, "", "", []),
        (False, "open", "", ["agrees"]),
        (False, "public", "", ["agrees"]),
        ("manual", "open", "", ["access-conflict"]),
        ("auto", "public", "", ["access-conflict"]),
        ("auto", "obtainable", "", []),
        (False, "obtainable", "", []),
        (True, "", "open", []),
        (None, "", "open", []),
        ("other", "open", "", []),
        (0, "open", "", []),
    ],
)
def test_access_in_all_combinations(gated, availability, access, expected):
    claim = Claim("it", WEIGHTS, access=access, availability=availability)

    assert compared({"gated": gated}, claim)[1:] == expected


@pytest.mark.parametrize(
    ("status", "code", "expected"),
    [
        (404, "", "url-gone"),
        (410, "", "url-gone"),
        (401, "", "url-gone"),
        (401, "GatedRepo", MODEL),
        (403, "", MODEL),
        (0, "", MODEL),
    ],
)
def test_what_is_not_answered_is_gone_or_open(status, code, expected):
    answers = {HERE.question: Answer(status, code=code)}
    (one,) = hugging_face.compared(HERE, Claim("it", WEIGHTS), answers)

    assert (one.rule.id if isinstance(one, Diagnostic) else one.subject) == expected


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"null", b"[" * 100_000, b"\xff"])
def test_what_is_no_object_is_not_understood(body):
    answers = {HERE.question: Answer(200, body=body)}
    (one,) = hugging_face.compared(HERE, Claim("it", WEIGHTS), answers)

    assert (one.subject, one.answer.why) == (MODEL, "its answer is not understood")


@pytest.mark.parametrize(
    ("claimed", "in_url", "asked"),
    [
        ("", "", []),
        ("v1", "", ["v1"]),
        ("", "v2", ["v2"]),
        ("v1", "v2", ["v1", "v2"]),
        ("v1", "v1", ["v1"]),
        ("a..b", "v2", ["v2"]),
    ],
)
def test_each_revision_is_asked_about_once(claimed, in_url, asked):
    found = HERE._replace(revision=in_url)
    claim = Claim("it", WEIGHTS, revision=claimed)

    assert list(hugging_face.questions(found, claim)) == [
        found.question,
        *(found.about(revision) for revision in asked),
    ]


def test_a_long_revision_is_cut_where_it_is_told():
    claim = Claim("it", WEIGHTS, revision="v" * 300)
    answers = {HERE.question: Answer(200, body=b"{}")}
    *_, one = hugging_face.compared(HERE, claim, answers)

    assert one.message == f"{MODEL} has no revision {'v' * 59}…"


@pytest.mark.parametrize(
    ("kind", "page", "question"),
    [
        ("models", "https://huggingface.co/a/b", "https://huggingface.co/api/models/a/b"),
        ("datasets", "https://huggingface.co/datasets/a/b",
         "https://huggingface.co/api/datasets/a/b"),
    ],
)  # fmt: skip
def test_where_people_look_and_where_we_ask(kind, page, question):
    found = Repository(kind, "a/b")

    assert found.url == page
    assert found.question.url.partition("?")[0] == question
    assert found.about("refs/pr/1").url == f"{question}/revision/refs%2Fpr%2F1?expand=sha"
    assert found.question.wants_json
    assert found.about("v1").wants_json
