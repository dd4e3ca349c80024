# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One request and its answer: how much is read, how long is waited, and what is none."""

import datetime as dt
import gzip
import http.client
import json
import socket
import ssl
import time
from typing import ClassVar

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.http import transport
from osaid_action.http.fetcher import Question
from osaid_action.http.url_policy import RefusedError, Target, target
from tests.http.asking import BROKEN, JSON, LATE, NOT_HTTP, PAGE, TOO_MUCH, Sent, at, one
from tests.http.server import Server, dripping, response


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


def test_a_url_is_asked_by_head_with_nothing_that_tells_who_asks(server, fetcher):
    server.pages["/page"] = response(200)

    assert one(fetcher(), f"{PAGE}#fragment").status == 200
    (request,) = server.seen
    assert (request.host, request.method, request.path) == ("a.example", "HEAD", "/page")
    assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert request.headers["Host"] == "a.example"
    assert request.headers["Accept-Encoding"] == "identity"


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
    bomb = gzip.compress(b"0" * 20_000_000, compresslevel=1)
    server.pages["/page"] = response(200, bomb, Content_Encoding="gzip")

    assert one(fetcher(), JSON).body == bomb


@pytest.mark.parametrize("question", [Question(PAGE), JSON])
@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX-A: "])
def test_a_head_that_trickles_buys_no_time(server, fetcher, question, first):
    server.pages["/page"] = dripping(server, b"x", first)

    assert one(fetcher(timeout=0.25), question).why == LATE


@pytest.mark.parametrize("length", [1000, None])
def test_a_body_that_trickles_buys_no_time(server, fetcher, length):
    server.pages["/page"] = dripping(server, b"x", response(200, Content_Length=length))

    assert one(fetcher(timeout=0.25), JSON).why == LATE


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
    server, fetcher = at(certificate, trust, raw, timeout=0.25)

    with server:
        assert one(fetcher, PAGE).why in (LATE, "it does not speak TLS as it should")


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


# ------------------------------------------------------------------ without a network


def reply(data, *, method="GET", wants_json=True):
    """What is read of an answer that is there already."""
    to, deadline = Target("a.example", "/x?y"), time.monotonic() + 60
    return transport.exchange(method, to, Sent(data), deadline, wants_json=wants_json)


def head_of(size):
    """A whole answer of so many bytes, all of them in its head."""
    first = b"HTTP/1.1 200 OK\r\n"
    lines = b"".join(b"X-%d: " % n + b"x" * 7993 + b"\r\n" for n in range(8))
    return first + lines + b"X: ".ljust(size - len(first + lines) - 4, b"x") + b"\r\n\r\n"


@pytest.mark.parametrize(("wants_json", "accept"), [(True, "application/json"), (False, "*/*")])
def test_a_request_says_what_is_wanted_and_who_asks(wants_json, accept):
    connection = Sent(b"HTTP/1.1 200 OK\r\n\r\n")
    to, deadline = Target("a.example", "/x?y"), time.monotonic() + 60
    transport.exchange("GET", to, connection, deadline, wants_json=wants_json)

    first, *fields, end, nothing = connection.request.decode("ascii").split("\r\n")
    assert (first, end, nothing) == ("GET /x?y HTTP/1.1", "", "")
    assert {"Host: a.example", f"Accept: {accept}", "Connection: close"} <= {*fields}
    assert [field for field in fields if field.startswith("User-Agent: osaid/")]


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (response(200, b"{}"), (200, "", "", b"{}")),
        (response(204, b"{}"), (204, "", "", b"")),
        (response(404, b"{}", X_Error_Code="RepoNotFound"), (404, "", "RepoNotFound", b"")),
        (response(404, X_Error_Code="x" * 40), (404, "", "x" * 40, b"")),
        (response(404, X_Error_Code="x" * 41), (404, "", "", b"")),
        (response(404, X_Error_Code="Repo-1"), (404, "", "", b"")),
        (response(302, Location="/there"), (302, "/there", "", b"")),
    ],
)
def test_of_an_answer_its_status_place_code_and_body_are_read(sent, read):
    assert reply(sent) == read


def test_a_body_that_is_not_wanted_is_not_read():
    assert reply(response(200, b"{}"), wants_json=False).body == b""


@pytest.mark.parametrize("length", [None, 1024 * 1024])
def test_a_body_of_one_mebibyte_is_read(length):
    body = b"x" * 1024 * 1024

    assert reply(response(200, body, Content_Length=length)).body == body


@pytest.mark.parametrize("length", [None, 1024 * 1024 + 1])
def test_a_body_of_one_byte_more_is_not_read(length):
    with pytest.raises(RefusedError, match=TOO_MUCH):
        reply(response(200, b"x" * (1024 * 1024 + 1), Content_Length=length))


def test_a_body_that_is_shorter_than_announced_is_not_whole():
    with pytest.raises(http.client.IncompleteRead):
        reply(response(200, b"x", Content_Length=2))


@pytest.mark.parametrize("wants_json", [True, False])
def test_a_head_has_64_kibibytes_at_most(wants_json):
    most = 64 * 1024 + wants_json * 1024 * 1024
    endless = b"HTTP/1.1 100 Continue\r\n\r\n" * 50_000
    fits = endless[: 25 * ((most - 100) // 25)] + b"HTTP/1.1 200 OK\r\n\r\n"

    assert reply(fits, wants_json=wants_json).status == 200
    with pytest.raises(RefusedError, match=TOO_MUCH):
        reply(endless[: 25 * (most // 25 + 1)] + fits[-19:], wants_json=wants_json)


def test_the_last_byte_that_is_read_is_the_65536th():
    assert reply(head_of(65536), wants_json=False).status == 200
    with pytest.raises(RefusedError, match=TOO_MUCH):
        reply(head_of(65537), wants_json=False)


def test_a_connection_that_does_not_take_the_request_is_waited_for_no_longer():
    class Slow(Sent):
        def settimeout(self, seconds):
            self.patience = seconds

        def sendall(self, _data):
            raise TimeoutError(self.patience)

    with pytest.raises(TimeoutError) as caught:
        transport.exchange(
            "GET", Target("a.example", "/"), Slow(b""), time.monotonic() + 60, wants_json=True
        )
    assert 0 < caught.value.args[0] <= 60


def test_what_is_left_is_a_time_or_none(monkeypatch):
    monkeypatch.setattr(transport, "monotonic", lambda: 100.0)

    assert transport.left(100.5) == 0.5
    for deadline in (100.0, 99.0):
        with pytest.raises(TimeoutError):
            transport.left(deadline)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RefusedError("it is no https URL"), "it is no https URL"),
        (ssl.SSLCertVerificationError("SECRET"), "its certificate is not valid"),
        (ssl.SSLError("SECRET"), "it does not speak TLS as it should"),
        (TimeoutError("SECRET"), LATE),
        (ConnectionResetError("SECRET"), BROKEN),
        (OSError("SECRET"), BROKEN),
        (http.client.BadStatusLine("SECRET"), NOT_HTTP),
        (ValueError("SECRET"), NOT_HTTP),
    ],
)
def test_what_stood_in_the_way_is_told_in_our_words(error, words):
    assert isinstance(error, transport.FAILURES)
    assert transport.why(error) == words


# ------------------------------------------------------------------ connecting


@pytest.mark.parametrize(("closed", "expected"), [(2, ""), (3, BROKEN)])
def test_three_addresses_of_a_host_are_tried(server, fetcher, certificate, closed, expected):
    server.pages["/page"] = response(200)
    addresses = []
    for _ in range(closed):
        with Server(certificate) as gone:
            addresses.append(gone.address)

    assert one(fetcher(resolve=lambda _: [*addresses, server.address]), PAGE).why == expected


def test_a_handshake_may_take_what_is_left_of_the_time(certificate, trust):
    def late(server, connection):
        time.sleep(0.8)
        server.raw = None
        server._serve(connection)  # noqa: SLF001 - as it would have answered at once

    server, fetcher = at(certificate, trust, late, timeout=2.0)
    server.pages["/page"] = response(200)

    with server:
        assert one(fetcher, PAGE).status == 200


class Pieces(Sent):
    """What is sent, five bytes at a time."""

    def recv_into(self, buffer):
        return super().recv_into(buffer[:5])


def test_the_last_byte_that_is_read_may_come_alone():
    to, deadline = Target("a.example", "/"), time.monotonic() + 60

    sent = Pieces(head_of(65536))
    assert transport.exchange("HEAD", to, sent, deadline, wants_json=False).status == 200


class Unreachable:
    """A socket that reaches nothing, and remembers what was tried."""

    tried: ClassVar = []

    def __init__(self, family, _kind):
        self.family = family
        self.patience = None

    def settimeout(self, seconds):
        self.patience = seconds

    def connect(self, address):
        self.tried.append((self.family, address, self.patience))
        raise ConnectionRefusedError

    def close(self):
        self.tried.append("closed")


def test_an_address_that_is_silent_takes_a_third_of_the_time_at_most(monkeypatch, trust):
    monkeypatch.setattr(socket, "socket", Unreachable)
    monkeypatch.setattr(Unreachable, "tried", [])
    monkeypatch.setattr(transport, "monotonic", lambda: 100.0)

    with pytest.raises(ConnectionRefusedError):
        transport.connect("a.example", [("8.8.8.8", 443), ("2a01:4f8::1", 443)], trust, 106.0)
    assert Unreachable.tried == [
        (socket.AF_INET, ("8.8.8.8", 443), 2.0),
        "closed",
        (socket.AF_INET6, ("2a01:4f8::1", 443), 2.0),
        "closed",
    ]
