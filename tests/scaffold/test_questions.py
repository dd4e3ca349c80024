# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The questions that decide freedoms."""

from osaid_action.scaffold.questions import OneOf, answered
from tests.scaffold.trees import found

FILES = {
    "README.md": "# Heron\n\nhttps://huggingface.co/grey-heron/heron-1b\n"
    "https://huggingface.co/grey-heron/heron-7b\nhttps://huggingface.co/datasets/grey/reeds\n"
    "python train.py --base_model 'grey/egret'\n"
}


class Person:
    """Somebody who gives answers by a word of the question, else takes the default."""

    def __init__(self, **answers):
        self.answers, self.asked = answers, []

    def __call__(self, words, default, accepts):
        self.asked.append(words)
        said = next((one for word, one in self.answers.items() if word in words), default)
        assert accepts(said), (words, said)
        return said


def test_who_takes_every_default_confirms_the_producer_alone():
    before = found(FILES)
    after = answered(before, Person())

    changed = {key for key in after if after[key] != before.get(key, ())}
    assert changed == {"system.producer"}
    assert after["system.producer"][0].value == "grey-heron"


def test_answers_make_claims():
    person = Person(
        called="Heron 7B",
        makes="Wading Institute",
        weights="2",
        trained="open",
        reeds="CC-BY-4.0",
        license="MIT",
        made="finetune",
    )
    after = answered(found(FILES), person)

    assert after["system.name"][0].value == "Heron 7B"
    assert after["weights.linked"][0].location == "https://huggingface.co/grey-heron/heron-7b"
    assert after["data.sources"][0].value["availability"] == "open"
    assert after["data.sources"][0].value["license"] == "CC-BY-4.0"
    assert (after["built_on"][0].value["relation"], after["built_on"][0].is_claim) == (
        "finetune",
        True,
    )


def test_what_is_not_there_is_not_asked_for():
    person = Person()
    answered(found({}), person)

    assert len(person.asked) == 2  # name and producer


def test_which_answers_are_accepted():
    asked = {}

    def note(words, default, accepts):
        asked[words.split("\n")[0]] = accepts
        return default if accepts(default) else "MIT"

    answered(found(FILES), note)
    weights = asked["Which of these are the weights of this system?"]

    assert [weights(text) for text in ("1", "2", "3", "-", "no", "x")] == [
        *(True, True, False, True, True, False)
    ]


def test_yes_is_asked_in_which_way():
    person = Person(trained="Yes", others="public", made="y", way="merge")
    after = answered(found(FILES), person)

    assert after["data.sources"][0].value["availability"] == "public"
    assert after["data.sources"][0].is_claim
    assert after["built_on"][0].value["relation"] == "merge"


def test_in_which_way_has_the_guess_for_its_default():
    after = answered(found(FILES), Person(trained="yes", made="yes"))

    assert after["data.sources"][0].value["availability"] == "public"
    assert after["built_on"][0].value["relation"] == "finetune"


def test_what_is_denied_is_not_written():
    after = answered(found(FILES), Person(trained="no", made="No", weights="n"))

    assert (after["data.sources"], after["built_on"]) == ((), ())
    assert (after["weights.linked"], after["weights.here"]) == ((), ())


def test_what_is_left_open_stays_a_guess():
    before = found(FILES)
    after = answered(before, Person())

    assert after["data.sources"] == before["data.sources"]
    assert after["built_on"] == before["built_on"]


def test_whoever_types_something_else_is_told_what_to_type():
    assert OneOf("1", "2", "yes", "y", "no").hint == "1, 2, yes, no, or -"
    assert [OneOf("yes")(one) for one in ("YES", "-", "x")] == [True, True, False]
