# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is written: valid whatever is in the repository, its guesses confirmed or not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scaffold.trees import NETWORK, confirmed, filled, report_on, scaffold, values

HOSTILE = [
    'a"b', "a'b", "a: b", "# a", "- a", "{a}", "[a]", "a\nb", "&a", "*a", "!a", "%a", "@a", "`a`",
    "null", "true", "no", "1.0", "2024-01-01", "~", "", "\u202ea", "\ufeffa",
    "é", "漢字", "🦩 a", "a\x00b",
    "a\x85b", "a\u2028b", "TODO", "...", "---", "a,b", "a}b", "a #b", "\\a", "<a>", "a\tb",
    "\ud800",
]  # fmt: skip
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
NAMES = st.builds("/".join, st.lists(TEXTS, min_size=1, max_size=3))
README = "# {0}\n\n{0} is a model. [{0}](https://huggingface.co/datasets/grey-heron/{0})\n"
CITATION = "cff-version: 1.2.0\ntitle: {0}\nauthors:\n  - name: {0}\n"
CARD = (
    "---\nlicense: {0}\nbase_model: {0}\ndatasets:\n  - {0}\n"
    "base_model_relation: merge\n---\n# {0}\n"
)
WHOLE = {
    "README.md": "# Heron\n\nHeron is a language model.\n\nhttps://huggingface.co/grey-heron/heron-1b\n"
    "https://huggingface.co/grey-heron/heron-7b\n",
    "train.py": "",
    "train_more.py": "",
    "config/a.yaml": "",
    "model.py": NETWORK,
    "sample.py": "",
    "adapter_config.json": '{"base_model_name_or_path": "grey/egret"}',
    "USE_POLICY.md": "Be good.\n",
    "trainer/loop.py": "optimizer.step()\n",
}


def is_valid(text, files):
    """Whether the text is a declaration, so with every guess confirmed, and every TODO done."""
    every = (text, confirmed(text), filled(text), filled(confirmed(text)))
    reports = [report_on(one, files) for one in every]
    return [[f.message for f in one.findings if not one.valid] for one in reports] == [[]] * 4


@pytest.mark.parametrize("word", HOSTILE)
def test_hostile_words_wherever_they_stand(word):
    files = {
        "README.md": README.format(word),
        "CITATION.cff": CITATION.format(word),
        "MODEL_CARD.md": CARD.format(word),
        f"train_{word}.py": "",
        f"data/{word}/prepare.py": "",
    }

    assert is_valid(scaffold(files), files)


@settings(max_examples=150)
@given(
    name=TEXTS, paths=st.lists(NAMES, max_size=4), kind=st.sampled_from([README, CARD, CITATION])
)
def test_whatever_a_repository_holds_the_result_is_valid(name, paths, kind):
    files = {path: NETWORK for path in paths if path.strip("/")}
    files |= {"README.md": kind.format(name), "CITATION.cff": CITATION.format(name)}

    assert is_valid(scaffold(files), files)


@settings(max_examples=60)
@given(st.sets(st.sampled_from(sorted(WHOLE))))
def test_any_part_of_a_repository_gives_a_valid_file(names):
    files = {name: WHOLE[name] for name in names}

    assert is_valid(scaffold(files), files)


@pytest.mark.parametrize(
    ("files", "training"),
    [
        ({"train.py": ""}, [{"location": "train.py"}]),
        ({"train.py": "", "train_more.py": ""}, [{"location": "train.py"}, "train_more.py"]),
        ({"trainer/loop.py": "optimizer.step()\n"}, [{"location": "trainer/"}]),
    ],
)
def test_settings_have_their_place_below_the_training(files, training):
    text = scaffold(files)
    data = values(filled(confirmed(text)))

    assert values(confirmed(text))["code"]["training"] == training
    assert data["code"]["training"] == [
        training[0] | {"settings": "configs/7b.yaml"},
        *training[1:],
    ]


def test_every_todo_is_a_key_to_fill_in():
    for files in ({}, WHOLE):
        told = re.findall(r"(?m)^ *## TODO (.*)$", scaffold(files))

        assert [one for one in told if not re.match(r"- \{|\w+: \S", one)] == []
        assert len(told) > 3


def test_claims_are_written_and_guesses_are_not():
    data = values(scaffold(WHOLE))

    assert data["system"] == {
        "name": "Heron",
        "description": "Heron is a language model.",
        "repository": "https://github.com/grey-heron/heron",
    }
    assert data["code"]["training"] == [
        {"location": "train.py", "settings": ["config/"]},
        "train_more.py",
    ]
    assert data["built_on"] == [
        {
            "name": "grey/egret",
            "relation": "adapter",
            "location": "https://huggingface.co/grey/egret",
        }
    ]
    assert "parameters" not in data  # two models: that is a question


def one_by_one(text):
    """The text with one guess confirmed, as its own words say, for each of them."""
    lines = text.splitlines()
    guesses = [at for at, line in enumerate(lines) if re.match(r" *#(?:[^#\s]|##)", line)]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    inside: set[int] = set()
    for at in guesses:
        if at in inside:
            continue
        below = range(at + 1, len(lines))
        end = next((one for one in below if lines[one] and indents[one] <= indents[at]), len(lines))
        block = {one for one in guesses if at <= one < end}
        inside |= block
        yield "".join(
            (line.replace("#", "", 1) if one in block else line) + "\n"
            for one, line in enumerate(lines)
        )


@pytest.mark.parametrize("files", [WHOLE, {**WHOLE, "train.py": ""}, {"README.md": "# Heron\n"}])
@pytest.mark.parametrize("left", [*sorted(WHOLE), ""])
def test_each_guess_can_be_confirmed_alone_as_the_file_says(files, left):
    kept = {name: text for name, text in files.items() if name != left}
    text = scaffold(kept)
    every = [*one_by_one(text)]

    assert every
    assert [
        [f.message for f in report_on(one, kept).findings]
        for one in every
        if not report_on(one, kept).valid
    ] == []
    assert all(values(one) != values(text) for one in every)


def test_no_guess_is_shifted_by_a_space_behind_its_sign():
    body = scaffold(WHOLE).partition('"1.0"\n')[2]

    assert re.findall(r"(?m)^ *# .*$", body) == []


def test_guesses_count_when_they_are_confirmed():
    data = values(confirmed(scaffold(WHOLE)))

    assert data["declared"] == {"by": "grey-heron", "role": "producer"}
    assert data["parameters"]["weights"] == {
        "location": "https://huggingface.co/grey-heron/heron-1b",
        "further_terms": "USE_POLICY.md",
    }
    assert data["code"]["training"][-1] == "trainer/"


def test_every_value_says_where_it_was_seen():
    body = scaffold(WHOLE).partition('"1.0"\n')[2]
    lines = [line for line in body.splitlines() if line.strip() and "##" not in line]
    told = [line for line in lines if not line.rstrip().endswith(":")]

    assert all("  # " in line for line in told)


def test_what_is_not_found_is_to_be_done():
    text = scaffold({})

    for word in ("provenance", "sources", "training", "validation", "weights"):
        assert f"## TODO {word}" in text


def test_an_empty_repository_claims_nothing():
    assert values(scaffold({}, remote="")) == {
        "open_ai_system": "1.0",
        "system": {"name": "folder"},
    }
