# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The few questions that decide freedoms: an answer makes a claim, none leaves a guess as it is."""

from collections.abc import Callable, Iterator
from typing import Protocol

from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.scaffold.found import Found, claim
from osaid_action.scaffold.survey import Survey, claims, value, weights_place

OPEN = "-"
"""The answer that leaves a question open."""
_MOST = 8
_SAID = "said at the terminal"
_RELATIONS = ("finetune", "adapter", "merge", "quantized", "included", "teacher")
_CLASSES = ("open", "public", "obtainable", "unshareable")


class Ask(Protocol):
    """Asks somebody, until the answer is one that is accepted; an empty one is the default."""

    def __call__(self, words: str, default: str, accepts: Callable[[str], bool]) -> str:
        """The answer."""


def answered(found: Survey, ask: Ask) -> Survey:
    """The survey with what was answered; nothing is changed in the one that is given."""
    done = dict(found)
    for step in (_name, _producer, _weights, _license, _sources, _parents):
        done.update(step(done, ask))
    return done


def _name(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """Only an answer that differs is taken: the name has its own evidence."""
    given = value(found, "system.name")
    said = ask("What is the system called?", given, lambda text: text != OPEN)
    if said != given:
        yield "system.name", (claim(said, _SAID),)


def _producer(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    given = found.get("system.producer", ())
    if given and given[0].is_claim:
        return
    said = ask("Who makes it?", value(found, "system.producer") or OPEN, bool)
    if said != OPEN:
        yield "system.producer", (claim(said, _SAID),)


def _weights(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    """Which of several models is declared."""
    place = weights_place(found)
    if not place or place[0].is_claim:
        return
    offered = place[:_MOST]
    listed = "\n".join(f"  {number} {one.location}" for number, one in enumerate(offered, 1))
    numbers = [str(number) for number in range(1, len(offered) + 1)]
    words = f"Which of these are the weights of this system?\n{listed}\nA number, or - for none"
    said = ask(words, OPEN, lambda text: text in (OPEN, *numbers))
    if said != OPEN:
        chosen = offered[int(said) - 1]
        yield "weights.linked", (claim(chosen.value, f"{chosen.seen}; {_SAID}"),)


def _license(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    is_there = any(one.is_claim for one in weights_place(found))
    if not is_there or claims(found, "weights.license"):
        return
    default = value(found, "weights.license") or OPEN
    said = ask("Under which license are the weights?", default, _is_license)
    if said != OPEN:
        yield "weights.license", (claim(said, _SAID),)


def _is_license(text: str) -> bool:
    if text == OPEN:
        return True
    try:
        terms(text)
    except ExpressionError:
        return False
    return True


def _sources(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    words = "Was it trained on {}? open, public, obtainable or unshareable; - for no"
    yield (
        "data.sources",
        tuple(_each(found.get("data.sources", ()), words, "availability", _CLASSES, ask)),
    )


def _parents(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    words = f"Is it made from {{}}? {', '.join(_RELATIONS)}; - for no"
    yield "built_on", tuple(_each(found.get("built_on", ()), words, "relation", _RELATIONS, ask))


def _each(
    every: tuple[Found, ...], words: str, key: str, known: tuple[str, ...], ask: Ask
) -> Iterator[Found]:
    """The guesses of a list one by one; what is answered becomes the value of a key."""
    for at, one in enumerate(every):
        if one.is_claim or at >= _MOST or not isinstance(one.value, dict):
            yield one
            continue
        said = ask(words.format(one.value["name"]), OPEN, lambda text: text in (OPEN, *known))
        yield one if said == OPEN else claim({**one.value, key: said}, f"{one.seen}; {_SAID}")
