"""A scenario on its way into an instance."""

from __future__ import annotations

from typing import Any

from mockserver.context import Context, Session
from mockserver.scenario.keys import ScenarioError
from mockserver.store import accounts as account_store
from mockserver.store.database import Row, Table
from mockserver.store.schema import access_tokens, statuses


class Seeding:
    """One scenario on its way into an instance; `made` tells the caller what it has got."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        self.db = ctx.db
        self.made: dict[str, dict[str, Any]] = {"accounts": {}, "apps": {}, "tokens": {}, "saved": {}}
        self.names = ctx.instance.names  # what former scenarios of this instance have named

    def account(self, name: str, where: str) -> Row:
        """An account by its handle: `alice`, `rem@remote.example`, or a remote one's name alone."""
        username, _, domain = name.lstrip("@").partition("@")
        row = account_store.by_handle(self.db, username, domain or None)
        if row is None and not domain:
            row = account_store.remote_by_name(self.db, username)
        if row is None:
            raise ScenarioError(f"{where}: there is no account {name!r}; name it under [[accounts]] first")
        return row

    def status(self, name: Any, where: str) -> int:
        """A status by the name it was saved under, or by its id."""
        saved = self.made["saved"].get(name) or self.names["saved"].get(name)
        if saved is not None:
            return int(saved)
        if str(name).isdecimal() and (number := int(name)) < 2**63 and self.db.find(statuses, id=number):
            return number
        raise ScenarioError(f"{where}: there is no status saved as {name!r}; give it `save = {name!r}` first")

    def row(self, table: Table, name: Any, where: str) -> Row:
        """A row by the name it was saved under, or by its id."""
        saved = self.made["saved"].get(name) or self.names["saved"].get(name) or name
        number = int(saved) if str(saved).isdecimal() else 0
        row = self.db.find(table, id=number) if 0 < number < 2**63 else None
        if row is None:
            raise ScenarioError(f"{where}: {table.name} has nothing saved as {name!r}, and no such id")
        return row

    def as_user(self, account: Row) -> Context:
        """A context in which this account acts, within the same transaction and outbox."""
        user = account_store.user_of(self.db, account.id)
        token = self.db.find(access_tokens, resource_owner_id=user.id) if user is not None else None
        session = (
            Session(token, None, user, account)
            if token is not None
            else Session(_NO_TOKEN, None, user, account)
        )
        return Context(self.ctx.instance, session, self.ctx.call, self.ctx.outbox)


_NO_TOKEN: Any = None
