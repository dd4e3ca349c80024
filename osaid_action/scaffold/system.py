# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the system is called, who makes it, where it lives and what it is."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from osaid_action.evidence.front_matter import yaml_mapping
from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.found import Found, claim, first_claim, guess
from osaid_action.scaffold.origin import owner_of, public_address, resembles
from osaid_action.scaffold.packages import Package
from osaid_action.scaffold.readme import Markdown, plain

_LONGEST = 300
_OF_MANY = re.compile(
    r"(?i)\b(?:inc|ltd|llc|gmbh|corp(?:oration)?|company|team|labs?|institute|university|research"
    r"|foundation|group|project|authors|contributors|developers|ai|openai|consortium)\b"
)
"""Words in the names of organizations; who has none of them may be a person, and is not named."""


def find_system(checkout: Checkout, folder: str) -> dict[str, tuple[Found, ...]]:
    """What is found for each key of ``system``; ``folder`` is how the checkout's own is called."""
    readme = Markdown(checkout.lines(checkout.readme))
    package, citation = Package(checkout), _Citation(checkout)
    address = first_claim(_repository(checkout, package, citation))
    home = address[0].location if address else ""
    names = first_claim(_names(checkout, readme, citation, home, folder))
    return {
        "system.name": names,
        "system.producer": first_claim(_producers(citation, package, home)),
        "system.description": first_claim(_descriptions(checkout, readme, package)),
        "system.repository": address,
    }


class _Citation:
    """CITATION.cff (https://citation-file-format.github.io/)."""

    def __init__(self, checkout: Checkout) -> None:
        self.checkout, self.path = checkout, "CITATION.cff"
        self.fields = yaml_mapping(checkout.text(self.path))

    def seen(self, key: str) -> str:
        """Where a key stands."""
        line = self.checkout.line_of(self.path, rf"^\s*(?:-\s+)?{re.escape(key)}\s*:")
        return f"{self.path}:{line}" if line else self.path

    def text(self, key: str) -> str:
        """The text under a key."""
        value = self.fields.get(key)
        return plain(value) if isinstance(value, str) else ""

    def organizations(self) -> Iterator[str]:
        """Authors that have one name only: persons have family names there."""
        authors = self.fields.get("authors")
        for one in authors if isinstance(authors, list) else ():
            name = one.get("name") if isinstance(one, dict) else None
            if isinstance(name, str) and plain(name) and "@" not in name:
                yield plain(name)[:_LONGEST]


def _names(
    checkout: Checkout, readme: Markdown, citation: _Citation, home: str, folder: str
) -> Iterator[Found]:
    title = readme.title()
    if title and not _is_mail(title.text):
        yield claim(title.text, f"{checkout.readme}:{title.number}")
    if named := citation.text("title"):
        yield claim(named[:_LONGEST], citation.seen("title"))
    if home:
        yield claim(posixpath.basename(home), "the name of the repository")
    bare = plain(folder)
    yield claim(bare if bare and bare.isprintable() else "unnamed", "the name of the folder")


def _repository(checkout: Checkout, package: Package, citation: _Citation) -> Iterator[Found]:
    if checkout.remote:
        yield claim(checkout.remote, "git remote")
    for url, seen in package.repositories():
        if address := public_address(url):
            yield claim(address, seen)
    if address := public_address(citation.text("repository-code")):
        yield claim(address, citation.seen("repository-code"))


def _producers(citation: _Citation, package: Package, home: str) -> Iterator[Found]:
    for name in citation.organizations():
        yield claim(name, citation.seen("name"))
    owner = owner_of(home)
    for name, seen in package.authors():
        if not _is_mail(name) and (_OF_MANY.search(name) or (owner and resembles(name, owner))):
            yield guess(plain(name)[:_LONGEST], seen)
    if owner:
        yield guess(owner, "the owner in the address of the repository")


def _descriptions(checkout: Checkout, readme: Markdown, package: Package) -> Iterator[Found]:
    title = readme.title()
    said = readme.first_sentence(title.number if title else 0)
    if said and not _is_mail(said.text):
        yield claim(said.text, f"{checkout.readme}:{said.number}")
    text, seen = package.description()
    if text and not _is_mail(text):
        yield claim(plain(text)[:_LONGEST], seen)


def _is_mail(text: str) -> bool:
    return "@" in text


def mapping(value: object) -> dict[str, Any]:
    """A value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}
