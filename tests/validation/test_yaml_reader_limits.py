# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Our limits speak first: one rule, message and place, whichever parser PyYAML brings.

Releases differ: libyaml 0.2.6 (PyYAML 6.0.4) refuses a thousand levels by itself, earlier ones take
any number, PyYAML's own parser is another one. The suite runs on the lowest and the newest release.
"""

import sys

import pytest

from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.validation.document import Unreadable
from osaid_action.validation.yaml_reader import read, yaml_trouble

MANY = 10_000
KEY = ("key-not-text", "a key must be text, not a list or a mapping")
DEEP = ("too-deep", "nested deeper than 64 levels")
NO_VALUE = ("not-yaml", "a value was expected here")
NOT_CLOSED = ("not-yaml", "a value, ] or } was expected here")
NO_COLON = ("not-yaml", "a key is not followed by ':'")
NO_ENTRY = ("not-yaml", "a list entry cannot stand here")
AFTER_END = ("not-yaml", "the file goes on after its end")
ESCAPE = ("not-yaml", "a \\ in double quotes begins an escape that YAML lacks")
DIRECTIVE = ("not-yaml", "a directive (a line that begins with %) is not understood")


@pytest.fixture(params=["libyaml", "PyYAML's own"], autouse=True)
def parser(request, monkeypatch):
    """Each test with both parsers."""
    if request.param == "libyaml":
        pytest.importorskip("yaml._yaml")
    else:
        monkeypatch.setitem(sys.modules, "yaml._yaml", None)


def steps(line, count=1500):
    """Lines that are each one space further in."""
    return "".join(" " * number + line for number in range(count))


REFUSED = {
    # in the flow style
    "[": ("[" * MANY, DEEP, 1, 65),
    "[ and closed": ("a: " + "[" * MANY + "]" * MANY, DEEP, 1, 67),
    "[, one more than libyaml takes": ("[" * 1001 + "]" * 1001, DEEP, 1, 65),
    "[, one more than we take": ("a: " + "[" * 64 + "]" * 64, DEEP, 1, 67),
    "[, one more and open": ("a: " + "[" * 64, DEEP, 1, 67),
    "[ below each other": ("a:\n" + " [\n" * MANY, DEEP, 65, 2),
    "[ after values": ("a: [" + "[]," * 1000 + "[" * MANY, DEEP, 1, 3067),
    "[ after a key": ('a: ["x":[' + "[" * MANY, DEEP, 1, 70),
    "[ after other letters": ('é: "é🙂"\r\nb: "ü"\r\nc: ' + "[" * MANY, DEEP, 3, 67),
    "[ after brackets in a comment": ("# " + "[" * 3000 + "\nb: " + "[" * 1500, DEEP, 2, 67),
    "[ after brackets in quotes": ("a: ['" + "[" * 3000 + "', " + "[" * 1500, DEEP, 1, 3071),
    "[ after a directive": ("%YAML 1.2\n--- " + "[" * MANY, DEEP, 2, 69),
    "[ after a mark": ("--- " + "[" * MANY, DEEP, 1, 69),
    "[ to the last byte": ("[" * MAX_DECLARATION_BYTES, DEEP, 1, 65),
    "{": ("{" * MANY, KEY, 1, 2),
    "{ after a pair": ("{a: 1, " + "[" * MANY, KEY, 1, 8),
    "{ to the last byte": ("{" * MAX_DECLARATION_BYTES, KEY, 1, 2),
    "{ with keys": ("{a: " * MANY, DEEP, 1, 257),
    "{ with keys, then [": ("{a: " * 61 + "[" * MANY, DEEP, 1, 248),
    "{ with keys and [": ("{a: [" * MANY, DEEP, 1, 161),
    "{ as JSON": ('{"a":' * MANY, DEEP, 1, 321),
    "[ and { in turn": ("[{" * MANY, KEY, 1, 3),
    "{ and [ in turn": ("{[" * MANY, KEY, 1, 2),
    "[ with keys": ("[a: " * MANY, DEEP, 1, 129),
    "[ with ?": ("[? " * MANY, KEY, 1, 4),
    "{ with ?": ("{? {" * MANY, KEY, 1, 4),
    # in the block style
    "-": ("- " * MANY, DEEP, 1, 129),
    "- with an end": ("- " * MANY + "a", DEEP, 1, 129),
    "- to the last byte": ("- " * (MAX_DECLARATION_BYTES // 2), DEEP, 1, 129),
    "- below each other": (steps("-\n"), DEEP, 65, 65),
    "keys below each other": (steps("a:\n"), DEEP, 65, 65),
    "?": ("? " * MANY, KEY, 1, 3),
    "- and ?": ("- ? " * MANY, KEY, 1, 5),
    "? and -": ("? - " * MANY, KEY, 1, 3),
    # what comes first speaks first
    "anchors": ("&a [" * MANY, ("anchor", "anchors (&a) are not allowed"), 1, 1),
    "an anchor, then [": (
        "a: [&x 1," + "[" * MANY, ("anchor", "anchors (&x) are not allowed"), 1, 5,
    ),
    "aliases": ("[*a," * MANY, ("alias", "aliases (*a) are not allowed"), 1, 2),
    "tags": ("!t [" * MANY, ("tag", "tags (!t) are not allowed"), 1, 1),
    "a key again, then [": (
        "{a: 1, a: 2, " + "[" * MANY,
        ("repeated-key", "the key 'a' stands twice; first in line 1"), 1, 8,
    ),
    "a second document": (
        "a: 1\n---\n" + "[" * MANY, ("second-document", "a second document begins here"), 2, 1,
    ),
    "bytes": (
        "[" * (MAX_DECLARATION_BYTES + 1), ("too-large", "the file is larger than 2 MiB"), 1, 1,
    ),
    "digits": ("a: " + "1" * 5000, ("too-large", "a number of 5,000 digits"), 1, 4),
    # keys
    "a list as key": ("a: {[k]: 1}", KEY, 1, 5),
    "nothing as key": ("~: 1", ("key-not-text", "the key ~ is not text"), 1, 1),
    "a number as key": ("1.5: a", ("key-not-text", "the key 1.5 is not text"), 1, 1),
    # and is no YAML: in one message as well
    "a line of [ where a key is due": ("a: 1\n" + "[" * MANY, NO_COLON, 2, 1026),
    "[ and ] where a key is due": ("a: 1\n" + "[" * 1100 + "]" * 1100 + ": 1", NO_COLON, 2, 1026),
    "[ after the end": ("a: 1\n...\n" + "[" * MANY, AFTER_END, 3, 1),
    "[ and -": ("[- " * MANY, NOT_CLOSED, 1, 2),
    "- after an anchor": ("- &a " * MANY, NO_ENTRY, 1, 6),
    "64 [ and open": ("a: " + "[" * 63, NOT_CLOSED, 1, 67),
    "]": ("]" * MANY, NO_VALUE, 1, 1),
    "a key of nothing": ("{: 1}", NOT_CLOSED, 1, 2),
    "an escape of no character": ('a: "\\UFFFFFFFF"', ESCAPE, None, None),
    "an escape of half a character": ('a: "\\ud800"', ESCAPE, None, None),
    "an escape without its figures": ('a: "\\x4"', ESCAPE, None, None),
    "a version of 5,000 digits": ("%YAML 1." + "1" * 5000 + "\n--- a", DIRECTIVE, None, None),
    "no character": (
        "a: \uffff", ("control-character", "the character U+FFFF is not allowed in the file"), 1, 4,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_one_rule_one_message_one_place(name):
    text, said, line, column = REFUSED[name]
    with pytest.raises(Unreadable) as caught:
        read(text.encode())
    problem = caught.value.diagnostic

    assert (problem.rule.id, problem.message) == said
    assert (line, column) in [(problem.line, problem.column), (None, None)]


def test_values_are_counted_before_levels(monkeypatch):
    monkeypatch.setattr("osaid_action.validation.yaml_reader.MAX_NODES", 1000)
    with pytest.raises(Unreadable) as caught:
        read(("a: [" + "1," * 998 + "[" * MANY).encode())
    problem = caught.value.diagnostic

    assert (problem.rule.id, problem.message) == ("too-large", "more than 1,000 values")
    assert (problem.line, problem.column) == (1, 1999)


TAKEN = {
    "in double quotes": 'a: "' + "[" * MANY + '"',
    "in single quotes": "a: '" + "- " * MANY + "'",
    "in text without quotes": "a: x" + "[" * MANY,
    "in a comment": "# " + "{" * MANY + "\na: 1",
    "in a block of text": "a: |\n  " + "[" * MANY,
    "in folded text": "a: >\n  " + "- " * MANY,
    "as deep as we take": "a: " + "[" * 63 + "]" * 63,
    "beside each other": "a: [" + "[[]]," * 10_000 + "]",
}


@pytest.mark.parametrize("name", TAKEN)
def test_brackets_that_nest_nothing_are_taken(name):
    assert set(read(TAKEN[name].encode()).data) == {"a"}


def test_both_parsers_read_the_same():
    document = read(b"a: [1, no, 'x']\nb: {c: ~}\n")

    assert document.data == {"a": [1, "no", "x"], "b": {"c": None}}
    assert document.place(("b", "c")) == (2, 8)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("[" * MANY, "nested deeper than 64 levels"),
        ("{" * MANY, "nested deeper than 64 levels"),
        ("? " * MANY, "nested deeper than 64 levels"),
        ("a: 1\nb: [1\n", "a [list] of line 2 is not closed or a comma is missing (line 3)"),
        ("a: b: c", "there is a ': ' where no key can stand (line 1)"),
        ("a: \uffff", "unacceptable character #xffff"),
        ("&a [*a]: !t 1\n---\n[]", None),
    ],
)  # fmt: skip
def test_other_files_are_held_to_the_same_depth(text, trouble):
    said = yaml_trouble(text.encode())

    assert said is trouble or said.startswith(trouble)
