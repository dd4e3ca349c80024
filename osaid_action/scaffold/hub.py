# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Addresses and ids of Hugging Face in a text: models and data sets, and no other pages."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from osaid_action.scaffold.checkout import Line

HUB = "https://huggingface.co/"
_ID = r"[A-Za-z0-9][\w.-]{0,95}"
_MODEL = re.compile(
    rf"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/({_ID})/({_ID})([^\s\"'<>)\]`]*)", re.ASCII
)
_DATA = re.compile(
    rf"https?://(?:www\.)?(?:huggingface\.co|hf\.co)/datasets/({_ID}(?:/{_ID})?)([^\s\"'<>)\]`]*)",
    re.ASCII,
)
_NO_OWNERS = frozenset(
    ("api", "blog", "buckets", "chat", "collections", "datasets", "docs", "enterprise", "join",
     "kernels", "learn", "models", "new", "organizations", "papers", "posts", "pricing", "search",
     "settings", "spaces", "tasks", "front")
)  # fmt: skip
_NO_PLACES = _NO_OWNERS | frozenset(
    ("data", "dataset", "model", "checkpoint", "checkpoints", "ckpt", "ckpts", "weights", "output",
     "outputs", "path", "pretrained", "results", "logs", "configs", "config", "src", "scripts")
)  # fmt: skip
"""Folders of a machine that read like owners."""
_FILE = re.compile(
    r"\.(?:zip|tar|t?gz|bz2|zst|jsonl?|csv|tsv|txt|parquet|ya?ml|py|sh|np[yz]|pkl|bin|pth?|ckpt|h5"
    r"|gguf|onnx|safetensors)$",
    re.IGNORECASE,
)
_OF_DATA = re.compile(r"repo_type\s*=\s*[\"']dataset[\"']")
_PLACEHOLDER = re.compile(r"xxx", re.IGNORECASE)
_LOADED = re.compile(rf"from_pretrained\(\s*[\"']({_ID}/{_ID})[\"']", re.ASCII)
_FILES = ("/resolve/", "/raw/", "/blob/")
_NOT_THE_MODEL = ("/discussions", "/raw/", "{", "$", "%")
_PICTURES = frozenset({"huggingface/badges", "huggingface/documentation-images"})


class Named(NamedTuple):
    """An id on the Hub, and the line that names it."""

    id: str
    line: int


def models_linked(lines: Iterable[Line]) -> Iterator[Named]:
    """The models that a text links."""
    for line in lines:
        for owner, name, rest in _MODEL.findall(line.text):
            is_whole = not name.endswith("-") and not rest.startswith(_NOT_THE_MODEL)
            if owner.lower() not in _NO_OWNERS and is_whole:
                yield Named(f"{owner}/{name.rstrip('.')}", line.number)


def models_loaded(lines: Iterable[Line]) -> Iterator[Named]:
    """The models that the code in a text loads; the id may stand on the next line."""
    before = ""
    for line in lines:
        for id_ in _LOADED.findall(before + line.text):
            yield Named(id_, line.number)
        before = f"{line.text.strip()} " if line.text.rstrip().endswith("from_pretrained(") else ""


def models_named(lines: Iterable[Line], owner: str) -> Iterator[Named]:
    """What a text names in quotes as a thing of an owner's, where no data set is fetched by it."""
    if not owner:
        return
    pattern = re.compile(rf"[\"'`]({re.escape(owner)}/{_ID})[\"'`]", re.ASCII)
    every = list(lines)
    for at, line in enumerate(every):
        around = every[max(at - 1, 0) : at + 3]
        for id_ in pattern.findall(line.text):
            is_data = any(_OF_DATA.search(one.text) for one in around)
            if not is_data and not _PLACEHOLDER.search(id_):
                yield Named(id_, line.number)


def data_linked(lines: Iterable[Line]) -> Iterator[Named]:
    """The data sets that a text links; pictures that are kept in one aside."""
    for line in lines:
        for id_, rest in _DATA.findall(line.text):
            name = id_.rstrip(".")
            if name.lower() not in _PICTURES and not rest.startswith(_FILES):
                yield Named(name, line.number)


def is_id(text: str) -> bool:
    """Whether a text is an id of the Hub, its owner included, and no path of a machine."""
    is_formed = re.fullmatch(rf"{_ID}/{_ID}", text, re.ASCII) is not None and ".." not in text
    is_path = text.partition("/")[0].lower() in _NO_PLACES or _FILE.search(text)
    return is_formed and not is_path
