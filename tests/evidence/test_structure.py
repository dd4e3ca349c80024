# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What foreign readers are kept from: depth, numbers of values, keys of many parts."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.evidence.structure import (
    MAX_DEPTH,
    MAX_KEY_PARTS,
    MAX_TOML,
    MAX_VALUES,
    TooMuchError,
    read_json,
    read_toml,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_json_is_read_as_by_the_library(value):
    assert read_json(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.binary())
def test_what_the_library_refuses_is_refused(data):
    for read, library in (
        (read_json, json.loads),
        (read_toml, lambda d: tomllib.loads(d.decode())),
    ):
        try:
            expected = library(data)
        except ValueError:
            with pytest.raises(ValueError):  # noqa: PT011 - in the library's words
                read(data)
        else:
            assert read(data) == expected


@pytest.mark.parametrize(
    "text",
    [
        'a = "1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20"',
        'a = """\n[[[[[[[[ "" {{{{\n"""\nb = \'[[[[\'',
        "a = 1 # " + "[" * 200,
        'a.b."c.d".e = [{x = 1}, {x = 2}]\r\n[t.u]\r\nv = 1979-05-27T07:32:00Z',
        ".".join("a" * MAX_KEY_PARTS) + " = 1",
    ],
)
def test_toml_as_people_write_it_is_read(text):
    assert read_toml(text.encode()) == tomllib.loads(text)


LONG = MAX_KEY_PARTS + 1


@pytest.mark.parametrize(
    "text",
    [
        ".".join("a" * LONG) + "=1",
        " . ".join("a" * LONG) + "=1",
        "[" + ".".join("a" * LONG) + "]",
        "[[ " + ".".join("a" * LONG) + "]]",
        "x={" + ".".join("a" * LONG) + "=1}",
        "x={a=1," + ".".join("a" * LONG) + "=1}",
        "x = 1\n" + ".".join(['"a.b"'] * LONG) + "=1",
        ".".join(['"\\""'] * LONG) + "=1",
        ".".join(["'\\'"] * LONG) + "=1",
        "x=" + "[" * (MAX_DEPTH + 1),
        "x=" + "{a=" * (MAX_DEPTH + 1),
        "x=[" + "'[',\n" * 3 + "[" * MAX_DEPTH,
        "#" * (MAX_TOML + 1),
    ],
)
def test_toml_that_takes_long_is_refused_unread(text):
    with pytest.raises(TooMuchError):
        read_toml(text.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"[" * (MAX_DEPTH + 1),
        b'{"a":' * (MAX_DEPTH + 1),
        b'["[]", "\\"", "\\\\",' + b"[" * MAX_DEPTH,
        b"[" + b"1," * MAX_VALUES + b"1]",
    ],
)
def test_json_that_takes_much_is_refused_unread(data):
    with pytest.raises(TooMuchError):
        read_json(data)


def test_depth_is_counted_outside_of_strings_alone():
    value = ["[" * 500, '"' + "[" * 500, "\\" + "{" * 500, {"[[[" * 50: []}]

    assert read_json(json.dumps(value).encode()) == value
    deepest = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert read_json(b"[" + b",".join([deepest[1:-1]] * 9) + b"]")
