# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One request and its answer: how much is read, how long is waited, and what is none."""

import datetime as dt
import gzip
import json
import time

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
    bomb = gzip.compress(b"0" * 50_000_000)
    server.pages["/page"] = response(200, bomb, Content_Encoding="gzip")

    assert one(fetcher(), JSON).body == bomb


@pytest.mark.parametrize("question", [Question(PAGE), JSON])
@pytest.mark.parametrize("first", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nX-A: "])
def test_a_head_that_trickles_buys_no_time(server, fetcher, question, first):
    server.pages["/page"] = dripping(server, b"x", first)

    assert one(fetcher(timeout=0.5), question).why == LATE


@pytest.mark.parametrize("length", [1000, None])
def test_a_body_that_trickles_buys_no_time(server, fetcher, length):
    server.pages["/page"] = dripping(server, b"x", response(200, Content_Length=length))

    assert one(fetcher(timeout=0.5), JSON).why == LATE


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
