"""Whether what Mastodon.py made of an answer is what it promises.

It never complains: an object of which it can make no sense stays a plain dictionary, a date that it can't
read stays a text. So its promises, the annotations of its methods and entities, are held against the objects.
"""

from __future__ import annotations

import types
import typing
from datetime import datetime
from functools import cache
from typing import Any, Union, get_args, get_origin

from mastodon import return_types
from mastodon.types_base import AttribAccessDict, EntityList, MaybeSnowflakeIdType

MISTAKEN = {
    "Account": {"hide_collections"},  # null until it is chosen, as the three in `source`
    "CredentialAccountSource": {"discoverable", "hide_collections", "language"},
    "Report": {"rules_ids"},
    "Application": {"id", "vapid_key", "redirect_uri", "redirect_uris", "scopes"},  # not with a status
    "Filter": {"phrase", "irreversible", "whole_word"},  # it is taken for the filters of the second API too
    "FeaturedTag": {"statuses_count"},  # it is taken for suggested hashtags too
}
"""Members that a real server leaves out or sends as null, whatever Mastodon.py says of them (entities.md)."""


@cache
def _members(entity: type) -> dict[str, Any]:
    return typing.get_type_hints(entity, vars(return_types))


def misfits(value: Any, promised: Any, where: str = "$") -> list[str]:
    """What is not as promised, by path."""
    if isinstance(promised, str):
        promised = eval(promised, vars(return_types), vars(typing))
    if promised is None or promised is type(None):
        return [] if value is None or value == {} else [f"{where}: {value!r} is not nothing"]
    origin, args = get_origin(promised), get_args(promised)
    if origin in (Union, types.UnionType):
        tried = [misfits(value, one, where) for one in args]
        return [] if [] in tried else max(tried, key=lambda found: (found[0].count("."), len(found)))
    if promised is Any or promised is typing.Generic:
        return []
    if isinstance(origin, type) and issubclass(origin, list):
        return _of_list(value, args, where)
    kind = origin or promised
    if isinstance(kind, type) and issubclass(kind, AttribAccessDict) and kind is not AttribAccessDict:
        return _of_entity(value, kind, where)
    return _of_plain(value, kind, where)


def _of_list(value: Any, args: tuple[Any, ...], where: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{where}: {type(value).__name__} is no list"]
    inner = args[0] if args else Any
    return [one for n, item in enumerate(value) for one in misfits(item, inner, f"{where}[{n}]")]


def _of_entity(value: Any, kind: type, where: str) -> list[str]:
    if type(value) is not kind:
        return [f"{where}: {type(value).__name__} is no {kind.__name__}"]
    found = []
    for name, promised in _members(kind).items():
        if name.startswith("_"):
            continue
        member = value.get(name)
        if member is None and (name in MISTAKEN.get(kind.__name__, ()) or type(None) in get_args(promised)):
            continue
        if name not in value:
            found.append(f"{where}.{name}: is not there")
        else:
            found += misfits(member, promised, f"{where}.{name}")
    return found


def _of_plain(value: Any, kind: Any, where: str) -> list[str]:
    if kind is MaybeSnowflakeIdType:
        fits = isinstance(value, str) and value.isdigit()
    elif kind is datetime:
        fits = isinstance(value, datetime)
    elif kind in (list, EntityList):
        fits = isinstance(value, list)
    elif kind is int:
        fits = isinstance(value, int) and not isinstance(value, bool)
    else:
        fits = isinstance(value, kind)
    return [] if fits else [f"{where}: {value!r} is no {getattr(kind, '__name__', kind)}"]
