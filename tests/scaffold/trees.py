# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Repositories that are made of a mapping, looked at as `osaid init` looks; and what it writes."""

import re

from osaid_action.check import check
from osaid_action.repository.memory import Memory
from osaid_action.repository.tree import DeclarationFile
from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.licenses import unknown_texts
from osaid_action.scaffold.survey import survey
from osaid_action.scaffold.writer import written
from osaid_action.validation.schema_keys import keys
from osaid_action.validation.yaml_reader import read
from tests.report.heron import Shelf

HOME = "https://github.com/grey-heron/heron"
NETWORK = "import torch.nn as nn\n\n\nclass Heron(nn.Module):\n    pass\n"


class Made(Shelf):
    """A tree of the texts that are given."""

    def __init__(self, files):
        self.contents = {
            path: text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
            for path, text in files.items()
        }
        self.memory = Memory()

    def folders(self, path):
        return [name for name in self.names(path) if name not in self.files(path)]

    def read(self, path, limit):
        if path not in self.contents:
            raise FileNotFoundError(path)
        return self.contents[path][:limit]


def checkout(files, remote=HOME, modules=None):
    """What is looked at."""
    return Checkout(Made(files), "", list(files), modules, remote)


def found(files, remote=HOME, modules=None):
    """All that is found."""
    return survey(checkout(files, remote, modules), "folder")


def locations(every, *, sure):
    """The locations of what is sure, or of what is not."""
    return [one.location for one in every if one.is_claim is sure]


def scaffold(files, remote=HOME):
    """The text that is written."""
    looked = checkout(files, remote)
    return written(survey(looked, "folder"), unknown_texts(looked))


def report_on(text, files):
    """What `osaid check` says of a text beside the files."""
    home = DeclarationFile(Made({**files, "OPEN_AI_SYSTEM.yaml": text}), "OPEN_AI_SYSTEM.yaml", "")
    return check(text.encode(), "OPEN_AI_SYSTEM.yaml", home)


def confirmed(text):
    """The text with every guess taken as right: its lines such as `#key: value` count."""
    head, mark, body = text.partition('open_ai_system: "1.0"\n')
    return head + mark + re.sub(r"(?m)^( *)#(?=[^#\s]|##)", r"\1", body)


def filled(text):
    """The text with every TODO done as it says, by an example for its key."""
    return re.sub(r"(?m)^( *)## TODO (-|\w+)[ :].*$", lambda found: _done(text, found), text)


def _done(text, found):
    indent, name = found[1], found[2]
    top = [*re.finditer(r"(?m)^(\w+):", text[: found.start()])][-1][1] if indent else ""
    if name == "-":
        return f"{indent}- {{name: Stork, relation: finetune}}"
    key = next(
        key for key in keys() if key.name == name and key.place.split(".")[0] == (top or name)
    )
    return f"{indent}{key.name}: {key.examples[0]}"


def values(text):
    """What a declaration holds, without empty keys."""
    return _full(read(text.encode()).data)


def _full(value):
    if isinstance(value, dict):
        kept = {key: _full(one) for key, one in value.items()}
        return {key: one for key, one in kept.items() if one not in (None, {}, [])}
    return value
