# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The data files: written by their scripts, valid, and without contradictions."""

import json
import re
from pathlib import Path

import jsonschema  # noqa: TID251  # the catalogue's own schema is checked here alone
import pytest
from generated import spdx_list

from osaid_action.licenses.catalogue import find
from osaid_action.licenses.clauses import KINDS
from osaid_action.model import FREEDOMS, Outcome

ROOT = Path(__file__).parent.parent.parent
DATA = ROOT / "osaid_action" / "licenses" / "data"

CATALOGUE_TEXT = (DATA / "catalogue.json").read_text(encoding="utf-8")
CATALOGUE = json.loads(CATALOGUE_TEXT)
ENTRIES = CATALOGUE["licenses"]
TEXTS = [entry for entry in ENTRIES if "freedoms" in entry]
LABELS = [entry for entry in ENTRIES if "members" in entry]
SPDX = json.loads((DATA / "spdx.json").read_text(encoding="utf-8"))


def id_of(entry):
    return entry["id"]


def test_spdx_data_is_what_its_script_would_write_from_the_pinned_inputs():
    assert SPDX["inputs"] == spdx_list.INPUTS
    assert spdx_list.stale() == ""


def test_the_script_sees_data_of_other_inputs(monkeypatch, tmp_path):
    stale = tmp_path / "spdx.json"
    stale.write_text(spdx_list.dumps({**SPDX, "inputs": {}}), encoding="utf-8")
    monkeypatch.setattr(spdx_list, "DATA", stale)

    assert spdx_list.stale() == "the inputs changed"


def test_the_script_sees_data_changed_by_hand(monkeypatch, tmp_path):
    edited = tmp_path / "spdx.json"
    edited.write_text(json.dumps(SPDX), encoding="utf-8")
    monkeypatch.setattr(spdx_list, "DATA", edited)

    assert spdx_list.stale() == "it was not written by this script"


def test_spdx_list_is_whole():
    flags = [row[1].split() for row in SPDX["licenses"].values()]

    assert SPDX["list_version"] == "3.29.0"
    assert len(flags) == 740
    assert len(SPDX["exceptions"]) == 86
    assert sum("osi" in words for words in flags) == 154
    assert sum("fsf-libre" in words for words in flags) == 127
    assert sum("fsf-nonfree" in words for words in flags) == 20


def test_catalogue_follows_its_schema():
    schema = json.loads((ROOT / "schemas" / "license-catalogue-1.schema.json").read_text("utf-8"))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(CATALOGUE)


def test_catalogue_is_sorted_and_formatted():
    ids = [entry["id"].lower() for entry in ENTRIES]

    assert ids == sorted(ids)
    assert json.dumps(CATALOGUE, ensure_ascii=False, indent=1) + "\n" == CATALOGUE_TEXT


def restricted(entry):
    """The freedoms that the recorded values take away, by the reading of OSAID."""
    values = entry["freedoms"]
    limited = {f for f, value in values.items() if value in {"restricted", "denied"}}
    carried = {f for f in ("modify", "share") if values[f] == "conditions"}
    return limited | carried if "use" in limited else limited


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_values_and_clauses_say_the_same(entry):
    restricting = [c for c in entry["clauses"] if KINDS[c["kind"]].effect is Outcome.UNMET]

    if entry["certainty"] != "low":
        assert {f for clause in restricting for f in clause["freedoms"]} == restricted(entry)


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_clauses_are_one_of_each_with_their_freedoms_in_order(entry):
    places = [(c["kind"], tuple(c["freedoms"]), c["section"]) for c in entry["clauses"]]

    assert len(set(places)) == len(places)
    for _, freedoms, _ in places:
        assert list(freedoms) == sorted(freedoms, key=FREEDOMS.index)


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_a_duty_to_display_or_to_name_touches_use(entry):
    for clause in entry["clauses"]:
        if KINDS[clause["kind"]].effect is Outcome.UNDECIDED:
            assert "use" in clause["freedoms"]


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_what_was_read_says_where_and_which_copy(entry):
    assert entry["kind"] == "label" or (entry["basis"] == "read") == ("copy" in entry)
    if "copy" in entry:
        assert all(clause["section"] for clause in entry["clauses"])


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_nothing_is_called_open_that_nobody_read(entry):
    license_ = find(entry["id"])

    if all(grant.outcome is Outcome.MET for grant in license_.grants.values()):
        assert entry["basis"] == "read"


def test_the_schema_lists_the_kinds():
    schema = json.loads((ROOT / "schemas" / "license-catalogue-1.schema.json").read_text("utf-8"))

    assert schema["$defs"]["clause"]["properties"]["kind"]["enum"] == list(KINDS)


def test_every_kind_is_in_use():
    used = {clause["kind"] for entry in TEXTS for clause in entry["clauses"]}

    assert set(KINDS) - used == {"listed-nonfree"}


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_words_are_ours(entry):
    """No wording of a license: short sentences, without the words that texts share."""
    for clause in entry["clauses"]:
        words = clause["text"].lower()
        assert len(words.split()) <= 40
        assert not re.search(r"\b(shall|hereby|thereof|herein|pursuant|licensee|you|your)\b", words)


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_an_entry_knows_all_freedoms_or_none(entry):
    values = set(entry["freedoms"].values())

    assert "unknown" not in values or values == {"unknown"}


@pytest.mark.parametrize("entry", TEXTS, ids=id_of)
def test_the_osi_approved_nothing_that_limits(entry):
    license_ = find(entry["id"])

    limits = any(grant.outcome is Outcome.UNMET for grant in license_.grants.values())
    assert not (limits and license_.osi is Outcome.MET)


@pytest.mark.parametrize("entry", ENTRIES, ids=id_of)
def test_an_id_is_spdxs_or_a_licenseref(entry):
    assert entry["id"] in SPDX["licenses"] or entry["id"].startswith("LicenseRef-")


@pytest.mark.parametrize("entry", LABELS, ids=id_of)
def test_members_are_known(entry):
    assert all(find(member) and find(member).id == member for member in entry["members"])


def test_every_spelling_means_one_license():
    meanings = {id_.lower(): id_ for id_ in SPDX["licenses"]}
    for entry in ENTRIES:
        for spelling in (entry["id"], entry["name"], *entry["aliases"]):
            assert meanings.setdefault(spelling.lower(), entry["id"]) == entry["id"]


@pytest.mark.parametrize("entry", ENTRIES, ids=id_of)
def test_every_spelling_finds_its_entry(entry):
    bare = entry["id"].removeprefix("LicenseRef-") if entry["kind"] != "label" else entry["id"]
    for spelling in (entry["id"], bare, entry["name"], *entry["aliases"]):
        assert find(spelling).id == entry["id"]
        assert find(spelling.upper()).id == entry["id"]
        assert find(f"  {spelling.lower()} ").id == entry["id"]


def test_every_spdx_id_finds_itself():
    found = {id_: find(id_.swapcase()) for id_ in SPDX["licenses"]}

    assert [id_ for id_, license_ in found.items() if license_.id != id_] == []
    assert {tuple(license_.grants) for license_ in found.values()} == {FREEDOMS}
    assert [id_ for id_, x in found.items() if not x.url.startswith("https://")] == []
