# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the repository shows of what is declared, as the report tells it."""

import hashlib
import json

import pytest

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


GGUF = b"GGUF" + (3).to_bytes(4, "little") + (291).to_bytes(8, "little") + b"\0" * 8


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        (
            "w.safetensors",
            safetensors(json.dumps({"a": {}, "__metadata__": {}}).encode()),
            "1 tensors",
        ),
        ("w.safetensors", safetensors(b"[1]"), None),
        ("w.safetensors", safetensors(b"{" * 99_999), None),
        ("w.safetensors", (10**12).to_bytes(8, "little") + b"{}", None),
        ("w.safetensors", b"<html>404</html>", None),
        ("w.gguf", GGUF, "GGUF version 3, 291 tensors"),
        ("w.gguf", b"GGUF", None),
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
