# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which URLs and which addresses may be asked at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.http.url_policy import RefusedError, Target, is_loopback, is_public, target
from tests.http.asking import PRIVATE


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://a.example", "a.example", "/"),
        ("HTTPS://A.Example:443/x?y=1#z", "a.example", "/x?y=1"),
        ("https://a.example?q", "a.example", "/?q"),
        ("https://a.example/b@c:80/[d]", "a.example", "/b@c:80/[d]"),
        ("https://bücher.example/ü", "xn--bcher-kva.example", "/%C3%BC"),
        ("https://a.example/%2e%zz|", "a.example", "/%2e%zz%7C"),
        ("https://g\u0456thub.com", "xn--gthub-n2e.com", "/"),  # with a Cyrillic letter
    ],
)
def test_a_url_is_read_as_its_server_reads_it(url, host, path):
    assert target(url) == Target(host, path)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://a.example/", "it is no https URL"),
        ("ftp://a.example/", "it is no https URL"),
        ("file:///etc/passwd", "it is no https URL"),
        ("gopher://a.example/", "it is no https URL"),
        ("https:a.example", "it is no https URL"),
        ("https://a.example/" + "x" * 2048, "it is too long"),
        ("https://github.com@evil.example/", "it names a user before its host"),
        ("https://u:p@evil.example/", "it names a user before its host"),
        ("https://a.example:80/", "it names another port than 443"),
        ("https://a.example:0443/", "it names another port than 443"),
        ("https://a.example:/", "it names another port than 443"),
        ("https://127.0.0.1/", "it names an address, not a host"),
        ("https://8.8.8.8/", "it names an address, not a host"),
        ("https://2130706433/", "it names an address, not a host"),
        ("https://0x7f000001/", "it names an address, not a host"),
        ("https://0x7f.1/", "it names an address, not a host"),
        ("https://0177.0.0.1/", "it names an address, not a host"),
        ("https://127.1/", "it names an address, not a host"),
        ("https://127.0.0.1./", "it names an address, not a host"),
        ("https://[::1]/", "it names an address, not a host"),
        ("https://[::ffff:169.254.169.254]:443/", "it names an address, not a host"),
        ("https://localhost/", "its host is not a full DNS name"),
        ("https:///", "its host is not a full DNS name"),
        ("https://a..example/", "its host is not a full DNS name"),
        ("https://a.example./", "its host is not a full DNS name"),
        ("https://-a.example/", "its host is not a full DNS name"),
        ("https://a_b.example/", "its host is not a full DNS name"),
        ("https://a.example%2f@b.example/", "it names a user before its host"),
        ("https://a.example%00.b.example/", "its host is not a full DNS name"),
        (f"https://{'a' * 64}.example/", "its host is not a full DNS name"),
        (f"https://{'a.' * 130}example/", "its host is not a full DNS name"),
    ],
)
def test_a_url_that_could_lead_elsewhere_is_refused(url, why):
    with pytest.raises(RefusedError, match=why):
        target(url)


@pytest.mark.parametrize("character", list("\\\r\n\t \0\x7f\u202e\u2028\u200b"))
@pytest.mark.parametrize(
    "url", ["https://a.example{}b.example/", "https://a.example/{}", "{}https://a.example/"]
)
def test_a_character_that_readers_read_differently_is_refused(url, character):
    with pytest.raises(RefusedError, match="a backslash, white space or a control character"):
        target(url.format(character))


@pytest.mark.parametrize(
    "host",
    [
        "\uff11\uff12\uff17.0.0.1",  # wide digits
        "\u24d4xample.com",  # a letter in a circle
        "stra\u00dfe.example",
        "a\u3002example",  # an ideographic full stop
        "a\u2100.example",  # one character that stands for a/c
        "\u00fc" * 64 + ".example",
        "a..\u00fc",
    ],
)
def test_a_host_that_can_be_read_in_two_ways_is_refused(host):
    with pytest.raises(RefusedError, match="can be read in two ways"):
        target(f"https://{host}/")


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_not_everybody_can_reach_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "140.82.121.3", "2606:4700::1111", "2a01:4f8::1"])
def test_an_address_that_everybody_can_reach_is_public(address):
    assert is_public(address)


def test_a_url_has_2048_characters_at_most():
    longest = "https://a.example/".ljust(2048, "x")

    assert target(longest).url == longest
    with pytest.raises(RefusedError, match="it is too long"):
        target(f"{longest}x")


@pytest.mark.parametrize(
    ("url", "again"),
    [
        ("HTTPS://A.Example:443?x#y", "https://a.example/?x"),
        ("https://a.example/b/../c", "https://a.example/b/../c"),
    ],
)
def test_a_target_is_a_url_again_without_its_fragment(url, again):
    assert target(url).url == again


@given(st.text(), st.text())
def test_a_url_is_refused_or_read_as_one_that_is_read_the_same(host, path):
    try:
        to = target(f"https://{host}/{path}")
    except RefusedError:
        return

    assert target(to.url) == to
    assert to.url.isascii()
    assert to.path.startswith("/")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("127.0.0.1", True),
        ("127.255.255.254", True),
        ("::1", True),
        ("128.0.0.1", False),
        ("10.0.0.1", False),
        ("::2", False),
        ("localhost", False),
        ("", False),
    ],
)
def test_loopback_is_this_machine_alone(address, expected):
    assert is_loopback(address) is expected


@given(st.ip_addresses().map(str) | st.text(max_size=20))
def test_an_address_is_public_or_not_and_never_both_public_and_loopback(address):
    assert is_public(address) in (True, False)
    assert not (is_public(address) and is_loopback(address))
