# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What model cards and adapter files name that a declaration leaves out: bases and data sets."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from osaid_action.definition.relations import TEACHER
from osaid_action.definition.rules.evidence import CARD_NAMES_BASE, CARD_NAMES_DATA
from osaid_action.evidence.front_matter import WEIGHT, front_matter
from osaid_action.evidence.license_metadata import nearest_file
from osaid_action.evidence.measured_tree import MeasuredTree, parsed
from osaid_action.evidence.observation import FOUND, Evidence, Observation
from osaid_action.evidence.paths import Paths, folder_of
from osaid_action.evidence.structure import read_json
from osaid_action.findings import Diagnostic
from osaid_action.model import Declaration, is_path
from osaid_action.repository.tree import ResolvedPath, Tree
from osaid_action.text import shorten

_KEYS = ("base_model", "datasets")
ADAPTER_FILE = "adapter_config.json"
_MAX_BYTES = 256 * 1024
_NOTHING = {"", "no", "none", "null", "~", "false", "off", "n", "yes", "true", "on", "y"}
"""What other readers of YAML take for no text."""
_MOST = 200  # names in one card
_WHOLLY = 2  # a name is that of another where it is no less than half of it


class Named(NamedTuple):
    """Something that a file names, and where."""

    file: str
    line: int
    name: str

    @property
    def place(self) -> str:
        """The file and the line."""
        return f"{self.file}:{self.line}" if self.line else self.file


def declared_cards(declaration: Declaration, paths: Paths) -> list[ResolvedPath]:
    """What the paths lead to that are declared to be cards of the model."""
    named = declaration.components["documents.model_card"].parts
    return [paths.resolved(one.location) for one in named if is_path(one.location)]


def left_out(declaration: Declaration, paths: Paths) -> Evidence:
    """What cards and adapter files name that the declaration lacks, by the place that lacks it."""
    tree, root = paths.tree, paths.root
    folders = [root]
    for part in declaration.components["parameters.weights"].parts:
        resolved = paths.resolved(part.location) if is_path(part.location) else None
        if part.location and resolved and resolved.kind in ("file", "folder"):
            folders.append(folder_of(resolved))
    cards = [nearest_file(tree, root, ("README.md",))]
    cards += [posixpath.join(folder, "README.md") for folder in folders[1:]]
    cards += [one.path for one in declared_cards(declaration, paths)]
    files = [one for one in dict.fromkeys(cards) if one and tree.kind(one) == "file"]
    cards_read = [_read_once(tree, file) for file in files]
    bases = [one for base, _ in cards_read for one in base]
    data = [one for _, named_data in cards_read for one in named_data]
    adapters = [one for folder in dict.fromkeys(folders) if (one := _adapted(tree, folder))]
    found = {
        ("built_on",): _bases_left_out(bases, adapters, declaration),
        ("data", "sources"): _data_left_out(data, declaration),
    }
    return {path: shown for path, shown in found.items() if shown}


def _read_once(tree: MeasuredTree, path: str) -> tuple[tuple[Named, ...], tuple[Named, ...]]:
    """The bases and the data sets that a card names; each card is read once in a run."""

    def read() -> tuple[tuple[Named, ...], tuple[Named, ...]]:
        text = _text(tree, path)
        fields = front_matter(text)
        bases, data = (tuple(_named(text, path, fields.get(key))) for key in _KEYS)
        return bases, data

    return tree.once(("card", path), read)


def _named(text: str, path: str, value: object) -> Iterator[Named]:
    """What the front matter of a card names under a key: one text, or a list of them."""
    for one in (value if isinstance(value, list) else [value])[:_MOST]:
        if isinstance(one, str) and one.strip().lower() not in _NOTHING:
            yield Named(path, _line_of(text, one), one.strip())


def _adapted(tree: Tree, folder: str) -> Named | None:
    """What an adapter file in a folder says that it adapts; None without such a file."""
    path = posixpath.join(folder, ADAPTER_FILE)
    if ADAPTER_FILE not in tree.files(folder) or tree.kind(path) != "file":
        return None
    try:
        data = read_json(_text(tree, path).encode())
    except ValueError:
        data = {}
    base = data.get("base_model_name_or_path") if isinstance(data, dict) else ""
    return Named(path, 0, base if isinstance(base, str) else "")


def _bases_left_out(
    cards: Iterable[Named], adapters: Iterable[Named], declaration: Declaration
) -> Observation | None:
    """That `built_on` lacks a model which a card names, or calls it otherwise than the files."""
    found = [*_lacking(cards, declaration), *_not_adapters(adapters, declaration)]
    return Observation(FOUND, diagnostics=tuple(dict.fromkeys(found))) if found else None


def _lacking(cards: Iterable[Named], declaration: Declaration) -> Iterator[Diagnostic]:
    where = ("built_on",) if declaration.built_on else ("system",)
    own = (declaration.system.name, declaration.system.repository)
    weights = (part.location for part in declaration.components["parameters.weights"].parts)
    for card in cards:
        if is_same(card.name, [*own, *weights]):
            continue
        relations = {
            one.relation
            for one in declaration.built_on
            if is_same(card.name, (one.name, one.location))
        }
        if not relations - {TEACHER}:
            as_what = "only as a teacher" if relations else "nowhere"
            message = (
                f"{card.place} names {shorten(card.name)} as the base model, and `built_on` has it "
                f"{as_what}"
            )
            yield CARD_NAMES_BASE.at(where, message)


def _not_adapters(adapters: Iterable[Named], declaration: Declaration) -> Iterator[Diagnostic]:
    where = ("built_on",) if declaration.built_on else ("system",)
    if any(one.relation == "adapter" for one in declaration.built_on):
        return
    for file in adapters:
        of_what = f" of {shorten(file.name)}" if file.name else ""
        message = f"{file.place} is that of an adapter{of_what}, and `built_on` has no `adapter`"
        yield CARD_NAMES_BASE.at(where, message, "name the model that it adapts, as `adapter`")


def _data_left_out(cards: Iterable[Named], declaration: Declaration) -> Observation | None:
    """That the list of data lacks a data set which a card names."""
    if declaration.sources.state == "not_applicable":
        return None
    found = [
        CARD_NAMES_DATA.at(
            ("data", "sources") if declaration.source_list else ("system",),
            f"{card.place} names the data set {shorten(card.name)}, and `data.sources` lacks it",
        )
        for card in cards
        if not any(is_same(card.name, (s.name, s.location)) for s in declaration.source_list)
    ]
    return Observation(FOUND, diagnostics=tuple(dict.fromkeys(found))) if found else None


def is_same(identity: str, names: Iterable[str]) -> bool:
    """Whether an id such as ``owner/name`` is meant by one of the names or locations."""
    wanted = _bare(identity)
    return bool(wanted) and any(_is_like(wanted, _bare(name)) for name in names)


def _is_like(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return bool(short) and short in long and _WHOLLY * len(short) >= len(long)


def _bare(name: str) -> str:
    """The last step of an id or a location, its letters and figures alone."""
    plain = name.partition("?")[0].partition("#")[0].partition("/tree/")[0].rstrip("/")
    return "".join(one for one in plain.rpartition("/")[2].casefold() if one.isalnum())


def _text(tree: Tree, path: str) -> str:
    try:
        return parsed(tree, path, _MAX_BYTES, WEIGHT).decode("utf-8", "replace")
    except OSError:
        return ""


def _line_of(text: str, wanted: str) -> int:
    whole = re.compile(rf"(?m)^[^\n]{{0,200}}{re.escape(wanted)}")
    found = whole.search(text)
    return text.count("\n", 0, found.end()) + 1 if found else 1
