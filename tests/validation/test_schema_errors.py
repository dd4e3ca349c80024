# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a maintainer is told of a file that is not valid: where, which word was meant, a remedy."""

import json

import pytest

from osaid_action.check import check
from osaid_action.validation.schema_errors import MAX_DIAGNOSTICS

HEAD = 'open_ai_system: "1.0"\nsystem:\n  name: Model\n'

SAID = {  # text of the file: line, column, rule, message, remedy
    "an unknown key": (
        HEAD + "paramters:\n",
        (4, 1, "unknown-key", "unknown key `paramters`", "did you mean `parameters`?"),
    ),
    "an unknown key inside": (
        HEAD + "code:\n  trainning: src/\n",
        (5, 3, "unknown-key", "unknown key `trainning` in `code`", "did you mean `training`?"),
    ),
    "an unknown key of a part": (
        HEAD + "code:\n  training:\n    - {location: a, licence: MIT}\n",
        (6, 21, "unknown-key", "unknown key `licence`", "did you mean `license`?"),
    ),
    "another word for it": (
        HEAD + "data:\n  datasets: []\n",
        (5, 3, "unknown-key", "unknown key `datasets` in `data`", "that is `sources` here"),
    ),
    "a dash for a line below": (
        HEAD + "built-on: []\n",
        (4, 1, "unknown-key", "unknown key `built-on`", "did you mean `built_on`?"),
    ),
    "a key in another place": (
        HEAD + "weights: model.bin\n",
        (4, 1, "unknown-key", "unknown key `weights`", "`weights` belongs under `parameters`"),
    ),
    "a point of the description in another place": (
        HEAD + "data:\n  provenance: docs/data.md\n",
        (
            5,
            3,
            "unknown-key",
            "unknown key `provenance` in `data`",
            "`provenance` belongs under `data.description`",
        ),
    ),
    "a key that nobody knows": (
        HEAD + "zebra: 1\n",
        (4, 1, "unknown-key", "unknown key `zebra`", "a key of your own is called `x-zebra`"),
    ),
    "settings of what is not training": (
        HEAD + "code:\n  inference: {location: a, settings: b}\n",
        (5, 28, "unknown-key", "unknown key `settings` in `inference`", "known here: location"),
    ),
    "a no beside a yes": (
        HEAD + "code:\n  inference: {location: a, not_released: No.}\n",
        (
            5,
            15,
            "unknown-key",
            "`location` cannot stand beside `not_released`",
            "keep one of the two",
        ),
    ),
    "a no among parts": (
        HEAD + "code:\n  inference: [{location: a}, {not_applicable: No.}]\n",
        (5, 31, "unknown-key", "`not_applicable` cannot stand inside a list", "leave it out"),
    ),
    "a no beside a location": (
        HEAD + "code:\n  inference: [{location: a, not_released: No.}]\n",
        (5, 16, "unknown-key", "`location` cannot stand beside `not_released`", "for the rest"),
    ),
    "a missing key": (
        'open_ai_system: "1.0"\nsystem: {version: "1"}\n',
        (
            2,
            1,
            "missing-key",
            "`name` is missing in `system`",
            'add `name`, for example `name: "OLMo 7B"`',
        ),
    ),
    "no version of the format": (
        "system: {name: x}\n",
        (
            1,
            1,
            "missing-key",
            "`open_ai_system` is missing",
            'add `open_ai_system`, for example `open_ai_system: "1.0"`',
        ),
    ),
    "a data set without its class": (
        HEAD + "data:\n  sources:\n    - name: x\n",
        (6, 7, "missing-key", "`availability` is missing", 'for example `availability: "open"`'),
    ),
    "a model without its relation": (
        HEAD + "built_on:\n  - name: x\n",
        (5, 5, "missing-key", "`relation` is missing", 'for example `relation: "finetune"`'),
    ),
    "a wrong word": (
        HEAD + "  kind: modle\n",
        (
            4,
            9,
            "wrong-value",
            "`kind` cannot be `modle`",
            "did you mean `model`? it can be system, model or weights",
        ),
    ),
    "a wrong word in a list": (
        HEAD + "data:\n  sources:\n    - {name: a, availability: Public}\n",
        (6, 31, "wrong-value", "`availability` cannot be `Public`", "did you mean `public`?"),
    ),
    "another version of the format": (
        'open_ai_system: "2.0"\nsystem: {name: x}\n',
        (1, 17, "wrong-value", "`open_ai_system` cannot be `2.0`", "it can be 1.0"),
    ),
    "a version that is a number": (
        "open_ai_system: 1.0\nsystem: {name: x}\n",
        (
            1,
            17,
            "wrong-type",
            "`open_ai_system` must be text, not a number",
            'put it in quotes: "1.0"',
        ),
    ),
    "a revision of digits": (
        HEAD + "code:\n  training: {location: a, revision: 0012}\n",
        (5, 37, "wrong-type", "`revision` must be text, not a number", 'put it in quotes: "0012"'),
    ),
    "a truth for a name": (
        'open_ai_system: "1.0"\nsystem: {name: true}\n',
        (2, 16, "wrong-type", "`name` must be text, not true", 'put it in quotes: "true"'),
    ),
    "a list for a mapping": (
        HEAD + "code: [a]\n",
        (4, 7, "wrong-type", "`code` must be a mapping, not a list", ""),
    ),
    "a number for a part": (
        HEAD + "code: {training: [a, 7]}\n",
        (4, 22, "wrong-type", "an entry of `training` must be text or a mapping, not a number", ""),
    ),
    "nothing for a part": (
        HEAD + "code:\n  training:\n    -\n",
        (6, 6, "wrong-type", "an entry of `training` must be text or a mapping, not nothing", ""),
    ),
    "one data set for a list": (
        HEAD + "data:\n  sources: {name: Dolma, location: a}\n",
        (
            5,
            12,
            "wrong-type",
            "`sources` must be a list, not a mapping",
            "write it like `sources: [{name",
        ),
    ),
    "a list for a file": (
        "- a\n",
        (
            1,
            1,
            "wrong-type",
            "the file must be a mapping, not a list",
            "begin with `open_ai_system",
        ),
    ),
    "an http URL": (
        HEAD + "code: {training: 'http://example.org/x'}\n",
        (
            4,
            18,
            "wrong-value",
            "a path in this repository or an https:// URL",
            "write https://example.org/x",
        ),
    ),
    "an ssh URL": (
        HEAD + "code: {training: 'ssh://git@github.com/a/b'}\n",
        (4, 18, "wrong-value", "a path in this repository or an https:// URL", ""),
    ),
    "a drive": (
        HEAD + "code: {training: 'C:\\src'}\n",
        (4, 18, "wrong-value", "a path in this repository or an https:// URL", ""),
    ),
    "a day that is none": (
        HEAD + "  released: 2024-02-31x\n",
        (4, 13, "wrong-value", "a date is written YYYY-MM-DD, YYYY-MM or YYYY", ""),
    ),
    "a hash cut short": (
        HEAD + "code: {training: {location: a, sha256: abc}}\n",
        (4, 40, "wrong-value", "sha256 is 64 hexadecimal digits", ""),
    ),
    "several names for a text": (
        HEAD + "  producer: [A Lab, B Lab]\n",
        (4, 13, "wrong-type", "`producer` must be text", 'write `producer: "A Lab, B Lab"`'),
    ),
    "a truth for a location": (
        HEAD + "code:\n  training: true\n",
        (5, 13, "wrong-type", "`training` must be text", "write it like `training: {"),
    ),
    "a mapping for settings": (
        HEAD + "code:\n  training: {location: a, settings: {lr: 0.1}}\n",
        (5, 37, "wrong-type", "must be text or a list", 'like `settings: "configs/7b.yaml"`'),
    ),
    "a bucket for a location": (
        HEAD + "code:\n  training: {location: s3://a/b}\n",
        (5, 24, "wrong-value", "`location` is `s3://a/b`", "at which others can open it, such as"),
    ),
    "a secret that cannot be shared": (
        HEAD
        + "data:\n  sources:\n    - {name: a, availability: unshareable, because: trade secret}\n",
        (6, 53, "wrong-value", "`because` cannot be `trade secret`", '`not_released: "…"` in its'),
    ),
    "an address for a license": (
        HEAD + "licenses: {code: https://opensource.org/licenses/MIT}\n",
        (4, 18, "license-not-an-expression", "is not a license id", "did you mean `MIT`?"),
    ),
    "curly quotes": (
        "open_ai_system: “1.0”\nsystem: {name: x}\n",
        (1, 17, "wrong-value", "cannot be `“1.0”`", 'straight quotes: `open_ai_system: "1.0"`'),
    ),
    "a class that is none": (
        HEAD + "data:\n  sources:\n    - {name: a, availability: available}\n",
        (6, 31, "wrong-value", "cannot be `available`", "it can be open, public,"),
    ),
    "a colon without its space": (
        HEAD + "code:\n  training:src/train.py\n",
        (5, 3, "wrong-type", "`code` must be a mapping, not text", '`training: "src/train.py"`'),
    ),
    "words for a location": (
        HEAD + "data:\n  description:\n    scope: All of the web.\n",
        (
            6,
            12,
            "not-a-location",
            "`scope` is `All of the web.`: no file of that name is here",
            'write `{text: "All of the web."}`, if a path `{location: "All of the web."}`',
        ),
    ),
    "an empty name": (
        'open_ai_system: "1.0"\nsystem: {name: ""}\n',
        (2, 16, "wrong-value", "`name` is empty", "fill it in"),
    ),
    "a license with a blank": (
        HEAD + "licenses: {code: Apache 2.0}\n",
        (4, 18, "license-not-an-expression", "", "did you mean `Apache-2.0`?"),
    ),
    "a license in prose": (
        HEAD + "parameters:\n  weights: {location: a, license: The MIT License}\n",
        (5, 35, "license-not-an-expression", "", "did you mean `MIT`?"),
    ),
    "a license of a data set": (
        HEAD + "data:\n  sources:\n    - {name: a, availability: open, license: CC BY 4.0}\n",
        (6, 46, "license-not-an-expression", "", "did you mean `CC-BY-4.0`?"),
    ),
    "a license of a model": (
        HEAD + "built_on:\n  - {name: a, relation: merge, license: MIT and}\n",
        (5, 41, "license-not-an-expression", "", ""),
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_what_is_said(name):
    text, (line, column, rule, message, remedy) = SAID[name]
    report = check(text.encode(), "x.yaml")

    assert report.verdict == "invalid"
    (found,) = report.findings
    assert (found.line, found.column, found.rule.id) == (line, column, rule)
    assert message in found.message
    assert remedy in found.remedy
    assert found.remedy


FOUR = {
    "a wrong key": ("paramters: {}", 4, 1, "`paramters`", "`parameters`"),
    "a wrong word": ("data: {sources: [{name: a, availability: opne}]}", 4, 42, "`opne`", "`open`"),
    "a wrong license": ("licenses: {code: Apache 2.0}", 4, 18, "2.0", "`Apache-2.0`"),
    "a missing field": ("built_on: [{name: a}]", 4, 12, "`relation`", '`relation: "finetune"`'),
}


@pytest.mark.parametrize("name", FOUR)
def test_the_command_says_it_in_text(osaid, write, name):
    text, line, column, wrong, meant = FOUR[name]
    top = write({"OPEN_AI_SYSTEM.yaml": HEAD + text})

    done = osaid("check", cwd=top)

    at = f"OPEN_AI_SYSTEM.yaml:{line}:{column}: error: "
    lines = done.stdout.splitlines()
    (index,) = [n for n, one in enumerate(lines) if one.startswith(at)]
    assert wrong in lines[index]
    assert meant in " ".join(lines[index + 1 :])
    assert done.returncode == 1


@pytest.mark.parametrize("name", FOUR)
def test_the_command_says_it_in_json(osaid, write, name):
    text, line, column, wrong, meant = FOUR[name]
    top = write({"OPEN_AI_SYSTEM.yaml": HEAD + text})

    done = osaid("check", "--format", "json", cwd=top)

    (report,) = json.loads(done.stdout)["reports"]
    (found,) = report["findings"]
    assert (found["line"], found["column"], found["severity"]) == (line, column, "error")
    assert wrong in found["message"]
    assert meant in found["remedy"]
    assert done.returncode == 1


def test_everything_is_said_at_once_and_in_the_order_of_the_file():
    text = """\
open_ai_system: 1.0
declared: {rolle: producer}
system: {kind: modle}
code: {training: [1, {licence: MIT}], inference: {location: x, access: closed}}
built_on: [{relation: finetune}]
zebra: 1
"""
    report = check(text.encode(), "x")

    assert [(f.line, f.rule.id) for f in report.findings] == [
        (1, "wrong-type"),
        (2, "unknown-key"),
        (3, "missing-key"),
        (3, "wrong-value"),
        (4, "wrong-type"),
        (4, "unknown-key"),
        (4, "wrong-value"),
        (5, "missing-key"),
        (6, "unknown-key"),
    ]


def test_every_license_that_is_none_is_said():
    text = HEAD + "licenses: {code: Apache 2, documents: CC BY}\n"
    report = check(text.encode(), "x")

    assert [f.column for f in report.findings] == [18, 39]


@pytest.mark.parametrize(("more", "number"), [(0, MAX_DIAGNOSTICS), (1, MAX_DIAGNOSTICS + 1)])
def test_after_fifty_there_is_one_that_says_so(more, number):
    text = HEAD + "".join(f"k{n}: 1\n" for n in range(MAX_DIAGNOSTICS + more))
    report = check(text.encode(), "x")

    assert len(report.findings) == number
    assert (report.findings[-1].rule.id == "too-many-problems") is bool(more)


def test_a_wrong_value_does_not_hide_a_wrong_license():
    text = """\
open_ai_system: "1.0"
system: {name: x, kind: modle}
licenses: {code: Apache 2.0}
data:
  description:
    scope: We took it from the web
"""
    report = check(text.encode(), "x")

    assert [(f.line, f.rule.id) for f in report.findings] == [
        (2, "wrong-value"),
        (3, "license-not-an-expression"),
        (6, "not-a-location"),
    ]


@pytest.mark.parametrize("entry", ["{license: MIT}", "{}", "[]", "[{notes: later}]"])
def test_a_half_filled_component_is_valid_and_absent(entry):
    report = check(f"{HEAD}code: {{inference: {entry}}}\n".encode(), "x")

    assert report.valid
    assert "inference-code-missing" in {finding.rule.id for finding in report.findings}
