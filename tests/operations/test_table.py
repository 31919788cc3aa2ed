"""The table of operations is complete and says nothing that contradicts itself."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from typing import Any

import msgspec
import pytest

import clientkit.operations
from clientkit.operations import OPERATIONS, Operation
from clientkit.operations.params import MinCursor, Offset, SinceCursor

ALL = [pytest.param(op, id=name) for name, op in OPERATIONS.items()]
NOT_PAGES = {"base", "params"}

# Real servers check no scope here: any known token will do.
WITHOUT_SCOPE = {
    "accounts.identity_proofs",
    "announcements.get",
    "apps.verify_credentials",
    "directory.get",
    "instance.domain_blocks",
    "tags.get",
    "trends.links",
    "trends.statuses",
    "trends.tags",
    "trends.tags_v1",
    "web.donation_campaigns",
}
# Real servers answer 404 to PUT /api/v1/accounts/update_credentials (recording common/pairs).
PATCH_ONLY = {"accounts.update_credentials"}

Declared = type[Operation[Any]]


def parameters(op: Declared) -> dict[str, msgspec.structs.FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(op)}


def shape(path: str) -> str:
    return re.sub(r":\w+", ":", path)


def test_every_module_of_the_package_is_imported_and_declares_something() -> None:
    pages = {module.name for module in pkgutil.iter_modules(clientkit.operations.__path__)} - NOT_PAGES
    assert {op.declaration.page for op in OPERATIONS.values()} == pages
    assert pages <= set(clientkit.operations.__all__)


def test_every_operation_class_is_declared() -> None:
    defined = {
        value
        for page in {op.declaration.page for op in OPERATIONS.values()}
        for value in vars(importlib.import_module(f"clientkit.operations.{page}")).values()
        if isinstance(value, type) and issubclass(value, Operation) and value is not Operation
    }
    assert defined == set(OPERATIONS.values())


def test_ids_name_the_declaration_that_they_lead_to() -> None:
    assert {op.declaration.id for op in OPERATIONS.values()} == set(OPERATIONS)
    assert all(op.declaration.id == name for name, op in OPERATIONS.items())


def test_no_two_operations_answer_the_same_route() -> None:
    routes = Counter(
        (verb, shape(op.declaration.path))
        for op in OPERATIONS.values()
        for verb in (op.declaration.method, *op.declaration.also)
    )
    assert [route for route, times in routes.items() if times > 1] == []


@pytest.mark.parametrize("op", ALL)
def test_operation_has_its_own_docstring(op: Declared) -> None:
    assert vars(op).get("__doc__"), "a docstring of one line at least"
    assert not any(vars(op)["__doc__"] == vars(base).get("__doc__") for base in op.__mro__[1:])


@pytest.mark.parametrize("op", ALL)
def test_path_parameters_are_the_required_fields(op: Declared) -> None:
    required = {name for name, field in parameters(op).items() if field.required}
    assert required == set(op.declaration.path_params)
    assert len(op.declaration.path_params) == len(required), "each once"


@pytest.mark.parametrize("op", ALL)
def test_parameter_left_out_is_unset(op: Declared) -> None:
    instance = op(**dict.fromkeys(op.declaration.path_params, "1"))
    sent = {name for name in op.__struct_fields__ if getattr(instance, name) is not msgspec.UNSET}
    assert sent == set(op.declaration.path_params)


@pytest.mark.parametrize("op", ALL)
def test_operation_with_a_token_names_scopes(op: Declared) -> None:
    declaration = op.declaration
    if declaration.auth in ("none", "session") or declaration.id in WITHOUT_SCOPE:
        assert declaration.scopes == ()
    else:
        assert declaration.scopes


@pytest.mark.parametrize("op", ALL)
def test_scopes_stand_as_real_servers_list_them(op: Declared) -> None:
    """As in the header WWW-Authenticate: `follow` and `profile` first, a coarse scope before its fine one."""
    scopes = op.declaration.scopes
    assert len(set(scopes)) == len(scopes)
    assert not {"follow", "profile"} & set(scopes[1:])
    for place, scope in enumerate(scopes):
        coarse = scope.rpartition(":")[0]
        if coarse not in ("", "admin"):  # there is no scope `admin`: `admin:read` is the coarsest
            assert coarse in scopes[:place]


@pytest.mark.parametrize("op", ALL)
def test_put_and_patch_come_in_pairs(op: Declared) -> None:
    declaration = op.declaration
    verbs = {declaration.method, *declaration.also}
    if verbs & {"PUT", "PATCH"} and declaration.id not in PATCH_ONLY:
        assert verbs == {"PUT", "PATCH"}


@pytest.mark.parametrize("op", ALL)
def test_paging_has_the_parameters_that_it_cuts_by(op: Declared) -> None:
    paging = op.declaration.paging
    if paging is None:
        assert not issubclass(op, SinceCursor | Offset)
        return
    assert issubclass(op, Offset if paging.style.startswith("offset") else SinceCursor)
    assert {name.removesuffix("[]") for name in paging.keep} <= set(parameters(op))
    assert 0 < paging.default < paging.maximum
    if paging.style == "P3":
        assert issubclass(op, MinCursor)


@pytest.mark.parametrize("op", ALL)
def test_versions_are_comparable(op: Declared) -> None:
    declaration = op.declaration
    versions = [declaration.since, declaration.deprecated or declaration.since]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions)
    numbers = [tuple(map(int, version.split("."))) for version in versions]
    assert numbers == sorted(numbers)
    if declaration.deprecation is not None:
        assert declaration.deprecated


@pytest.mark.parametrize("op", ALL)
def test_only_reading_without_a_session_is_cached(op: Declared) -> None:
    declaration = op.declaration
    if declaration.cache != "private":
        assert declaration.method == "GET"
        assert declaration.auth in ("none", "optional")
