# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared, as the report tells it."""

import hashlib
import json

import pytest

from osaid_action.evidence.collect import MAX_READ, collect
from osaid_action.evidence.observation import CONTRADICTED, DECLARED, FOUND, VERIFIED
from osaid_action.licenses.grant import NO_LICENSE
from osaid_action.repository.working_tree import DiskTree
from osaid_action.validation.loader import load
from tests.made import off, report, requirement, rules

X = hashlib.sha256(b"x").hexdigest()
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize 5\n"
INFERENCE = "code.inference"


def looked(home, entry, files, component=INFERENCE):
    """The report with one component that lies in the repository."""
    if isinstance(entry, dict) and "license_file" not in entry:
        entry = {"license": "Apache-2.0", **entry}
    return report({component: entry}, home(files))


def evidence(made, component=INFERENCE):
    return requirement(made, component).evidence


def test_a_path_that_is_there_is_verified(home):
    made = looked(home, {"location": "src/"}, {"src/run.py": "x"})

    assert evidence(made) == "verified"
    assert requirement(made, INFERENCE).notes[0] == "src/ is there"
    assert off(made) == {}


def test_a_url_is_declared(home):
    assert evidence(report({}, home({}))) == "declared"


def test_what_is_absent_has_no_evidence(home):
    assert evidence(report({INFERENCE: None}, home({}))) is None


def test_one_part_that_is_not_there_outweighs_those_that_are(home):
    parts = [{"location": name, "license": "Apache-2.0"} for name in ("run.py", "gone.py")]
    made = report({INFERENCE: parts}, home({"run.py": "x"}))

    assert evidence(made) == "contradicted"
    assert off(made) == {INFERENCE: "unmet"}


def test_one_part_elsewhere_leaves_the_whole_declared(home):
    parts = [
        {"location": "run.py", "license": "Apache-2.0"},
        {"location": "https://x.y/z", "license": "MIT", "revision": "1"},
    ]
    made = report({INFERENCE: parts}, home({"run.py": "x"}))

    assert evidence(made) == "declared"


def test_a_data_set_in_the_repository_is_looked_at(home):
    source = {"name": "x", "availability": "open", "license": "CC0-1.0"}
    files = {"words.txt": "x"}
    there = report({"data.sources": [{**source, "location": "words.txt"}]}, home(files))
    gone = report({"data.sources": [{**source, "location": "gone.txt"}]}, home({}))

    assert evidence(there, "data.sources") == "found"
    assert off(gone) == {"data.sources": "unmet"}
    assert rules(gone) == {"path-missing"}


def test_paths_of_what_is_optional_are_looked_at_too(home):
    made = report({"documents.model_card": "gone.md"}, home({}))

    assert rules(made) == {"path-missing"}
    assert off(made) == {}


# ------------------------------------------------------------------ white space


def test_a_path_with_white_space_is_one_when_it_is_there(home):
    made = report({INFERENCE: "my code/run it.py"}, home({"my code/run it.py": "x"}))

    assert evidence(made) in ("verified", "declared")
    assert rules(made) == set()


def test_a_path_with_white_space_that_is_not_there_was_meant_as_text(home):
    made = report({"data.description.scope": "All of the web."}, home({}))

    assert made.verdict == "invalid"
    assert rules(made) == {"not-a-location"}


def test_a_location_in_a_mapping_leaves_no_doubt(home):
    made = report({"data.description.scope": {"location": "All of the web."}}, home({}))

    assert made.valid
    assert rules(made) == {"path-missing"}


# ------------------------------------------------------------------ hashes


@pytest.mark.parametrize("digest", [X, X.upper()])
def test_a_hash_that_agrees(home, digest):
    made = looked(home, {"location": "run.py", "sha256": digest}, {"run.py": "x"})

    assert "the SHA-256 of run.py agrees" in requirement(made, INFERENCE).notes
    assert evidence(made) == "verified"


def test_a_hash_that_does_not(home):
    made = looked(home, {"location": "run.py", "sha256": "f" * 64}, {"run.py": "x"})

    (found,) = [f for f in made.findings if f.rule.id == "hash-mismatch"]
    assert X in found.message
    assert found.pointer == "/code/inference/sha256"


def test_a_pointer_stands_for_its_file(home):
    entry = {"location": "w.bin", "sha256": "a" * 64, "license": "Apache-2.0"}
    same = looked(home, entry, {"w.bin": POINTER.format("a" * 64)}, "parameters.weights")
    other = looked(home, entry, {"v.bin": "x"}, "parameters.weights")

    assert rules(same) == set()
    assert rules(other) == set()  # it is still there


def test_another_pointer_stands_for_another_file(home):
    entry = {"location": "w.bin", "sha256": "a" * 64, "license": "Apache-2.0"}
    made = looked(home, entry, {"w.bin": POINTER.format("b" * 64)}, "parameters.weights")

    assert rules(made) == {"hash-mismatch"}


# ------------------------------------------------------------------ settings and weights


@pytest.mark.parametrize(
    ("name", "text", "fine"),
    [
        ("a.yaml", "steps: 1\n", True),
        ("a.yaml", "a: &x 1\nb: *x\n---\nc: !tag d\n", True),
        ("a.yaml", "a: b: c\n", False),
        ("a.json", '{"steps": 1}', True),
        ("a.json", '{"steps": 1', False),
        ("a.json", "[" * 100_000, False),
        ("a.toml", "steps = 1\n", True),
        ("a.toml", "steps =\n", False),
        ("a.py", "def f(:\n", True),
    ],
)
def test_settings_that_do_not_parse(home, name, text, fine):
    entry = {"location": "train.py", "license": "Apache-2.0", "settings": name}
    made = looked(home, entry, {"train.py": "x", name: text}, "code.training")

    assert rules(made) == (set() if fine else {"settings-unreadable"})
    assert off(made) == {}


def safetensors(header):
    return len(header).to_bytes(8, "little") + header + b"\0" * 16


GGUF = b"GGUF" + (3).to_bytes(4, "little") + b"\0" * 16


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "w.safetensors",
            safetensors(
                json.dumps(
                    {
                        "a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]},
                        "__metadata__": {"format": "pt"},
                    }
                ).encode()
            ),
            "1 tensor",
        ),
        ("w.safetensors", safetensors(b"[1]"), None),
        ("w.safetensors", safetensors(b"{" * 99_999), None),
        ("w.safetensors", (10**12).to_bytes(8, "little") + b"{}", None),
        ("w.safetensors", b"<html>404</html>", None),
        ("w.gguf", GGUF, "GGUF version 3, 0 tensors"),
        ("w.onnx", b"no onnx", None),
        ("w.safetensors", POINTER.format("a" * 64).encode(), "a Git LFS pointer to 5 bytes"),
        ("w.pt", b"anything", ""),
    ],
)
def test_what_the_header_of_weights_says(home, name, data, said):
    made = looked(home, {"location": name}, {name: data}, "parameters.weights")

    what = " ".join(requirement(made, "parameters.weights").notes)
    assert rules(made) == ({"weights-unreadable"} if said is None else set())
    assert said is None or said in what


# ------------------------------------------------------------------ values in, values out

TRAINING, WEIGHTS = ("code", "training"), ("parameters", "weights")


def seen(home, files, **groups):
    """What is seen of a declaration beside these files."""
    tree = home(files).tree
    return collect(load({"open_ai_system": "1.0", "system": {"name": "M"}, **groups}), tree, "")


def told(observation):
    return [(one.rule.id, one.path) for one in observation.diagnostics]


@pytest.mark.parametrize(
    ("digest", "status", "left"),
    [
        (X, VERIFIED, None),
        (X.upper(), VERIFIED, None),
        ("0" * 64, CONTRADICTED, NO_LICENSE),
    ],
)
def test_another_hash_leaves_no_license(home, digest, status, left):
    one = seen(home, {"w": "x"}, parameters={"weights": {"location": "w", "sha256": digest}})

    assert (one[WEIGHTS].status, one[WEIGHTS].terms, one[WEIGHTS].exists) == (status, left, True)
    assert told(one[WEIGHTS]) == (
        [("hash-mismatch", (*WEIGHTS, "sha256"))] if status is CONTRADICTED else []
    )


def test_the_hash_of_what_is_no_file_here_is_not_looked_at(home):
    for location in ("folder", "https://x.y/w"):
        entry = {"location": location, "sha256": "0" * 64}
        one = seen(home, {"folder/x": "x"}, parameters={"weights": entry})[WEIGHTS]
        assert told(one) == []


@pytest.mark.parametrize("is_there", [True, False])
def test_a_statement_that_is_not_there_leaves_no_license_and_the_weights(home, is_there):
    files = {"w": "x"} | ({"free.md": "x"} if is_there else {})
    entry = {"location": "w", "asserted_free": {"location": "free.md"}}
    one = seen(home, files, parameters={"weights": entry})[WEIGHTS]

    assert (one.exists, one.terms) == (True, None if is_there else NO_LICENSE)
    assert told(one) == (
        [] if is_there else [("path-missing", (*WEIGHTS, "asserted_free", "location"))]
    )


def test_settings_that_are_not_there_are_part_of_code_that_is_not(home):
    entry = {"location": "t.py", "settings": ["gone.yaml", "a.yaml"]}
    one = seen(home, {"t.py": "x", "a.yaml": "a: ["}, code={"training": entry})[TRAINING]

    assert not one.exists
    assert told(one) == [
        ("path-missing", (*TRAINING, "settings", 0)),
        ("settings-unreadable", (*TRAINING, "settings", 1)),
    ]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_license_file_that_is_not_there_leaves_no_license(home, is_there):
    files = {"w": "x"} | ({"TERMS": "These are the terms."} if is_there else {})
    entry = {"location": "w", "license_file": "TERMS"}
    one = seen(home, files, parameters={"weights": entry})[WEIGHTS]

    assert one.terms is (None if is_there else NO_LICENSE)
    assert told(one) == ([] if is_there else [("path-missing", (*WEIGHTS, "license_file"))])


def test_only_entries_with_something_to_look_at_have_evidence(home):
    model = {"name": "M", "relation": "merge"}
    source = {"name": "S", "availability": "public"}
    found = seen(
        home,
        {"d": "x"},
        data={"sources": [source, {**source, "location": "d"}]},
        built_on=[model, {**model, "location": "d"}, {**model, "license_file": "d"}],
    )

    assert [*found] == [("data", "sources", 1), ("built_on", 1), ("built_on", 2)]


@pytest.mark.parametrize(
    ("component", "is_read"), [(("data", "description", "scope"), True), (TRAINING, False)]
)
def test_of_a_file_that_describes_data_the_beginning_is_kept(home, component, is_read):
    group, *rest = component
    value = {rest[0]: {rest[1]: "t.md"}} if len(rest) > 1 else {rest[0]: "t.md"}
    one = seen(home, {"t.md": "a" * (MAX_READ + 5)}, **{group: value})[component]

    assert len(one.content) == (MAX_READ if is_read else 0)


@pytest.mark.parametrize("location", ["w/", "w/a.gguf"])
def test_weights_that_nobody_may_read_are_neither_there_nor_missing(home, monkeypatch, location):
    at = home({"w/a.gguf": "x"})
    read_file = DiskTree.read

    def closed(tree, path, limit):
        if path.endswith(".gguf"):
            raise PermissionError
        return read_file(tree, path, limit)

    monkeypatch.setattr(DiskTree, "read", closed)
    declared = {
        "open_ai_system": "1.0",
        "system": {"name": "M"},
        "parameters": {"weights": location},
    }
    one = collect(load(declared), at.tree, "")[WEIGHTS]

    assert one.exists
    if location == "w/":  # the folder is there
        assert (one.status, told(one)) == (FOUND, [])
        assert "w/a.gguf cannot be read" in one.notes
    else:
        assert (one.status, one.is_known) == (DECLARED, False)
        assert told(one) == [("path-unknown", (*WEIGHTS, "location"))]
