"""Turns a scene's step into the HTTP request that the recorder sent."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import msgspec

from contracts.recordings.scenes import Scene, Step
from contracts.recordings.variables import fill

BOUNDARY = "scene-boundary-7f3a9c"
URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~-._"
"""What stands in a recorded path as it is; anything else is percent-encoded."""


@dataclass
class Request:
    """An HTTP request. `target`: path and query as they go over the wire; header names are in lower case."""

    method: str
    target: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def build(
    step: Step, scene: Scene, variables: dict[str, Any], cookies: dict[str, str], call: str | None = None
) -> Request:
    """The request of a `call` step, or of a stream's opening if `call` is given."""
    method, _, target = fill(call or step["call"], variables).partition(" ")
    if step.get("query"):
        pairs = urlencode([(str(name), _text(value)) for name, value in fill(step["query"], variables)])
        target += ("&" if "?" in target else "?") + pairs
    headers = {
        "host": variables["host"],
        "user-agent": "scenes/1",
        "accept": "*/*",
        "x-forwarded-for": scene.address,
        "x-forwarded-proto": "https",
    }
    token = token_of(step, variables)
    if token is not None and step.get("token_in", "header") == "header":
        headers["authorization"] = f"Bearer {token}"
    if token is not None and step.get("token_in") == "query":
        target += ("&" if "?" in target else "?") + urlencode({"access_token": token})
    if token is not None and step.get("token_in") == "protocol":
        headers["sec-websocket-protocol"] = token
    content_type, body = _body(step, scene.files, variables)
    if content_type:
        headers["content-type"] = content_type
    if cookies:
        headers["cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    for name, value in (step.get("headers") or {}).items():
        if value is None:
            headers.pop(name.lower(), None)
        else:
            headers[name.lower()] = fill(value, variables)
    if body or method in {"POST", "PUT", "PATCH"}:
        headers.setdefault("content-length", str(len(body)))
    return Request(method, quote(target, safe=URL_CHARACTERS), headers, body)


def token_of(step: Step, variables: dict[str, Any]) -> str | None:
    """The token a step is made with; a name that is no actor's and no token's is itself the (wrong) token."""
    name = step.get("as")
    if name is None or step.get("token_in") == "none":
        return None
    return str(variables.get(f"{name}.token", fill(name, variables)))


def _body(step: Step, files: Path | None, variables: dict[str, Any]) -> tuple[str | None, bytes]:
    if "form" in step:
        pairs = [(str(name), _text(value)) for name, value in fill(step["form"], variables)]
        return "application/x-www-form-urlencoded", urlencode(pairs).encode()
    if "json" in step:
        return "application/json", msgspec.json.encode(fill(step["json"], variables))
    if "multipart" in step:
        parts = [_part(name, value, files) for name, value in fill(step["multipart"], variables)]
        return f"multipart/form-data; boundary={BOUNDARY}", b"".join([*parts, f"--{BOUNDARY}--\r\n".encode()])
    if "raw" in step:
        raw = step["raw"]
        body = (
            base64.b64decode(raw["base64"])
            if "base64" in raw
            else fill(raw.get("text", ""), variables).encode()
        )
        return raw.get("type"), body
    return None, b""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _part(name: str, value: Any, files: Path | None) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"'
    if not isinstance(value, dict):
        return f"{head}\r\n\r\n{_text(value)}\r\n".encode()
    content = bytes(value.get("zeros", 0))
    if "file" in value:
        if files is None:
            raise FileNotFoundError(f"no folder files/ for the upload {value['file']}")
        content = (files / value["file"]).read_bytes() + bytes(value.get("pad", 0))
    file_name = value.get("name", value.get("file", "file"))
    content_type = value.get("type", "application/octet-stream")
    return (
        f'{head}; filename="{file_name}"\r\nContent-Type: {content_type}\r\n\r\n'.encode() + content + b"\r\n"
    )
