# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""testing/github_double/openapi-slice.json: the part of GitHub's API that the action may touch.

It keeps shapes only: words, examples and vendor extensions are dropped, so what is left can be
read and reviewed.
"""

import hashlib
import io
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generated.packages import download

SOURCE = {
    "package": "@octokit/openapi",
    "registry": "npm",
    "version": "23.0.2",
    "sha256": "71a18407dd5e8464f4e0525daf03deabbe65abd9287d6adc7b5d98f516cd0d0c",
    "member": "package/generated/api.github.com.json",
    "license": "MIT",
    "copyright": "Copyright (c) 2020 Octokit contributors",
}
"""What the slice is cut from; ``sha256`` is that of the package's tarball."""

REPO = "/repos/{owner}/{repo}"
OPERATIONS: dict[str, tuple[str, ...]] = {
    "/user": ("get",),
    REPO: ("get",),
    f"{REPO}/actions/runs/{{run_id}}": ("get",),
    f"{REPO}/check-runs": ("post",),
    f"{REPO}/check-runs/{{check_run_id}}": ("get", "patch"),
    f"{REPO}/check-runs/{{check_run_id}}/annotations": ("get",),
    f"{REPO}/commits/{{commit_sha}}/pulls": ("get",),
    f"{REPO}/commits/{{ref}}/check-runs": ("get",),
    f"{REPO}/compare/{{basehead}}": ("get",),
    f"{REPO}/contents/{{path}}": ("get",),
    f"{REPO}/git/blobs/{{file_sha}}": ("get",),
    f"{REPO}/git/trees/{{tree_sha}}": ("get",),
    f"{REPO}/issues/{{issue_number}}/comments": ("get", "post"),
    f"{REPO}/issues/comments/{{comment_id}}": ("get", "patch", "delete"),
    f"{REPO}/pulls": ("get",),
    f"{REPO}/pulls/{{pull_number}}": ("get",),
    f"{REPO}/pulls/{{pull_number}}/files": ("get",),
}

FILE = "testing/github_double/openapi-slice.json"

_WORDS = {
    *("description", "example", "examples", "externalDocs", "summary", "tags", "title"),
    "discriminator",  # a hint beside a oneOf; of the contents API it is wrong, lists have no type
}
_MAPS = {"properties", "schemas", "parameters", "responses", "headers", "paths", "content"}

Json = dict[str, Any]


def cut(description: Json) -> Json:
    """Return the operations above with everything that they refer to, shapes only."""
    paths = {
        path: {method: description["paths"][path][method] for method in methods}
        for path, methods in OPERATIONS.items()
    }
    components: dict[str, Json] = {}
    waiting = list(_references(paths))
    while waiting:
        kind, name = waiting.pop()
        if name not in components.setdefault(kind, {}):
            components[kind][name] = description["components"][kind][name]
            waiting.extend(_references(components[kind][name]))
    cut_out: Json = shape({"components": components, "paths": paths})
    cut_out["components"]["responses"] = _with_description(cut_out["components"]["responses"])
    info = {"title": "A slice of GitHub's REST API", "version": SOURCE["version"]}
    return cut_out | {"openapi": description["openapi"], "info": info}


def _references(node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                kind, name = value.removeprefix("#/components/").split("/")
                if kind != "examples":
                    yield kind, name
            elif key not in {"example", "examples"}:
                yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def shape(node: Any, *, is_map: bool = False) -> Any:  # noqa: ANN401 - it walks any JSON
    """Drop words; ``is_map`` says that the keys of ``node`` are names, which are kept."""
    if isinstance(node, list):
        return [shape(value) for value in node]
    if not isinstance(node, dict):
        return node
    kept = {
        key: shape(value, is_map=key in _MAPS and not is_map)
        for key, value in node.items()
        if is_map or not (key in _WORDS or key.startswith("x-"))
    }
    if not is_map and kept.get("nullable") and None not in kept.get("enum", [None]):
        kept["enum"] += [None]  # what is meant, and what OpenAPI 3.0.3 asks to be said
    if not is_map and "responses" in kept:
        kept["responses"] = _with_description(kept["responses"])
    return kept


def _with_description(responses: dict[str, Json]) -> dict[str, Json]:
    # OpenAPI asks every response for one, and other tools may want to read the slice.
    return {
        name: response if "$ref" in response else {"description": ""} | response
        for name, response in responses.items()
    }


def text(slice_: Json) -> str:
    """Write a slice as it is stored: one canonical form, with where it comes from on top."""
    body = json.dumps(slice_, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(body.encode()).hexdigest()
    source = {"x-source": SOURCE, "x-sha256": digest}
    # A line per path and component, so that a new version shows as a diff that can be read.
    document = json.dumps(source | slice_, sort_keys=True, separators=(",", ":"))
    return re.sub(r'(?<=[{,])(?="(?:/[^"]*|[a-z0-9-]+)":\{)', "\n", document) + "\n"


def build() -> dict[str, bytes]:
    """The slice, by its path."""
    with tarfile.open(fileobj=io.BytesIO(download(SOURCE["package"], SOURCE))) as archive:
        member = archive.extractfile(SOURCE["member"])
        if member is None:
            raise SystemExit(f"{SOURCE['package']}: {SOURCE['member']} is not a file")
        return {FILE: text(cut(json.load(member))).encode()}


def stale() -> str:
    """Why the slice is not the one that was cut from this package."""
    stored = (Path(__file__).parents[2] / FILE).read_text(encoding="utf-8")
    same = text(cut(json.loads(stored))) == stored
    return "" if same else f"{FILE} is not what was cut from this package"
