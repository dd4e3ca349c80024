# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is known of one license, how it is found, and by whose word."""

from pathlib import Path

import pytest

from osaid_action.licenses.catalogue import all_licenses, find, spdx_list_version
from osaid_action.licenses.clauses import effect
from osaid_action.licenses.grant import granting
from osaid_action.model import FREEDOMS, Outcome

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED

LETTERS = {MET: "A", UNMET: "R", UNDECIDED: "?"}

HUGGING_FACE_IDS = [
    line
    for line in Path(__file__).with_name("hugging-face-ids.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]

OPEN_BUT_NOT_THE_OSIS = [
    "CC0-1.0",
    "CC-BY-1.0",
    "CC-BY-2.5-AU",
    "CC-BY-3.0-IGO",
    "CC-BY-3.0-DE",
    "CC-BY-4.0",
    "CC-BY-SA-2.1-JP",
    "CC-BY-SA-3.0-AT",
    "CC-BY-SA-4.0",
    "ODC-By-1.0",
    "ODbL-1.0",
    "PDDL-1.0",
    "CDLA-Permissive-1.0",
    "CDLA-Permissive-2.0",
    "CDLA-Sharing-1.0",
    "OpenMDW-1.0",
    "LicenseRef-OpenMDW-1.1",
]

CREATIVE_COMMONS_THAT_RESTRICT = [
    license_.id
    for license_ in all_licenses()
    if license_.id.startswith("CC-BY-N") and not license_.id.startswith("CC-BY-ND")
]


def letters(word):
    grants = find(word).grants
    return "".join(LETTERS[grants[freedom].outcome] for freedom in FREEDOMS)


def kinds(word):
    return {clause.kind for clause in find(word).clauses}


def test_the_list_has_a_version():
    assert spdx_list_version() == "3.29.0"


def test_hugging_face_has_83_ids():
    assert len(set(HUGGING_FACE_IDS)) == 83


@pytest.mark.parametrize("word", HUGGING_FACE_IDS)
def test_every_hugging_face_id_is_known(word):
    license_ = find(word)

    assert license_ is not None
    assert (
        word == "other"
        or license_.certainty == "low"
        or UNDECIDED not in {grant.outcome for grant in license_.grants.values()}
    )


def test_what_the_osi_approved_grants_everything():
    approved = [license_ for license_ in all_licenses() if license_.osi is MET]

    assert len(approved) > 150
    assert [x.id for x in approved if granting(x.grants) is not MET] == []


def test_nothing_else_counts_as_approved_but_other_spellings_of_approved_ids():
    approved = {x.id for x in all_licenses() if x.osi is MET and x.source == "catalogue"}

    assert approved == {
        "AGPL-3.0",
        "GPL-2.0",
        "GPL-2.0-with-GCC-exception",
        "GPL-2.0-with-autoconf-exception",
        "GPL-2.0-with-bison-exception",
        "GPL-2.0-with-classpath-exception",
        "GPL-2.0-with-font-exception",
        "GPL-3.0",
        "GPL-3.0-with-autoconf-exception",
        "LGPL-2.1",
        "LGPL-3.0",
        "LicenseRef-lgpl",
    }


@pytest.mark.parametrize("id_", OPEN_BUT_NOT_THE_OSIS)
def test_open_families_grant_everything_without_the_osi(id_):
    assert (letters(id_), find(id_).osi) == ("AAAA", UNMET)


@pytest.mark.parametrize("id_", CREATIVE_COMMONS_THAT_RESTRICT)
def test_non_commercial_creative_commons_restrict(id_):
    assert letters(id_) == "RARR"


@pytest.mark.parametrize("id_", ["CC-BY-ND-1.0", "CC-BY-ND-3.0-DE", "CC-BY-ND-4.0"])
def test_no_derivatives_restricts_modifying_and_sharing(id_):
    assert letters(id_) == "AARR"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("llama2", "RARR"),
        ("llama3.1", "RARR"),
        ("llama4", "RARR"),
        ("gemma", "RARR"),
        ("bigscience-bloom-rail-1.0", "RARR"),
        ("bigscience-openrail-m", "RARR"),
        ("creativeml-openrail-m", "RARR"),
        ("openrail++", "RARR"),
        ("openrail", "RARR"),
        ("deepfloyd-if-license", "RRRR"),
        ("fair-noncommercial-research-license", "RRRR"),
        ("kimi-k2", "?AAA"),
        ("minimax-m2", "?AAA"),
        ("kimi-k3", "RARR"),
        ("modified-mit", "????"),
        ("BSD-3-Clause-OpenWebUI", "?ARR"),
        ("apple-ascl", "AAAA"),
        ("exaone", "RRRR"),
        ("sam-license", "RRRR"),
        ("tongyi-qianwen-license-agreement", "RARR"),
        ("falcon-llm-license", "????"),
        ("nvidia-nemotron-open-model-license", "????"),
        ("arxiv-non-exclusive", "RARR"),
        ("noncommercial", "RARR"),
        ("proprietary", "RARR"),
        ("public-domain", "????"),
        ("bsl", "RARR"),
        ("cc0", "AAAA"),
        ("cc-by", "AAAA"),
        ("cc-by-nc", "RARR"),
        ("cc-by-nc-nd", "RARR"),
        ("faipl-1.0", "AAAA"),
        ("JSON", "RAAA"),
        ("dinov3-license", "RRRR"),
        ("BUSL-1.1", "RARR"),
        ("Elastic-2.0", "RARR"),
        ("SSPL-1.0", "RARR"),
        ("cc", "RARR"),
        ("unknown", "RARR"),
        ("other", "????"),
        ("GFDL-1.3-only", "AAAA"),
        ("Aladdin", "RARR"),
        ("3D-Slicer-1.0", "????"),
    ],
)
def test_grants(word, expected):
    assert letters(word) == expected


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("llama2", "catalogue"),
        ("CC-BY-4.0", "catalogue"),
        ("CC-BY-3.0-NL", "open-family"),
        ("CC-BY-NC-SA-2.0-FR", "cc-family"),
        ("MIT", "osi"),
        ("Artistic-1.0", "osi"),
        ("GFDL-1.3-only", "fsf-libre"),
        ("Aladdin", "fsf-nonfree"),
        ("Xerox", "blue-oak"),
        ("3D-Slicer-1.0", "unknown"),
    ],
)
def test_lookup_order(word, source):
    assert find(word).source == source


def test_bsl_is_boost():
    assert find("bsl-1.0").id == "BSL-1.0"
    assert "Boost" in find("bsl-1.0").name
    assert find("bsl-1.0").osi is MET


def test_bsd_is_not_the_osis_as_a_whole():
    assert (letters("bsd"), find("bsd").osi) == ("AAAA", UNMET)


def test_clauses_are_plain():
    told = {(x.id, grant.clause) for x in all_licenses() for grant in x.grants.values()}

    assert {id_ for id_, clause in told if clause.endswith((".", " "))} == set()
    assert {id_ for id_, clause in told if not clause.isprintable()} == set()


def test_whatever_a_license_restricts_has_a_clause_of_a_kind():
    restricted = {
        (x.id, freedom)
        for x in all_licenses()
        for freedom, grant in x.grants.items()
        if grant.outcome is UNMET
    }
    explained = {
        (x.id, freedom)
        for x in all_licenses()
        for clause in x.clauses
        for freedom in clause.freedoms
        if effect(clause) is UNMET
    }

    assert restricted - explained == set()


@pytest.mark.parametrize(
    ("word", "kind", "freedom"),
    [
        ("openrail++", "remote-restriction", "use"),
        ("bigcode-openrail-m", "remote-restriction", "use"),
        ("stabilityai-nc-research-community", "revocable", "use"),
        ("flux-1-dev-non-commercial-license", "revocable", "share"),
        ("llama4", "territory", "use"),
        ("tencent-hunyuan-community", "territory", "use"),
        ("llama3", "display", "use"),
        ("llama3", "naming", "use"),
        ("kimi-k2", "display", "use"),
        ("minimax-m2", "display", "use"),
        ("CC-BY-NC-SA-2.0-FR", "noncommercial", "share"),
        ("CC-BY-ND-3.0-DE", "no-derivatives", "modify"),
        ("Aladdin", "listed-nonfree", "use"),
    ],
)
def test_clauses_that_were_asked_for(word, kind, freedom):
    assert any(c.kind == kind and freedom in c.freedoms for c in find(word).clauses)


def test_copies_of_exaone_may_go_along_with_the_agreement():
    shared = [c for c in find("exaone").clauses if c.kind == "share-limits"]

    assert shared[0].text.startswith("copies may be passed on with the agreement")
    assert "no-distribution" not in kinds("exaone")


def test_apples_sample_code_license_is_decided():
    license_ = find("apple-sample-code-license")

    assert license_.id == "LicenseRef-apple-ascl"
    assert license_.certainty != "low"
    assert kinds("apple-ascl") == {"notice"}


def test_what_was_not_confirmed_says_so():
    clauses = find("jamba-open-model").clauses

    assert all(clause.text.startswith("reported, not confirmed: ") for clause in clauses)
