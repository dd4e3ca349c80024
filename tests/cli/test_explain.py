# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""`osaid explain`: a rule, a requirement, a license, or what was meant."""

import json

import pytest

from osaid_action.definition.rules.registry import RULES
from tests.cli.calls import one_line_of_trouble

LONGEST = 100  # characters of a line: YAML is not wrapped


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(call, rule):
    page = call("explain", rule).stdout

    assert page.startswith(rule)
    assert RULES[rule].title in " ".join(page.split())
    data = json.loads(call("explain", rule, "--format", "json").stdout)
    assert data["severity"] == RULES[rule].severity


def test_an_expression_need_not_be_quoted(call):
    quoted, plain = call("explain", "MIT OR 0BSD"), call("explain", "MIT", "OR", "0BSD")

    assert quoted.stdout.startswith("MIT OR 0BSD")
    assert (plain.returncode, plain.stdout) == (0, quoted.stdout)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("training-code-missing", "The training code: not there"),
        ("code.training", "the complete source code"),
        ("lineage", "every model"),
        ("use", "for any purpose"),
        ("Apache-2.0", "Apache"),
        ("llama2", "700 million"),
        ("MIT OR GPL-3.0-only", "MIT"),
    ],
)
def test_explain(call, what, words):
    done = call("explain", what)

    assert done.returncode == 0
    assert words in " ".join(done.stdout.split())
    data = json.loads(call("explain", what, "--format", "json").stdout)
    assert data


WORDS = [
    ("open-weights", "→ open-weights"),
    ("Open", "a value of `access`"),
    ("unshareable", "because: privacy"),
    ("api", "it can be called and cannot be had"),
    ("lora", "relation: adapter"),
    ("third party", "need a `source`"),
    ("OSAID", "https://opensource.org/ai/open-source-ai-definition"),
    ("settings", 'settings: "configs/7b.yaml"'),
    ("data.sources[].because", "privacy, law, copyright"),
    ("training", "settings: https://example.org/heron/1b.yaml"),
    ("RAIL", "uses that are forbidden"),
]


@pytest.mark.parametrize(("what", "words"), WORDS)
def test_words_and_keys_are_explained(call, what, words):
    done = call("explain", what)

    assert done.returncode == 0
    assert words in " ".join(done.stdout.split())
    assert json.loads(call("explain", what, "--format", "json").stdout)
    assert max(len(line) for line in done.stdout.splitlines()) <= LONGEST


MEANT = [
    ("training-code-mising", "training-code-missing"),
    ("apache-2", "Apache-2.0"),
    ("open-weigths", "did you mean open-weights?"),
    ("unsharable", "did you mean unshareable?"),
    ("gatd", "did you mean gated?"),
    ("licens", "license"),
]


@pytest.mark.parametrize(("what", "meant"), MEANT)
def test_explain_what_nobody_knows(call, what, meant):
    one_line_of_trouble(call("explain", what), meant)


def test_what_is_like_nothing_is_only_said_to_be_unknown(call):
    done = call("explain", "qqqqqqqq")

    one_line_of_trouble(done, "no rule, license, label, key or other word known here")
    assert "did you mean" not in done.stderr
