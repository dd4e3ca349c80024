# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Files, folders, git objects and comparisons."""

from collections.abc import Mapping
from typing import Any

from testing.github_double.api.call import Answer, Call, Refusal, commit_at
from testing.github_double.api.gitstore import FOLDER, SUBMODULE, SYMLINK, Entry

RAW_LIMIT = 100 << 20


def compare(call: Call) -> Answer:
    base, dots, head = call.values["basehead"].partition("...")
    if not dots:
        raise Refusal(404, "Not Found")
    sides = commit_at(call, base), commit_at(call, head.rpartition(":")[2])
    git = call.repository.git
    if not {*git.ancestors(sides[0].sha)} & {*git.ancestors(sides[1].sha)}:
        raise Refusal(404, f"No common ancestor between {base} and {head}.")
    return Answer(200, call.answers.comparison(call.repository, *sides))


def get_contents(call: Call) -> Answer:
    repository, path = call.repository, call.values["path"].strip("/")
    ref = call.query.get("ref", repository.default_branch)
    files = commit_at(call, ref, message=f"No commit found for the ref {ref}").files
    if path not in files:
        return _folder(call, ref, path, files)
    entry = _followed(path, files)
    if "raw" in call.accept:
        return Answer(200, entry.data, {"Content-Type": "application/octet-stream"})
    if len(entry.data) > RAW_LIMIT:
        raise Refusal(403, "This API returns blobs up to 100 MB in size.")
    return Answer(200, call.answers.content(repository, ref, path, entry))


def get_tree(call: Call) -> Answer:
    git, sha = call.repository.git, call.values["tree_sha"]
    commit = call.repository.find(sha)
    root = commit.tree if commit else sha
    if root not in git.trees:
        raise Refusal(404, "Not Found")
    # The API treats any value of `recursive` as yes, "0" and "false" included.
    lines = _tree_lines(call, root, "", deep="recursive" in call.query)
    url = f"{call.answers.base}{call.path}"
    limit = call.repository.tree_limit
    return Answer(
        200, {"sha": root, "url": url, "tree": lines[:limit], "truncated": len(lines) > limit}
    )


def get_blob(call: Call) -> Answer:
    data = call.repository.git.blobs.get(call.values["file_sha"])
    if data is None:
        raise Refusal(404, "Not Found")
    if "raw" in call.accept:
        return Answer(200, data, {"Content-Type": "application/octet-stream"})
    return Answer(200, call.answers.blob(call.repository, call.values["file_sha"]))


def _followed(path: str, files: Mapping[str, Entry]) -> Entry:
    entry = files[path]
    if entry.mode != SYMLINK:
        return entry
    # The contents API shows the target of a link to a file of the repository, else the link.
    parts = path.split("/")[:-1]
    for part in entry.data.decode().split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    target = files.get("/".join(parts))
    return target if target and target.mode not in {SYMLINK, SUBMODULE} else entry


def _folder(call: Call, ref: str, path: str, files: Mapping[str, Entry]) -> Answer:
    git, sha = call.repository.git, commit_at(call, ref).tree
    for name in filter(None, path.split("/")):
        sha = next((line.sha for line in git.trees.get(sha, ()) if line.name == name), "")
    if sha not in git.trees:
        raise Refusal(404, "Not Found")
    found = []
    for line in git.trees[sha]:
        place = f"{path}/{line.name}".lstrip("/")
        if line.mode == FOLDER:
            found.append(call.answers.content_folder(call.repository, ref, place, line.sha))
        else:
            found.append(call.answers.content_item(call.repository, ref, place, files[place]))
    return Answer(200, found)


def _tree_lines(call: Call, sha: str, prefix: str, *, deep: bool) -> list[dict[str, Any]]:
    git, found = call.repository.git, []
    for line in git.trees[sha]:
        kind = {FOLDER: "tree", SUBMODULE: "commit"}.get(line.mode, "blob")
        known: dict[str, Any] = {
            "path": prefix + line.name,
            "mode": line.mode,
            "type": kind,
            "sha": line.sha,
            "url": f"{call.answers.base}/repos/{call.repository.full_name}/git/{kind}s/{line.sha}",
        }
        if kind == "blob":
            known["size"] = len(git.blobs[line.sha])
        found.append(known)
        if deep and kind == "tree":
            found += _tree_lines(call, line.sha, f"{prefix}{line.name}/", deep=True)
    return found
