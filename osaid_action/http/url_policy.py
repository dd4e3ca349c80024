# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What may be asked of the network: https URLs of named hosts, and addresses that are public.

Whoever writes a declaration chooses the URLs, and whoever answers chooses the redirects; neither
may make us talk to something that only our own machine can reach.
"""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import quote

_MAX_URL = 2048
_URL = re.compile(r"https://([^/?#]*)([^#]*)(?:#.*)?", re.IGNORECASE)
_HOST = re.compile(
    r"(?=.{4,253}\Z)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]"
)
_AS_IT_IS = "!$%&'()*+,/:;=?@[]~"  # stays in a path; what else is not a letter is escaped

# IANA's registries of special-purpose addresses, whole, because what `ipaddress` calls global
# differs from one Python to the next; and 168.63.129.16, where Azure's machines ask their host.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32",
        "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
        "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
    )
)  # fmt: skip
_PUBLIC_6 = ipaddress.ip_network("2000::/3")
# Outside of it lie loopback, link-local, unique local and multicast addresses, and those that
# carry an IPv4 address (::ffff:0:0/96, 64:ff9b::/96); Teredo and 6to4 do so inside.


class RefusedError(Exception):
    """Why a URL is not asked, or its answer not read, in words for people."""


class Target(NamedTuple):
    """A URL that may be asked: its host as DNS writes it, its path with its query."""

    host: str
    path: str

    @property
    def url(self) -> str:
        """The URL again, without its fragment."""
        return f"https://{self.host}{self.path}"


def target(url: str) -> Target:
    """Read a URL strictly. Raises RefusedError with the reason when it is not to be asked."""
    if len(url) > _MAX_URL:
        raise RefusedError("it is too long")
    if "\\" in url or any(c.isspace() or not c.isprintable() for c in url):
        raise RefusedError("it holds a backslash, white space or a control character")
    match = _URL.fullmatch(url)
    if match is None:
        raise RefusedError("it is no https URL")
    path = quote(match[2], safe=_AS_IT_IS)
    return Target(_host(match[1]), path if path.startswith("/") else f"/{path}")


def _host(authority: str) -> str:
    if "@" in authority:
        raise RefusedError("it names a user before its host")
    if "[" in authority:
        raise RefusedError("it names an address, not a host")
    name, colon, port = authority.partition(":")
    if colon and port != "443":
        raise RefusedError("it names another port than 443")
    host = _ascii(name).lower()
    if _HOST.fullmatch(host):
        return host
    # As browsers read it, a host that ends in a number is an address: 2130706433, 0x7f.1
    is_number = re.fullmatch(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?", host)
    raise RefusedError(
        "it names an address, not a host" if is_number else "its host is not a full DNS name"
    )


def _ascii(name: str) -> str:
    """A host as DNS has it; refused where another reader could come to another name."""
    if name.isascii():
        return name
    try:
        encoded = name.encode("idna")
        if encoded.decode("idna") == name.lower():
            return encoded.decode("ascii")
    except UnicodeError:
        pass
    raise RefusedError("its host can be read in two ways; in DNS it is written in ASCII")


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody can reach."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and (ip.scope_id or ip not in _PUBLIC_6):
        return False
    return ip.is_global and not any(ip in network for network in _NOT_PUBLIC)


def is_loopback(address: str) -> bool:
    """Whether an IP address is this machine's own."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
