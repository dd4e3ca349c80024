# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The reading of OSAID 1.0, rule by rule: a change to a whole declaration, and what it costs."""

import pytest

from osaid_action.assessment.assess import invalid
from osaid_action.check import check
from osaid_action.definition.freedoms import NEEDS
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules.components import MISSING
from osaid_action.definition.rules.evidence import ANCHOR_MISSING
from osaid_action.definition.rules.form import WRONG_VALUE
from osaid_action.model import FREEDOMS
from osaid_action.validation.yaml_reader import read
from tests.made import (
    AT_HOME,
    ELSEWHERE,
    GONE,
    IDS,
    dumped,
    freedoms,
    off,
    report,
    requirement,
    rules,
    whole,
)
from tests.made import POINTS as POINTS_IN_WORDS

HERE = f"{AT_HOME}/x"
AWAY = f"{ELSEWHERE}/x"
SOURCE = "data.sources.0"
NO = {"not_released": "We keep it."}
NONE = {"not_applicable": "There is none."}
BASE = [{"name": "Base", "relation": "finetune"}]
FREE_TO_ALL = "Everybody may use, study, modify and share these weights."
BOOKS = "Some 190,000 books as plain text."
COMPONENTS = [one for one in IDS if one != "data.sources"]


def lost(made):
    """The freedoms that are not met."""
    return {f for f in FREEDOMS if made.freedoms[f].outcome.value != "met"}


TABLE = """
    data.description.provenance       study modify
    data.description.scope            study modify
    data.description.selection        study modify
    data.description.labeling         study modify
    data.description.processing       study modify
    data.sources                      study modify
    code.data_processing              study modify
    code.training                     study modify
    code.validation                   study modify
    code.libraries                use study modify share
    code.inference                use study        share
    code.architecture                 study modify
    parameters.weights            use study modify share
"""


def test_the_table_of_what_a_freedom_needs():
    rows = dict(line.split(maxsplit=1) for line in TABLE.strip().splitlines())

    assert {one: " ".join(freedoms) for one, freedoms in NEEDS.items()} == {
        one: " ".join(freedoms.split()) for one, freedoms in rows.items()
    }


# ------------------------------------------------------------------ availability


@pytest.mark.parametrize("absent", [GONE, None, "", "TODO", "TBD", "tbd.", " ", [], NO, "..."])
@pytest.mark.parametrize("component", COMPONENTS)
def test_what_is_absent_costs_its_requirement_and_the_freedoms_that_need_it(component, absent):
    made = report({component: absent})

    assert off(made) == {component: "unmet"}
    assert lost(made) == set(NEEDS[component])


@pytest.mark.parametrize("absent", [GONE, None, [], NO])
def test_the_list_of_data_can_be_absent(absent):
    made = report({"data.sources": absent})

    assert off(made) == {"data.sources": "unmet"}
    assert lost(made) == {"study", "modify"}


@pytest.mark.parametrize("part", ["data", "data.description", "code", "parameters", "licenses"])
def test_a_whole_part_can_be_unfilled(part):
    made = report({part: None})

    assert made.verdict == "unmet"


def test_a_no_to_the_whole_description_is_a_no_to_each_point():
    made = report({"data.description": NO})

    points = {one for one in IDS if one.startswith("data.description")}
    assert off(made) == dict.fromkeys(points, "unmet")
    assert freedoms(made) == "met unmet unmet met"


def test_the_author_is_quoted():
    made = report({"code.training": {"not_released": "Our lawyers\nsaid no."}})

    assert (
        made.findings[0].message
        == "the training code: not released (reason given: “Our lawyers said no.”)"
    )


def test_a_path_that_is_not_there_is_unmet_and_contradicted(home):
    at = home({"README.md": "x"})
    made = report({"code.inference": {"location": "gone.py", "license": "MIT"}}, at)

    assert off(made) == {"code.inference": "unmet"}
    assert lost(made) == set(NEEDS["code.inference"])
    assert requirement(made, "code.inference").evidence == "contradicted"
    assert rules(made) == {"path-missing"}
    assert made.has_errors


def test_without_evidence_a_path_is_taken_at_its_word(home):
    at = home({"README.md": "x"})
    made = report({"code.inference": {"location": "gone.py", "license": "MIT"}}, at, evidence=False)

    assert off(made) == {}
    assert requirement(made, "code.inference").evidence == "declared"


# ------------------------------------------------------------------ terms

CODE = [one for one in IDS if one.startswith("code.")]
POINTS = [one for one in IDS if one.startswith("data.description.")]

OF_CODE = {  # license of code: requirement, freedoms lost of those needed
    "MIT": ("met", ()),
    "apache-2.0": ("met", ()),
    "MIT OR CC-BY-NC-4.0": ("met", ()),
    "GPL-3.0-only WITH GCC-exception-3.1": ("met", ()),
    "CC-BY-4.0": ("unmet", ()),
    "CC0-1.0": ("unmet", ()),
    "MIT AND CC-BY-4.0": ("unmet", ()),
    "openrail": ("unmet", ("use", "modify", "share")),
    "llama2": ("unmet", ("use", "modify", "share")),
    "CC-BY-NC-4.0": ("unmet", ("use", "modify", "share")),
    "CC-BY-ND-4.0": ("unmet", ("modify", "share")),
    "LicenseRef-Ours": ("unmet", ("use", "modify", "share")),
    "Our-Own-1.0": ("undecided", FREEDOMS),
}


@pytest.mark.parametrize("component", CODE)
@pytest.mark.parametrize("license_", OF_CODE)
def test_code_is_asked_for_an_osi_approved_license(component, license_):
    outcome, taken = OF_CODE[license_]
    made = report({f"{component}.license": license_})

    assert requirement(made, component).outcome.value == outcome
    assert lost(made) == set(taken) & set(NEEDS[component])


OF_WEIGHTS = {
    "Apache-2.0": ("met", "met met met met"),
    "CC-BY-4.0": ("met", "met met met met"),
    "CDLA-Permissive-2.0": ("met", "met met met met"),
    "openrail": ("unmet", "unmet met unmet unmet"),
    "llama2": ("unmet", "unmet met unmet unmet"),
    "CC-BY-NC-4.0": ("unmet", "unmet met unmet unmet"),
    "CC-BY-ND-4.0": ("unmet", "met met unmet unmet"),
    "C-UDA-1.0": ("unmet", "unmet unmet unmet unmet"),
    "LicenseRef-Ours": ("unmet", "unmet met unmet unmet"),
    "Our-Own-1.0": ("undecided", "undecided undecided undecided undecided"),
    "MIT AND Our-Own-1.0": ("undecided", "undecided undecided undecided undecided"),
    "CC-BY-NC-4.0 AND Our-Own-1.0": ("unmet", "unmet undecided unmet unmet"),
    "MIT OR Our-Own-1.0": ("met", "met met met met"),
}


@pytest.mark.parametrize(("license_", "said"), OF_WEIGHTS.items())
def test_weights_are_asked_for_granting_terms(license_, said):
    made = report({"parameters.weights.license": license_})

    assert (requirement(made, "parameters.weights").outcome.value, freedoms(made)) == said


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize(
    ("license_", "outcome"),
    [("CC-BY-4.0", "met"), ("CC-BY-NC-4.0", "unmet"), ("Our-Own-1.0", "undecided")],
)
def test_terms_of_data_cost_the_requirement_and_never_a_freedom(point, license_, outcome):
    made = report({f"{point}.license": license_})

    assert requirement(made, point).outcome.value == outcome
    assert lost(made) == set()


def test_no_license_at_all():
    assert freedoms(report({"licenses": GONE})) == "unmet met unmet unmet"
    made = report({"parameters.weights.license": GONE})
    assert freedoms(made) == "unmet met unmet unmet"
    assert rules(made) == {"license-missing"}


def test_a_reference_with_its_text_is_unknown_and_not_without_terms():
    made = report(
        {
            "parameters.weights.license": "LicenseRef-Ours",
            "parameters.weights.license_file": f"{ELSEWHERE}/license.txt",
        }
    )

    assert freedoms(made) == "undecided undecided undecided undecided"
    assert made.verdict == "undecided"


def test_open_in_substance_gets_a_remark():
    made = report({"parameters.weights.license": "CDLA-Permissive-2.0"})

    assert rules(made, "note") == {"license-not-on-osi-list"}
    assert made.verdict == "met"


@pytest.mark.parametrize(
    ("key", "license_", "is_told"),
    [
        ("parameters.weights", "CC-BY-4.0", True),
        ("parameters.weights", "BSD-3-Clause-Clear AND MIT", True),
        ("code.inference", "CC0-1.0", True),
        ("parameters.weights", "CC-BY-3.0", False),
        ("parameters.weights", "CC0-1.0 OR MIT", False),
        ("data.sources.0", "CC0-1.0", False),
    ],
)
def test_a_license_that_says_that_it_grants_no_patents_costs_nothing(key, license_, is_told):
    made = report({f"{key}.license": license_})

    assert ("patents-not-granted" in rules(made, "note")) is is_told
    assert freedoms(made) == "met met met met"


@pytest.mark.parametrize(
    "said",
    [
        f"{ELSEWHERE}/free",
        {"location": f"{ELSEWHERE}/free"},
        FREE_TO_ALL,
    ],
)
def test_asserted_free(said):
    made = report({"parameters.weights.license": GONE, "parameters.weights.asserted_free": said})

    assert made.verdict == "met"
    assert rules(made, "note") == {"asserted-free"}
    assert any("free to all" in one.what for one in made.attested)


@pytest.mark.parametrize("said", ["", "TODO", {"location": "TBD"}])
def test_an_empty_assertion_asserts_nothing(said):
    made = report({"parameters.weights.license": GONE, "parameters.weights.asserted_free": said})

    assert off(made) == {"parameters.weights": "unmet"}


def test_a_license_goes_before_an_assertion():
    made = report(
        {"parameters.weights.license": "llama2", "parameters.weights.asserted_free": "Free."}
    )

    assert freedoms(made) == "unmet met unmet unmet"


def test_the_most_restrictive_part_wins():
    parts = [
        {"location": AWAY, "license": "MIT", "revision": "1"},
        {"location": AWAY, "license": "Our-Own-1.0", "revision": "1"},
        {"location": AWAY, "license": "CC-BY-NC-4.0", "revision": "1"},
    ]
    for count, said in ((1, "met"), (2, "undecided"), (3, "unmet")):
        made = report({"parameters.weights": parts[:count]})
        assert requirement(made, "parameters.weights").outcome.value == said


# ------------------------------------------------------------------ home

HOMES = {  # location: whether the default of `licenses` covers it
    "src/main.py": True,
    AT_HOME: True,
    f"{AT_HOME}/": True,
    f"{AT_HOME}/blob/v1/x.py": True,
    f"{AT_HOME}#readme": True,
    f"{AT_HOME}?tab=readme": True,
    f"{AT_HOME}-evil": False,
    f"{AT_HOME}.evil": False,
    f"{AT_HOME}@evil": False,
    f"{AT_HOME}/../other": False,
    f"{AT_HOME}/x/../y": True,
    f"{AT_HOME}/../model/y": True,
    f"{AT_HOME}/x/../../../other": False,
    f"{AT_HOME}/%2e%2e/other": False,
    f"{AT_HOME}/x\\..\\..\\other": False,
    f"{AT_HOME}\\..\\other": False,
    "https://git.example.org/lab": False,
    "https://git.example.org/Lab/Model": False,
    "https://git.example.org.evil.example/lab/model": False,
    f"https://evil.example/{AT_HOME}": False,
    "https://user@git.example.org/lab/model": False,
    "https://git.example.org/lab//model": True,
    "https://git.example.org/lab/model/../../other": False,
}


@pytest.mark.parametrize("sign", "\t\n\r \u2028")
def test_an_address_with_white_space_is_nobodys(sign):
    made = report({"code.inference": {"location": f"{AT_HOME}/.{sign}./other", "revision": "1"}})

    assert (made.verdict, rules(made)) == ("invalid", {"not-a-location"})


@pytest.mark.parametrize(("location", "covered"), HOMES.items())
def test_home(location, covered):
    made = report({"code.inference": {"location": location, "revision": "1"}})

    assert rules(made) == (set() if covered else {"license-missing"})


@pytest.mark.parametrize("repository", [f"{AT_HOME}/", f"{AT_HOME}.git", AT_HOME])
def test_a_repository_can_be_written_in_several_ways(repository):
    assert off(report({"system.repository": repository})) == {}


@pytest.mark.parametrize("place", ["", "lab", "lab/"])
@pytest.mark.parametrize(
    "forge",
    ["github.com", "GitHub.com", "gitlab.com", "huggingface.co", "codeberg.org", "bitbucket.org"],
)
def test_whose_repository_is_only_an_owner_is_at_home_nowhere(forge, place):
    entry = {"location": f"https://{forge}/lab/model/x", "revision": "1"}
    elsewhere = {one: {**entry, "license": "MIT"} for one in CODE}
    elsewhere |= {"system.repository": f"https://{forge}/{place}", "code.training.settings": "x"}

    assert off(report({**elsewhere, "code.inference": entry})) == {"code.inference": "unmet"}


def test_without_a_repository_no_url_is_at_home():
    made = report({"system.repository": GONE})

    assert off(made) == dict.fromkeys(CODE, "unmet")


def test_weights_are_covered_by_no_default():
    for location in ("model.bin", f"{AT_HOME}/model.bin"):
        made = report({"parameters.weights": {"location": location, "revision": "1"}})
        assert off(made) == {"parameters.weights": "unmet"}


def test_the_defaults_are_apart():
    assert off(report({"licenses.code": GONE})) == dict.fromkeys(CODE, "unmet")
    assert off(report({"licenses.documents": GONE})) == dict.fromkeys(POINTS, "unmet")


# ------------------------------------------------------------------ access


@pytest.mark.parametrize("access", ["gated", "approval"])
@pytest.mark.parametrize("component", COMPONENTS)
def test_access_takes_use_and_study_of_what_needs_them(component, access):
    made = report({f"{component}.access": access})

    assert lost(made) == {"use", "study"} & set(NEEDS[component])
    assert rules(made) == {f"access-{access}"}
    assert off(made) == {}
    assert made.verdict == "unmet"


def test_access_to_what_no_freedom_needs_costs_nothing():
    made = report(
        {"documents.model_card": {"location": HERE, "access": "approval", "revision": "1"}}
    )

    assert made.verdict == "met"


# ------------------------------------------------------------------ data sources

SOURCES = {
    "open": (
        {"availability": "open", "location": AWAY, "license": "CC-BY-4.0", "revision": "1"},
        None,
        set(),
    ),
    "open without a license": (
        {"availability": "open", "location": AWAY, "revision": "1"},
        "requirement",
        {"source-license"},
    ),
    "open under terms that restrict": (
        {"availability": "open", "location": AWAY, "license": "CC-BY-NC-4.0", "revision": "1"},
        "requirement",
        {"source-license"},
    ),
    "open without a place": (
        {"availability": "open", "license": "MIT"},
        "both",
        {"source-location-missing"},
    ),
    "public": ({"availability": "public", "location": AWAY, "revision": "1"}, None, set()),
    "public without a place": ({"availability": "public"}, "both", {"source-location-missing"}),
    "public, place to be told": (
        {"availability": "public", "location": "TODO"},
        "both",
        {"source-location-missing"},
    ),
    "obtainable for a fee": (
        {
            "availability": "obtainable",
            "location": "https://vendor.example/x",
            "fee": True,
            "revision": "1",
        },
        None,
        set(),
    ),
    "obtainable without a place": (
        {"availability": "obtainable"},
        "both",
        {"source-location-missing"},
    ),
    "unshareable": (
        {
            "availability": "unshareable",
            "because": "privacy",
            "description": "Some 4,000 notes of physicians, 2010 to 2020.",
        },
        None,
        set(),
    ),
    "unshareable without a reason": (
        {
            "availability": "unshareable",
            "description": "Some 4,000 notes of physicians, 2010 to 2020.",
        },
        "both",
        {"source-not-explained"},
    ),
    "unshareable without a description": (
        {"availability": "unshareable", "because": "privacy"},
        "both",
        {"source-not-explained"},
    ),
    "kept back": ({"not_released": "We keep them."}, "both", {"source-not-released"}),
    "kept back, without a word": ({"not_released": ""}, "both", {"source-not-released"}),
    "withdrawn, without a place": (
        {"availability": "public", "withdrawn": "2023-08-16", "description": BOOKS},
        "both",
        {"source-withdrawn", "source-not-explained"},
    ),
    "open, withdrawn and described": (
        {
            "availability": "open",
            "withdrawn": "2023-08-16",
            "location": AWAY,
            "description": BOOKS,
        },
        None,
        {"source-withdrawn"},
    ),
    "withdrawn from a place, and described": (
        {
            "availability": "public",
            "withdrawn": "2023-08-16",
            "location": AWAY,
            "description": BOOKS,
        },
        None,
        {"source-withdrawn"},
    ),
    "withdrawn from a place, and not described": (
        {"availability": "public", "withdrawn": "2023-08-16", "location": AWAY},
        "both",
        {"source-withdrawn", "source-not-explained"},
    ),
    "withdrawn, and not told of": (
        {
            "availability": "public",
            "withdrawn": "2023-08-16",
            "location": AWAY,
            "description": "We do not disclose what was in it.",
        },
        "both",
        {"source-withdrawn", "non-answer"},
    ),
    "unshareable, in words that say nothing": (
        {"availability": "unshareable", "because": "privacy", "description": "Confidential."},
        "both",
        {"non-answer"},
    ),
}


@pytest.mark.parametrize("second", [False, True], ids=["alone", "beside another"])
@pytest.mark.parametrize("name", SOURCES)
def test_a_data_set_has_its_duty(name, second):
    source, cost, spoke = SOURCES[name]
    made = report({f"data.sources.{int(second)}": {"name": "Set", **source}})

    assert off(made) == ({"data.sources": "unmet"} if cost else {})
    assert lost(made) == ({"study", "modify"} if cost == "both" else set())
    assert rules(made) == spoke


def test_open_data_under_an_unknown_license_is_undecided():
    made = report({f"{SOURCE}.license": "Our-Own-1.0"})

    assert off(made) == {"data.sources": "undecided"}
    assert freedoms(made) == "met met met met"
    assert made.verdict == "undecided"
    assert rules(made, "note") == {"license-unknown"}


def test_what_the_license_of_open_data_takes_is_told_with_its_clause():
    made = report({f"{SOURCE}.license": "CC-BY-NC-4.0"})

    clause = (
        "commercial use is shut out, and so are changed versions and copies for commercial ends"
    )
    assert sorted(finding.message for finding in made.findings) == [
        f"the data set Texts is called open, but CC-BY-NC-4.0 restricts {freedom}: {clause}"
        for freedom in ("modify", "share", "use")
    ]


UNPINNED = {"name": "P", "availability": "public", "location": AWAY}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (UNPINNED, "1 of 2 data sets: neither revision nor sha256 given"),
        ({**UNPINNED, "revision": "1"}, None),
        ({**UNPINNED, "sha256": "f" * 64}, None),
        ({**UNPINNED, "location": "data/"}, None),
        ({**UNPINNED, "withdrawn": "2023", "description": BOOKS}, None),
    ],
    ids=["at a URL", "with a revision", "with a hash", "at a path", "withdrawn"],
)
def test_data_that_may_change_unseen_is_told(source, said):
    made = report({"data.sources.1": source})

    told = [finding.message for finding in made.findings if finding.rule.id == "unpinned"]
    assert told == ([said] if said else [])


# ------------------------------------------------------------------ what would help


@pytest.mark.parametrize(
    ("changes", "rule", "words", "not_words"),
    [
        (
            {"parameters.weights.license": "openrail"},
            "license-restricts-use",
            [
                "`Apache-2.0 OR openrail`",
                "a model card may ask for care",
                "`osaid explain openrail`",
            ],
            ["build on"],
        ),
        (
            {"parameters.weights.license": "llama2"},
            "license-restricts-use",
            ["`Apache-2.0 OR llama2`"],
            ["a model card"],
        ),
        (
            {"code.inference.license": "CC-BY-NC-4.0 AND MIT"},
            "license-restricts-use",
            ["an OSI-approved license", "`MIT OR ", '`osaid explain "CC-BY-NC-4.0 AND MIT"`'],
            [],
        ),
        (
            {"data.description.scope.license": "CC-BY-NC-4.0"},
            "license-restricts-use",
            ["`CC-BY-4.0 OR CC-BY-NC-4.0`", "`osaid explain CC-BY-NC-4.0`"],
            [],
        ),
        (
            {"built_on": [{**BASE[0], "license": "llama2"}]},
            "license-restricts-use",
            ["build on a model that grants it"],
            ["release it", " OR "],
        ),
        (
            {"parameters.weights.license": "Apach-2.0"},
            "license-unknown",
            ["correct the id", "did you mean Apache-2.0"],
            ["a person"],
        ),
        (
            {
                "parameters.weights.license": "LicenseRef-Own",
                "parameters.weights.license_file": AWAY,
            },
            "license-unknown",
            ["a person has to read its text"],
            ["correct the id"],
        ),
        (
            {"parameters.weights.license": "Abstyles"},
            "license-unknown",
            ["it is on SPDX's list", "tell us"],
            ["correct the id"],
        ),
    ],
    ids=["RAIL", "Llama", "two at once", "data", "a base", "a slip", "a text of one's own", "SPDX"],
)
def test_the_remedy_is_for_the_very_case(changes, rule, words, not_words):
    found = [finding for finding in report(changes).findings if finding.rule.id == rule]

    for finding in found:
        assert [each for each in words if each not in finding.remedy] == []
        assert [each for each in not_words if each in finding.remedy] == []
    assert found


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("It is ours.", "the inference code: not released (reason given: “It is ours.”)"),
        ("", "the inference code: not released"),
        ("  ", "the inference code: not released"),
        (
            "xx " + "x " * 59,
            "the inference code: not released (reason given: “xx " + "x " * 58 + "x”)",
        ),
        ("x " * 61, "the inference code: not released (reason given: “" + "x " * 60 + "x”)"),
    ],
    ids=["a reason", "none", "blanks", "a long one", "a longer one, whole too"],
)
def test_a_no_is_told_with_its_reason(why, said):
    made = report({"code.inference": {"not_released": why}})

    assert [finding.message for finding in made.findings] == [said]


def test_ways_of_access_are_told_apart():
    messages = [
        report({"code.inference.access": access}).findings[0].message
        for access in ("gated", "approval")
    ]

    assert "conditions are asked for" in messages[0]
    assert "somebody decides" in messages[1]


# ------------------------------------------------------------------ verdict and label

LABELS = {
    "everything": ({}, "met", "open-source-ai-with-open-data"),
    "one set that is public": (
        {"data.sources.1": {"name": "P", "availability": "public", "location": AWAY}},
        "met",
        "open-source-ai",
    ),
    "one open set that was withdrawn": (
        {f"{SOURCE}.withdrawn": "2023", f"{SOURCE}.description": BOOKS},
        "met",
        "open-source-ai",
    ),
    "no training code": ({"code.training": NO}, "unmet", "open-weights"),
    "no data": ({"data": GONE}, "unmet", "open-weights"),
    "undecided in another place": (
        {"code.training.license": "Our-Own-1.0"},
        "undecided",
        "open-weights",
    ),
    "weights that restrict": (
        {"parameters.weights.license": "openrail"},
        "unmet",
        "weights-available",
    ),
    "weights of unknown terms": (
        {"parameters.weights.license": "Our-Own-1.0"},
        "undecided",
        "weights-available",
    ),
    "weights that are gated": (
        {"parameters.weights.access": "gated"},
        "unmet",
        "weights-available",
    ),
    "inference code that is gated": (
        {"code.inference.access": "gated"},
        "unmet",
        "weights-available",
    ),
    "inference code that is kept": ({"code.inference": NO}, "unmet", "weights-available"),
    "inference code that restricts": (
        {"code.inference.license": "CC-BY-NC-4.0"},
        "unmet",
        "weights-available",
    ),
    "inference code open in substance": (
        {"code.inference.license": "CC0-1.0"},
        "unmet",
        "open-weights",
    ),
    "weights asserted free, no data": (
        {
            "parameters.weights.license": GONE,
            "parameters.weights.asserted_free": FREE_TO_ALL,
            "data": GONE,
        },
        "unmet",
        "open-weights",
    ),
    "no weights": ({"parameters": GONE}, "unmet", "code-available"),
    "weights not applicable": ({"parameters.weights": NONE}, "unmet", "code-available"),
    "nothing": ({"parameters": GONE, "code": GONE}, "unmet", "closed"),
}


@pytest.mark.parametrize("name", LABELS)
def test_verdict_and_label(name):
    changes, verdict, label = LABELS[name]
    made = report(changes)

    assert (made.verdict, made.label) == (verdict, label)


def test_weights_that_are_not_there_are_no_weights(home):
    made = report({"parameters.weights": {"location": "w.bin", "license": "MIT"}}, home({}))

    assert made.label == "code-available"


# ------------------------------------------------------------------ contradictions


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"license_file": "LICENSE.txt"}, "path-missing"),
        ({"license_file": "../LICENSE"}, "path-outside"),
        ({"sha256": "f" * 64}, "hash-mismatch"),
    ],
)
def test_a_contradiction_leaves_no_license(home, changes, rule):
    entry = {"location": "run.py", "license": "Apache-2.0", **changes}
    made = report({"code.inference": entry}, home({"run.py": "x"}))

    assert rules(made) == {rule}
    assert made.has_errors
    assert requirement(made, "code.inference").evidence == "contradicted"
    assert off(made) == {"code.inference": "unmet"}
    assert lost(made) == {"use", "share"}


def test_settings_that_are_not_there_are_an_error_and_leave_the_code_in_part(home):
    entry = {"location": "train.py", "license": "Apache-2.0", "settings": "gone.yaml"}
    made = report({"code.training": entry}, home({"train.py": "x"}))

    assert rules(made) == {"path-missing"}
    assert off(made) == {"code.training": "unmet"}


# ------------------------------------------------------------------ requiring


@pytest.mark.parametrize(
    ("required", "errors"),
    [((), 0), (("share",), 0), (("use",), 1), (("use", "study"), 2), (FREEDOMS, 2)],
)
def test_a_freedom_that_is_required_and_not_met_is_an_error(required, errors):
    made = report({"parameters.weights.access": "gated"}, required=required)

    found = [f for f in made.findings if f.rule.id == "freedom-required"]
    assert len(found) == errors
    assert made.has_errors is bool(errors)


def test_undecided_is_not_enough_when_it_is_required():
    made = report({"parameters.weights.license": "Our-Own-1.0"}, required=("use",))

    (found,) = [f for f in made.findings if f.severity == "error"]
    assert found.message == (
        "the freedom to use is required, and is not decided: Our-Own-1.0, the license of the "
        "weights: its terms are not known"
    )


# ------------------------------------------------------------------ what every report holds


def test_every_requirement_is_told_in_the_order_of_the_definition():
    made = report()

    assert [one.id for one in made.requirements] == [one.id for one in REQUIREMENTS]
    assert all(one.clause.text.startswith("OSAID 1.0") for one in made.requirements)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": None},
        {"parameters.weights.license": "llama2", "data.sources": NO},
        {"built_on": BASE, "code.training.license": "Our-Own-1.0"},
        {"parameters.weights.access": "gated", "licenses": None},
    ],
)
def test_whatever_is_not_met_has_reasons_that_are_findings(changes):
    made = report(changes)

    known = {finding.id for finding in made.findings}
    assert len(known) == len(made.findings)
    for one in (*made.freedoms.values(), *made.requirements):
        assert set(one.reasons) <= known
        assert (one.outcome.value == "met") is not bool(one.reasons)


def test_what_is_attested_depends_on_what_is_declared():
    everything = report().attested
    nothing = report(dict.fromkeys(("data", "code", "parameters"), GONE)).attested
    third = report({"declared": {"role": "third-party"}}).attested

    assert nothing == ()
    assert len({one.what for one in everything}) == 5
    assert len({one.what for one in third}) == 6
    assert {one.text for one in everything} == {"", *POINTS_IN_WORDS.values()}


# ------------------------------------------------------------------ duties beyond a notice


@pytest.mark.parametrize("license_", ["kimi-k2", "minimax-m2", "kimi-k2 AND MIT"])
def test_a_duty_to_display_leaves_use_open_and_is_told(license_):
    made = report({"parameters.weights": {"location": AWAY, "license": license_}})

    told = [finding for finding in made.findings if finding.rule.id == "license-unknown"]
    assert freedoms(made) == "undecided met met met"
    assert len(told) == 1
    assert "does not settle use: commercial products with more than" in told[0].message
    assert "SPDX" not in told[0].remedy


@pytest.mark.parametrize("license_", ["other", "modified-mit", "glm-5.3"])
def test_what_no_list_has_is_not_said_to_be_on_one(license_):
    made = report({"parameters.weights": {"location": AWAY, "license": license_}})

    assert freedoms(made) == "undecided undecided undecided undecided"
    assert not any("SPDX's list" in finding.remedy for finding in made.findings)


@pytest.mark.parametrize(
    ("license_", "outcomes"),
    [
        ("CC-BY-ND-4.0 OR JSON", "unmet met met met"),
        ("MIT OR llama2", "met met met met"),
        ("llama2 OR gemma", "unmet met unmet unmet"),
    ],
)
def test_a_choice_is_one_license_whole(license_, outcomes):
    made = report({"parameters.weights": {"location": AWAY, "license": license_}})

    assert freedoms(made) == outcomes


# ------------------------------------------------------------------ findings

AT = ("code", "training")


def test_a_finding_has_an_id_of_its_own_and_is_told_once():
    said = [WRONG_VALUE.at(AT, word, "mend it") for word in ("one", "two", "one", "three")]
    said.append(WRONG_VALUE.at(("code", "a/b"), "one", "mend it"))
    found = invalid("x", said).findings

    assert [(one.id, one.message) for one in found] == [
        ("wrong-value:/code/training", "one"),
        ("wrong-value:/code/training:2", "two"),
        ("wrong-value:/code/training:3", "three"),
        ("wrong-value:/code/a~1b", "one"),
    ]


def test_findings_stand_by_severity_and_then_in_the_order_of_the_file():
    document = read(b"a: {c: 1,\n b: 2}\nd: 3\n")
    rules_ = {"note": ANCHOR_MISSING, "warning": MISSING["code.training"], "error": WRONG_VALUE}
    paths = [("d",), ("a", "b"), ("a", "c")]
    said = [rule.at(path, "x", key=True) for rule in rules_.values() for path in paths]
    found = invalid("x", said, document).findings

    places = [(1, 5), (2, 2), (3, 1)]
    assert [(one.severity, one.line, one.column) for one in found] == [
        (severity, *place) for severity in ("error", "warning", "note") for place in places
    ]


@pytest.mark.parametrize("document", [None, read(b"a: 1\n\nb: 2\n")])
def test_a_place_that_is_known_is_kept_and_without_a_document_it_is_the_beginning(document):
    known = invalid("x", [WRONG_VALUE.on_line(7, 8, "x", "y")], document).findings
    unknown = invalid("x", [WRONG_VALUE.at(("b",), "x")], document).findings

    assert (known[0].line, known[0].column) == (7, 8)
    assert (unknown[0].line, unknown[0].column) == ((3, 4) if document else (1, 1))


def test_an_invalid_report_says_nothing_else():
    made = invalid("x", [WRONG_VALUE.at(("b",), "x")])

    assert (made.path, made.valid, made.verdict, made.label, made.freedoms) == (
        "x", False, "invalid", None, None
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "other", "is_told"),
    [
        ("Model", "Model", False),
        ("model 7B", "Model", False),
        ("Model", "MODEL  7B", False),
        ("Model A", "Model B", True),
        ("The Model", "Model", True),
    ],
)
def test_a_declaration_of_another_name_is_told(home, name, other, is_told):
    based = [{"name": name, "relation": "finetune", "declaration": "base.yaml"}]
    theirs = dumped(whole({"system.name": other})).decode()
    made = report({"built_on": based}, home({"base.yaml": theirs}))

    found = [one.pointer for one in made.findings if one.rule.id == "base-names-another"]
    assert found == (["/built_on/0/declaration"] if is_told else [])


@pytest.mark.parametrize(
    ("changes", "required", "expected"),
    [
        ({}, ["osaid"], None),
        ({"code.training.license": "CC-BY-4.0"}, ["osaid"], "not met"),
        ({"parameters.weights.license": "Own-1.0"}, ["osaid"], "not decided"),
        ({"code.training.license": "CC-BY-4.0"}, ["use", "study"], None),
        ({"parameters.weights.license": "Own-1.0"}, ["use"], "not decided"),
        ({"parameters.weights.access": "gated"}, ["modify", "use"], "not met"),
    ],
)
def test_what_is_required_is_told_at_the_system(changes, required, expected):
    made = report(changes, required=required)
    told = [one for one in made.findings if one.severity == "error"]

    assert [one.pointer for one in told] == (["/system"] if expected else [])
    assert all(expected in one.message for one in told)


def test_the_licenses_that_count_are_told_once_each():
    parts = [{"location": AWAY, "license": one} for one in ("MIT", "llama2", "MIT")]
    free = {"location": AWAY, "asserted_free": f"{AWAY}/free"}
    several = report({"parameters.weights": [*parts, {"location": AWAY}, free]})
    sources = report({"data.sources.1": {"name": "x", "availability": "public", "location": AWAY}})

    assert requirement(several, "parameters.weights").license == "MIT, llama2, NONE, asserted-free"
    assert requirement(sources, "data.sources").license == "Apache-2.0"


def test_a_requirement_names_the_line_of_its_key_where_it_has_one():
    text = """\
open_ai_system: "1.0"
system:
  name: M
built_on:
  - name: Base
    relation: finetune
code:
  inference:
    location: src/
data:
  description:
    text: All.
"""
    made = check(text.encode(), "x")
    lines = {one.id: one.line for one in made.requirements}

    assert lines["lineage"] == 4
    assert lines["code.inference"] == 8
    assert lines["data.description.scope"] == 11
    assert lines["code.training"] is lines["data.sources"] is lines["parameters.weights"] is None


WEIGHTS = "https://x.y/w"
SET = {"name": "B", "location": "https://x.y/b"}
LICENSED_BASE = {"name": "Base", "location": "https://x.y/base", "license": "MIT"}


@pytest.mark.parametrize(
    ("place", "value", "four", "rule"),
    [
        (
            "parameters.weights",
            {"location": WEIGHTS, "access": "gated", "asserted_free": "https://x.y/free"},
            "unmet unmet met met",
            "access-gated",
        ),
        (
            "parameters.weights",
            {"location": WEIGHTS, "license": "CC-BY-NC-4.0", "asserted_free": "https://x.y/free"},
            "unmet met unmet unmet",
            "license-restricts-use",
        ),
        (
            "parameters.weights",
            {
                "location": WEIGHTS,
                "license": "CC-BY-NC-4.0 OR MIT",
                "further_terms": {
                    "location": "https://x.y/p",
                    "restricts": ["use"],
                    "binding": False,
                },
            },
            "unmet met met met",
            "further-terms-restrict",
        ),
        (
            "data.sources",
            [{**SET, "availability": "open", "license": "CC0-1.0", "withdrawn": "2023-08-16"}],
            "met unmet unmet met",
            "source-not-explained",
        ),
        (
            "code.training",
            [{"location": "https://x.y/t", "license": "MIT"}, {"not_released": "later"}],
            "met unmet unmet met",
            "training-code-missing",
        ),
        (
            "built_on",
            [{**LICENSED_BASE, "relation": "adapter", "access": "gated"}],
            "unmet unmet undecided met",
            "access-gated",
        ),
        (
            "built_on",
            [{**LICENSED_BASE, "relation": "finetune", "access": "gated"}],
            "met undecided undecided met",
            "base-undeclared",
        ),
        (
            "built_on",
            [{**LICENSED_BASE, "relation": "finetune", "access": "api", "same_licensor": True}],
            "undecided unmet unmet undecided",
            "base-api-only",
        ),
    ],
)
def test_two_rules_at_once(place, value, four, rule):
    made = report({place: value})

    assert freedoms(made) == four
    assert rule in rules(made, "error", "warning", "note")
    assert all(finding.remedy for finding in made.findings if finding.rule.id == rule)
