# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The few questions that decide freedoms: an answer makes a claim, none leaves a guess as it is."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.scaffold.found import Found, claim
from osaid_action.scaffold.survey import Survey, claims, value, weights_place

OPEN = "-"
"""The answer that leaves a question open."""
_MOST = 8
_SAID = "said at the terminal"
_YESES, _NOES = ("yes", "y"), ("no", "n")
_LEAVES = "- leaves it open"


class _About(NamedTuple):
    """What is asked of each entry of a list."""

    question: str
    how: str  # asked of who says yes
    key: str  # whose value the answer is
    known: tuple[str, ...]


_DATA = _About(
    "Was it trained on {}?",
    "How can others have it? open is for a free license, public for what can be seen where it is;",
    "availability",
    ("open", "public", "obtainable", "unshareable"),
)
_MODEL = _About(
    "Is it made from {}?",
    "In which way?",
    "relation",
    ("finetune", "adapter", "merge", "quantized", "included", "teacher"),
)


class OneOf:
    """Answers that are accepted, in any case; what may be typed is told to who types another."""

    def __init__(self, *known: str) -> None:
        self.known = frozenset((OPEN, *known))
        self.hint = f"{', '.join(one for one in known if len(one) > 1 or one.isdigit())}, or {OPEN}"

    def __call__(self, text: str) -> bool:
        """Whether an answer is accepted."""
        return text.lower() in self.known


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
    words = f"Which of these are the weights of this system?\n{listed}\nA number, or no for none"
    said = ask(f"{words}; {_LEAVES}", OPEN, OneOf(*numbers, *_NOES)).lower()
    if said in _NOES:
        yield from (("weights.linked", ()), ("weights.here", ()))
    elif said != OPEN:
        chosen = offered[int(said) - 1]
        yield "weights.linked", (claim(chosen.value, f"{chosen.seen}; {_SAID}"),)


def _license(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    is_there = any(one.is_claim for one in weights_place(found))
    if not is_there or claims(found, "weights.license"):
        return
    default = value(found, "weights.license") or OPEN
    said = ask("Under which license are the weights?", default, _License())
    if said != OPEN:
        yield "weights.license", (claim(said, _SAID),)


class _License:
    """A license that is known, or a name for terms of one's own."""

    hint = "an SPDX id such as Apache-2.0 or CC-BY-4.0, or -"

    def __call__(self, text: str) -> bool:
        """Whether an answer is accepted."""
        if text == OPEN:
            return True
        try:
            terms(text)
        except ExpressionError:
            return False
        return True


def _sources(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    kept = _each(found.get("data.sources", ()), _DATA, ask)
    yield "data.sources", tuple(_with_license(one, ask) for one in kept)


def _with_license(one: Found, ask: Ask) -> Found:
    """Data that is called open needs its license to count so."""
    value = one.value
    if not one.is_claim or not isinstance(value, dict) or value.get("availability") != "open":
        return one
    if value.get("license"):
        return one
    said = ask(f"Under which license is {value['name']}?", OPEN, _License())
    return one if said == OPEN else claim({**value, "license": said}, one.seen)


def _parents(found: Survey, ask: Ask) -> Iterator[tuple[str, tuple[Found, ...]]]:
    yield "built_on", tuple(_each(found.get("built_on", ()), _MODEL, ask))


def _each(every: tuple[Found, ...], about: _About, ask: Ask) -> Iterator[Found]:
    """The guesses of a list one by one: one that is denied is dropped, an answer is a claim."""
    for at, one in enumerate(every):
        if one.is_claim or at >= _MOST or not isinstance(one.value, dict):
            yield one
            continue
        words = f"{about.question.format(one.value['name'])} yes, no, {', '.join(about.known)}"
        said = ask(f"{words}; {_LEAVES}", OPEN, OneOf(*_YESES, *_NOES, *about.known)).lower()
        if said in _YESES:
            words = f"{about.how} {', '.join(about.known)}"
            said = ask(words, one.value[about.key], OneOf(*about.known)).lower()
        if said == OPEN:
            yield one
        elif said not in _NOES:
            yield claim({**one.value, about.key: said}, f"{one.seen}; {_SAID}")
