# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Many questions, each asked once: who is asked, how often and for how long."""

import os
import socket
import ssl
import threading
import time

import pytest

from osaid_action.http.fetcher import Fetcher, Question
from osaid_action.http.url_policy import is_loopback
from tests.http.asking import BROKEN, JSON, LATE, NOT_PUBLIC, PAGE, PRIVATE, one
from tests.http.server import dripping, redirect, response


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


def test_no_time_is_no_answer(server, fetcher):
    assert one(fetcher(timeout=0), PAGE).why == LATE
    assert server.connections == 0


def test_redirects_that_dawdle_buy_no_time(server, fetcher):
    def page(_connection, _request):
        time.sleep(0.3)
        return redirect("/page")

    server.pages["/page"] = page

    assert one(fetcher(timeout=0.4), PAGE).why == LATE


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


def test_each_question_is_asked_once_a_run(server, fetcher):
    server.pages["/page"] = response(200)
    shared = fetcher()

    first = shared.answers([Question(PAGE), Question(PAGE)])
    second = shared.answers([Question(PAGE)])

    assert first == second
    assert server.connections == 1


def test_questions_are_asked_side_by_side_and_answered_in_order(server, fetcher):
    together = threading.Barrier(8, timeout=60)

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


@pytest.mark.parametrize(
    ("status", "expected"),
    [(300, 300), (301, 200), (302, 200), (303, 200), (304, 304), (305, 305), (307, 200),
     (308, 200), (309, 309)],
)  # fmt: skip
def test_what_sends_elsewhere_is_followed_and_nothing_else(server, fetcher, status, expected):
    server.pages = {"/page": redirect("/there", status), "/there": response(200)}

    assert one(fetcher(), PAGE).status == expected


def test_json_is_asked_by_get_and_may_move_on_its_host(server, fetcher):
    server.pages = {"/page": redirect("https://a.example/there"), "/there": response(200, b"{}")}

    assert one(fetcher(), JSON).body == b"{}"
    assert server.asked == [("GET", "/page"), ("GET", "/there")]


def test_three_redirects_are_followed(server, fetcher):
    server.pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(3)} | {"/3": response(200)}

    assert one(fetcher(), "https://a.example/0").status == 200


def hosts(count):
    return [Question(f"https://h{n}.example/") for n in range(count)]


def nowhere(_host):
    raise socket.gaierror


def test_200_are_asked_in_a_run_if_nobody_says_otherwise():
    answers = list(Fetcher(environ={}, resolve=nowhere).answers(hosts(201)).values())

    assert [answer.asked for answer in answers] == [True] * 200 + [False]
    assert answers[0].why == "its host is not known"
    assert answers[200].why == "no more than 200 are asked in a run"


def test_eight_are_asked_at_a_time_if_nobody_says_otherwise():
    lock, now, most = threading.Lock(), [], []
    together = threading.Barrier(8)

    def resolve(host):
        with lock:
            now.append(host)
            most.append(len(now))
        together.wait(10)
        time.sleep(0.05)  # time for a ninth to come
        with lock:
            now.remove(host)
        raise socket.gaierror

    Fetcher(environ={}, resolve=resolve).answers(hosts(16))

    assert max(most) == 8


def test_dns_is_asked_in_a_thread_that_nobody_waits_for(fetcher):
    daemons = []

    def resolve(_host):
        daemons.append(threading.current_thread().daemon)
        raise socket.gaierror

    one(fetcher(resolve=resolve), PAGE)

    assert daemons == [True]


def test_whoever_gives_up_asks_no_more(fetcher):
    asked = []

    def resolve(host):
        asked.append(host)
        raise socket.gaierror

    def progress(_done, _of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetcher(resolve=resolve, threads=1).answers(hosts(150), progress)
    done = len(asked)
    time.sleep(0.1)

    assert len(asked) == done < 150


def test_a_fault_of_ours_in_finding_a_host_is_not_hidden(fetcher):
    def resolve(_host):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        one(fetcher(resolve=resolve), PAGE)


def test_each_address_that_dns_gives_is_reached_at_port_443_once(monkeypatch):
    reached = []

    def connect(host, addresses, _context, _deadline):
        reached.append((host, addresses))
        raise ConnectionRefusedError

    found = [(0, 0, 6, "", (address, 7)) for address in ("8.8.8.8", "8.8.8.8", "2a01:4f8::1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr("osaid_action.http.fetcher.connect", connect)

    assert one(Fetcher(environ={}), PAGE).why == BROKEN
    assert reached == [("a.example", [("8.8.8.8", 443), ("2a01:4f8::1", 443)])]


def test_nothing_is_asked_where_there_is_nothing_to_ask(fetcher):
    told = []

    assert fetcher().answers([], lambda *numbers: told.append(numbers)) == {}
    assert told == []


def test_a_run_is_over_at_its_very_end(monkeypatch):
    monkeypatch.setattr("osaid_action.http.fetcher.monotonic", lambda: 100.0)

    assert one(Fetcher(environ={}, resolve=nowhere, run_time=0), PAGE).asked is False
    assert one(Fetcher(environ={}, resolve=nowhere, run_time=0.5), PAGE).asked is True
