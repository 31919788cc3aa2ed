"""What is derived from the table of operations."""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from openapi_spec_validator import validate

from clientkit import facade, openapi
from clientkit.groups import sendable
from clientkit.operations import OPERATIONS
from clientkit.operations.base import Operation

ROOT = Path(__file__).parents[2]
SENDABLE = {name: op for name, op in OPERATIONS.items() if sendable(op)}


class Recorder(facade.Facade):
    def __init__(self) -> None:
        super().__init__()
        self.sent: list[Operation[Any]] = []

    def send(self, operation: Operation[Any]) -> Any:
        self.sent.append(operation)


@pytest.mark.parametrize("name", SENDABLE)
def test_every_operation_is_a_method_of_its_page(name: str) -> None:
    operation = SENDABLE[name]
    declaration = operation.declaration
    fields = [field.name for field in msgspec.structs.fields(operation)]
    given = {field: f"value of {field}" for field in fields}
    by_position = [given.pop(field) for field in fields if field in declaration.path_params]
    client = Recorder()
    method = getattr(getattr(client, declaration.page), declaration.name)
    method(*by_position, **given)
    assert client.sent == [operation(**{field: f"value of {field}" for field in fields})]
    asynchronous = getattr(getattr(facade.AsyncFacade(), declaration.page), declaration.name)
    assert inspect.iscoroutinefunction(asynchronous)
    assert inspect.signature(asynchronous) == inspect.signature(method)


def test_pages_of_a_browser_and_streams_are_no_methods() -> None:
    assert not hasattr(facade.Facade(), "auth")
    assert not hasattr(facade.Facade(), "site")
    assert not hasattr(facade.Facade().oauth, "authorize")
    assert {name for name in SENDABLE if name.startswith("streaming.")} == {"streaming.health"}


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return openapi.document()


def test_the_openapi_document_is_valid(document: dict[str, Any]) -> None:
    validate(document)


def described(document: dict[str, Any], name: str) -> Any:
    declaration = OPERATIONS[name].declaration
    path = re.sub(r":(\w+)", r"{\1}", declaration.path)
    return document["paths"][path][declaration.method.lower()]


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_described(document: dict[str, Any], name: str) -> None:
    declaration = OPERATIONS[name].declaration
    found = described(document, name)
    assert found["operationId"] == name
    assert found["x-since"] == declaration.since
    assert found.get("deprecated", False) == (declaration.deprecated is not None)
    assert "200" in found["responses"]


def test_parameters_are_described_for_every_encoding(document: dict[str, Any]) -> None:
    body = described(document, "accounts.update_credentials")["requestBody"]["content"]
    nested = body["application/json"]["schema"]["properties"]
    assert nested["source"]["anyOf"][0]["properties"]["privacy"] == {
        "anyOf": [{"type": "string", "enum": ["public", "unlisted", "private"]}, {"type": "null"}]
    }
    flat = body["multipart/form-data"]["schema"]["properties"]
    assert flat["avatar"] == {"type": "string", "format": "binary"}
    assert flat["attribution_domains[]"] == {"type": "array", "items": {"type": "string"}}
    assert flat["source[privacy]"] == {"type": "string", "enum": ["public", "unlisted", "private"]}
    assert flat["fields_attributes[][name]"]["type"] == "array"
    index = described(document, "statuses.index")["parameters"]
    assert [(one["name"], one["in"]) for one in index] == [("id[]", "query")]


def test_who_may_call_and_what_comes_back(document: dict[str, Any]) -> None:
    create = described(document, "statuses.create")
    assert create["security"] == [{"user": ["write"]}, {"user": ["write:statuses"]}]
    assert create["responses"]["200"]["content"]["application/json"]["schema"] == {
        "anyOf": [
            {"$ref": "#/components/schemas/Status"},
            {"$ref": "#/components/schemas/ScheduledStatus"},
        ]
    }
    assert described(document, "statuses.get")["security"][0] == {}
    assert "202" in described(document, "media.create")["responses"]
    assert document["components"]["schemas"]["Status"]["properties"]["quote"]["x-since"] == "4.4.0"


def test_check_names_what_is_out_of_date(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    generate = importlib.import_module("generate")
    formatted = generate.facade()
    monkeypatch.setitem(generate.GENERATORS, "clientkit/facade.py", lambda: formatted)
    monkeypatch.setattr(generate, "ROOT", tmp_path)
    assert generate.main(["--check"]) == 1
    assert not list(tmp_path.iterdir())
    assert generate.main([]) == 0
    assert generate.main(["--check"]) == 0
    (tmp_path / "docs" / "coverage.md").write_text("old")
    capsys.readouterr()
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().err == "docs/coverage.md is out of date: run scripts/generate.py\n"


def test_data_can_be_had_without_httpx() -> None:
    """The server reads the operations, and need not load a client."""
    code = "import sys, clientkit.operations; assert 'httpx' not in sys.modules, 'httpx'"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
