# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The JSON report: its contract, and that it holds for whatever the tests have on file."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # noqa: TID251 - the tests' own judge

from osaid_action import __version__
from osaid_action.check import check
from osaid_action.definition.requirements import DISCLAIMER
from osaid_action.definition.rules.registry import RULES
from osaid_action.licenses.catalogue import spdx_list_version
from osaid_action.model import FREEDOMS
from osaid_action.report.json_report import Run, render, render_lines, strict_json
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree
from osaid_action.validation.schema import schema_text
from tests.made import IDS, dumped, report, whole

TESTS = Path(__file__).parents[1]
FILES = sorted(
    path
    for folder in (TESTS / "declarations", TESTS.parent / "examples")
    for path in folder.rglob("*.y*ml")
)


def rendered(*reports):
    return json.loads("".join(render(reports)))


def report_on(path):
    return check(
        path.read_bytes(), path.name, DeclarationFile(DiskTree(str(path.parent)), path.name, "")
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_report_meets_its_schema(path, report_errors):
    made = report_on(path)

    assert report_errors(rendered(made)) == []


def test_lines_meet_their_schema_too():
    whole_schema = json.loads(schema_text("report-1"))
    judge = Draft202012Validator({**whole_schema["$defs"]["line"], "$defs": whole_schema["$defs"]})
    reports = [report(), check(b"", "empty.yaml")]

    lines = "".join(render_lines(reports)).splitlines()

    assert len(lines) == 2
    for line, made in zip(lines, reports, strict=True):
        data = json.loads(line)
        assert [error.message for error in judge.iter_errors(data)] == []
        assert data["path"] == made.path
        assert data["tool"]["version"] == __version__


def test_the_head_says_who_speaks():
    made = rendered()

    assert made["report_version"] == "1.0"
    assert made["tool"]["name"] == "osaid-action"
    assert made["tool"]["version"] == __version__
    assert made["tool"]["spdx_list"] == spdx_list_version()
    assert "certifies no system" in made["tool"]["disclaimer"]
    assert made["reports"] == []


def test_the_keys_of_the_contract():
    (made,) = rendered(report({"code.training.license": "Own-1.0"}))["reports"]

    assert set(made) >= {
        "path", "valid", "verdict", "label", "definition", "system", "freedoms", "requirements",
        "findings", "attested", "mof", "subject", "disclaimer", "declared", "built_on",
        "license_readings",
    }  # fmt: skip
    assert (made["valid"], made["verdict"], made["definition"]) == (True, "undecided", "OSAID-1.0")
    assert set(made["system"]) == {"name", "kind", "version", "producer", "repository"}
    assert list(made["freedoms"]) == list(FREEDOMS)
    assert [one["id"] for one in made["requirements"]] == list(IDS)
    assert set(made["requirements"][0]) >= {"id", "group", "outcome", "evidence", "clause", "line"}
    assert set(made["findings"][0]) == {
        "id", "rule", "severity", "message", "remedy", "pointer", "line", "column",
    }  # fmt: skip
    assert {one["rule"] for one in made["findings"]} <= RULES.keys()


def test_of_an_invalid_file_nothing_is_said_but_why():
    (made,) = rendered(check(b"a: b: c", "x"))["reports"]

    assert (made["valid"], made["verdict"]) == (False, "invalid")
    assert [made[key] for key in ("freedoms", "label", "mof")] == [None, None, None]
    assert [made[key] for key in ("requirements", "attested")] == [[], []]
    assert len(made["findings"]) == 1


def test_pointers_point_to_what_is_meant():
    changes = {"licenses.code": "TODO", "code.inference": ["x y and z~"], "zebra": 1}
    data = whole(changes)
    (made,) = rendered(check(dumped(data), "x"))["reports"]

    assert [one["pointer"] for one in made["findings"]] == ["/code/inference/0", "/zebra"]
    for one in rendered(report({"code.inference.license": "Own"}))["reports"][0]["findings"]:
        assert resolved(whole({"code.inference.license": "Own"}), one["pointer"]) is not None


def test_a_pointer_is_escaped():
    (made,) = rendered(check(dumped(whole({"a/b~c": 1})), "x"))["reports"]

    assert made["findings"][0]["pointer"] == "/a~1b~0c"


def resolved(data, pointer):
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        data = data[int(name)] if isinstance(data, list) else data[name]
    return data


def test_the_subject_is_named_by_its_digest_its_commit_and_the_time():
    made = report()
    run = Run("2026-11-29T03:00:00Z", lambda one: "0" * 40 if one is made else "")

    (alone,), (told,) = (
        json.loads("".join(text))["reports"] for text in (render([made]), render([made], {}, run))
    )
    digest = hashlib.sha256(dumped(whole())).hexdigest()
    assert alone["subject"] == {"sha256": digest, "commit": None, "checked": None}
    assert told["subject"] == {
        "sha256": digest,
        "commit": "0" * 40,
        "checked": "2026-11-29T03:00:00Z",
    }
    assert json.loads("".join(render_lines([made], {}, run)))["subject"] == told["subject"]


def test_every_report_has_a_disclaimer_and_every_requirement_its_section():
    for made in rendered(report(), check(b"a: b: c", "x"))["reports"]:
        assert made["disclaimer"] == DISCLAIMER
        for one in made["requirements"]:
            assert one["clause"]["section"] in one["clause"]["text"]
            assert one["clause"]["url"].startswith("https://opensource.org/ai/")


def test_a_reason_is_whole():
    why = "It belongs to a partner, and to many others. " * 20
    (made,) = rendered(report({"code.training": {"not_released": why}}))["reports"]

    (found,) = [one for one in made["findings"] if one["rule"] == "training-code-missing"]
    assert " ".join(why.split()) in found["message"]


def test_a_model_that_it_is_built_on_is_told_with_what_it_lends():
    models = [
        {"name": "B", "relation": "finetune", "license": "llama2", "location": "https://a.org/b",
         "source": {"location": "https://a.org/card", "date": "2026"}},
        {"name": "T", "relation": "teacher"},
    ]  # fmt: skip
    made = report({"built_on": models})
    (data,) = rendered(made)["reports"]
    base, teacher = data["built_on"]

    assert base["lends"] == {
        "use": "unmet", "study": "undecided", "modify": "unmet", "share": "unmet",
    }  # fmt: skip
    assert {key: base[key] for key in ("name", "relation", "license", "location", "access")} == {
        "name": "B", "relation": "finetune", "license": "llama2", "location": "https://a.org/b",
        "access": "open",
    }  # fmt: skip
    assert base["source"] == {"location": "https://a.org/card", "date": "2026"}
    assert {*base["reasons"]} <= {one["id"] for one in data["findings"]}
    assert (teacher["lends"], teacher["source"], teacher["reasons"]) == (None, None, [])


def test_how_each_license_was_read_is_told_with_its_date():
    changes = {"parameters.weights.license": "llama2", "code.training.license": "MIT OR Own-1.0"}
    (made,) = rendered(report(changes))["reports"]
    readings = {one["id"]: one for one in made["license_readings"]}

    assert readings["LicenseRef-llama2"]["known_from"] == "catalogue"
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", readings["LicenseRef-llama2"]["checked"])
    assert (readings["MIT"]["known_from"], readings["MIT"]["checked"]) == ("osi", None)
    assert not {"OR", "Own-1.0", "NONE"} & {*readings}


NASTY = ["\u202eevil", "\u2066x\u2069", "a\u200bb", "\ufeff", "é\U0001f600", "</script>", "\u2028"]


@pytest.mark.parametrize("name", NASTY)
def test_whatever_an_author_wrote_is_ascii_and_comes_back_whole(name):
    made = report({"system.name": f"x{name}"})
    text = "".join(render([made]))

    assert text.isascii()
    assert json.loads(text)["reports"][0]["system"]["name"] == f"x{name}"
    assert "".join(render_lines([made])).isascii()


def test_a_path_that_is_no_text_is_shown_all_the_same():
    made = check(b"", "caf\udce9.yaml")
    text = "".join(render([made]))

    assert text.isascii()
    assert json.loads(text)["reports"][0]["path"] == r"caf\xe9.yaml"


STORED = {
    "met": "good/whole.yaml",
    "undecided": "good/every-key.yaml",
    "unmet": "good/unfilled.yaml",
    "invalid": "bad/wrong-value.yaml",
}


@pytest.mark.parametrize("name", STORED)
def test_golden(golden, name):
    path = TESTS / "declarations" / STORED[name]
    text = "".join(render([report_on(path)]))

    golden(f"{name}.json", text.replace(f'"version": "{__version__}"', '"version": "…"', 1))


# ------------------------------------------------------------------ strict readers

ANY = st.text(alphabet=st.characters(exclude_categories=())) | st.text(
    alphabet="a\\ud\ud83d\udcff\U0001f917"
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("caf\u00e9 \U0001f917", "caf\u00e9 \U0001f917"),
        ("b\udcff\udc80", r"b\xff\x80"),
        ("\ud83d", r"\ud83d"),
        (r"\ud83d", r"\ud83d"),
    ],
    ids=["characters", "bytes", "half", "written out"],
)
def test_what_is_no_character_is_written_out(text, read):
    assert json.loads(strict_json({"a": [text, (text,)], text: None})) == {
        "a": [read, [read]],
        read: None,
    }


@given(ANY)
def test_json_has_whole_characters_alone(text):
    told = strict_json({"path": text, "list": [text]})

    json.loads(told)["path"].encode("utf-8")
    assert strict_json(json.loads(told)) == told


@given(st.text())
def test_other_text_stays_as_it_is(text):
    assert json.loads(strict_json(text)) == text


def test_a_name_that_is_no_utf_8_makes_no_other_json(tmp_path):
    path = f"{tmp_path.name}/b\udcff/OPEN_AI_SYSTEM.yaml"
    made = check(dumped(whole({"code.training": "gone\ufe0f.py"})), path)

    for text in ("".join(render([made])), "".join(render_lines([made]))):
        assert r"b\\xff/OPEN" in text
        assert not re.search(r"(?<!\\)\\ud", text)
