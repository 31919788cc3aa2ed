"""Signing up and confirming (app/services/app_sign_up_service.rb; recordings oauth/signup_*; reference:
oauth.md §8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from mockserver import errors, passwords
from mockserver.clock import DAY
from mockserver.domain import sign_up_blocks
from mockserver.domain.events import AccountSignedUp
from mockserver.domain.validation import Failure, blank, refuse, too_long
from mockserver.store import accounts as account_store
from mockserver.store import logins, tokens
from mockserver.store.roles import Permission
from mockserver.store.schema import accounts, invites, users
from mockserver.text.language import LANGUAGES

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

PASSWORD_LENGTHS = (8, 72)
USERNAME_LENGTH = 30
CONFIRM_WITHIN = 2 * DAY
EMAIL = "E-mail address"
UNREACHABLE = "nowhere.example"
NEVER_A_DOMAIN = ".invalid"  # https://www.rfc-editor.org/rfc/rfc2606
AGREED: tuple[Any, ...] = (True, "true", "1")

RESERVED = frozenset(
    [
        "abuse",
        "account",
        "accounts",
        "admin",
        "administration",
        "administrator",
        "admins",
        "help",
        "helpdesk",
        "instance",
        "mod",
        "moderator",
        "moderators",
        "mods",
        "owner",
        "root",
        "security",
        "server",
        "staff",
        "support",
        "webmaster",
    ]
)
RESERVED_PARTS = ("mastodon", "mastadon")
_LOOKALIKES = str.maketrans("123457890", "izeastbgo")

_USERNAME = re.compile(r"[A-Za-z0-9_]+")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
_STRICT_EMAIL = re.compile(r"[^@\s,;:()<>\[\]\\\"]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


@dataclass(frozen=True, kw_only=True)
class SignUp:
    """What a form says; absent texts are empty. `agreement`: as it was sent."""

    username: str = ""
    email: str = ""
    password: str = ""
    agreement: Any = None
    locale: str | None = None
    time_zone: str | None = None
    reason: str = ""
    date_of_birth: str = ""
    invite_code: str = ""


def may_sign_up(ctx: Context, invite_code: str = "") -> bool:
    """Whether registrations are open, at all or to somebody who is invited."""
    is_open = ctx.instance.settings["registrations_mode"] != "none"
    return is_open or _usable_invite(ctx, invite_code) is not None


def invite_of(ctx: Context, code: str) -> Row:
    """Raises RecordNotFound for an unknown code, InviteInvalid for one that has expired or is used up."""
    row = ctx.db.find(invites, code=code)
    if row is None:
        raise errors.RecordNotFound
    if _usable_invite(ctx, code) is None:
        raise errors.InviteInvalid
    return row


def sign_up(ctx: Context, form: SignUp, application: Row | None) -> Row:
    """The new user's row. Raises Forbidden when registrations are closed, ValidationFailed with `details`."""
    mode = ctx.instance.settings["registrations_mode"]
    invite = _usable_invite(ctx, form.invite_code)
    if (mode == "none" and invite is None) or sign_up_blocks.rule_for(ctx, "sign_up_block"):
        raise errors.Forbidden
    refuse(_failures(ctx, form, invited=invite is not None))
    confirmed = ctx.instance.options.confirm_signups
    account_id = _insert_account(ctx, form)
    user_id = ctx.db.insert(
        users,
        account_id=account_id,
        email=form.email.strip(),
        encrypted_password=passwords.encrypt(form.password, ctx.instance.ids.hex()),
        locale=_locale(form.locale),
        time_zone=form.time_zone,
        invite_request=form.reason or None,
        approved=not _must_wait(ctx, form) and (mode != "approved" or _vouched_for(ctx, invite)),
        created_by_application_id=application.id if application is not None else None,
        invite_id=invite.id if invite is not None else None,
        confirmation_token=None if confirmed else ctx.instance.ids.token(),
        confirmed_at=ctx.now if confirmed else None,
        sign_up_ip=ctx.call.ip,
        created_at=ctx.now,
    )
    if invite is not None:
        ctx.db.increment(invites, {"id": invite.id}, uses=1)
    user = _user(ctx, user_id)
    if confirmed:
        welcome(ctx, user)
    return user


def _vouched_for(ctx: Context, invite: Row | None) -> bool:
    """Whether who invited may let others in without review (app/models/invite.rb)."""
    host = ctx.db.find(users, id=invite.user_id) if invite is not None else None
    return host is not None and ctx.instance.roles.of(host.role).can(Permission.INVITE_BYPASS_APPROVAL)


def _must_wait(ctx: Context, form: SignUp) -> bool:
    """For approval, whatever the server's mode: by the caller's address, or the mail provider."""
    if sign_up_blocks.rule_for(ctx, "sign_up_requires_approval"):
        return True
    return sign_up_blocks.must_provider_wait(ctx, form.email)


def _insert_account(ctx: Context, form: SignUp) -> int:
    account_id = ctx.instance.ids.snowflake()
    ctx.db.insert(
        accounts,
        id=account_id,
        username=form.username,
        uri=f"{ctx.instance.base_url}/ap/users/{account_id}",
        created_at=ctx.now,
    )
    return account_id


def _user(ctx: Context, user_id: int) -> Row:
    row = ctx.db.find(users, id=user_id)
    assert row is not None
    return row


def _usable_invite(ctx: Context, code: str) -> Row | None:
    """An invite that is neither expired nor used up."""
    row = ctx.db.find(invites, code=code) if code else None
    if row is None or (row.expires_at is not None and row.expires_at <= ctx.now):
        return None
    return None if row.max_uses is not None and row.uses >= row.max_uses else row


def _locale(given: str | None) -> str | None:
    """Only a language of the server's pages is kept (recording oauth/signup_errors_2)."""
    return given if given in LANGUAGES else None


# --- what may be wrong


def _failures(ctx: Context, form: SignUp, *, invited: bool) -> Iterator[Failure]:
    """In the wire's order: e-mail, password, then what belongs to the account, then the e-mail's address
    again."""
    yield from _email_failures(ctx, form.email)
    yield from _password_failures(form.password)
    yield from _username_failures(ctx, form.username)
    settings = ctx.instance.settings
    if not _is_address(form.email):
        yield Failure("email", "ERR_INVALID", "is invalid", EMAIL)
    elif _has_no_mail(form.email):
        yield Failure("email", "ERR_UNREACHABLE", "does not seem to exist", EMAIL)
    yield from _blocked_email_failures(ctx, form.email)
    if form.agreement not in AGREED:
        yield Failure("agreement", "ERR_ACCEPTED", "must be accepted", "Service agreement")
    if settings["require_invite_text"] and not invited and not form.reason.strip():
        yield blank("reason")
    yield from _age_failures(ctx, form.date_of_birth, settings["min_age"])


def _email_failures(ctx: Context, email: str) -> Iterator[Failure]:
    if not email.strip():
        yield blank("email", EMAIL)
    elif _EMAIL.fullmatch(email.strip()) is None:
        yield Failure("email", "ERR_INVALID", "is invalid", EMAIL)
    if tokens.user_by_email(ctx.db, email) is not None:
        yield Failure("email", "ERR_TAKEN", "has already been taken", EMAIL)


def _blocked_email_failures(ctx: Context, email: str) -> Iterator[Failure]:
    if sign_up_blocks.is_provider_refused(ctx, email):
        yield Failure("email", "ERR_BLOCKED", "uses a disallowed e-mail provider", EMAIL)
    if sign_up_blocks.is_address_blocked(ctx, email):
        yield Failure("email", "ERR_TAKEN", "has already been taken", EMAIL)


def _is_address(email: str) -> bool:
    return _STRICT_EMAIL.fullmatch(email.strip()) is not None


def _has_no_mail(email: str) -> bool:
    """A fake asks no name server: all but these domains have a mail server."""
    domain = email.strip().rpartition("@")[2].lower()
    return domain == UNREACHABLE or domain.endswith(NEVER_A_DOMAIN)


def _password_failures(password: str) -> Iterator[Failure]:
    shortest, longest = PASSWORD_LENGTHS
    if not password.strip():
        yield blank("password")
    elif len(password) < shortest:
        yield Failure("password", "ERR_TOO_SHORT", f"is too short (minimum is {shortest} characters)")
    if len(password.encode()) > longest:
        yield too_long("password", longest)


def _username_failures(ctx: Context, username: str) -> Iterator[Failure]:
    if not username.strip():
        yield blank("username")
        return
    if account_store.by_handle(ctx.db, username) is not None:
        yield Failure("username", "ERR_TAKEN", "has already been taken")
    if _USERNAME.fullmatch(username) is None:
        yield Failure("username", "ERR_INVALID", "must contain only letters, numbers and underscores")
    if len(username) > USERNAME_LENGTH:
        yield too_long("username", USERNAME_LENGTH)
    if _is_reserved(ctx, username):
        yield Failure("username", "ERR_RESERVED", "is reserved")


def _is_reserved(ctx: Context, username: str) -> bool:
    """A name that looks like the staff's or the server's own, digits read as letters
    (app/models/username_block.rb)."""
    read = username.lower().translate(_LOOKALIKES)
    reserved = {*RESERVED, *ctx.instance.settings["reserved_usernames"]}
    return read in reserved or any(part in read for part in RESERVED_PARTS)


def _age_failures(ctx: Context, text: str, minimum: int | None) -> Iterator[Failure]:
    if not minimum:
        return
    if not text.strip():
        yield blank("date_of_birth")
        return
    born = _date(text)
    if born is None:
        yield Failure("date_of_birth", "ERR_INVALID", "is invalid")
        return
    today = datetime.fromtimestamp(ctx.now // 1000, UTC).date()
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if age < minimum:
        yield Failure("date_of_birth", "ERR_BELOW_LIMIT", "is below the age limit")


def _date(text: str) -> date | None:
    if _DAY.fullmatch(text.strip()) is None:
        return None
    try:
        return date(*map(int, text.strip().split("-")))
    except ValueError:
        return None


def change_password(ctx: Context, user: Row, current: str, new: str) -> None:
    """Raises ValidationFailed."""
    failures = list(_password_failures(new))
    if not passwords.matches(user.encrypted_password, current):
        failures.append(Failure("current_password", "ERR_INVALID", "is invalid"))
    refuse(failures)
    encrypted = passwords.encrypt(new, ctx.instance.ids.hex())
    ctx.db.update(users, {"id": user.id, "account_id": user.account_id}, encrypted_password=encrypted)


# --- confirming


def welcome(ctx: Context, user: Row) -> None:
    """Confirmed and approved: the account begins to exist for others, and the staff hears of it."""
    if user.confirmed_at is not None and user.approved:
        logins.count(ctx.db, user.id, ctx.now)
        ctx.emit(AccountSignedUp(user.account_id))


def confirm(ctx: Context, token: str) -> Row | None:
    """The user whose address the token confirms; None when it is unknown, used or two days old."""
    user = ctx.db.find(users, confirmation_token=token) if token else None
    if user is None or ctx.now > user.created_at + CONFIRM_WITHIN:
        return None
    changes: dict[str, Any] = {"confirmed_at": user.confirmed_at or ctx.now, "confirmation_token": None}
    if user.unconfirmed_email is not None:
        changes |= {"email": user.unconfirmed_email, "unconfirmed_email": None}
    ctx.db.update(users, {"id": user.id, "account_id": user.account_id}, **changes)
    confirmed = _user(ctx, user.id)
    if user.confirmed_at is None:
        welcome(ctx, confirmed)
    return confirmed


def resend_confirmation(ctx: Context, user: Row, email: str | None) -> None:
    """Have the mail sent again, to another address if one is given; raises ValidationFailed without
    `details`."""
    if email is None or email == user.email:
        return
    failures = list(_email_failures(ctx, email))
    if not _is_address(email):
        failures.append(Failure("email", "ERR_INVALID", "is invalid", EMAIL))
    refuse(failures, details=False)
    ctx.db.update(users, {"id": user.id, "account_id": user.account_id}, email=email.strip())
