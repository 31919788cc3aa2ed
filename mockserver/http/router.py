"""Finding the operation of a request, by the rules of Rails' router.

Not Starlette's: there a request tries the routes one by one, a wrong verb is 405 and a doubled slash is
another path.
Here a tree of path segments is walked, a wrong verb is a 404 like an unknown path, and empty segments do
not count
(recordings errors/path_spelling, errors/no_route).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar
from urllib.parse import unquote

T = TypeVar("T")


@dataclass
class _Node(Generic[T]):
    literal: dict[str, _Node[T]] = field(default_factory=dict)
    parameter: _Node[T] | None = None
    handle: _Node[T] | None = None  # a parameter behind `@`
    formats: dict[str, _Node[T]] = field(default_factory=dict)  # by suffix, below `parameter` and `handle`
    targets: dict[str, tuple[T, tuple[str, ...]]] = field(default_factory=dict)


class Router(Generic[T]):
    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        self.match = lru_cache(maxsize=2048)(self._match)  # clients ask for the same few paths again

    def add(self, method: str, path: str, target: T) -> None:
        """`path`: `/api/v1/statuses/:id`; a name behind `@` as in `/@:username` is one segment, and a
        parameter may have a format behind it, as in `/tags/:name.rss`."""
        node, names = self._root, []
        for segment in filter(None, path.split("/")):
            name, _, suffix = segment.partition(".")
            if name.startswith(":"):
                names.append(name[1:])
                node.parameter = node.parameter or _Node()
                node = node.parameter
            elif name.startswith("@:"):
                names.append(name[2:])
                node.handle = node.handle or _Node()
                node = node.handle
            else:
                node = node.literal.setdefault(segment, _Node())
                continue
            if suffix:
                node = node.formats.setdefault(suffix, _Node())
        node.targets[method] = (target, tuple(names))

    def _match(self, method: str, raw_path: str) -> tuple[T, dict[str, str]] | None:
        """The target and its path parameters, decoded; None when nothing is there for this verb."""
        segments = [s for s in raw_path.split("/") if s]
        found = self._walk(self._root, segments, 0, "GET" if method == "HEAD" else method, [])
        if found is None:
            return None
        (target, names), values = found
        try:
            return target, {
                name: unquote(value, errors="strict") for name, value in zip(names, values, strict=True)
            }
        except UnicodeDecodeError:
            return None

    def _walk(
        self, node: _Node[T], segments: list[str], at: int, method: str, values: list[str]
    ) -> tuple[tuple[T, tuple[str, ...]], list[str]] | None:
        if at == len(segments):
            target = node.targets.get(method)
            return None if target is None else (target, values)
        segment = segments[at]
        literal = node.literal.get(segment)
        if literal is not None:
            found = self._walk(literal, segments, at + 1, method, values)
            if found is not None:
                return found
        if node.handle is not None and segment.startswith("@"):
            name, _, suffix = segment[1:].partition(".")
            if suffix in node.handle.formats:
                return self._walk(node.handle.formats[suffix], segments, at + 1, method, [*values, name])
            # A handle may have dots in it: that of a remote account has.
            return self._walk(node.handle, segments, at + 1, method, [*values, segment[1:]])
        if node.parameter is None:
            return None
        name, dot, suffix = segment.partition(".")
        if not dot:
            return self._walk(node.parameter, segments, at + 1, method, [*values, segment])
        # A dot is a format suffix to Rails: `/statuses/1.5` and `/instance.json` do not route.
        if suffix in node.parameter.formats:
            return self._walk(node.parameter.formats[suffix], segments, at + 1, method, [*values, name])
        return None
