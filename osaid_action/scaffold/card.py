# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the front matter of model cards says, as it really is; it speaks of the weights alone."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.evidence.front_matter import front_matter
from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.data_sources import on_hub
from osaid_action.scaffold.documents import is_model_card
from osaid_action.scaffold.found import Found, as_guesses, claim, guess, unique
from osaid_action.scaffold.inference import package
from osaid_action.scaffold.licenses import BARE_GPL, known_license
from osaid_action.scaffold.lineage import is_name, parent
from osaid_action.scaffold.readme import plain

_RELATIONS = {
    "finetune": "finetune",
    "adapter": "adapter",
    "merge": "merge",
    "quantized": "quantized",
}
_NO_ANSWER = frozenset({"other", "unknown", "none", "null", "no", ""})
_MOST = 40
_LONGEST = 60
_GATES = (
    "extra_gated_prompt",
    "extra_gated_fields",
    "extra_gated_button_content",
    "extra_gated_heading",
    "extra_gated_description",
)


def find_in_cards(checkout: Checkout) -> dict[str, tuple[Found, ...]]:
    """What is found in front matter; where several cards have some, nothing of it is sure."""
    cards = [one for path in _cards(checkout) if (one := Card(checkout, path)).fields]
    found: dict[str, list[Found]] = {}
    for card in cards:
        for key, values in card.found().items():
            found.setdefault(key, []).extend(values)
    joined = {key: unique(values) for key, values in found.items()}
    return joined if len(cards) < 2 else {key: as_guesses(one) for key, one in joined.items()}


def _cards(checkout: Checkout) -> Iterator[str]:
    if checkout.readme:
        yield checkout.readme
    yield from [path for path in checkout.own if is_model_card(path)][:_MOST]


class Card:
    """The front matter of one card."""

    def __init__(self, checkout: Checkout, path: str) -> None:
        self.checkout, self.path = checkout, path
        self.fields = front_matter(checkout.text(path))

    def seen(self, key: str, word: str = "") -> str:
        """Where a key, or a word below it, stands."""
        start = self.checkout.line_of(self.path, rf"^\s*[\"']?{re.escape(key)}[\"']?\s*:")
        if word:
            lines = self.checkout.lines(self.path)
            start = next(
                (one.number for one in lines if one.number >= start and word in one.text), start
            )
        return f"{self.path}:{start}" if start else self.path

    def texts(self, key: str) -> list[str]:
        """The texts under a key: one, or a list of them; anything else is none."""
        value = self.fields.get(key)
        listed = value if isinstance(value, list) else [value]
        return [one.strip() for one in listed[:_MOST] if isinstance(one, str) and one.strip()]

    def found(self) -> dict[str, list[Found]]:
        """What the card says, by the key it is for."""
        return {
            "system.name": list(self._names()),
            "weights.license": list(self._licenses()),
            "weights.license_file": list(self._license_texts()),
            "weights.access": list(self._access()),
            "data.sources": [
                guess(on_hub(one), self.seen("datasets", one)) for one in self._data()
            ],
            "built_on": list(self._parents()),
            "code.inference": list(self._inference()),
        }

    def _names(self) -> Iterator[Found]:
        index = self.fields.get("model-index")
        for one in index[:1] if isinstance(index, list) else ():
            name = one.get("name") if isinstance(one, dict) else None
            if is_name(name):
                yield guess(plain(str(name)), self.seen("model-index", str(name)))

    def _licenses(self) -> Iterator[Found]:
        """A license that we know; of several, each is a guess."""
        named = [one for one in self.texts("license") if one.lower() not in _NO_ANSWER]
        make = claim if len(named) == 1 else guess
        for one in named:
            if BARE_GPL.fullmatch(one):
                for which in ("only", "or-later"):
                    yield guess(f"{one.upper()}-{which}", self.seen("license", one))
            elif found := _license(one):
                yield make(found, self.seen("license", one))
        if not named:
            for key in ("license_name", "license_link"):
                for one in self.texts(key):
                    if found := _license(one):
                        yield guess(found, self.seen(key))
            yield from self._of_its_own()

    def _of_its_own(self) -> Iterator[Found]:
        """The name of a license that nobody knows: `license: other` with a `license_name`."""
        for one in self.texts("license_name")[:1]:
            slug = re.sub(r"[^A-Za-z0-9.]+", "-", one).strip("-.")
            if slug and slug.lower() not in _NO_ANSWER and not _license(one):
                yield guess(f"LicenseRef-{slug[:_LONGEST]}", self.seen("license_name"))

    def _license_texts(self) -> Iterator[Found]:
        """Where the text of such a license is: an address, or a file beside the card."""
        is_own = any(not one.is_claim for one in self._of_its_own())
        for one in self.texts("license_link") if is_own else ():
            inside = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), one))
            if one.startswith("https://") and " " not in one:
                yield guess(one, self.seen("license_link"))
            elif inside in self.checkout.known:
                yield guess(inside, self.seen("license_link"))

    def _access(self) -> Iterator[Found]:
        for key in _GATES:
            if self.fields.get(key):
                yield claim("gated", self.seen(key))
                return

    def _data(self) -> list[str]:
        return [one for one in self.texts("datasets") if is_name(one) and " " not in one]

    def _parents(self) -> Iterator[Found]:
        relation = self._relation()
        for one in self.texts("base_model"):
            if is_name(one) and one.lower() not in _NO_ANSWER:
                make = claim if relation else guess
                yield make(parent(one, relation or "finetune"), self.seen("base_model", one))

    def _relation(self) -> str:
        """How it is made from its base, where the card says so; else empty."""
        said = [*self.texts("base_model_relation"), *self.texts("tags")]
        if found := next((one for word in said if (one := _RELATIONS.get(word.lower()))), ""):
            return found
        return "adapter" if self.texts("library_name") == ["peft"] else ""

    def _inference(self) -> Iterator[Found]:
        if self.texts("library_name") == ["transformers"]:
            yield package(self.checkout, "transformers", self.seen("library_name"))


def _license(word: str) -> str:
    """The license that a card's word means; a label of no one text is none."""
    return known_license(word) if len(word) <= 100 else ""
