"""Write the files that are derived from the operations and from the tables of the database; `--check` only
tells which are out of date.

Another generated file is another line of GENERATORS.
"""

from __future__ import annotations

import argparse
import inspect
import json
import shutil
import subprocess
import sys
import sysconfig
import textwrap
import types
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import msgspec
from msgspec import UnsetType
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from clientkit import openapi, operations  # noqa: E402
from clientkit.groups import sendable  # noqa: E402
from clientkit.operations import base  # noqa: E402
from mockserver.handlers import BINDINGS  # noqa: E402
from mockserver.store.schema import metadata  # noqa: E402

ALIASES = {
    getattr(base, name): name
    for name in ("Count", "FileParam", "Flag", "LooseTexts", "Number", "Text", "Texts")
}

FACADE_HEAD = '''\
"""Every operation as a method: `client.statuses.favourite("9")`. Written by scripts/generate.py.

A method's parameters are its operation's: those of the path by position, the others by name.
"""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import UNSET, UnsetType

from clientkit import entities
from clientkit import operations as ops
from clientkit.groups import AsyncGroup, Group
from clientkit.operations.base import Count, FileParam, Flag, LooseTexts, Number, Operation, Text, Texts

R = TypeVar("R")
'''


# --- clientkit/facade.py


def facade() -> str:
    chosen = [op for op in operations.OPERATIONS.values() if sendable(op)]
    pages = [(page, list(ops)) for page, ops in groupby(chosen, key=lambda op: op.declaration.page)]
    parts = [FACADE_HEAD]
    for asynchronous in (False, True):
        parts += [_group(page, ops, asynchronous) for page, ops in pages]
        parts.append(_root([page for page, _ in pages], asynchronous))
    return _formatted("\n\n".join(parts))


def _class_name(page: str, asynchronous: bool) -> str:
    return ("Async" if asynchronous else "") + "".join(word.capitalize() for word in page.split("_"))


def _group(page: str, ops: list[Any], asynchronous: bool) -> str:
    doc = (inspect.getdoc(getattr(operations, page)) or "").splitlines()[0]
    lines = [
        f"class {_class_name(page, asynchronous)}({'AsyncGroup' if asynchronous else 'Group'}):",
        f"    {_quoted(doc, 4)}",
        "    __slots__ = ()",
    ]
    return "\n\n".join(["\n".join(lines), *(_method(op, asynchronous) for op in ops)])


def _method(op: Any, asynchronous: bool) -> str:
    declaration = op.declaration
    fields = msgspec.structs.fields(op)
    in_path = [f for f in fields if f.name in declaration.path_params]
    others = [f for f in fields if f.name not in declaration.path_params]
    parameters = ["self", *(f"{f.name}: str" for f in in_path)]
    if others:
        parameters += ["*", *(f"{f.name}: {_type(f.type)} = UNSET" for f in others)]
    arguments = ", ".join(f"{f.name}={f.name}" for f in [*in_path, *others])
    call = f"self._client.send(ops.{declaration.page}.{op.__name__}({arguments}))"
    head = f"{'async ' if asynchronous else ''}def {declaration.name}({', '.join(parameters)})"
    return f"""\
    {head} -> {_type(declaration.returns)}:
        {_docstring(op)}
        return {"await " if asynchronous else ""}{call}"""


def _docstring(op: Any) -> str:
    declaration = op.declaration
    facts = [f"`{declaration.method} {declaration.path}`"]
    facts += [f"since {declaration.since}"] * (declaration.since != "0.0.0")
    facts += [f"deprecated since {declaration.deprecated}"] * (declaration.deprecated is not None)
    facts += [f"scope {' or '.join(declaration.scopes)}"] * bool(declaration.scopes)
    told = [f"Needs {_names(declaration.required)}."] * bool(declaration.required)
    told += [f"`{name}`: {', '.join(values)}." for name, values in declaration.values.items()]
    paragraphs = [inspect.getdoc(op), " ".join(told), ", ".join(facts) + "."]
    return _quoted("\n\n".join(filter(None, paragraphs)), 8)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _quoted(text: str, indent: int) -> str:
    """As a docstring, each paragraph wrapped."""
    wrapped = [
        textwrap.fill(
            " ".join(paragraph.split()), 104 - indent, break_on_hyphens=False, break_long_words=False
        )
        for paragraph in text.replace("\\", "\\\\").split("\n\n")
    ]
    quoted = '"""' + "\n\n".join(wrapped) + ("\n" if "\n" in "\n\n".join(wrapped) else "") + '"""'
    return quoted.replace("\n", "\n" + " " * indent)


def _root(pages: list[str], asynchronous: bool) -> str:
    prefix = "Async" if asynchronous else ""
    lines = [
        f"class {prefix}Facade:",
        '    """All groups."""',
        "    def __init__(self) -> None:",
        *(f"        self.{page} = {_class_name(page, asynchronous)}(self)" for page in pages),
        f"    {'async ' if asynchronous else ''}def send(self, operation: Operation[R]) -> R:",
        '        """Send an operation."""',
        "        raise NotImplementedError",
    ]
    return "\n".join(lines)


def _type(annotation: Any) -> str:
    """As it is written in the facade."""
    if annotation in ALIASES:
        return ALIASES[annotation]
    if annotation in (None, types.NoneType):
        return "None"
    if annotation is UnsetType or annotation is Any:
        return str(annotation.__name__) if annotation is UnsetType else "Any"
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return " | ".join(map(_type, arguments))
    if origin is not None:
        return f"{origin.__name__}[{', '.join(map(_type, arguments))}]"
    module = annotation.__module__
    if module.startswith("clientkit.entities"):
        return f"entities.{annotation.__name__}"
    if module.startswith("clientkit.operations"):
        return f"ops.{module.rpartition('.')[2]}.{annotation.__name__}"
    return str(annotation.__name__)


def _formatted(source: str) -> str:
    ruff = shutil.which("ruff", path=sysconfig.get_path("scripts")) or shutil.which("ruff")
    assert ruff is not None, "ruff is needed: pip install -e '.[dev]'"
    run = subprocess.run(
        [ruff, "format", "--stdin-filename", "clientkit/facade.py", "-"],
        input=source,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


# --- docs


def openapi_json() -> str:
    return json.dumps(openapi.document(), indent=1, ensure_ascii=False) + "\n"


def coverage() -> str:
    table = operations.OPERATIONS
    bound = sum(op in BINDINGS for op in table.values())
    lines = [
        "# Coverage",
        "",
        "Every operation of the API and whether the server answers it. Written by `scripts/generate.py`.",
        "",
        f"{bound} of {len(table)} operations have a handler. Streams are answered by `mockserver/streaming`.",
    ]
    for page, ops in groupby(table.values(), key=lambda op: op.declaration.page):
        lines += ["", f"## {page}", "", "| operation | route | since | handler |", "|---|---|---|---|"]
        lines += map(_coverage_row, ops)
    return "\n".join(lines) + "\n"


def _coverage_row(op: Any) -> str:
    declaration = op.declaration
    since = declaration.since if declaration.since != "0.0.0" else "always"
    if declaration.deprecated:
        since += f", deprecated {declaration.deprecated}"
    streamed = declaration.page == "streaming"
    handler = "yes" if op in BINDINGS else "stream" if streamed else "no"
    return f"| {declaration.name} | `{declaration.method} {declaration.path}` | {since} | {handler} |"


# --- mockserver/store/schema/sqlite.sql


def sqlite_schema() -> str:
    statements: list[Any] = []
    for table in metadata.sorted_tables:
        statements.append(CreateTable(table, if_not_exists=True))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [CreateIndex(index, if_not_exists=True) for index in indexes]
    made = (str(statement.compile(dialect=sqlite.dialect())).strip() for statement in statements)
    lines = (line.rstrip() for one in made for line in f"{one};".splitlines())
    return "-- Written by scripts/generate.py.\n\n" + "\n".join(line for line in lines if line) + "\n"


GENERATORS: dict[str, Callable[[], str]] = {
    "clientkit/facade.py": facade,
    "docs/openapi.json": openapi_json,
    "docs/coverage.md": coverage,
    "mockserver/store/schema/sqlite.sql": sqlite_schema,
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file is out of date")
    check = parser.parse_args(arguments).check
    stale = 0
    for name, generate in GENERATORS.items():
        path, text = ROOT / name, generate()
        if path.exists() and path.read_text() == text:
            continue
        stale += 1
        if check:
            print(f"{name} is out of date: run scripts/generate.py", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
            print(f"wrote {name}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
