# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The fetcher against servers on loopback that do what servers do, and what they should not."""

import datetime as dt
import gzip
import io
import json
import os
import socket
import ssl
import threading
import time

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.http import transport
from osaid_action.http.fetcher import Fetcher, Question
from osaid_action.http.url_policy import RefusedError, Target, is_loopback, is_public, target
from tests.http.server import Server, dripping, redirect, response

PAGE = "https://a.example/page"
JSON = Question(PAGE, wants_json=True)
NOT_PUBLIC = "its host has an address that is not public"
TOO_MUCH = "it sends more than is read"
LATE = "no answer in time"
BROKEN = "the connection fails"
NOT_HTTP = "its answer is not HTTP, or not whole"


def at(certificate, trust, raw=None, host="127.0.0.1", **limits):
    """A server of its own and a fetcher for it."""
    server = Server(certificate, raw, host)
    limits = {"environ": {}, "timeout": 5.0, "resolve": lambda _: [server.address]} | limits
    return server, Fetcher(allow_loopback=True, context=trust, **limits)


def one(fetcher, question):
    question = Question(question) if isinstance(question, str) else question
    return fetcher.answers([question])[question]


# ------------------------------------------------------------------ which URLs


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


@given(st.text(max_size=80), st.text(max_size=20))
def test_no_url_makes_a_request_of_two_lines(host, path):
    try:
        to = target(f"https://{host}/{path}")
    except RefusedError:
        return

    connection = Sent(b"HTTP/1.1 200 OK\r\n\r\n")
    transport.exchange("HEAD", to, connection, time.monotonic() + 60, wants_json=False)

    assert connection.request.count(b"\r\n") == 7
    assert connection.request.split(b"\r\n")[0].count(b" ") == 2
    assert target(to.url) == to


# ------------------------------------------------------------------ which addresses

PRIVATE = [
    "0.0.0.0",  # noqa: S104
    "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.9.9.9",
    "168.63.129.16", "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
    "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "64:ff9b::808:808", "64:ff9b:1::1", "100::1",
    "2001::1", "2001:0:4136:e378::1", "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1",
    "2002:a9fe:a9fe::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fe80::1%eth0", "2606:4700::1%1", "fec0::1", "ff02::1", "ff0e::1", "4000::1", "", "a.example",
    "127.1", "0177.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_not_everybody_can_reach_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "140.82.121.3", "2606:4700::1111", "2a01:4f8::1"])
def test_an_address_that_everybody_can_reach_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", [a for a in PRIVATE if not is_loopback(a)])
def test_a_host_with_an_address_that_is_not_public_is_not_asked(server, fetcher, address):
    answer = one(fetcher(resolve=lambda _: [server.address, (address, 443)]), PAGE)

    assert answer.why == NOT_PUBLIC
    assert server.connections == 0


def test_loopback_is_refused_unless_a_test_allows_it(server, trust):
    answer = one(Fetcher(environ={}, context=trust, resolve=lambda _: [server.address]), PAGE)

    assert answer.why == NOT_PUBLIC
    assert server.connections == 0


def test_a_name_that_changes_its_address_is_not_asked_of_dns_again(server, fetcher):
    replies = iter([[server.address], [("169.254.169.254", 80)], [("10.0.0.1", 443)]])
    asked = []

    def resolve(host):
        asked.append(host)
        return next(replies)

    server.pages = {
        "/page": redirect("https://a.example/there"),
        "/there": lambda _, r: response(405 if r.method == "HEAD" else 200),
        "/else": response(200),
    }
    rebound = fetcher(resolve=resolve)

    assert one(rebound, PAGE).status == 200
    assert one(rebound, "https://a.example/else").status == 200
    assert asked == ["a.example"]
    assert server.connections == 4


def test_the_next_address_is_tried_where_one_cannot_be_reached(server, fetcher, certificate):
    server.pages["/page"] = response(200)
    with Server(certificate) as closed:
        address = closed.address

    assert one(fetcher(resolve=lambda _: [address, server.address]), PAGE).status == 200


def test_an_address_of_ip_version_6_is_reached(certificate, trust):
    try:
        server, fetcher = at(certificate, trust, host="::1")
    except OSError:
        pytest.skip("this machine has no IPv6 loopback")
    server.pages["/page"] = response(200)

    with server:
        assert one(fetcher, PAGE).status == 200


def test_dns_is_asked_for_every_address(monkeypatch, fetcher):
    asked = []

    def getaddrinfo(*arguments, **options):
        asked.append((arguments, options))
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 443)),
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("fe80::1%eth0", 443, 0, 2)),
        ]

    with monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", getaddrinfo)
        answer = one(fetcher(resolve=None), PAGE)

    assert answer.why == NOT_PUBLIC
    assert asked == [(("a.example", 443), {"type": socket.SOCK_STREAM})]


def test_a_name_server_that_is_silent_holds_nobody_up(fetcher):
    silence = threading.Event()

    def resolve(_host):
        silence.wait(30)
        return []

    answer = one(fetcher(resolve=resolve, timeout=0.3), PAGE)
    silence.set()

    assert answer.why == LATE


@pytest.mark.parametrize("error", [socket.gaierror, socket.herror, UnicodeError])
def test_a_host_that_dns_does_not_know(fetcher, error):
    def resolve(_host):
        raise error

    assert one(fetcher(resolve=resolve), PAGE).why == "its host is not known"


def test_a_host_without_addresses(fetcher):
    assert one(fetcher(resolve=lambda _: []), PAGE).why == BROKEN


# ------------------------------------------------------------------ what is sent


def test_a_url_is_asked_by_head_with_nothing_that_tells_who_asks(server, fetcher):
    server.pages["/page"] = response(200)

    assert one(fetcher(), f"{PAGE}#fragment").status == 200
    (request,) = server.seen
    assert (request.host, request.method, request.path) == ("a.example", "HEAD", "/page")
    assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert request.headers["Host"] == "a.example"
    assert request.headers["Accept-Encoding"] == "identity"


def test_a_cookie_is_not_carried_on(server, fetcher):
    server.pages["/page"] = response(302, Location="/there", Set_Cookie="a=b")
    server.pages["/there"] = response(200)

    assert one(fetcher(), PAGE).status == 200
    assert "Cookie" not in server.seen[1].headers


@pytest.mark.parametrize("status", [400, 403, 404, 405, 410, 500, 501, 503])
def test_a_refusal_of_head_is_not_believed(server, fetcher, status):
    server.pages["/page"] = lambda _, r: response(status if r.method == "HEAD" else 200)

    assert one(fetcher(), PAGE).status == 200
    assert server.asked == [("HEAD", "/page"), ("GET", "/page")]


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_a_refusal_of_get_is(server, fetcher, status):
    server.pages["/page"] = response(status)

    assert one(fetcher(), PAGE).status == status


@pytest.mark.parametrize("status", [401, 429])
def test_who_wants_to_know_us_or_to_be_left_alone_is_asked_once(server, fetcher, status):
    server.pages["/page"] = response(status)

    assert one(fetcher(), PAGE).status == status
    assert server.connections == 1


def test_the_body_of_a_page_is_not_read(server, fetcher):
    server.pages["/page"] = lambda _, r: (
        response(405) if r.method == "HEAD" else response(200, b"x" * 10_000_000)
    )

    assert one(fetcher(), PAGE) == (200, "", "", b"", True)


# ------------------------------------------------------------------ redirects


def test_redirects_are_followed_to_other_hosts(server, fetcher):
    server.pages = {
        ("a.example", "/page"): redirect("//b.example/x", 301),
        ("b.example", "/x"): redirect("y?z", 307),
        ("b.example", "/y?z"): redirect("https://xn--bcher-kva.example/", 308),
        ("xn--bcher-kva.example", "/"): response(200),
    }

    assert one(fetcher(), PAGE).status == 200
    assert [r.host for r in server.seen] == [
        "a.example", "b.example", "b.example", "xn--bcher-kva.example",
    ]  # fmt: skip


def test_a_redirect_to_letters_beyond_ascii_is_followed(server, fetcher):
    server.pages["/page"] = redirect("/ü x")
    server.pages["/%C3%BC%20x"] = response(200)

    assert one(fetcher(), PAGE).status == 200


def test_redirects_come_to_an_end(server, fetcher):
    server.pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(9)}

    assert one(fetcher(), "https://a.example/0").why == "it redirects more than 3 times"
    assert server.connections == 4


def test_redirects_in_a_circle_come_to_an_end(server, fetcher):
    server.pages["/page"] = redirect("/page")

    assert one(fetcher(), PAGE).why == "it redirects more than 3 times"


@pytest.mark.parametrize(
    "location",
    [
        "http://a.example/",
        "http://169.254.169.254/latest/meta-data/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/",
        "https://2852039166/",
        "https://a.example:8443/",
        "https://a.example@b.example/",
        "https://[::1",
        "https:\\\\b.example\\",
        "//localhost/",
        "file:///etc/passwd",
        "gopher://a.example/",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_passes_the_same_gate(server, fetcher, location):
    server.pages["/page"] = redirect(location)

    answer = one(fetcher(), PAGE)

    assert (answer.status, answer.why.startswith("it redirects to ")) == (0, True)
    assert server.connections == 1


def test_a_redirect_to_a_private_host_is_not_followed(server, fetcher):
    server.pages["/page"] = redirect("https://inside.example/")
    addresses = {"a.example": [server.address], "inside.example": [("10.0.0.1", 443)]}

    assert one(fetcher(resolve=addresses.get), PAGE).why == NOT_PUBLIC


def test_a_redirect_to_nowhere_is_an_answer(server, fetcher):
    server.pages["/page"] = response(302)

    assert one(fetcher(), PAGE).status == 302


def test_json_comes_from_the_host_that_was_asked(server, fetcher):
    server.pages = {
        ("a.example", "/page"): redirect("https://b.example/"),
        ("b.example", "/"): response(200, b"{}"),
    }

    assert one(fetcher(), JSON).why == "it redirects to another host"


# ------------------------------------------------------------------ how much


def test_json_is_read_whole(server, fetcher):
    body = json.dumps({"x": "y" * 500_000}).encode()
    server.pages["/page"] = response(200, body, X_Error_Code="None")

    assert one(fetcher(), JSON) == (200, "", "None", body, True)
    assert server.asked == [("GET", "/page")]


def test_json_in_chunks_is_read_whole(server, fetcher):
    server.pages["/page"] = response(
        200, b"2\r\n{}\r\n0\r\n\r\n", Transfer_Encoding="chunked", Content_Length=None
    )

    assert one(fetcher(), JSON).body == b"{}"


def test_the_body_of_an_error_is_not_read(server, fetcher):
    server.pages["/page"] = response(401, b'{"error": "no"}', X_Error_Code="GatedRepo")

    assert one(fetcher(), JSON) == (401, "", "GatedRepo", b"", True)


BIG = b"x" * 10_000_000


@pytest.mark.parametrize(
    "page",
    [
        response(200, BIG),
        response(200, BIG, Content_Length=None),
        response(200, b"989680\r\n" + BIG + b"\r\n0\r\n\r\n", Transfer_Encoding="chunked"),
        response(200, b"1\r\nx\r\n" * 1_100_000, Transfer_Encoding="chunked"),
    ],
    ids=["length", "close", "chunked", "small-chunks"],
)
def test_a_body_of_ten_megabytes_is_not_read(server, fetcher, page):
    server.pages["/page"] = page

    assert one(fetcher(), JSON).why == TOO_MUCH


def test_a_body_without_end_is_not_read(server, fetcher):
    server.pages["/page"] = dripping(server, b"x" * 65536, response(200, Content_Length=None), 0)

    assert one(fetcher(), JSON).why == TOO_MUCH


@pytest.mark.parametrize("question", [Question(PAGE), JSON])
@pytest.mark.parametrize(
    ("piece", "first"),
    [
        (b"X-Filler: " + b"x" * 8000 + b"\r\n", b"HTTP/1.1 200 OK\r\n"),
        (b"x" * 8000, b"HTTP/1.1 200 OK\r\nX-Filler: "),
        (b"x" * 8000, b""),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 400, b""),
        (b"a: b\r\n" * 1000, b"HTTP/1.1 200 OK\r\n"),
    ],
    ids=["lines", "line", "status", "continue", "many"],
)
def test_a_head_without_end_is_not_read(server, fetcher, question, piece, first):
    server.pages["/page"] = dripping(server, piece, first, 0)

    assert one(fetcher(), question).why in (TOO_MUCH, NOT_HTTP)


def test_what_is_compressed_stays_so(server, fetcher):
    bomb = gzip.compress(b"0" * 50_000_000)
    server.pages["/page"] = response(200, bomb, Content_Encoding="gzip")

    assert one(fetcher(), JSON).body == bomb


# ------------------------------------------------------------------ how long


@pytest.mark.parametrize("question", [Question(PAGE), JSON])
@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX-A: "])
def test_a_head_that_trickles_buys_no_time(server, fetcher, question, first):
    server.pages["/page"] = dripping(server, b"x", first)

    assert one(fetcher(timeout=0.5), question).why == LATE


@pytest.mark.parametrize("length", [1000, None])
def test_a_body_that_trickles_buys_no_time(server, fetcher, length):
    server.pages["/page"] = dripping(server, b"x", response(200, Content_Length=length))

    assert one(fetcher(timeout=0.5), JSON).why == LATE


def test_no_time_is_no_answer(server, fetcher):
    assert one(fetcher(timeout=0), PAGE).why == LATE
    assert server.connections == 0


def test_redirects_that_dawdle_buy_no_time(server, fetcher):
    def page(_connection, _request):
        time.sleep(0.3)
        return redirect("/page")

    server.pages["/page"] = page

    assert one(fetcher(timeout=0.5), PAGE).why == LATE


def silent(server, connection):
    while server.open():
        time.sleep(0.02)
    connection.close()


def trickling_tls(server, connection):
    connection.sendall(b"\x16\x03\x03\x3f\xff")  # a record of 16 kB is announced
    while server.open():
        connection.sendall(b"\x02")
        time.sleep(0.02)


@pytest.mark.parametrize("raw", [silent, trickling_tls])
def test_a_handshake_that_dawdles_buys_no_time(certificate, trust, raw):
    server, fetcher = at(certificate, trust, raw, timeout=0.5)

    with server:
        assert one(fetcher, PAGE).why in (LATE, "it does not speak TLS as it should")


# ------------------------------------------------------------------ broken


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (b"", BROKEN),
        (b"SSH-2.0-OpenSSH_9.6\r\n", NOT_HTTP),
        (b"HTTP/1.1 99999 x\r\n\r\n", NOT_HTTP),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{", NOT_HTTP),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", NOT_HTTP),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n", NOT_HTTP),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nx", NOT_HTTP),
    ],
)
def test_an_answer_that_breaks_off_or_is_none(server, fetcher, sent, why):
    server.pages["/page"] = lambda connection, _: connection.sendall(sent)

    assert one(fetcher(), JSON).why == why


def test_a_connection_that_is_dropped(certificate, trust):
    server, fetcher = at(certificate, trust, lambda _, connection: connection.close())

    with server:
        assert one(fetcher, PAGE).why in (BROKEN, "it does not speak TLS as it should")


def test_plain_http_on_the_port_of_https(certificate, trust):
    def plain(_server, connection):
        connection.sendall(response(200))

    server, fetcher = at(certificate, trust, plain)

    with server:
        assert one(fetcher, PAGE).why == "it does not speak TLS as it should"


def of_another_host(authority):
    return authority.issue_cert("b.example")


def of_an_authority_that_nobody_knows(_authority):
    return trustme.CA().issue_cert("a.example")


def expired(authority):
    past = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
    return authority.issue_cert("a.example", not_before=past, not_after=past.replace(year=2021))


@pytest.mark.parametrize("issue", [of_another_host, of_an_authority_that_nobody_knows, expired])
def test_a_certificate_that_is_not_valid(authority, trust, issue):
    server, fetcher = at(issue(authority), trust)

    with server:
        assert one(fetcher, PAGE).why == "its certificate is not valid"
    assert server.seen == []


def test_the_context_that_is_used_by_default_checks_certificates(server, monkeypatch):
    made = []
    real = ssl.create_default_context
    monkeypatch.setattr(ssl, "create_default_context", lambda: made.append(real()) or made[0])
    fetcher = Fetcher(environ={}, allow_loopback=True, resolve=lambda _: [server.address])

    assert one(fetcher, PAGE).why == "its certificate is not valid"
    assert (made[0].verify_mode, made[0].check_hostname) == (ssl.CERT_REQUIRED, True)


def test_nothing_that_was_sent_is_in_our_words(server, fetcher):
    server.pages = {
        "/1": b"HTTP/1.1 SECRET SECRET\r\n\r\n",
        "/2": b"SECRET\r\n\r\n",
        "/3": redirect("gopher://SECRET/SECRET"),
        "/4": b"HTTP/1.1 404 SECRET\r\nX-Error-Code: SECRET-1\r\nSECRET: SECRET\r\n\r\nSECRET",
        "/5": b"HTTP/1.1 200 SECRET\r\nTransfer-Encoding: chunked\r\n\r\nSECRET\r\n",
    }
    questions = [Question(f"https://a.example/{n}", wants_json=n > 3) for n in range(1, 6)]

    assert "SECRET" not in repr(fetcher().answers(questions))


class Sent(io.BytesIO):
    """Bytes, as a connection that has received them."""

    def settimeout(self, _seconds):
        pass

    def sendall(self, data):
        self.request = data

    def recv_into(self, buffer):
        return self.readinto(buffer)


HEADS = st.sampled_from(
    [b"HTTP/1.1 200 OK\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Length: 5\r\n", b"\r\n",
     b"HTTP/1.0 302\r\n", b"Location: ", b"HTTP/1.1 100 c\r\n\r\n", b"5\r\nhello\r\n", b": ", b"\0"]
)  # fmt: skip


@given(st.lists(st.one_of(HEADS, st.binary(max_size=20)), max_size=12).map(b"".join))
def test_whatever_is_sent_is_a_reply_or_a_failure(data):
    try:
        said = transport.exchange(
            "GET", Target("a.example", "/"), Sent(data), time.monotonic() + 60, wants_json=True
        )
    except transport.FAILURES as error:
        said = transport.why(error)

    assert said


# ------------------------------------------------------------------ a run


def test_each_question_is_asked_once_a_run(server, fetcher):
    server.pages["/page"] = response(200)
    shared = fetcher()

    first = shared.answers([Question(PAGE), Question(PAGE)])
    second = shared.answers([Question(PAGE)])

    assert first == second
    assert server.connections == 1


def test_questions_are_asked_side_by_side_and_answered_in_order(server, fetcher):
    together = threading.Barrier(8, timeout=10)

    def page(_connection, request):
        together.wait()
        return response(200 + int(request.path[1:]))

    questions = [Question(f"https://a.example/{n}") for n in range(8)]
    server.pages = {f"/{n}": page for n in range(8)}

    answers = fetcher(timeout=15.0).answers(questions)

    assert list(answers) == questions
    assert [answer.status for answer in answers.values()] == list(range(200, 208))


def test_progress_is_told_in_the_thread_that_asks(server, fetcher):
    server.pages = {f"/{n}": response(200) for n in range(5)}
    told = []

    def progress(done, of):
        told.append((done, of, threading.current_thread() is threading.main_thread()))

    fetcher().answers([Question(f"https://a.example/{n}") for n in range(5)], progress)

    assert told == [(n, 5, True) for n in range(1, 6)]


def test_no_more_than_some_are_asked_in_a_run(server, fetcher):
    server.pages = {f"/{n}": response(200) for n in range(5)}
    shared = fetcher(most=3)

    some = shared.answers([Question(f"https://a.example/{n}") for n in range(2)])
    rest = shared.answers([Question(f"https://a.example/{n}") for n in range(5)])

    assert all(answer.asked for answer in some.values())
    assert [answer.asked for answer in rest.values()] == [True, True, True, False, False]
    assert rest[Question("https://a.example/4")].why == "no more than 3 are asked in a run"
    assert server.connections == 3


def test_a_run_comes_to_an_end(server, fetcher):
    answer = one(fetcher(run_time=0), PAGE)

    assert (answer.asked, answer.why) == (False, "the 0 seconds of a run are used up")
    assert server.connections == 0


def test_the_time_of_a_run_is_shared_by_its_declarations(server, fetcher):
    server.pages["/page"] = dripping(server, b"x")
    shared = fetcher(run_time=0.5, timeout=60.0)

    assert one(shared, PAGE).why == LATE
    assert one(shared, "https://a.example/else").asked is False


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
def test_nothing_is_asked_through_a_proxy(server, fetcher, name):
    answer = one(fetcher(environ={name: "http://proxy.example:3128"}), PAGE)

    assert (answer.asked, answer.why.split()[0]) == (False, name)
    assert "proxy.example" not in answer.why
    assert server.connections == 0


@pytest.mark.parametrize("name", ["NO_PROXY", "no_proxy"])
def test_a_proxy_for_no_host_is_none(server, fetcher, name):
    server.pages["/page"] = response(200)
    environ = {"HTTPS_PROXY": "http://proxy.example:3128", name: "*"}

    assert one(fetcher(environ=environ), PAGE).status == 200


def test_the_environment_is_looked_at_by_default(monkeypatch):
    monkeypatch.setitem(os.environ, "HTTPS_PROXY", "http://proxy.example:3128")

    assert one(Fetcher(), PAGE).asked is False
