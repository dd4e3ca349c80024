# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was probably meant by a text where a location is expected."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.check import check
from osaid_action.validation.location_hints import (
    FROM_REGISTRIES,
    NOT_APPLICABLE,
    NOT_RELEASED,
    OF_SETTINGS,
    is_kept_secret,
    kept_back,
    meant_by,
    requirement_of,
    several,
    text_or_path,
)

TRAINING = ("code", "training")
LIBRARIES = ("code", "libraries")
LABELING = ("data", "description", "labeling")
WEIGHTS = ("parameters", "weights", "location")
SOURCE = ("data", "sources", 0, "location")
HUB = "https://huggingface.co/"


@pytest.mark.parametrize("word", ["private", "Not released.", "not_available", "  SECRET  "])
def test_words_that_keep_back(word):
    assert kept_back(word)
    assert meant_by(word, TRAINING) == f"if it is kept back write {NOT_RELEASED}"


@pytest.mark.parametrize("word", ["coming soon", "Planned.", "to_be_released"])
def test_what_comes_later_is_left_out(word):
    expected = f"leave the key out until it is there, or write {NOT_RELEASED}"
    assert meant_by(word, WEIGHTS) == expected


@pytest.mark.parametrize(
    ("path", "is_hinted"),
    [
        (("code", "inference"), True),
        (("code", "architecture", "location"), True),
        (("code", "training"), False),
        (("code", "inference", "license_file"), False),
    ],
)
def test_a_package_alone_may_run_and_define_a_model(path, is_hinted):
    written = '`{location: "pkg:pypi/vllm@VERSION", license: …}`'
    assert (written in meant_by("vllm", path)) is is_hinted


@pytest.mark.parametrize(
    ("reason", "is_secret"),
    [("trade secret", True), ("Private", True), ("business reasons", True), ("GDPR", False)],
)
def test_a_reason_of_secrecy_is_one_of_will(reason, is_secret):
    assert is_kept_secret(reason) is is_secret


@pytest.mark.parametrize("word", ["none", "secret", "not disclosed"])
def test_settings_are_left_out_or_stand_in_a_list(word):
    assert meant_by(word, (*TRAINING, "settings")) == OF_SETTINGS


@pytest.mark.parametrize("word", ["none", "src/private", "open", ""])
def test_other_words(word):
    assert not kept_back(word)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (LIBRARIES, FROM_REGISTRIES),
        (LABELING, NOT_APPLICABLE),
        (TRAINING, "leave the key out until it is there"),
    ],
)
@pytest.mark.parametrize("word", ["none", "N/A", "not used", "-"])
def test_nothing_is_not_applicable_where_that_may_be(word, path, expected):
    found = meant_by(word, path)

    assert expected in found
    assert NOT_RELEASED in found


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("hf://a/b", WEIGHTS, f"write {HUB}a/b"),
        ("hf://models/a/b", WEIGHTS, f"write {HUB}a/b"),
        ("git@github.com:a/b.git", TRAINING, "write https://github.com/a/b"),
        ("ssh://git@github.com/a/b.git", TRAINING, "write https://github.com/a/b"),
        ("git+https://github.com/a/b", TRAINING, "write https://github.com/a/b"),
        ("http://x.y/z", TRAINING, "write https://x.y/z"),
        ("github.com/a/b", TRAINING, "if it is a web address write https://github.com/a/b"),
        ("www.x.org/a", TRAINING, "if it is a web address write https://www.x.org/a"),
        ("a/b", WEIGHTS, f"if it is on Hugging Face write {HUB}a/b; else correct the path"),
        ("a/b", SOURCE, f"if it is on Hugging Face write {HUB}datasets/a/b; else correct the path"),
        ("a/b", ("built_on", 0), f"if it is on Hugging Face write {HUB}a/b; else correct the path"),
        ("a/b", TRAINING, ""),
        ("a/b", LABELING, ""),
        ("a/b.csv", SOURCE, ""),
        ("a/b/c", WEIGHTS, ""),
        ("a/b.yaml", WEIGHTS, ""),
        (
            "a/llama-3.1",
            WEIGHTS[:2],
            f"if it is on Hugging Face write {HUB}a/llama-3.1; else correct the path",
        ),
        ("a/b", ("built_on", 0, "declaration"), ""),
        ("a/b", ("built_on", 0, "license_file"), ""),
        ("a/b", ("parameters", "weights", "license_file"), ""),
        ("a/b", ("parameters", "weights", "further_terms", "location"), ""),
        ("pkg:pypi/a.b", TRAINING, "add its version: `pkg:pypi/a.b@VERSION`, such as `@4.48.0`"),
        ("pkg:npm/@a/b", TRAINING, ""),
        ("pkg:npm/a/b@", TRAINING, "add its version: `pkg:npm/a/b@VERSION`, such as `@4.48.0`"),
        (
            "pkg:torch",
            LIBRARIES,
            "add its registry and its version: `pkg:pypi/torch@VERSION`, such as `@4.48.0`",
        ),
        ("pkg:pypi/torch@1", WEIGHTS, "a package is code: give a path or an https URL here"),
        ("torch", TRAINING, ""),
        ("src/train.py", TRAINING, ""),
        ("", TRAINING, ""),
        ("x", (), ""),
    ],
)
def test_what_to_write_instead(text, path, expected):
    assert meant_by(text, path) == expected
    assert meant_by(f"  {text} ", path) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("src/a/*.py", "name the folder, `src/a/`"), ("*.py", "name a folder,")]
)
def test_a_pattern_is_its_folder(text, expected):
    assert f"patterns are not read; {expected}" in meant_by(text, TRAINING)


def test_a_package_may_stand_for_all_that_registries_have():
    found = meant_by("torch", LIBRARIES)

    assert '`libraries: {not_applicable: "All from package registries."}`' in found
    assert "`pkg:pypi/torch@VERSION`" in found


@pytest.mark.parametrize(
    ("path", "identity"),
    [
        (("code", "training", 2, "location"), "code.training"),
        (("data", "description", "scope", "text"), "data.description.scope"),
        (SOURCE, "data.sources"),
        (("system",), "system"),
        ((), ""),
    ],
)
def test_a_place_belongs_to_a_requirement(path, identity):
    assert requirement_of(path) == identity


@given(
    st.one_of(st.text(max_size=80), st.from_regex(r"[a-z.:/@*+-]{0,300}")),
    st.sampled_from([TRAINING, LIBRARIES, LABELING, WEIGHTS, SOURCE, ()]),
)
def test_whatever_is_written_a_hint_is_a_short_line(text, path):
    found = meant_by(text, path)

    assert len(found) < 400


@pytest.mark.parametrize("text", ["a" * 200_000, "a." * 100_000, "git@" * 50_000, "a/" * 100_000])
def test_a_very_long_text_is_read_in_no_time(text):
    assert len(meant_by(text, TRAINING)) < 400


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https//example.org/texts", "write https://example.org/texts"),
        ("https:/example.org/texts", "write https://example.org/texts"),
        ("http//example.org/a", "write https://example.org/a"),
        ("https/readme.md", ""),
    ],
)
def test_half_an_address_is_made_whole(text, expected):
    assert meant_by(text, SOURCE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("src/a.py, src/b.py", "several are a list: `training: [src/a.py, src/b.py]`"),
        ("a.py and b/", "several are a list: `training: [a.py, b/]`"),
        ("a/ b/ c/ d/", "several are a list: `training: [a/, b/, c/]`, and the others likewise"),
        ("src/my file.py", ""),
        ("Pages of the web", ""),
        ("a.py", ""),
    ],
)
def test_several_paths_are_a_list(text, expected):
    assert several(text, TRAINING) == expected
    assert several(text, (*TRAINING, "location")) == expected


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("MNIST, by NIST", SOURCE[:2],
         ('if it is a description write `{text: "MNIST, by NIST"}`, if a path '
          '`{location: "MNIST, by NIST"}`')),
        ("All of it is from the web.", LABELING,
         'if it is a description write `{text: "All of it is from the web."}`'),
        ("a " * 300, LABELING, 'if it is a description write `{text: "…"}`'),
        ("my code.py", TRAINING,
         ("give a path or an https URL; a path with spaces can be written "
          '`{location: "my code.py"}`')),
    ],
)  # fmt: skip
def test_a_text_is_shown_as_it_is_to_be_written(text, path, expected):
    assert text_or_path(text, path) == expected


@pytest.mark.parametrize(
    ("key", "written", "remedy"),
    [
        ("weights", "https://x.example/a b", "give the address alone; a space in it is written"),
        ("weights", "https://x.example/a, section 3", "give the address alone; a space in it is"),
        ("weights", "https://x.example/a\u00a0b", "give the address alone; a space in it is"),
        ("weights", "https://x.example/a ", "write https://x.example/a"),
        ("weights", "https://x.example/a https://x.example/b", "several are a list: `weights: ["),
    ],
)
@pytest.mark.parametrize("whole", [True, False])
def test_an_address_has_no_white_space(key, written, remedy, whole):
    value = json.dumps(written) if whole else json.dumps({"location": written})
    text = f'open_ai_system: "1.0"\nsystem: {{name: a}}\nparameters:\n  {key}: {value}\n'

    (told,) = check(text.encode(), "a").findings

    assert told.severity == "error"
    assert told.line == 4
    assert told.remedy.startswith(remedy)


@pytest.mark.parametrize("key", ["homepage", "repository"])
def test_nor_has_that_of_a_system(key):
    text = f'open_ai_system: "1.0"\nsystem: {{name: a, {key}: "https://x.example/a b"}}\n'

    (told,) = check(text.encode(), "a").findings

    assert (told.rule.id, told.line) == ("not-a-location", 2)
    assert told.message == f"`{key}` is `https://x.example/a b`: an address has no white space"
    assert told.remedy == "give the address alone; a space in it is written %20"
