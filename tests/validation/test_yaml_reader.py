# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Bytes → Document: what is read, where it stands, and what is refused with its place."""

import json

import pytest
import yaml  # noqa: TID251 - a second reader to agree with
from hypothesis import assume, given
from hypothesis import strategies as st

from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.validation.document import Unreadable
from osaid_action.validation.yaml_reader import MAX_DEPTH, MAX_NODES, read

# ------------------------------------------------------------------ trees and their places

names = st.text("abcdefgh éß中\U0001f600'\":#-", min_size=1, max_size=6)
scalars = st.one_of(names, st.booleans(), st.none(), st.integers(0, 99), st.just(""))
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=12,
)


class Written:
    """A tree written as YAML by hand, which knows the place of all that it wrote."""

    def __init__(self, tree, draw):
        self.draw = draw
        self.lines = [""]
        self.places = {}
        self.keys = {}
        self.put(tree, (), 0, block=True)

    @property
    def text(self):
        return "\n".join(self.lines) + "\n"

    def here(self):
        return len(self.lines), len(self.lines[-1]) + 1

    def put(self, tree, path, indent, *, block):
        block = block and bool(tree) and isinstance(tree, dict | list) and self.draw(st.booleans())
        if not block:
            self.places[path] = self.here()
            self.flow(tree, path)
            return
        if self.lines[-1].strip():
            self.lines.append("")
        for number, (step, value) in enumerate(items(tree)):
            if number or not self.lines[-1]:
                self.lines += [] if self.lines[-1] == "" else [""]
                self.lines[-1] = " " * indent
            self.places.setdefault(path, self.here())
            self.keys[*path, step] = self.here()
            self.lines[-1] += "- " if isinstance(tree, list) else f"{quoted(step)}: "
            self.put(value, (*path, step), indent + 2, block=True)

    def flow(self, tree, path):
        if not isinstance(tree, dict | list):
            self.lines[-1] += quoted(tree)
            return
        self.lines[-1] += "[" if isinstance(tree, list) else "{"
        for step, value in items(tree):
            if isinstance(tree, dict):
                self.keys[*path, step] = self.here()
                self.lines[-1] += f"{quoted(step)}: "
            self.places[*path, step] = self.here()
            self.flow(value, (*path, step))
            self.lines[-1] += ", "
        self.lines[-1] += "]" if isinstance(tree, list) else "}"


def items(tree):
    return tree.items() if isinstance(tree, dict) else enumerate(tree)


def quoted(value):
    return json.dumps(value, ensure_ascii=False)


@given(trees, st.data(), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_every_value_knows_its_place(tree, data, line_end, mark):
    assume(tree is not None)
    written = Written(tree, data.draw)
    text = written.text.replace("\n", line_end)
    document = read(text.encode("utf-8-sig" if mark else "utf-8"))

    assert document.data == tree
    for path, place in written.places.items():
        assert document.place(path) == place
    for path, place in written.keys.items():
        if not isinstance(path[-1], int):
            assert document.place(path, key=True) == place


@given(trees)
def test_json_is_read_as_json(tree):
    assume(tree is not None)
    text = json.dumps(tree, ensure_ascii=False)

    assert read(text.encode()).data == tree


@given(trees)
def test_another_reader_agrees(tree):
    assume(tree is not None)
    text = yaml.safe_dump(tree, allow_unicode=True)

    assert read(text.encode()).data == tree


def test_what_is_not_there_is_placed_at_what_is_around_it():
    document = read(b"a:\n  - b: 1\nc: 2\n")

    assert document.place(("a", 0, "gone")) == (2, 5)
    assert document.place(("a", 7)) == (2, 3)
    assert document.place(("a", 0, "b", "deeper", "still")) == (2, 8)
    assert document.place(("gone",)) == (1, 1)
    assert document.place(("gone",), key=True) == (1, 1)
    assert document.place(("a", 0, "gone"), key=True) == (2, 5)
    assert document.place(("c", "gone"), key=True) == (3, 1)
    assert document.place((), key=True) == (1, 1)


def test_numbers_keep_how_they_were_written():
    document = read(b"a: 0012\nb: 1.10\nc: '7'\n")

    assert [document.mark_of((key,)).raw for key in "abc"] == ["0012", "1.10", ""]


# ------------------------------------------------------------------ limits


def refused(data):
    with pytest.raises(Unreadable) as caught:
        read(data)
    return caught.value.diagnostic


def nested(levels):
    return b"a: " + b"[" * (levels - 1) + b"]" * (levels - 1)


def filled(nodes):
    """A list that makes so many nodes, the mapping around it and its key included."""
    return b"a: [" + b"1," * (nodes - 3) + b"]"


@pytest.mark.parametrize(
    ("fits", "does_not", "rule"),
    [
        (
            b"a: ".ljust(MAX_DECLARATION_BYTES - 1) + b"b",
            b"a: ".ljust(MAX_DECLARATION_BYTES) + b"b",
            "too-large",
        ),
        (nested(MAX_DEPTH), nested(MAX_DEPTH + 1), "too-deep"),
        (filled(MAX_NODES), filled(MAX_NODES + 1), "too-large"),
        (b"a: " + b"9" * 1000, b"a: " + b"9" * 1001, "too-large"),
    ],
    ids=["bytes", "depth", "nodes", "digits"],
)
def test_limits_are_where_they_are_said_to_be(fits, does_not, rule):
    assert set(read(fits).data) == {"a"}
    assert refused(does_not).rule.id == rule


def test_the_limits_of_the_contract():
    assert (MAX_DECLARATION_BYTES, MAX_DEPTH, MAX_NODES) == (2 * 1024 * 1024, 64, 200_000)


# ------------------------------------------------------------------ refusals and their place

REFUSED = {
    b"\xffa": ("not-utf-8", 1, 1),
    b"ab\n\xe4\xf6": ("not-utf-8", 2, 1),
    b"ab\r\ncd\xff": ("not-utf-8", 2, 3),
    "é\n".encode() + b"\xff": ("not-utf-8", 2, 1),
    b"\xef\xbb\xbfab\xff": ("not-utf-8", 1, 3),
    b"\xef\xbb\xbfab\n\xff": ("not-utf-8", 2, 1),
    b"a: \x07": ("control-character", 1, 4),
    b"a: 1\nb: \x7f": ("control-character", 2, 4),
    b"a: 1\rb: \x7f": ("control-character", 2, 4),
    "a: \x85".encode(): ("control-character", 1, 4),
    "a: b\ufeffc".encode(): ("control-character", 1, 5),
    b'a: "\\x07"': ("control-character", 1, 4),
    b'"\\x07": a': ("control-character", 1, 1),
    b'a: "\\u202e"': None,
    b'a: "\\N"': ("control-character", 1, 4),
    b"a: &x 1": ("anchor", 1, 4),
    b"&x a: 1": ("anchor", 1, 1),
    b"a: [1, *x]": ("alias", 1, 8),
    b"*x : 1": ("alias", 1, 1),
    b"a: !x 1": ("tag", 1, 4),
    b"!!str a: 1": ("tag", 1, 1),
    b"a:\n  - !!set {b}": ("tag", 2, 5),
    b"<<: {a: 1}": ("merge-key", 1, 1),
    b'"<<": {a: 1}': None,
    b"a: 1\n---\nb: 1": ("second-document", 2, 1),
    b"a: 1\n...\n": None,
    b"a: {b: 1,\n b: 2}": ("repeated-key", 2, 2),
    b"a: 1\n'a': 2": ("repeated-key", 2, 1),
    b"1: a": ("key-not-text", 1, 1),
    b"true: a": ("key-not-text", 1, 1),
    b"'1': a": None,
    b"no: a": None,
    b"[a]: b": ("key-not-text", 1, 1),
    b"{a: b}: c": ("key-not-text", 1, 1),
    b"a:\n\tb: 1": ("tab", 2, 1),
    b"a: b: c": ("not-yaml", 1, 5),
    b"a: [b\nc: d": ("not-yaml", 2, 2),
    b"a: @b": ("not-yaml", 1, 4),
    b'a: "\\q"': ("not-yaml", 1, 5),
    b"": ("empty", 1, 1),
    b"# only this": ("empty", 1, 1),
    b"---\n": ("empty", 1, 1),
    b"null": ("empty", 1, 1),
}


@pytest.mark.parametrize("data", REFUSED, ids=repr)
def test_refusals_and_their_place(data):
    if REFUSED[data] is None:
        assert isinstance(read(data).data, dict)
        return
    problem = refused(data)

    assert (problem.rule.id, problem.line, problem.column) == REFUSED[data]
    assert problem.message
    assert problem.remedy


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    try:
        read(data)
    except Unreadable as error:
        assert error.diagnostic.line >= 1  # noqa: PT017 - both ways are fine


@given(st.text("ab:-[]{}&*!|>'\"%@`#?, \n\t\r~<=.0\\\U0001f600", max_size=40))
def test_any_text_is_read_or_refused(text):
    try:
        document = read(text.encode())
    except Unreadable as error:
        assert error.diagnostic.column >= 1  # noqa: PT017 - both ways are fine
    else:
        assert yaml.compose(text, Loader=yaml.CSafeLoader) is not None
        assert document.place(()) >= (1, 1)
