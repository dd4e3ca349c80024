# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the network shows of a declaration, asked of a server on loopback."""

import os

import pytest

from osaid_action.assessment.assess import assess
from osaid_action.evidence.observation import CONTRADICTED, DECLARED, VERIFIED, Observation
from osaid_action.evidence.online import ask, together
from osaid_action.findings import Diagnostic
from osaid_action.http.fetcher import Fetcher
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.validation.loader import load
from osaid_action.validation.yaml_reader import read
from tests.evidence.asked import MODEL, WEIGHTS, api, declared, rules, weights
from tests.http.server import response

OLMO = os.path.join(os.path.dirname(__file__), "../../examples/olmo/OPEN_AI_SYSTEM.yaml")


# ------------------------------------------------------------------ any URL


def test_a_url_that_answers_is_verified(server, fetcher):
    server.pages["/x"] = response(200)

    seen = ask(weights("https://a.example/x#y"), fetcher())

    assert seen == {WEIGHTS: Observation(VERIFIED, notes=("https://a.example/x answers",))}


@pytest.mark.parametrize("status", [404, 410])
def test_a_url_that_is_gone(server, fetcher, status):
    server.pages["/x"] = response(status)

    looked = ask(weights("https://a.example/x"), fetcher())[WEIGHTS]

    assert (looked.status, looked.exists, rules(looked)) == (DECLARED, True, ["url-gone"])
    assert looked.diagnostics[0].message == f"https://a.example/x is gone: it answers {status}"
    assert looked.diagnostics[0].path == (*WEIGHTS, "location")


@pytest.mark.parametrize("status", [301, 401, 403, 429, 500, 503])
def test_a_url_that_says_neither_yes_nor_no(server, fetcher, status):
    server.pages["/x"] = response(status)

    looked = ask(weights("https://a.example/x"), fetcher())[WEIGHTS]

    assert (looked.status, looked.exists, rules(looked)) == (DECLARED, True, ["url-unanswered"])
    assert looked.diagnostics[0].message == f"https://a.example/x: it answers {status}"


def test_a_url_that_is_not_to_be_asked(server, fetcher):
    looked = ask(weights("https://user@a.example/"), fetcher())[WEIGHTS]

    (problem,) = looked.diagnostics
    assert problem.message == "https://user@a.example/: it names a user before its host"
    assert server.connections == 0


def test_a_homograph_is_shown_as_dns_has_it(server, fetcher):
    server.pages["/"] = response(200)

    seen = ask(weights("https://bücher.example"), fetcher())

    assert seen[WEIGHTS].notes == ("https://xn--bcher-kva.example/ answers",)


def test_every_https_url_is_asked_and_nothing_else(server, fetcher):
    here = "https://a.example"
    declaration = declared(
        data={
            "description": {"provenance": f"{here}/1", "scope": {"text": f"{here}/no"}},
            "sources": [
                {"name": "A", "availability": "open", "location": f"{here}/2", "license": "MIT",
                 "license_file": f"{here}/3"},
                {"name": "B", "availability": "public", "location": f"{here}/gone",
                 "withdrawn": "2023-01-01", "description": "B"},
                {"name": "C", "availability": "unshareable", "because": "law", "description": "d"},
            ],
        },
        code={
            "training": {"location": f"{here}/4", "settings": [f"{here}/5", "a.yaml"]},
            "libraries": ["src/", f"{here}/6", f"{here}/6"],
            "inference": "http://a.example/no",
        },
        parameters={"weights": {"location": "w.bin", "license_file": f"{here}/7"},
                    "checkpoints": {"location": "c.bin", "asserted_free": f"{here}/8"}},
        documents={"model_card": f"{here}/9"},
        built_on=[{"name": "D", "relation": "merge", "location": f"{here}/10",
                   "license_file": f"{here}/11", "declaration": f"{here}/12"}],
    )  # fmt: skip
    server.pages = {f"/{n}": response(200) for n in range(1, 13)}

    seen = ask(declaration, fetcher())

    assert sorted(server.asked) == sorted(("HEAD", f"/{n}") for n in range(1, 13))
    assert {path: looked.status for path, looked in seen.items()} == dict.fromkeys(
        [
            ("data", "description", "provenance"), ("code", "training"), ("code", "libraries", 1),
            ("code", "libraries", 2), WEIGHTS, ("parameters", "checkpoints"),
            ("documents", "model_card"), ("data", "sources", 0), ("built_on", 0),
        ],
        VERIFIED,
    )  # fmt: skip


def test_an_entry_is_as_good_as_the_weakest_of_its_urls(server, fetcher):
    server.pages["/1"] = response(200)
    declaration = weights("https://a.example/1", license_file="https://a.example/2")

    looked = ask(declaration, fetcher())[WEIGHTS]

    assert (looked.status, looked.notes) == (DECLARED, ("https://a.example/1 answers",))
    assert looked.diagnostics[0].path == (*WEIGHTS, "license_file")


def test_a_declaration_without_urls_asks_nothing(server, fetcher):
    assert ask(weights("w.bin"), fetcher()) == {}
    assert server.connections == 0


def test_what_is_not_asked_is_said_once(fetcher):
    declaration = declared(code={"libraries": [f"https://a.example/{n}" for n in range(5)]})

    seen = ask(declaration, fetcher(most=2))

    assert [rules(looked) for looked in seen.values()] == [
        ["url-gone"], ["url-gone"], ["url-unanswered"], [], [],
    ]  # fmt: skip
    assert seen["code", "libraries", 2].diagnostics[0].message == (
        "3 URLs not asked, this the first: no more than 2 are asked in a run"
    )
    assert {looked.status for looked in seen.values()} == {DECLARED}


def test_a_proxy_is_said_once():
    declaration = declared(code={"libraries": [MODEL, "https://a.example/"]})

    seen = ask(declaration, Fetcher(environ={"HTTPS_PROXY": "http://p.example"}))

    (problem,) = [problem for looked in seen.values() for problem in looked.diagnostics]
    assert problem.message == (
        "2 URLs not asked, this the first: HTTPS_PROXY is set, and behind a proxy it cannot be "
        "seen which address is asked"
    )


def test_one_run_asks_a_url_of_several_declarations_once(server, fetcher):
    server.pages["/x"] = response(200)
    shared = fetcher()
    told = []

    for _ in range(3):
        ask(weights("https://a.example/x"), shared, lambda *done: told.append(done))

    assert server.connections == 1
    assert told == [(1, 1)]


# ------------------------------------------------------------------ what is claimed of it

TAGGED = {"gated": "auto", "tags": ["license:mit"]}


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ({"parameters": {"weights": {"location": MODEL, "license": "ISC", "access": "gated"}}},
         ["license-conflict"]),
        ({"parameters": {"weights": {"location": MODEL, "license": "MIT"}}}, ["access-conflict"]),
        ({"parameters": {"weights": {"location": MODEL, "license": "MIT", "access": "gated"}}}, []),
        ({"code": {"inference": {"location": MODEL, "license": "ISC", "access": "gated"}}}, []),
        ({"documents": {"model_card": {"location": MODEL, "license": "ISC"}}}, []),
        ({"built_on": [{"name": "B", "relation": "merge", "location": MODEL, "license": "ISC"}]},
         ["access-conflict", "license-conflict"]),
        ({"data": {"sources": [{"name": "S", "availability": "public", "license": "ISC",
                                "location": MODEL}]}},
         ["access-conflict", "license-conflict"]),
    ],
)  # fmt: skip
def test_what_is_compared_depends_on_what_the_entry_is(server, fetcher, groups, expected):
    server.pages = api(TAGGED)

    (looked,) = ask(declared(**groups), fetcher()).values()

    assert rules(looked) == expected


# ------------------------------------------------------------------ what it costs


@pytest.mark.parametrize(("status", "rule"), [(404, "url-gone"), (403, "url-unanswered")])
def test_the_network_changes_no_outcome(server, fetcher, status, rule):
    with open(OLMO, "rb") as file:
        document = read(file.read())
    declaration = load(document.data)
    server.pages = Everything(response(status))

    found = ask(declaration, fetcher())
    report = assess("x", document, declaration, found)

    alone = assess("x", document, declaration, {})
    assert (report.freedoms, report.verdict, report.label) == (
        alone.freedoms,
        alone.verdict,
        alone.label,
    )
    assert not report.has_errors
    assert {looked.status for looked in found.values()} == {DECLARED}
    assert rule in {finding.rule.id for finding in report.findings}


class Everything(dict):
    """The same page at every path."""

    def __init__(self, page):
        self.page = page

    def get(self, _path):
        return self.page


# ------------------------------------------------------------------ beside the repository

PROBLEM = Diagnostic("url-gone", "x", "y", ("a",))


@pytest.mark.parametrize(
    ("seen", "asked", "expected"),
    [
        ({}, {("a",): Observation(VERIFIED)}, {("a",): Observation(VERIFIED)}),
        ({("a",): Observation(VERIFIED)}, {}, {("a",): Observation(VERIFIED)}),
        # Where nothing could be looked at, what the network shows is all there is.
        ({("a",): Observation()}, {("a",): Observation(VERIFIED)}, {("a",): Observation(VERIFIED)}),
        (
            {("a",): Observation(notes=("l is there",))},
            {("a",): Observation(VERIFIED, notes=("u answers",))},
            {("a",): Observation(DECLARED, notes=("l is there", "u answers"))},
        ),
        (
            {
                ("a",): Observation(
                    CONTRADICTED, exists=False, terms=NO_LICENSE, diagnostics=(PROBLEM,)
                )
            },
            {("a",): Observation(VERIFIED, diagnostics=(PROBLEM,))},
            {
                ("a",): Observation(
                    CONTRADICTED, exists=False, terms=NO_LICENSE, diagnostics=(PROBLEM,)
                )
            },
        ),
        (
            {("a",): Observation(VERIFIED, notes=("s",))},
            {("a",): Observation(diagnostics=(PROBLEM,))},
            {("a",): Observation(DECLARED, notes=("s",), diagnostics=(PROBLEM,))},
        ),
    ],
)
def test_what_the_network_shows_joins_what_the_repository_shows(seen, asked, expected):
    assert together(seen, asked) == expected
