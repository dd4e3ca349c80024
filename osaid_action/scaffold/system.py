# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the system is called, who makes it, where it lives and what it is."""

import posixpath
import re
from collections.abc import Iterator
from itertools import islice

from osaid_action.evidence.front_matter import yaml_mapping
from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.found import Found, claim, first_claim, guess
from osaid_action.scaffold.origin import owner_of, public_address, resembles
from osaid_action.scaffold.packages import Package
from osaid_action.scaffold.readme import Markdown, name_in, plain

_LONGEST = 300
_MOST_WORDS = 4
_OF_REPOSITORIES = frozenset(
    (
        "code",
        "train",
        "training",
        "pretrain",
        "pretraining",
        "finetune",
        "inference",
        "eval",
        "repo",
        "scripts",
    )
)
_MOST_SENTENCES = 20
_VERBS = (
    r"(?:is an?|is the|provides?|produces?|contains?|serves?|implements?|introduces?|presents?"
    r"|hosts?|offers?|enables?)"
)
_IS = re.compile(rf".{{0,60}}?\b{_VERBS}\b")
_THING = r"(?:repository|repo|codebase|library|framework|toolkit|package|implementation|code)"
_HERE = re.compile(
    rf"(?i)(?:this|the) (?:official )?{_THING}\b.{{0,60}}"
    rf"\b(?:{_VERBS}|supports|accompanies|holds|makes|is for|is about)\b"
    rf"|we (?:present|introduce)\b|we (?:release|provide) (?:\w+ ){{0,3}}{_THING}\b"
    rf"|[^.]{{0,80}}\b{_THING} (?:for|of|to)\b"
)
"""Sentences that say what is here: “This repository …”, “The simplest library for …”."""
_OF_ITS_STATE = re.compile(
    r"(?i)\b(?:was|were|is|are|has been|have been)\s+(?:\w+\s+)?(?:tested|licensed|released under"
    r"|maintained|archived|deprecated|outdated|written by|developed by|forked|borrowed|adapted)\b"
    r"|\bwe (?:may|might|will|plan|are (?:planning|working|considering))\b"
    r"|\b(?:will|should) (?:run|work)\b|\bruns? (?:on|with)\b|\brequires\b|\bby default\b"
    r"|\bnow (?:released|available|supported|open)"
    r"|\b(?:wechat|discord|slack|twitter|click|check out|please|join (?:us|our))\b"
)
"""Sentences that say how it is with it, and not what it is."""
_NEWS = re.compile(r"(?i)(?:updates?|news|notes?|warning|important|deprecated)\b")
"""How a paragraph begins that tells of a change, and not of what it is."""
_ELSEWHERE = re.compile(
    r"(?i)(?:\w+ )?(?:contribut\w*|install\w*|set ?up|requirements|prerequisites|licen[cs]e\w*"
    r"|acknowledge?ments?|credits|citation|citing|bibtex|usage|quick ?start|getting started|faq"
    r"|news|updates|change ?log|guidelines|community|support|pre-?trained models?|model zoo"
    r"|checkpoints|downloads?|train(?:ing)?|evaluat\w*|inference|data|datasets?|results"
    r"|benchmarks?|examples?|demos?|fine-?tuning|deployment|release notes|known issues"
    r"|future(?: \w+)?"
    r"|road ?map|to-?do|plans?|what'?s next|limitations?|caveats|disclaimers?|warnings?)\b"
)
"""Headings of parts that do not say what a system is."""
_A_ROW = 2  # bars in a row of links
_LEAST_WORDS = 2
_TO_DO = re.compile(r"(?i)(?:to [a-z]+ |first |see |then |follow |read (?:this|it|more|the|in) )")
"""How sentences begin that tell what to do."""
_TO_BE_DONE = re.compile(r"(?i)(?:a (?:short )?|add (?:a |your )?)?description\b|todo\b")
"""A description that a template left to be written."""
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
        "system.description": first_claim(
            _descriptions(checkout, readme, package, names[0].location)
        ),
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
    """A heading is sure, but where it reads like a title of a paper or a name of a repository."""
    title = readme.title()
    own = posixpath.basename(home) or folder
    if title and not _is_mail(title.text):
        is_sure = len(title.text.split()) <= _MOST_WORDS and not _is_repository(title.text, own)
        yield (claim if is_sure else guess)(title.text, f"{checkout.readme}:{title.number}")
    if not title:
        for line in islice(readme.second_headings(), 1):
            if (name := name_in(line.text)) and resembles(name, own):
                yield guess(name, f"{checkout.readme}:{line.number}")
    if named := citation.text("title"):
        is_sure = len(named.split()) <= _MOST_WORDS
        yield (claim if is_sure else guess)(named[:_LONGEST], citation.seen("title"))
    if home:
        yield guess(posixpath.basename(home), "the name of the repository")
    bare = plain(folder)
    yield guess(bare if bare and bare.isprintable() else "unnamed", "the name of the folder")


def _is_repository(name: str, own: str) -> bool:
    """Whether a name is the repository's and says that it holds code: `x-train`, `x-code`."""
    words = {*re.split(r"[\s_-]+", name.lower())}
    return name.lower() == own.lower() and bool(words & _OF_REPOSITORIES)


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


def _descriptions(
    checkout: Checkout, readme: Markdown, package: Package, name: str
) -> Iterator[Found]:
    """A sentence of the README that says what this is; else what the package says of itself."""
    title = readme.title()
    start = title.number if title else 0
    first = list(islice(readme.sentences(start), _MOST_SENTENCES))
    news = {said.number for said in first if _NEWS.match(said.text)} | readme.listed()
    every = [
        said
        for said in first
        if said.number not in news
        and _may_tell(said.text)
        and not _ELSEWHERE.fullmatch(readme.section(said.number))
    ]
    for said in every:
        if _tells(said.text, name):
            yield claim(said.text, f"{checkout.readme}:{said.number}")
    text, seen = package.description()
    is_told = len(text.split()) > _LEAST_WORDS and not _TO_BE_DONE.match(text)
    if is_told and not _is_mail(text):
        yield claim(plain(text)[:_LONGEST], seen)
    opening = readme.section(start + 1)
    for said in [one for one in every if readme.section(one.number) == opening][:1]:
        yield guess(said.text, f"{checkout.readme}:{said.number}")


def _may_tell(sentence: str) -> bool:
    """Whether a sentence is whole, and about what it is."""
    is_whole = not sentence.endswith(":") and not _is_mail(sentence)
    is_whole = is_whole and sentence.count(" | ") < _A_ROW and not _TO_DO.match(sentence)
    return is_whole and not _OF_ITS_STATE.search(sentence)


def _tells(sentence: str, name: str) -> bool:
    """Whether a sentence says what the system, or this repository, is or does."""
    bare = sentence.lower().removeprefix("the ")
    if bare.startswith(name.lower()):
        return _IS.match(bare[len(name) :]) is not None
    return _HERE.match(sentence) is not None


def _is_mail(text: str) -> bool:
    return "@" in text
