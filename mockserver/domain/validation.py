"""Failed validations of a person's own data, which some operations also explain by attribute in `details`
(app/lib/validation_error_formatter.rb)."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from mockserver import errors


class Failure(Struct, frozen=True):
    """`attribute` and `code` as in `details`; `name` as the sentence calls the attribute, if not by the
    attribute itself."""

    attribute: str
    code: str
    description: str
    name: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.name or self.attribute.replace('_', ' ').capitalize()} {self.description}"


def too_long(attribute: str, maximum: int, name: str = "") -> Failure:
    return Failure(attribute, "ERR_TOO_LONG", f"is too long (maximum is {maximum} characters)", name)


def blank(attribute: str, name: str = "") -> Failure:
    return Failure(attribute, "ERR_BLANK", "can't be blank", name)


def refuse(failures: Iterable[Failure], *, details: bool = True) -> None:
    """Raise ValidationFailed when there is any failure; `details`: grouped by attribute, in order of first
    appearance."""
    found = list(failures)
    if not found:
        return
    grouped: dict[str, list[dict[str, str]]] = {}
    for failure in found:
        grouped.setdefault(failure.attribute, []).append(
            {"error": failure.code, "description": failure.description}
        )
    raise errors.ValidationFailed(
        *(failure.sentence for failure in found), details=grouped if details else None
    )
