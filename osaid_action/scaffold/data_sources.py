# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which data sets are named where training data would be; what for is always a question."""

import posixpath
import re
from collections.abc import Iterator

from osaid_action.scaffold.checkout import NOTEBOOK, Checkout, Line
from osaid_action.scaffold.documents import is_model_card
from osaid_action.scaffold.found import Found, guess, unique
from osaid_action.scaffold.hub import HUB, data_linked, is_id
from osaid_action.scaffold.readme import plain

_MOST = 20
_MOST_FILES = 60
_REPO_ID = re.compile(r"repo_id\s*=\s*[\"']([\w.-]{1,96}/[\w.-]{1,96})[\"']", re.ASCII)
_IS_DATA = re.compile(r"repo_type\s*=\s*[\"']dataset[\"']")
_ARGUMENT = re.compile(
    r"--?(?:data_path|dataset|dataset_name|train_data|data)[ =][\"']?"
    r"([\w.-]{1,96}/[\w.-]{1,96})[\"'\s]",
    re.ASCII,
)
_FILE = re.compile(
    r"--?(?:data_path|train_file|train_data|train_path|dataset)[ =][\"']?"
    r"([\w./-]{1,200}\.(?:jsonl?|csv|tsv|txt|parquet))\b"
)
_FOR_SHOW = re.compile(r"(?i)dummy|demo|sample|toy|example")
_EVALUATION = re.compile(
    r"(?i)\b(?:evaluat\w*|benchmarks?|leaderboards?|results)\b|\u8bc4\u6d4b|\u8bc4\u4f30|\u8a55\u4fa1"
)
"""Words of a heading on evaluation: English, Chinese, Japanese."""
_DEFAULT = re.compile(
    r"\bdata_path\s*:\s*str\s*=\s*[\"']([\w.-]{1,96}/[\w.-]{1,96})[\"']", re.ASCII
)
_LOADED = re.compile(r"load_dataset\(\s*[\"']([\w.-]{1,96}(?:/[\w.-]{1,96})?)[\"']", re.ASCII)
_FETCHED = re.compile(
    r"[\"'](https://[^\s\"'{}<>]{5,300}\.(?:txt|jsonl?|csv|parquet|zip|tar|gz|zst|bz2|tgz))[\"']"
)
_ARCHIVE = re.compile(r"\((https://[^\s()<>]{5,300}\.(?:tar|gz|zst|bz2|tgz|zip|parquet|jsonl))\)")
_OF_MODELS = re.compile(
    r"(?i)(?:^|[/_.-])(?:models?|weights|checkpoints?|pretrained|vae|encoder|tokenizer)(?:[/_.-]|$)"
    r"|[^/]/(?:examples?|demos?)/"
)
"""The words of an address of weights or of examples, where archives of data may lie as well."""
_OF_A_MACHINE = re.compile(
    r"(?i)(?:windows|ubuntu|macos|linux|darwin|win(?:32|64)|x86_64|vulkan|cuda)"
    r"|(?:vocab|config|tokenizer|stats)\w*\.json$"
)
"""The words of an address of a program for a machine, or of a model's files."""
_FILE_OF_DATA = re.compile(r"\.(?:txt|jsonl?|csv|tsv|parquet|arrow|zip|tar|gz|zst|bz2|tgz)$")
_SPLIT = re.compile(r"(?i)(?:^|[_.-])(?:val|valid|validation|dev|test|testset|test_?set)(?=[_.-])")
_LINES_APART = 3
_HEADING = re.compile(r"(?i)\btraining (?:data|datasets?)\b|^#+\s*data(?:sets?)?\s*$")
_TRAINED_ON = re.compile(r"(?i)\b(?:(?:pre-?)?train(?:ed|ing)?|steps)\b[^.;]*\bon\b[^.;]*$")
_REACH = 160
_LINK = re.compile(r"\[([^\[\]]{1,80})\]\((https://[^\s()<>]{5,300})\)")
_NO_DATA = re.compile(
    r"(?i)arxiv\.org|docs\.google\.com/document|\bdoi\.org|(?:bio|med)rxiv\.org|licen[cs]e|creativecommons|github\.com|huggingface\.co|img\.shields|/publications?/|\.(?:png|jpe?g|gif|svg)$|discord|twitter|wandb"
)
_MACHINE = re.compile(r"(?i)\b(?:[gt]pus?|formats?|cluster|supercomputer|cloud|aws|[avh]100)\b")
"""What it was trained on, and is no data."""
_NO_NAME = re.compile(
    r"(?i)(?:(?:from )?here|this(?: link)?|links?|papers?|(?:the |our )?data(?:sets?)?|downloads?"
    r"|websites?|pages?)"
)
"""Words of a link that name nothing."""
_READERS = frozenset(
    {"json", "csv", "text", "parquet", "arrow", "imagefolder", "audiofolder", "webdataset"}
)
"""What `load_dataset` takes for files on the disk."""


def find_data_sources(
    checkout: Checkout, training: tuple[Found, ...], processing: tuple[Found, ...]
) -> dict[str, tuple[Found, ...]]:
    """What is found for ``data.sources``: guesses alone, as role and class are not known."""
    scripts = list(_files(checkout, [one.location for one in (*training, *processing)]))
    found = [*_in_readme(checkout), *_in_scripts(checkout, scripts), *_said(checkout)]
    every = [one for one in unique(found) if not _is_of_evaluation(one.location)]
    return {"data.sources": _whole(every)[:_MOST]}


def _is_of_evaluation(address: str) -> bool:
    """Whether the name of a file calls it the part of a data set that tests or validates."""
    name = posixpath.basename(address)
    return _FILE_OF_DATA.search(name) is not None and _SPLIT.search(name) is not None


def _whole(found: list[Found]) -> tuple[Found, ...]:
    """Data sets of the Hub whole: without their files, where the data set itself is named."""
    sets = [f"{one.location}/" for one in found if one.location.startswith(f"{HUB}datasets/")]
    sets = [one for one in sets if not _FILE_OF_DATA.search(one.rstrip("/"))]
    return tuple(one for one in found if not one.location.startswith(tuple(sets)))


def _files(checkout: Checkout, places: list[str]) -> Iterator[str]:
    """Scripts, and of folders the first of those in them."""
    for place in places:
        yield from checkout.below(place[:-1])[:_MOST_FILES] if place.endswith("/") else [place]


def source(location: str, name: str = "") -> dict[str, str]:
    """A data set as the declaration has it; its availability is for the owner to say."""
    bare = location.rstrip("/").removesuffix("/index.html")
    return {
        "name": name if name and not _NO_NAME.fullmatch(name) else bare.rpartition("/")[2],
        "availability": "public",
        "location": location,
    }


def on_hub(id_: str) -> dict[str, str]:
    """A data set of the Hub."""
    return source(f"{HUB}datasets/{id_}", id_)


def _in_readme(checkout: Checkout) -> Iterator[Found]:
    path = checkout.readme
    lines = checkout.lines(path)
    for one in data_linked(list(_not_of_evaluation(lines))):
        yield guess(on_hub(one.id), f"{path}:{one.line}")
    for at, line in enumerate(lines):
        around = " ".join(one.text for one in lines[at : at + _LINES_APART])
        if (found := _REPO_ID.search(line.text)) and _IS_DATA.search(around):
            yield guess(on_hub(found[1]), f"{path}:{line.number}")
        for file in _FILE.findall(line.text):
            inside = posixpath.normpath(file)
            if inside in checkout.known and not _FOR_SHOW.search(inside):
                yield guess(source(inside), f"{path}:{line.number}")
        for id_ in _ARGUMENT.findall(f"{line.text} "):
            if is_id(id_) and id_ not in checkout.known and not id_.startswith("."):
                yield guess(on_hub(id_), f"{path}:{line.number}")
        for url in _ARCHIVE.findall(line.text):
            if _OF_MODELS.search(url) or _OF_A_MACHINE.search(url):
                continue
            yield guess(source(url), f"{path}:{line.number}")


def _not_of_evaluation(lines: list[Line]) -> Iterator[Line]:
    """The lines of a text without those below a heading on evaluation, or below one of its own."""
    left_out = 0  # the level of that heading
    for line in lines:
        found = re.match(r"(#{1,6})\s", line.text)
        if found and (not left_out or len(found[1]) <= left_out):
            left_out = len(found[1]) if _EVALUATION.search(line.text) else 0
        if not left_out:
            yield line


def _said(checkout: Checkout) -> Iterator[Found]:
    """Links that a line calls what it was trained on, and those below a heading of such data."""
    cards = [one for one in checkout.own if is_model_card(one)]
    for path in [one for one in [checkout.readme, *cards] if one]:
        is_below = False
        for line in checkout.lines(path):
            if line.text.lstrip().startswith("#"):
                is_below = _HEADING.search(line.text) is not None
            for found in _LINK.finditer(line.text):
                words, url = found.groups()
                before = line.text[max(found.start() - _REACH, 0) : found.start()]
                said = _TRAINED_ON.search(before.rpartition("|")[2])  # in the same cell of a table
                of_data = is_below or "/datasets/" in url or said
                if of_data and not (_NO_DATA.search(url) or _MACHINE.search(words)):
                    yield guess(source(url, plain(words)), f"{path}:{line.number}")


def _in_scripts(checkout: Checkout, scripts: list[str]) -> Iterator[Found]:
    for path in scripts:
        for line in checkout.lines(path) if path.endswith((".py", NOTEBOOK)) else ():
            for id_ in [*_DEFAULT.findall(line.text), *_LOADED.findall(line.text)]:
                if id_ not in _READERS and not id_.endswith(".py"):
                    yield guess(on_hub(id_), f"{path}:{line.number}")
            for url in _FETCHED.findall(line.text):
                if _OF_MODELS.search(url) or _OF_A_MACHINE.search(url):
                    continue
                yield guess(source(url), f"{path}:{line.number}")
