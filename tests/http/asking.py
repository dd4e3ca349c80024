# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the tests of this room ask, the words they are answered in, and who asks."""

import io

from osaid_action.http.fetcher import Fetcher, Question
from tests.http.server import Server

PAGE = "https://a.example/page"
JSON = Question(PAGE, wants_json=True)
NOT_PUBLIC = "its host has an address that is not public"
TOO_MUCH = "it sends more than is read"
LATE = "no answer in time"
BROKEN = "the connection fails"
NOT_HTTP = "its answer is not HTTP, or not whole"

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
"""Addresses that not everybody can reach, and what is no address."""


def at(certificate, trust, raw=None, host="127.0.0.1", **limits):
    """A server of its own and a fetcher for it."""
    server = Server(certificate, raw, host)
    limits = {"environ": {}, "timeout": 5.0, "resolve": lambda _: [server.address]} | limits
    return server, Fetcher(allow_loopback=True, context=trust, **limits)


def one(fetcher, question):
    question = Question(question) if isinstance(question, str) else question
    return fetcher.answers([question])[question]


class Sent(io.BytesIO):
    """Bytes, as a connection that has received them."""

    def settimeout(self, _seconds):
        pass

    def sendall(self, data):
        self.request = data

    def recv_into(self, buffer):
        return self.readinto(buffer)
