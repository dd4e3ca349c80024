# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A small system at home in its repository, what becomes of it, and reports on that."""

from pathlib import Path

from osaid_action.check import check
from osaid_action.comparison import compare
from osaid_action.repository.tree import DeclarationFile

PATH = "OPEN_AI_SYSTEM.yaml"
LICENSE = (Path(__file__).parents[2] / "LICENSE").read_bytes()
SHA = "8f3a91c0d2b74e6f9a1c5d3e7b8042f6a9c1e0d4"
MARKER = "<!-- osaid-action:v1 key=T1BFTl9BSV9TWVNURU0 -->"
CLOSING = "<!-- osaid-action:v1 end -->"
HERE = "https://github.com/acme/heron/blob"

WHOLE = """\
open_ai_system: "1.0"
declared: {by: Acme Research, role: producer, date: "2026-11-20"}
system:
  name: Heron 1B
  kind: model
  version: "1"
  producer: Acme Research
licenses: {code: Apache-2.0, documents: CC-BY-4.0}
data:
  description:
    provenance: docs/data.md#provenance
    scope: {text: "300 B tokens of English web text and code, up to 2025-10."}
    selection: docs/data.md#selection
    labeling: {not_applicable: Pre-training used no labels.}
    processing: docs/data.md#processing
  sources:
    - name: Common Crawl, 2025-10
      availability: public
      location: https://commoncrawl.org/
      revision: CC-MAIN-2025-43
code:
  data_processing: src/data/
  training:
    location: src/train/
    settings: configs/1b.yaml
  validation: tests/
  libraries: src/tokenizer/
  inference: src/generate.py
  architecture: src/model.py
parameters:
  weights:
    location: https://huggingface.co/acme/heron-1b
    license: Apache-2.0
    revision: 5ad7c31
"""

FILES = (
    "docs/data.md",
    "src/data/clean.py",
    "src/train/loop.py",
    "configs/1b.yaml",
    "tests/test_model.py",
    "src/tokenizer/bpe.py",
    "src/generate.py",
    "src/model.py",
)

NO_TRAINING = WHOLE.replace(
    """  training:
    location: src/train/
    settings: configs/1b.yaml
""",
    "  training: {not_released: The code of the trainer belongs to a partner.}\n",
)
LESS = NO_TRAINING.replace(
    """    license: Apache-2.0
    revision""",
    """    license: llama3.1
    access: gated
    revision""",
)
UNKNOWN_LICENSE = WHOLE.replace("license: Apache-2.0", "license: Heron-1.0")
MISSPELT = WHOLE.replace("licenses: {code", "licences: {code").replace(
    "kind: model", "kind: modell"
)


TEXT = b"""\
# provenance
English pages of Common Crawl, as they were crawled in October 2025.
# selection
Every tenth host was drawn, and of it all pages over 200 words.
# processing
Near copies were dropped by MinHash, and boilerplate was cut.
"""


class Shelf:
    """A tree of files whose text is their headings; see `osaid_action.repository.tree.Tree`."""

    def __init__(self, files):
        self.contents = {name: TEXT if name.endswith(".md") else b"# x\n" for name in files}
        self.contents["LICENSE"] = LICENSE

    def kind(self, path):
        if path in self.contents:
            return "file"
        return "folder" if self.names(path) or not path else "missing"

    def target(self, path):
        raise AssertionError(path)

    def names(self, path):
        start = f"{path}/" if path else ""
        inside = (name.removeprefix(start) for name in self.contents if name.startswith(start))
        return list(dict.fromkeys(name.partition("/")[0] for name in inside))

    def files(self, path):
        return [
            name for name in self.names(path) if self.kind(f"{path}/{name}".lstrip("/")) == "file"
        ]

    def read(self, path, limit):
        return self.contents[path][:limit]

    def sha256(self, path, limit):
        raise AssertionError((path, limit))


def report_on(text, path=PATH, required=()):
    """The report on a declaration's text, with the evidence of `FILES`."""
    home = DeclarationFile(Shelf(FILES), path, "")
    return check(text.encode(), path, home, required=required)


def change_from(before, after, **why):
    """What changed from one text to another; of None when the first is not there."""
    return compare(None if before is None else report_on(before), report_on(after), **why)


def at_head(line):
    """The address of a line at the head."""
    return f"{HERE}/{SHA}/{PATH}#L{line}"


def of_path(path, line):
    """The address of a line of any declaration at the head."""
    return f"{HERE}/{SHA}/{path}#L{line}"


def huge():
    """A report with thousands of findings, each with a line of its own."""
    sources = "".join(
        f"    - {{name: Data set {n} with a name of some length, availability: public}}\n"
        for n in range(3000)
    )
    start, rest = WHOLE.split("    - name: Common Crawl")
    return report_on(start + sources + "code:" + rest.split("code:", 1)[1])
