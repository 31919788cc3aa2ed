"""The operations as an OpenAPI 3.1 document: `document()`, written to docs/openapi.json.

operationId is the operation's id; `x-since` says from which release on there is an operation or a field.
https://spec.openapis.org/oas/v3.1.0
"""

from __future__ import annotations

import inspect
import re
import types
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UnsetType

from clientkit import entities
from clientkit.entities.base import Since, Until
from clientkit.operations.base import OPERATIONS, Count, Declaration, FileParam, LooseTexts, Operation, Upload

Json = dict[str, Any]

API_VERSION = "4.6.5"
"""The release of Mastodon that the declarations describe."""

_REF = "#/components/schemas/{name}"
_TEXT: Json = {"type": "string"}
_COUNT: Json = {"type": "integer"}
_FILE: Json = {"type": "string", "format": "binary"}
_BY_TYPE: dict[Any, Json] = {str: _TEXT, bool: {"type": "boolean"}, int: {"type": "integer"}}
_PROCESSING = {"media.create": "202", "media.get": "206", "media.update": "206"}

_ERRORS = {
    "400": "The request cannot be read",
    "401": "The token is missing, unknown or revoked",
    "403": "The token lacks a scope, or the user may not do it",
    "404": "Missing, or hidden from the caller",
    "422": "A parameter is wrong, or the state does not allow it",
    "429": "Too many requests",
}


def document() -> Json:
    """A fresh document, to be changed at will."""
    paths: dict[str, Json] = {}
    for operation in OPERATIONS.values():
        declaration = operation.declaration
        item = paths.setdefault(re.sub(r":(\w+)", r"{\1}", declaration.path), {})
        for method in (declaration.method, *declaration.also):
            item[method.lower()] = _operation(operation, method)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Mastodon API",
            "version": API_VERSION,
            "description": "Derived from fakestodon's table of operations; described for people at "
            "https://docs.joinmastodon.org/methods/.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "tags": [{"name": page} for page in dict.fromkeys(op.declaration.page for op in OPERATIONS.values())],
        "paths": paths,
        "components": {
            "schemas": _entities(),
            "responses": {status: _error_response(text) for status, text in _ERRORS.items()},
            "securitySchemes": _security_schemes(),
        },
    }


def _operation(operation: type[Operation[Any]], method: str) -> Json:
    declaration = operation.declaration
    doc = inspect.getdoc(operation) or ""
    described: Json = {
        "operationId": declaration.id + ("" if method == declaration.method else f".{method.lower()}"),
        "tags": [declaration.page],
        "summary": re.split(r"[.;\n]", doc, maxsplit=1)[0],
        "description": doc,
        "externalDocs": {"url": declaration.docs},
        "x-since": declaration.since,
        "security": _security(declaration),
        "parameters": _parameters(operation, method),
        "responses": _responses(declaration),
    }
    if declaration.deprecated:
        described |= {"deprecated": True, "x-deprecated-since": declaration.deprecated}
    if method not in ("GET", "DELETE") and (body := _body(operation)):
        described["requestBody"] = body
    return described


# --- parameters


def _parameters(operation: type[Operation[Any]], method: str) -> list[Json]:
    found: list[Json] = [
        {"name": name, "in": "path", "required": True, "schema": dict(_TEXT)}
        for name in operation.declaration.path_params
    ]
    if method in ("GET", "DELETE"):
        form = _form(operation)
        for name, schema in form["properties"].items():
            required = name in form.get("required", ())
            found.append({"name": name, "in": "query", "required": required, "schema": schema})
    return found


def _body(operation: type[Operation[Any]]) -> Json | None:
    if not _fields(operation):
        return None
    form = _form(operation)
    return {
        "required": "required" in form,
        "content": {
            "application/json": {"schema": _tree(operation)},
            "application/x-www-form-urlencoded": {"schema": form},
            "multipart/form-data": {"schema": form},
        },
    }


def _form(operation: type[Operation[Any]]) -> Json:
    """The parameters as a query or a form has them: `name`, `name[]`, `name[key]`."""
    declaration = operation.declaration
    properties = {
        name: _ranged(schema, name, declaration)
        for field in _fields(operation)
        for name, schema in _flat(field.encode_name, field.type)
    }
    for name, schema in properties.items():
        if values := declaration.values.get(name.removesuffix("[]")):
            _limit_to(schema, values)
    required = [name for name in properties if name.removesuffix("[]") in declaration.required]
    return {"type": "object", "properties": properties} | ({"required": required} if required else {})


def _tree(operation: type[Operation[Any]]) -> Json:
    """The parameters as JSON has them."""
    declaration = operation.declaration
    properties = {f.encode_name: schema_of(f.type) for f in _fields(operation)}
    tree: Json = {"type": "object", "properties": properties}
    for name, values in declaration.values.items():
        _limit_to(_below(tree, name), values)
    for name in declaration.required:
        _below(tree, name, require=True)
    return tree


def _below(tree: Json, name: str, *, require: bool = False) -> Json:
    """The schema at `a[b]`; `require`: have all on the way there required."""
    for key in re.findall(r"[^\[\]]+", name):
        tree = next(one for one in tree.get("anyOf", (tree,)) if "properties" in one)
        if require and key not in tree.setdefault("required", []):
            tree["required"].append(key)
        tree = tree["properties"][key]
    return tree


def _limit_to(schema: Json, values: tuple[str, ...]) -> None:
    """Of a text, or of the texts in an array; null is as good as nothing."""
    for one in schema.get("anyOf", (schema,)):
        if one.get("type") == "array":
            _limit_to(one["items"], values)
        elif one.get("type") == "string":
            one["enum"] = [*values]


def _ranged(schema: Json, name: str, declaration: Declaration) -> Json:
    """`limit` with what the listing gives by default and at most."""
    if name == "limit" and declaration.paging is not None:
        return schema | {
            "minimum": 1,
            "maximum": declaration.paging.maximum,
            "default": declaration.paging.default,
        }
    return schema | {"minimum": 0} if name == "offset" else schema


def _fields(struct: type[Any]) -> list[msgspec.structs.FieldInfo]:
    declaration: Declaration | None = getattr(struct, "declaration", None)
    in_path = declaration.path_params if declaration else ()
    return [f for f in msgspec.structs.fields(struct) if f.name not in in_path]


def schema_of(annotation: Any) -> Json:
    """Of a parameter in JSON."""
    if annotation == Count:
        return dict(_COUNT)
    options = get_args(annotation) if _is_union(annotation) else (annotation,)
    kinds = [one for one in options if one not in (UnsetType, types.NoneType, Upload)]
    schemas = [_schema_of_one(kind) for kind in kinds]
    if types.NoneType in options:
        schemas.append({"type": "null"})
    return schemas[0] if len(schemas) == 1 else {"anyOf": schemas}


def _schema_of_one(kind: Any) -> Json:
    if get_origin(kind) is list:
        return {"type": "array", "items": schema_of(get_args(kind)[0])}
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return {"type": "object", "properties": {f.encode_name: schema_of(f.type) for f in _fields(kind)}}
    return dict(_BY_TYPE.get(kind, {}))


def _flat(name: str, annotation: Any) -> list[tuple[str, Json]]:
    """A parameter as a form has it: `a`, `a[]`, `a[b]`, `a[][b]`."""
    if annotation == FileParam:
        return [(name, dict(_FILE))]
    if annotation == Count:
        return [(name, dict(_COUNT))]
    if annotation == LooseTexts:
        return [(f"{name}[]", {"type": "array", "items": dict(_TEXT)})]
    options = get_args(annotation) if _is_union(annotation) else (annotation,)
    (kind,) = [one for one in options if one not in (UnsetType, types.NoneType)]
    if get_origin(kind) is list:
        (item,) = get_args(kind)
        if isinstance(item, type) and issubclass(item, msgspec.Struct):
            return [
                (f"{name}[]{_bracketed(below)}", {"type": "array", "items": schema})
                for field in _fields(item)
                for below, schema in _flat(field.encode_name, field.type)
            ]
        return [(f"{name}[]", {"type": "array", "items": schema_of(item)})]
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return [
            (f"{name}{_bracketed(below)}", schema)
            for field in _fields(kind)
            for below, schema in _flat(field.encode_name, field.type)
        ]
    return [(name, _schema_of_one(kind))]


def _bracketed(name: str) -> str:
    """`a[]` → `[a][]`."""
    head, bracket, rest = name.partition("[")
    return f"[{head}]{bracket}{rest}"


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, types.UnionType)


# --- answers


def _responses(declaration: Declaration) -> Json:
    good: Json = {"description": "It is done"}
    if declaration.paging is not None and declaration.paging.style != "offset-plain":
        link = {"description": "Addresses of the next and previous page", "schema": dict(_TEXT)}
        good["headers"] = {"Link": link}
    if declaration.returns is str:
        good["content"] = {_text_type(declaration): {"schema": dict(_TEXT)}}
    elif declaration.returns not in (None, types.NoneType):
        good["content"] = {"application/json": {"schema": _entity_schema(declaration.returns)}}
    responses: Json = {"200": good}
    if declaration.id in _PROCESSING:
        responses[_PROCESSING[declaration.id]] = {**good, "description": "The file is still being processed"}
    if declaration.page == "oauth":
        content = {"application/json": {"schema": {"$ref": _REF.format(name="OAuthError")}}}
        return responses | {"default": {"description": "Refused", "content": content}}
    wanted = ["400", "429"]
    wanted += ["401", "403"] if declaration.auth not in ("none", "session") else []
    wanted += ["404"] if declaration.path_params else []
    wanted += ["422"] if declaration.method != "GET" or declaration.auth == "user" else []
    return responses | {status: {"$ref": f"#/components/responses/{status}"} for status in sorted(wanted)}


def _text_type(declaration: Declaration) -> str:
    if declaration.page == "streaming" and declaration.name != "health":
        return "text/event-stream"
    return "text/html" if declaration.auth == "session" or declaration.page == "site" else "text/plain"


def _error_response(description: str) -> Json:
    schema = {"$ref": _REF.format(name="Error")}
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _entity_schema(returns: Any) -> Json:
    options = get_args(returns) if _is_union(returns) else ()
    if sum(isinstance(one, type) and issubclass(one, msgspec.Struct) for one in options) > 1:
        return {"anyOf": [_entity_schema(one) for one in options]}
    (schema,), _ = msgspec.json.schema_components([returns], ref_template=_REF)
    return schema


def _entities() -> dict[str, Json]:
    returns = [op.declaration.returns for op in OPERATIONS.values()]
    single = [one for union in returns for one in (get_args(union) if _is_union(union) else (union,))]
    kinds = [*single, entities.Error, entities.OAuthError]
    _, schemas = msgspec.json.schema_components(kinds, ref_template=_REF)
    for name, schema in schemas.items():
        if "description" in schema:
            schema["description"] = inspect.cleandoc(schema["description"])
        if struct := getattr(entities, name, None):
            _mark(schema["properties"], struct)
    return dict(sorted(schemas.items()))


def _mark(properties: Json, struct: type[msgspec.Struct]) -> None:
    """Say of each field from which release on it is there, and until which."""
    hints = get_type_hints(struct, include_extras=True)
    for field in msgspec.structs.fields(struct):
        for mark in get_args(hints[field.name]):
            if isinstance(mark, (Since, Until)):
                key = "x-since" if isinstance(mark, Since) else "x-until"
                properties[field.encode_name][key] = mark.version


# --- who may


def _security(declaration: Declaration) -> list[Json]:
    if declaration.auth == "none":
        return []
    if declaration.auth == "session":
        return [{"session": []}]
    flow = "application" if declaration.auth == "app" else "user"
    needs: list[Json] = [{flow: [scope]} for scope in declaration.scopes] or [{flow: []}]
    return [{}, *needs] if declaration.auth == "optional" else needs


def _security_schemes() -> Json:
    scopes = dict.fromkeys(sorted({s for op in OPERATIONS.values() for s in op.declaration.scopes}), "")
    code = {"authorizationUrl": "/oauth/authorize", "tokenUrl": "/oauth/token", "scopes": scopes}
    own = {"tokenUrl": "/oauth/token", "scopes": scopes}
    return {
        "user": {"type": "oauth2", "flows": {"authorizationCode": code}},
        "application": {"type": "oauth2", "flows": {"clientCredentials": own}},
        "session": {"type": "apiKey", "in": "cookie", "name": "_mastodon_session"},
    }
