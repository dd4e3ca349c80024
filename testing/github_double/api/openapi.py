# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What GitHub's own API description says of a request and of an answer."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

SLICE = os.path.join(os.path.dirname(__file__), os.pardir, "openapi-slice.json")

_BASE = "urn:github-api"
_WIDE = {"path": ".*", "ref": ".+", "basehead": ".+"}  # these parameters may hold slashes


class Operation(NamedTuple):
    """A method on a path, as the description knows it, and the values of its parameters."""

    method: str
    template: str
    values: dict[str, str]

    @property
    def pointer(self) -> str:
        """Where the operation stands in the description."""
        return f"#/paths/{self.template.replace('/', '~1')}/{self.method.lower()}"


class Description:
    """The slice, asked about requests and answers; every answer is a list of complaints."""

    def __init__(self, path: str = SLICE) -> None:
        with open(path, encoding="utf-8") as file:
            self.document: dict[str, Any] = json.load(file)
        self._patterns = [
            (template, _pattern(template), set(methods))
            for template, methods in self.document["paths"].items()
        ]
        self._validator = cache(self._new_validator)

    def load(self) -> None:
        """Import what checks: that takes seconds, which the first client would have to wait."""
        self._validator("{}")

    def match(self, method: str, path: str) -> Operation | None:
        """Find the operation of a request; None when the slice has none."""
        for template, pattern, methods in self._patterns:
            found = pattern.fullmatch(path)
            if found and method.lower() in methods:
                return Operation(method, template, found.groupdict())
        return None

    def request_errors(
        self, operation: Operation, query: Mapping[str, str], body: object
    ) -> list[str]:
        """Say what is wrong with a request: parameters, their values, the body."""
        return [*self._query_errors(operation, query), *self._body_errors(operation, body)]

    def answer_errors(self, operation: Operation, status: int, body: object) -> list[str]:
        """Say how an answer differs from what the description promises for its status."""
        response = self._at(operation.pointer)["responses"].get(str(status))
        if response is None and status >= 400:
            name = "validation-error" if status == 422 else "basic-error"
            pointer = f"#/components/schemas/{name}"
        elif response is None:
            return [f"{operation.method} {operation.template} never answers {status}"]
        else:
            pointer = self._response_schema(operation, status)
            if not pointer:
                return [] if body is None else [f"status {status} has no body"]
        return list(self._errors(pointer, body))

    def complete(self, name: str, known: Mapping[str, Any]) -> dict[str, Any]:
        """Add what the schema ``name`` requires and ``known`` leaves out.

        What is added is empty of meaning but of the right shape: null where that is
        allowed, addresses below the object's own address, zero, false, empty lists.
        """
        schema = self.document["components"]["schemas"][name]
        return self._fill(schema, known, str(known.get("url", "https://api.github.example")))

    def _fill(self, schema: dict[str, Any], known: Mapping[str, Any], url: str) -> dict[str, Any]:
        value = dict(known)
        for part in self._parts(schema):
            for key in part.get("required", []):
                if key not in value:
                    value[key] = self._blank(key, part.get("properties", {}).get(key, {}), url)
        return value

    def _blank(self, key: str, schema: dict[str, Any], url: str) -> Any:
        schema = self._resolve(schema)
        if schema.get("nullable"):
            return None
        if "enum" in schema:
            return schema["enum"][0]
        if "type" not in schema and not schema.get("properties"):
            choice = (schema.get("oneOf") or schema.get("anyOf") or schema.get("allOf") or [None])[
                0
            ]
            return self._blank(key, choice, url) if choice else key
        if schema.get("type") == "string":
            return _blank_string(key, schema.get("format", ""), url)
        blanks: dict[str, Any] = {"integer": 0, "number": 0, "boolean": False, "array": []}
        kind = schema.get("type", "object")
        return blanks[kind] if kind in blanks else self._fill(schema, {}, url)

    def _parts(self, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
        schema = self._resolve(schema)
        yield schema
        for part in schema.get("allOf", []):
            yield from self._parts(part)

    def _query_errors(self, operation: Operation, query: Mapping[str, str]) -> Iterator[str]:
        declared = {
            parameter["name"]: parameter
            for parameter in map(self._resolve, self._at(operation.pointer).get("parameters", []))
        }
        for name, value in {**operation.values, **query}.items():
            if name not in declared:
                yield f"unknown parameter {name!r}"
                continue
            schema = declared[name]["schema"]
            validator = self._validator(json.dumps(schema, sort_keys=True))
            for error in validator.iter_errors(_typed(value, self._resolve(schema))):
                yield f"parameter {name!r}: {error.message}"

    def _body_errors(self, operation: Operation, body: object) -> Iterator[str]:
        asked = self._at(operation.pointer).get("requestBody")
        if asked is None:
            if body is not None:
                yield "this request takes no body"
        elif body is None:
            yield "the body is missing"
        else:
            pointer = f"{operation.pointer}/requestBody/content/application~1json/schema"
            yield from self._errors(pointer, body)
            yield from self._unknown(self._at(pointer), body, "")

    def _unknown(self, schema: dict[str, Any], value: object, place: str) -> Iterator[str]:
        schema = self._resolve(schema)
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self._unknown(schema.get("items", {}), item, f"{place}[{index}]")
        elif isinstance(value, dict) and schema.get("properties"):
            for key, item in value.items():
                if key in schema["properties"]:
                    yield from self._unknown(schema["properties"][key], item, f"{place}.{key}")
                else:
                    yield f"unknown field {place}.{key}"

    def _response_schema(self, operation: Operation, status: int) -> str:
        pointer = f"{operation.pointer}/responses/{status}"
        pointer = self._at(pointer).get("$ref", pointer)
        content = self._at(pointer).get("content", {})
        return (
            f"{pointer}/content/application~1json/schema" if "application/json" in content else ""
        )

    def _errors(self, pointer: str, value: object) -> Iterator[str]:
        validator = self._validator(json.dumps({"$ref": _BASE + pointer}))
        for error in validator.iter_errors(value):
            place = "".join(f"[{key!r}]" for key in error.absolute_path)
            yield f"{place or 'the value'}: {_short(error.message)}"

    def _at(self, pointer: str) -> dict[str, Any]:
        node: Any = self.document
        for key in pointer.removeprefix("#/").split("/"):
            node = node[key.replace("~1", "/").replace("~0", "~")]
        found: dict[str, Any] = node
        return found

    def _resolve(self, schema: dict[str, Any]) -> dict[str, Any]:
        return self._resolve(self._at(schema["$ref"])) if "$ref" in schema else schema

    def _new_validator(self, schema: str) -> Any:
        # Imported here: only what starts the double needs the packages of the group `e2e`.
        from openapi_schema_validator import OAS30Validator, oas30_format_checker  # noqa: PLC0415
        from referencing import Registry  # noqa: PLC0415
        from referencing.jsonschema import DRAFT4  # noqa: PLC0415

        registry: Any = Registry().with_resource(_BASE, DRAFT4.create_resource(self.document))
        return OAS30Validator(
            json.loads(schema), registry=registry, format_checker=oas30_format_checker
        )


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(
        re.sub(r"\{(\w+)\}", lambda m: f"(?P<{m[1]}>{_WIDE.get(m[1], '[^/]+')})", template)
    )


def _short(message: str) -> str:
    # Messages of jsonschema start with the whole value and end with what is wrong with it.
    return message if len(message) < 400 else f"{message[:200]} … {message[-200:]}"


def _typed(value: str, schema: Mapping[str, Any]) -> object:
    if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", value):
        return int(value)
    if schema.get("type") == "boolean" and value in {"true", "false"}:
        return value == "true"
    return value


def _blank_string(key: str, kind: str, url: str) -> str:
    if kind == "date-time":
        return "2026-01-01T00:00:00Z"
    if kind == "uri" or key.endswith(("url", "href")):
        return f"{url}/{key.removesuffix('_url')}"
    return key
