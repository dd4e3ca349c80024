# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Remedies, followed to the letter: what newcomers type first, what they are told, what it gives.

A row is a declaration with <<…>> around what is wrong in it. What the remedy names first (in
backticks, or after "write") is put there, by machine, and the file is better for it.
"""

import re
from pathlib import Path

import pytest

from osaid_action.check import check
from osaid_action.report.rule_pages import explain
from osaid_action.repository.tree import declaration_file
from osaid_action.repository.working_tree import DiskTree

HEAD = 'open_ai_system: "1.0"\nsystem: {name: Heron 1B}\n'
HOME = "OPEN_AI_SYSTEM.yaml"
HUB = "https://huggingface.co/allenai/OLMo-2-1124-7B"
FILES = {
    "src/train.py": "print('learning')\n",
    "data/one/prepare.py": "print('one')\n",
    "data/two/prepare.py": "print('two')\n",
    "sub/src/generate.py": "print('a heron')\n",
    "1b.yaml": "steps: 1000\n",
}
MIT = (Path(__file__).parent / "declarations/examples/license-altered/right/LICENSE").read_text()
WHY = "Nothing of the kind was used for this."
"""What a person would write in place of an ellipsis."""

FOLLOWED = [
    # what is typed, in which file, and what the machine then writes
    ("data: {description: {labeling: <<none>>}}", HOME, f'{{not_applicable: "{WHY}"}}'),
    ("data: {description: {labeling: <<n/a>>}}", HOME, f'{{not_applicable: "{WHY}"}}'),
    ("data: {description: {labeling: <<not applicable>>}}", HOME, f'{{not_applicable: "{WHY}"}}'),
    ("data: {description: {provenance: <<n/a>>}}", HOME, f'{{not_released: "{WHY}"}}'),
    ("code: {<<libraries: [torch, numpy]>>}", HOME,
     'libraries: {not_applicable: "All from package registries."}'),
    ("code: {libraries: <<none>>}", HOME, '{not_applicable: "All from package registries."}'),
    ("parameters: {weights: <<not released>>}", HOME, f'{{not_released: "{WHY}"}}'),
    ("parameters: {weights: <<closed>>}", HOME, f'{{not_released: "{WHY}"}}'),
    ("parameters: {weights: {<<not_released: true>>}}", HOME, 'not_released: "We keep it."'),
    ("parameters: {weights: {location: <<allenai/OLMo-2-1124-7B>>, license: MIT}}", HOME, HUB),
    ("parameters: {weights: <<hf://allenai/OLMo-2-1124-7B>>}", HOME, HUB),
    ("data: {sources: [{name: D, availability: public, location: <<hf://datasets/allenai/dolma>>}]}",
     HOME, "https://huggingface.co/datasets/allenai/dolma"),
    ("built_on: [{name: B, relation: finetune, location: <<allenai/OLMo-2-1124-7B>>}]", HOME, HUB),
    ("code: {data_processing: <<data/*/prepare.py>>}", HOME, "data/"),
    ("code: {<<training: {location: [src/, data/]}>>}", HOME,
     "training: [{location: src/}, {location: data/}]"),
    ("built_on: [{name: B, relation: <<lora>>}]", HOME, "adapter"),
    ("built_on: [{name: B, relation: <<GGUF>>}]", HOME, "quantized"),
    ("built_on: [{name: B, relation: <<distilled>>}]", HOME, "teacher"),
    ("code: {inference: <<src/Generate.py>>}", f"sub/{HOME}", "src/generate.py"),
    ("code: {inference: <<../src/Train.py>>}", f"sub/{HOME}", "../src/train.py"),
    ("code: {inference: <<sub/src/generate.py>>}", f"sub/{HOME}", "src/generate.py"),
    ("code: {inference: <<../src/train.py>>}", f".github/{HOME}", "src/train.py"),
    ("code: {inference: <<../src/generate.py>>}", f"sub/.github/{HOME}", "src/generate.py"),
    ("code: {inference: <</src/train.py>>}", HOME, "src/train.py"),
    ("code: {training: {<<not_releasd>>: It is internal.}}", HOME, "not_released"),
    ("code: {training: {<<not_relased>>: It is internal.}}", HOME, "not_released"),
    ("parameters: {weights: {<<not_releasd>>: It is internal.}}", HOME, "not_released"),
    ("data: {description: {labeling: {<<not_aplicable>>: No labels.}}}", HOME, "not_applicable"),
    ("data: {description: {provenance: {<<not_releasd>>: No.}}}", HOME, "not_released"),
    ("data: {sources: [{name: D, <<availability: closed>>}]}", HOME, f'not_released: "{WHY}"'),
    ("data: {sources: [{name: D, <<availability: private>>}]}", HOME, f'not_released: "{WHY}"'),
    ('parameters: {weights: {location: "https://e.org/w", access: <<public>>}}', HOME, "open"),
    ('parameters: {weights: {location: "https://e.org/w", access: <<login>>}}', HOME, "gated"),
    ("code: {training: <<git@github.com:lab/heron.git>>}", HOME, "https://github.com/lab/heron"),
    ("code: {training: <<ssh://git@github.com/lab/heron.git>>}", HOME,
     "https://github.com/lab/heron"),
    ("code: {training: <<git+https://github.com/lab/heron.git>>}", HOME,
     "https://github.com/lab/heron"),
    ("code: {training: <<github.com/lab/heron>>}", HOME, "https://github.com/lab/heron"),
    ('code: {training: <<"http://example.org/heron">>}', HOME, "https://example.org/heron"),
    ('licenses: {code: <<"Apache-2.0, MIT">>}', HOME, "Apache-2.0 AND MIT"),
    ("licenses: {code: <<Apache-2.0/MIT>>}", HOME, "Apache-2.0 OR MIT"),
    ('<<model>>: {weights: "https://example.org/w"}', HOME, "parameters"),
]  # fmt: skip


@pytest.fixture
def report_on(write):
    """The report on a declaration at a path, in a repository that has `FILES`."""

    def report(text, path):
        tree = DiskTree(str(write(FILES)))
        return check((HEAD + text + "\n").encode(), path, declaration_file(tree, path))

    return report


def written(remedy):
    """What a remedy tells to write: the first thing in backticks, or the word after "write"."""
    found = re.search(r"`([^`]+)`|write (https?://\S+|[^\s`:;,]+)", remedy)
    text = (found[1] or found[2]).rstrip(";,")
    return text.replace("…", WHY)


def worse_than_a_note(report):
    return [finding for finding in report.findings if finding.severity == "error"]


@pytest.mark.parametrize(("typed", "path", "then"), FOLLOWED, ids=[row[0] for row in FOLLOWED])
def test_following_a_remedy_makes_the_file_better(report_on, typed, path, then):
    before = report_on(typed.replace("<<", "").replace(">>", ""), path)
    told = worse_than_a_note(before)[0]

    assert written(told.remedy) == then
    assert worse_than_a_note(report_on(re.sub("<<.*>>", then, typed), path)) == []


def test_a_refusal_is_never_offered_where_something_may_not_apply_alone(report_on):
    (told,) = worse_than_a_note(report_on("data: {description: {labeling: none}}", HOME))

    assert told.remedy.index("not_applicable") < told.remedy.index("not_released")


def test_a_file_that_holds_a_license_is_not_its_name(report_on, write):
    write({"LICENSE": MIT})

    report = report_on("code: {inference: {location: src/train.py, license: LICENSE}}", HOME)
    told = worse_than_a_note(report)[0]
    mended = report_on("code: {inference: {location: src/train.py, license: MIT}}", HOME)

    assert told.remedy == "declare MIT"
    assert worse_than_a_note(mended) == []


def test_an_architecture_of_a_library_is_that_library(report_on):
    text = "code: {architecture: <<{not_applicable: It is a random forest of scikit-learn.}>>}"
    before = report_on(text.replace("<<", "").replace(">>", ""), HOME)
    told = next(f for f in before.findings if f.rule.id == "not-applicable-refused")

    after = report_on(re.sub("<<.*>>", written(told.remedy).replace("\\", ""), text), HOME)

    outcomes = {one.id: one.outcome.value for one in after.requirements}
    assert outcomes["code.architecture"] == "met"


# ------------------------------------------------------------------ by reader

OTHERS = "declared: {by: A reader, role: third-party}\n"
RESTRICTED = 'parameters: {weights: {location: "https://example.org/w", license: llama2}}'


def test_a_third_party_is_not_told_to_release(report_on):
    told = report_on(OTHERS + RESTRICTED, HOME).findings

    for finding in told:
        assert not re.match(r"(publish|release|drop|offer)\b", finding.remedy), finding
        assert "release it under" not in finding.remedy
    restricts = next(one for one in told if one.rule.id == "license-restricts-use")
    assert restricts.remedy.startswith("only whoever licenses it can change these terms")


def test_its_producer_is(report_on):
    told = report_on(RESTRICTED, HOME).findings

    restricts = next(one for one in told if one.rule.id == "license-restricts-use")
    assert restricts.remedy.startswith("release it under Apache-2.0")


@pytest.mark.parametrize("what", ["use", "osaid"])
def test_what_is_required_and_not_met_says_why(what):
    report = check((HEAD + RESTRICTED + "\n").encode(), HOME, required=(what,))

    told = worse_than_a_note(report)
    assert [one.rule.id for one in told] == [
        "osaid-required" if what == "osaid" else "freedom-required"
    ]
    assert re.search(r"required, and is not met: .+; and \d+ reasons? more$", told[0].message)
    first = next(one for one in report.findings if one.severity == "warning")
    assert first.message[:60] in told[0].message or "restricts use" in told[0].message


KEPT = {  # what a third party says of the training code, and what it is told to do
    "nothing": ("", "if its producer published it, say where it is"),
    "a no": ("not_released: It is not there.", "add a `source` that says so"),
    "a no with its source": (
        'not_released: It is not there., source: "https://example.org/paper"',
        "nothing to fix here: only its producer can release it",
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_a_third_party_is_told_what_it_has_not_said_yet(report_on, name):
    said, remedy = KEPT[name]
    made = report_on(OTHERS + (f"code: {{training: {{{said}}}}}" if said else ""), HOME)

    told = next(one for one in made.findings if one.rule.id == "training-code-missing")
    assert told.remedy.startswith(remedy)


def test_following_it_ends_where_nothing_is_left_to_say(report_on):
    sourced = {name: said for name, (said, _) in KEPT.items()}["a no with its source"]
    made = report_on(OTHERS + f"code: {{training: {{{sourced}}}}}", HOME)

    told = next(one for one in made.findings if one.rule.id == "training-code-missing")
    assert "add" not in told.remedy
    assert told.message == "the training code: not released (reason given: “It is not there.”)"


WITHHELD = {  # what a producer keeps back, and what would change it
    "code: {training: {not_released: WHY}}": "publish it under an OSI-approved license; ",
    "code: {libraries: [src, {not_released: WHY}]}": "publish the rest too; ",
    "parameters: {weights: {not_released: WHY}}": "publish them under a license that grants ",
    "data: {description: {scope: {not_released: WHY}}}": "tell it, as OSAID asks also of data ",
    "data: {description: {not_released: WHY}}": "tell it, as OSAID asks also of data ",
}


@pytest.mark.parametrize("said", WITHHELD)
def test_who_cannot_publish_is_told_to_leave_it(report_on, said):
    made = report_on(said.replace("WHY", "The code belongs to a partner."), HOME)

    told = next(one for one in made.findings if "The code belongs" in one.message)
    assert told.remedy.startswith(WITHHELD[said])
    assert told.remedy.endswith(
        "; if you cannot, leave it as it is: it is honest, and costs no more than leaving it out"
    )


@pytest.mark.parametrize("said", WITHHELD)
def test_what_is_kept_back_costs_no_more_than_silence(report_on, said):
    kept = report_on(said.replace("WHY", "The code belongs to a partner."), HOME)
    silent = report_on(said.replace("{not_released: WHY}", "TODO"), HOME)

    assert [one.outcome for one in kept.freedoms.values()] == [
        one.outcome for one in silent.freedoms.values()
    ]


@pytest.mark.parametrize("who", ["", OTHERS])
@pytest.mark.parametrize("license_", ["llama2", "CC-BY-NC-4.0", "MIT AND llama2", "GFDL-1.3"])
def test_a_license_is_explained_by_its_own_name(report_on, who, license_):
    entry = f'{{location: "https://example.org/w", license: {license_}}}'
    made = report_on(f"{who}parameters: {{weights: {entry}}}\ncode: {{inference: {entry}}}", HOME)

    told = [one.remedy for one in made.findings if "osaid explain" in one.remedy]
    assert told
    for remedy in told:
        name = re.search("`osaid explain ([^`]+)`", remedy)[1].strip('"')
        assert (name, explain(name) is None) == (license_, False)
