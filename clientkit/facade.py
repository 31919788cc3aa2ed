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


class Accounts(Group):
    """Register, read and change accounts, and one's relations to them:
    https://docs.joinmastodon.org/methods/accounts/
    """

    __slots__ = ()

    def create(
        self,
        *,
        username: Text = UNSET,
        email: Text = UNSET,
        password: Text = UNSET,
        agreement: Any = UNSET,
        locale: Text = UNSET,
        reason: Text = UNSET,
        date_of_birth: Text = UNSET,
        time_zone: Text = UNSET,
        invite_code: Text = UNSET,
    ) -> entities.Token:
        """Register an account; the token works once the e-mail address is confirmed.

        `agreement` arrives as it was sent, since only `true`, "true" and "1" are an agreement.

        Needs `username`, `email`, `password`, `agreement`.

        `POST /api/v1/accounts`, since 2.7.0, scope write or write:accounts.
        """
        return self._client.send(
            ops.accounts.Create(
                username=username,
                email=email,
                password=password,
                agreement=agreement,
                locale=locale,
                reason=reason,
                date_of_birth=date_of_birth,
                time_zone=time_zone,
                invite_code=invite_code,
            )
        )

    def verify_credentials(self) -> entities.CredentialAccount:
        """Show the account that the token belongs to.

        `GET /api/v1/accounts/verify_credentials`, scope profile or read or read:accounts.
        """
        return self._client.send(ops.accounts.VerifyCredentials())

    def update_credentials(
        self,
        *,
        display_name: Text = UNSET,
        note: Text = UNSET,
        avatar: FileParam = UNSET,
        avatar_description: Text = UNSET,
        header: FileParam = UNSET,
        header_description: Text = UNSET,
        locked: Flag = UNSET,
        bot: Flag = UNSET,
        discoverable: Flag = UNSET,
        hide_collections: Flag = UNSET,
        indexable: Flag = UNSET,
        attribution_domains: Texts = UNSET,
        fields_attributes: list[ops.accounts.FieldAttributes] | UnsetType | None = UNSET,
        source: ops.accounts.SourceParams | UnsetType | None = UNSET,
    ) -> entities.CredentialAccount:
        """Change one's profile and the defaults of one's statuses; what is not sent stays.

        `source[privacy]`: public, unlisted, private. `source[quote_policy]`: public, followers, nobody.

        `PATCH /api/v1/accounts/update_credentials`, since 1.1.1, scope write or write:accounts.
        """
        return self._client.send(
            ops.accounts.UpdateCredentials(
                display_name=display_name,
                note=note,
                avatar=avatar,
                avatar_description=avatar_description,
                header=header,
                header_description=header_description,
                locked=locked,
                bot=bot,
                discoverable=discoverable,
                hide_collections=hide_collections,
                indexable=indexable,
                attribution_domains=attribution_domains,
                fields_attributes=fields_attributes,
                source=source,
            )
        )

    def get(self, id: str) -> entities.Account:
        """Show one account.

        `GET /api/v1/accounts/:id`, scope read or read:accounts.
        """
        return self._client.send(ops.accounts.Get(id=id))

    def index(self, *, id: Texts = UNSET) -> list[entities.Account]:
        """Show several accounts by id, 40 different ones at most.

        `GET /api/v1/accounts`, since 4.3.0, scope read or read:accounts.
        """
        return self._client.send(ops.accounts.Index(id=id))

    def statuses(
        self,
        id: str,
        *,
        only_media: Flag = UNSET,
        exclude_replies: Flag = UNSET,
        exclude_reblogs: Flag = UNSET,
        exclude_direct: Flag = UNSET,
        pinned: Flag = UNSET,
        tagged: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the statuses of an account that the caller may see.

        `GET /api/v1/accounts/:id/statuses`, scope read or read:statuses.
        """
        return self._client.send(
            ops.accounts.Statuses(
                id=id,
                only_media=only_media,
                exclude_replies=exclude_replies,
                exclude_reblogs=exclude_reblogs,
                exclude_direct=exclude_direct,
                pinned=pinned,
                tagged=tagged,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def followers(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List who follows an account, the newest first.

        `GET /api/v1/accounts/:id/followers`, scope read or read:accounts.
        """
        return self._client.send(ops.accounts.Followers(id=id, max_id=max_id, since_id=since_id, limit=limit))

    def following(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List whom an account follows, the newest first.

        `GET /api/v1/accounts/:id/following`, scope read or read:accounts.
        """
        return self._client.send(ops.accounts.Following(id=id, max_id=max_id, since_id=since_id, limit=limit))

    def featured_tags(self, id: str) -> list[entities.FeaturedTag]:
        """List the hashtags that an account features.

        `GET /api/v1/accounts/:id/featured_tags`, since 3.3.0.
        """
        return self._client.send(ops.accounts.FeaturedTags(id=id))

    def lists(self, id: str) -> list[entities.List]:
        """List one's own lists that hold an account.

        `GET /api/v1/accounts/:id/lists`, since 2.1.0, scope read or read:lists.
        """
        return self._client.send(ops.accounts.Lists(id=id))

    def follow(
        self, id: str, *, reblogs: Flag = UNSET, notify: Flag = UNSET, languages: Any = UNSET
    ) -> entities.Relationship:
        """Follow an account or ask to, or change the options of following it.

        `languages` arrives as it was sent: null leaves them as they are, `[]` or a scalar empties them.

        `POST /api/v1/accounts/:id/follow`, scope follow or write or write:follows.
        """
        return self._client.send(
            ops.accounts.Follow(id=id, reblogs=reblogs, notify=notify, languages=languages)
        )

    def unfollow(self, id: str) -> entities.Relationship:
        """Stop following an account, or take the request back.

        `POST /api/v1/accounts/:id/unfollow`, scope follow or write or write:follows.
        """
        return self._client.send(ops.accounts.Unfollow(id=id))

    def remove_from_followers(self, id: str) -> entities.Relationship:
        """Make an account follow one no longer.

        `POST /api/v1/accounts/:id/remove_from_followers`, since 3.5.0, scope follow or write or
        write:follows.
        """
        return self._client.send(ops.accounts.RemoveFromFollowers(id=id))

    def block(self, id: str) -> entities.Relationship:
        """Block an account; ends following in both directions.

        `POST /api/v1/accounts/:id/block`, scope follow or write or write:blocks.
        """
        return self._client.send(ops.accounts.Block(id=id))

    def unblock(self, id: str) -> entities.Relationship:
        """Block an account no longer.

        `POST /api/v1/accounts/:id/unblock`, scope follow or write or write:blocks.
        """
        return self._client.send(ops.accounts.Unblock(id=id))

    def mute(
        self, id: str, *, notifications: Flag = UNSET, duration: Number = UNSET
    ) -> entities.Relationship:
        """Hide an account from one's feeds, for `duration` seconds or for good (0).

        `POST /api/v1/accounts/:id/mute`, scope follow or write or write:mutes.
        """
        return self._client.send(ops.accounts.Mute(id=id, notifications=notifications, duration=duration))

    def unmute(self, id: str) -> entities.Relationship:
        """Mute an account no longer.

        `POST /api/v1/accounts/:id/unmute`, scope follow or write or write:mutes.
        """
        return self._client.send(ops.accounts.Unmute(id=id))

    def endorse(self, id: str) -> entities.Relationship:
        """Feature an account that one follows on one's profile.

        `POST /api/v1/accounts/:id/endorse`, since 4.4.0, scope write or write:accounts.
        """
        return self._client.send(ops.accounts.Endorse(id=id))

    def unendorse(self, id: str) -> entities.Relationship:
        """Feature an account on one's profile no longer.

        `POST /api/v1/accounts/:id/unendorse`, since 4.4.0, scope write or write:accounts.
        """
        return self._client.send(ops.accounts.Unendorse(id=id))

    def endorsements(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that an account features on its profile.

        `GET /api/v1/accounts/:id/endorsements`, since 4.4.0, scope read or read:accounts.
        """
        return self._client.send(
            ops.accounts.Endorsements(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    def note(self, id: str, *, comment: Text = UNSET) -> entities.Relationship:
        """Set one's private note on an account; a blank one deletes it.

        `POST /api/v1/accounts/:id/note`, since 3.2.0, scope write or write:accounts.
        """
        return self._client.send(ops.accounts.Note(id=id, comment=comment))

    def relationships(
        self, *, id: LooseTexts = UNSET, with_suspended: Flag = UNSET
    ) -> list[entities.Relationship]:
        """Show one's relations to several accounts.

        `GET /api/v1/accounts/relationships`, scope read or read:follows.
        """
        return self._client.send(ops.accounts.Relationships(id=id, with_suspended=with_suspended))

    def familiar_followers(self, *, id: LooseTexts = UNSET) -> list[entities.FamiliarFollowers]:
        """Show who of those one follows also follows the given accounts.

        `GET /api/v1/accounts/familiar_followers`, since 3.5.0, scope read or read:follows.
        """
        return self._client.send(ops.accounts.FamiliarFollowers(id=id))

    def search(
        self,
        *,
        q: Text = UNSET,
        resolve: Flag = UNSET,
        following: Flag = UNSET,
        limit: Count = UNSET,
        offset: Count = UNSET,
    ) -> list[entities.Account]:
        """Find accounts by name or handle; `resolve` looks an unknown handle up on its server.

        `GET /api/v1/accounts/search`, scope read or read:accounts.
        """
        return self._client.send(
            ops.accounts.Search(q=q, resolve=resolve, following=following, limit=limit, offset=offset)
        )

    def lookup(self, *, acct: Text = UNSET) -> entities.Account:
        """Show the account with a handle, if this server knows it.

        Needs `acct`.

        `GET /api/v1/accounts/lookup`, since 3.4.0, scope read or read:accounts.
        """
        return self._client.send(ops.accounts.Lookup(acct=acct))

    def pin(self, id: str) -> entities.Relationship:
        """The former name of Endorse.

        `POST /api/v1/accounts/:id/pin`, since 2.5.0, deprecated since 4.4.0, scope write or
        write:accounts.
        """
        return self._client.send(ops.accounts.Pin(id=id))

    def unpin(self, id: str) -> entities.Relationship:
        """The former name of Unendorse.

        `POST /api/v1/accounts/:id/unpin`, since 2.5.0, deprecated since 4.4.0, scope write or
        write:accounts.
        """
        return self._client.send(ops.accounts.Unpin(id=id))

    def identity_proofs(self, id: str) -> list[entities.IdentityProof]:
        """Always empty: the identity proofs it listed are gone. Any user's token will do, none answers
        422.

        `GET /api/v1/accounts/:id/identity_proofs`, since 2.8.0, deprecated since 3.5.0.
        """
        return self._client.send(ops.accounts.IdentityProofs(id=id))

    def create_email_subscription(self, id: str, *, email: Text = UNSET) -> entities.Empty:
        """Subscribe an e-mail address to the statuses of an account, where the server allows it.
        Undocumented.

        `POST /api/v1/accounts/:id/email_subscriptions`, since 4.6.0.
        """
        return self._client.send(ops.accounts.CreateEmailSubscription(id=id, email=email))


class AdminAccounts(Group):
    """Moderate accounts: https://docs.joinmastodon.org/methods/admin/accounts/"""

    __slots__ = ()

    def index(
        self,
        *,
        local: Text = UNSET,
        remote: Text = UNSET,
        by_domain: Text = UNSET,
        active: Text = UNSET,
        pending: Text = UNSET,
        disabled: Text = UNSET,
        sensitized: Text = UNSET,
        silenced: Text = UNSET,
        suspended: Text = UNSET,
        username: Text = UNSET,
        display_name: Text = UNSET,
        email: Text = UNSET,
        ip: Text = UNSET,
        staff: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.AdminAccount]:
        """List accounts by state; a flag counts as set by any text but a blank one.

        `GET /api/v1/admin/accounts`, since 2.9.1, scope admin:read or admin:read:accounts.
        """
        return self._client.send(
            ops.admin_accounts.Index(
                local=local,
                remote=remote,
                by_domain=by_domain,
                active=active,
                pending=pending,
                disabled=disabled,
                sensitized=sensitized,
                silenced=silenced,
                suspended=suspended,
                username=username,
                display_name=display_name,
                email=email,
                ip=ip,
                staff=staff,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def index_v2(
        self,
        *,
        origin: Text = UNSET,
        status: Text = UNSET,
        permissions: Text = UNSET,
        role_ids: LooseTexts = UNSET,
        invited_by: Text = UNSET,
        username: Text = UNSET,
        display_name: Text = UNSET,
        by_domain: Text = UNSET,
        email: Text = UNSET,
        ip: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.AdminAccount]:
        """List accounts by origin, status, role, name, address and inviter (the id of a user row).

        `origin`: local, remote. `status`: active, pending, suspended, disabled, silenced.

        `GET /api/v2/admin/accounts`, since 3.5.0, scope admin:read or admin:read:accounts.
        """
        return self._client.send(
            ops.admin_accounts.IndexV2(
                origin=origin,
                status=status,
                permissions=permissions,
                role_ids=role_ids,
                invited_by=invited_by,
                username=username,
                display_name=display_name,
                by_domain=by_domain,
                email=email,
                ip=ip,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def get(self, id: str) -> entities.AdminAccount:
        """See what moderators know of an account.

        `GET /api/v1/admin/accounts/:id`, since 2.9.1, scope admin:read or admin:read:accounts.
        """
        return self._client.send(ops.admin_accounts.Get(id=id))

    def approve(self, id: str) -> entities.AdminAccount:
        """Approve a sign-up that is waiting.

        `POST /api/v1/admin/accounts/:id/approve`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Approve(id=id))

    def reject(self, id: str) -> entities.Empty:
        """Reject a sign-up that is waiting; the account is deleted at once.

        `POST /api/v1/admin/accounts/:id/reject`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Reject(id=id))

    def delete(self, id: str) -> entities.Empty:
        """Delete a suspended account's data for good.

        `DELETE /api/v1/admin/accounts/:id`, since 3.3.0, scope admin:write or admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Delete(id=id))

    def action(
        self,
        id: str,
        *,
        type: Text = UNSET,
        report_id: Text = UNSET,
        warning_preset_id: Text = UNSET,
        text: Text = UNSET,
        send_email_notification: Flag = UNSET,
    ) -> entities.Empty:
        """Act against an account: `type` none (a warning), sensitive, disable, silence, suspend.

        Needs `type`. `type`: none, sensitive, disable, silence, suspend.

        `POST /api/v1/admin/accounts/:id/action`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(
            ops.admin_accounts.Action(
                id=id,
                type=type,
                report_id=report_id,
                warning_preset_id=warning_preset_id,
                text=text,
                send_email_notification=send_email_notification,
            )
        )

    def enable(self, id: str) -> entities.AdminAccount:
        """Give a disabled user the login back.

        `POST /api/v1/admin/accounts/:id/enable`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Enable(id=id))

    def unsilence(self, id: str) -> entities.AdminAccount:
        """Lift a limit.

        `POST /api/v1/admin/accounts/:id/unsilence`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Unsilence(id=id))

    def unsuspend(self, id: str) -> entities.AdminAccount:
        """Lift a suspension.

        `POST /api/v1/admin/accounts/:id/unsuspend`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Unsuspend(id=id))

    def unsensitive(self, id: str) -> entities.AdminAccount:
        """No longer mark all media of an account as sensitive.

        `POST /api/v1/admin/accounts/:id/unsensitive`, since 3.3.0, scope admin:write or
        admin:write:accounts.
        """
        return self._client.send(ops.admin_accounts.Unsensitive(id=id))


class AdminCanonicalEmailBlocks(Group):
    """Mail addresses that may not sign up again, kept as hashes:"""

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminCanonicalEmailBlock]:
        """List blocked addresses.

        `GET /api/v1/admin/canonical_email_blocks`, since 4.0.0, scope admin:read or
        admin:read:canonical_email_blocks.
        """
        return self._client.send(
            ops.admin_canonical_email_blocks.Index(
                max_id=max_id, since_id=since_id, limit=limit, min_id=min_id
            )
        )

    def get(self, id: str) -> entities.AdminCanonicalEmailBlock:
        """See one blocked address.

        `GET /api/v1/admin/canonical_email_blocks/:id`, since 4.0.0, scope admin:read or
        admin:read:canonical_email_blocks.
        """
        return self._client.send(ops.admin_canonical_email_blocks.Get(id=id))

    def test(self, *, email: Text = UNSET) -> list[entities.AdminCanonicalEmailBlock]:
        """Ask which blocks an address would meet.

        Needs `email`.

        `POST /api/v1/admin/canonical_email_blocks/test`, since 4.0.0, scope admin:read or
        admin:read:canonical_email_blocks.
        """
        return self._client.send(ops.admin_canonical_email_blocks.Test(email=email))

    def create(
        self, *, email: Text = UNSET, canonical_email_hash: Text = UNSET
    ) -> entities.AdminCanonicalEmailBlock:
        """Block an address, or the hash of one; `email` counts more.

        `POST /api/v1/admin/canonical_email_blocks`, since 4.0.0, scope admin:write or
        admin:write:canonical_email_blocks.
        """
        return self._client.send(
            ops.admin_canonical_email_blocks.Create(email=email, canonical_email_hash=canonical_email_hash)
        )

    def delete(self, id: str) -> entities.Empty:
        """Lift a block.

        `DELETE /api/v1/admin/canonical_email_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:canonical_email_blocks.
        """
        return self._client.send(ops.admin_canonical_email_blocks.Delete(id=id))


class AdminMeasures(Group):
    """Figures over time: https://docs.joinmastodon.org/methods/admin/measures/"""

    __slots__ = ()

    def get(
        self,
        *,
        keys: LooseTexts = UNSET,
        start_at: Text = UNSET,
        end_at: Text = UNSET,
        tag_accounts: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        tag_uses: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        tag_servers: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        instance_accounts: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_media_attachments: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_reports: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_statuses: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_follows: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_followers: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
    ) -> list[entities.AdminMeasure]:
        """Show figures of a span of time, by day; unknown keys are skipped. Figures of a hashtag or a
        server need the parameter of their own name. `keys` and both dates are required.

        Needs `keys`, `start_at`, `end_at`.

        `POST /api/v1/admin/measures`, since 3.5.0, scope admin:read.
        """
        return self._client.send(
            ops.admin_measures.Get(
                keys=keys,
                start_at=start_at,
                end_at=end_at,
                tag_accounts=tag_accounts,
                tag_uses=tag_uses,
                tag_servers=tag_servers,
                instance_accounts=instance_accounts,
                instance_media_attachments=instance_media_attachments,
                instance_reports=instance_reports,
                instance_statuses=instance_statuses,
                instance_follows=instance_follows,
                instance_followers=instance_followers,
            )
        )


class AdminDimensions(Group):
    """Wholes by their parts: https://docs.joinmastodon.org/methods/admin/dimensions/"""

    __slots__ = ()

    def get(
        self,
        *,
        keys: LooseTexts = UNSET,
        start_at: Text = UNSET,
        end_at: Text = UNSET,
        limit: Count = UNSET,
        tag_servers: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        tag_languages: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        instance_accounts: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_languages: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
    ) -> list[entities.AdminDimension]:
        """Show wholes by their parts, the greatest first; unknown keys are skipped. Those of a hashtag or
        a server need the parameter of their own name.

        `POST /api/v1/admin/dimensions`, since 3.5.0, scope admin:read.
        """
        return self._client.send(
            ops.admin_dimensions.Get(
                keys=keys,
                start_at=start_at,
                end_at=end_at,
                limit=limit,
                tag_servers=tag_servers,
                tag_languages=tag_languages,
                instance_accounts=instance_accounts,
                instance_languages=instance_languages,
            )
        )


class AdminDomainAllows(Group):
    """Domains that limited federation lets in: https://docs.joinmastodon.org/methods/admin/domain_allows/"""

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminDomainAllow]:
        """List allowed domains.

        `GET /api/v1/admin/domain_allows`, since 4.0.0, scope admin:read or admin:read:domain_allows.
        """
        return self._client.send(
            ops.admin_domain_allows.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get(self, id: str) -> entities.AdminDomainAllow:
        """See one allowed domain.

        `GET /api/v1/admin/domain_allows/:id`, since 4.0.0, scope admin:read or
        admin:read:domain_allows.
        """
        return self._client.send(ops.admin_domain_allows.Get(id=id))

    def create(self, *, domain: Text = UNSET) -> entities.AdminDomainAllow:
        """Allow a domain; one that is allowed already is given back.

        Needs `domain`.

        `POST /api/v1/admin/domain_allows`, since 4.0.0, scope admin:write or admin:write:domain_allows.
        """
        return self._client.send(ops.admin_domain_allows.Create(domain=domain))

    def delete(self, id: str) -> entities.Empty:
        """No longer allow a domain.

        `DELETE /api/v1/admin/domain_allows/:id`, since 4.0.0, scope admin:write or
        admin:write:domain_allows.
        """
        return self._client.send(ops.admin_domain_allows.Delete(id=id))


class AdminDomainBlocks(Group):
    """Domains that the server limits or suspends:
    https://docs.joinmastodon.org/methods/admin/domain_blocks/
    """

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminDomainBlock]:
        """List blocked domains.

        `GET /api/v1/admin/domain_blocks`, since 4.0.0, scope admin:read or admin:read:domain_blocks.
        """
        return self._client.send(
            ops.admin_domain_blocks.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get(self, id: str) -> entities.AdminDomainBlock:
        """See one blocked domain.

        `GET /api/v1/admin/domain_blocks/:id`, since 4.0.0, scope admin:read or
        admin:read:domain_blocks.
        """
        return self._client.send(ops.admin_domain_blocks.Get(id=id))

    def create(
        self,
        *,
        domain: Text = UNSET,
        severity: Text = UNSET,
        reject_media: Flag = UNSET,
        reject_reports: Flag = UNSET,
        private_comment: Text = UNSET,
        public_comment: Text = UNSET,
        obfuscate: Flag = UNSET,
    ) -> entities.AdminDomainBlock:
        """Block a domain: `severity` silence, suspend or noop.

        Needs `domain`. `severity`: silence, suspend, noop.

        `POST /api/v1/admin/domain_blocks`, since 4.0.0, scope admin:write or admin:write:domain_blocks.
        """
        return self._client.send(
            ops.admin_domain_blocks.Create(
                domain=domain,
                severity=severity,
                reject_media=reject_media,
                reject_reports=reject_reports,
                private_comment=private_comment,
                public_comment=public_comment,
                obfuscate=obfuscate,
            )
        )

    def update(
        self,
        id: str,
        *,
        severity: Text = UNSET,
        reject_media: Flag = UNSET,
        reject_reports: Flag = UNSET,
        private_comment: Text = UNSET,
        public_comment: Text = UNSET,
        obfuscate: Flag = UNSET,
    ) -> entities.AdminDomainBlock:
        """Change a block, and with its severity what it does to accounts.

        `severity`: silence, suspend, noop.

        `PUT /api/v1/admin/domain_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:domain_blocks.
        """
        return self._client.send(
            ops.admin_domain_blocks.Update(
                id=id,
                severity=severity,
                reject_media=reject_media,
                reject_reports=reject_reports,
                private_comment=private_comment,
                public_comment=public_comment,
                obfuscate=obfuscate,
            )
        )

    def delete(self, id: str) -> entities.Empty:
        """Lift a block.

        `DELETE /api/v1/admin/domain_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:domain_blocks.
        """
        return self._client.send(ops.admin_domain_blocks.Delete(id=id))


class AdminEmailDomainBlocks(Group):
    """Mail providers whose users may not sign up:"""

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminEmailDomainBlock]:
        """List blocked mail providers.

        `GET /api/v1/admin/email_domain_blocks`, since 4.0.0, scope admin:read or
        admin:read:email_domain_blocks.
        """
        return self._client.send(
            ops.admin_email_domain_blocks.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get(self, id: str) -> entities.AdminEmailDomainBlock:
        """See one blocked mail provider.

        `GET /api/v1/admin/email_domain_blocks/:id`, since 4.1.0, scope admin:read or
        admin:read:email_domain_blocks.
        """
        return self._client.send(ops.admin_email_domain_blocks.Get(id=id))

    def create(
        self, *, domain: Text = UNSET, allow_with_approval: Flag = UNSET
    ) -> entities.AdminEmailDomainBlock:
        """Block a mail provider, subdomains included; `allow_with_approval`: its users wait for approval.

        Needs `domain`.

        `POST /api/v1/admin/email_domain_blocks`, since 4.0.0, scope admin:write or
        admin:write:email_domain_blocks.
        """
        return self._client.send(
            ops.admin_email_domain_blocks.Create(domain=domain, allow_with_approval=allow_with_approval)
        )

    def delete(self, id: str) -> entities.Empty:
        """Lift a block.

        `DELETE /api/v1/admin/email_domain_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:email_domain_blocks.
        """
        return self._client.send(ops.admin_email_domain_blocks.Delete(id=id))


class AdminIpBlocks(Group):
    """Addresses with rules of their own: https://docs.joinmastodon.org/methods/admin/ip_blocks/"""

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminIpBlock]:
        """List the rules.

        `GET /api/v1/admin/ip_blocks`, since 4.0.0, scope admin:read or admin:read:ip_blocks.
        """
        return self._client.send(
            ops.admin_ip_blocks.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get(self, id: str) -> entities.AdminIpBlock:
        """See one rule.

        `GET /api/v1/admin/ip_blocks/:id`, since 4.0.0, scope admin:read or admin:read:ip_blocks.
        """
        return self._client.send(ops.admin_ip_blocks.Get(id=id))

    def create(
        self, *, ip: Text = UNSET, severity: Text = UNSET, comment: Text = UNSET, expires_in: Text = UNSET
    ) -> entities.AdminIpBlock:
        """Make a rule for an address or a network: `severity` sign_up_requires_approval, sign_up_block or
        no_access; `expires_in` seconds.

        Needs `severity`. `severity`: sign_up_requires_approval, sign_up_block, no_access.

        `POST /api/v1/admin/ip_blocks`, since 4.0.0, scope admin:write or admin:write:ip_blocks.
        """
        return self._client.send(
            ops.admin_ip_blocks.Create(ip=ip, severity=severity, comment=comment, expires_in=expires_in)
        )

    def update(
        self,
        id: str,
        *,
        ip: Text = UNSET,
        severity: Text = UNSET,
        comment: Text = UNSET,
        expires_in: Text = UNSET,
    ) -> entities.AdminIpBlock:
        """Change a rule; a blank `expires_in` lets it last.

        `severity`: sign_up_requires_approval, sign_up_block, no_access.

        `PUT /api/v1/admin/ip_blocks/:id`, since 4.0.0, scope admin:write or admin:write:ip_blocks.
        """
        return self._client.send(
            ops.admin_ip_blocks.Update(
                id=id, ip=ip, severity=severity, comment=comment, expires_in=expires_in
            )
        )

    def delete(self, id: str) -> entities.Empty:
        """Delete a rule.

        `DELETE /api/v1/admin/ip_blocks/:id`, since 4.0.0, scope admin:write or admin:write:ip_blocks.
        """
        return self._client.send(ops.admin_ip_blocks.Delete(id=id))


class AdminReports(Group):
    """Handle reports: https://docs.joinmastodon.org/methods/admin/reports/"""

    __slots__ = ()

    def index(
        self,
        *,
        resolved: Text = UNSET,
        unresolved: Text = UNSET,
        account_id: Text = UNSET,
        target_account_id: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.AdminReport]:
        """List reports; without filters those that are open.

        `GET /api/v1/admin/reports`, since 2.9.1, scope admin:read or admin:read:reports.
        """
        return self._client.send(
            ops.admin_reports.Index(
                resolved=resolved,
                unresolved=unresolved,
                account_id=account_id,
                target_account_id=target_account_id,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def get(self, id: str) -> entities.AdminReport:
        """See a report with its statuses.

        `GET /api/v1/admin/reports/:id`, since 2.9.1, scope admin:read or admin:read:reports.
        """
        return self._client.send(ops.admin_reports.Get(id=id))

    def update(
        self, id: str, *, category: Text = UNSET, rule_ids: LooseTexts = UNSET
    ) -> entities.AdminReport:
        """Change what a report is about: its category and the rules that were broken.

        `category`: other, spam, legal, violation.

        `PUT /api/v1/admin/reports/:id`, since 3.5.0, scope admin:write or admin:write:reports.
        """
        return self._client.send(ops.admin_reports.Update(id=id, category=category, rule_ids=rule_ids))

    def assign_to_self(self, id: str) -> entities.AdminReport:
        """Take a report over.

        `POST /api/v1/admin/reports/:id/assign_to_self`, since 2.9.1, scope admin:write or
        admin:write:reports.
        """
        return self._client.send(ops.admin_reports.AssignToSelf(id=id))

    def unassign(self, id: str) -> entities.AdminReport:
        """Give a report back, or take it from another moderator.

        `POST /api/v1/admin/reports/:id/unassign`, since 2.9.1, scope admin:write or
        admin:write:reports.
        """
        return self._client.send(ops.admin_reports.Unassign(id=id))

    def resolve(self, id: str) -> entities.AdminReport:
        """Close a report without acting.

        `POST /api/v1/admin/reports/:id/resolve`, since 2.9.1, scope admin:write or admin:write:reports.
        """
        return self._client.send(ops.admin_reports.Resolve(id=id))

    def reopen(self, id: str) -> entities.AdminReport:
        """Open a closed report again.

        `POST /api/v1/admin/reports/:id/reopen`, since 2.9.1, scope admin:write or admin:write:reports.
        """
        return self._client.send(ops.admin_reports.Reopen(id=id))


class AdminRetention(Group):
    """Who stayed: https://docs.joinmastodon.org/methods/admin/retention/"""

    __slots__ = ()

    def get(
        self, *, start_at: Text = UNSET, end_at: Text = UNSET, frequency: Text = UNSET
    ) -> list[entities.AdminCohort]:
        """Show how many of those who joined in each period were still there later. Both dates are
        required; `frequency`: day or month.

        Needs `start_at`, `end_at`. `frequency`: day, month.

        `POST /api/v1/admin/retention`, since 3.5.0, scope admin:read.
        """
        return self._client.send(
            ops.admin_retention.Get(start_at=start_at, end_at=end_at, frequency=frequency)
        )


class AdminTags(Group):
    """Review hashtags: GET, PUT /api/v1/admin/tags (app/controllers/api/v1/admin/tags_controller.rb; the"""

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminTag]:
        """List all hashtags, the newest first.

        `GET /api/v1/admin/tags`, since 4.3.0, scope admin:read.
        """
        return self._client.send(
            ops.admin_tags.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get(self, id: str) -> entities.AdminTag:
        """See a hashtag by its number.

        `GET /api/v1/admin/tags/:id`, since 4.3.0, scope admin:read.
        """
        return self._client.send(ops.admin_tags.Get(id=id))

    def update(
        self,
        id: str,
        *,
        display_name: Text = UNSET,
        listable: Flag = UNSET,
        trendable: Flag = UNSET,
        usable: Flag = UNSET,
    ) -> entities.AdminTag:
        """Change how a hashtag may be used; it then counts as reviewed, whatever was sent.

        `PUT /api/v1/admin/tags/:id`, since 4.3.0, scope admin:write.
        """
        return self._client.send(
            ops.admin_tags.Update(
                id=id, display_name=display_name, listable=listable, trendable=trendable, usable=usable
            )
        )


class AdminTrends(Group):
    """Review what is popular (app/controllers/api/v1/admin/trends/):"""

    __slots__ = ()

    def links(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.TrendsLink]:
        """List the links that trend, reviewed or not.

        `GET /api/v1/admin/trends/links`, since 3.5.0, scope admin:read.
        """
        return self._client.send(ops.admin_trends.Links(limit=limit, offset=offset))

    def statuses(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Status]:
        """List the statuses that trend, reviewed or not.

        `GET /api/v1/admin/trends/statuses`, since 3.5.0, scope admin:read.
        """
        return self._client.send(ops.admin_trends.Statuses(limit=limit, offset=offset))

    def tags(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.AdminTrendsTag]:
        """List the hashtags that trend, reviewed or not.

        `GET /api/v1/admin/trends/tags`, since 3.5.0, scope admin:read.
        """
        return self._client.send(ops.admin_trends.Tags(limit=limit, offset=offset))

    def approve_link(self, id: str) -> entities.AdminTrendsLink:
        """Let a link trend.

        `POST /api/v1/admin/trends/links/:id/approve`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.ApproveLink(id=id))

    def reject_link(self, id: str) -> entities.AdminTrendsLink:
        """Keep a link from trending.

        `POST /api/v1/admin/trends/links/:id/reject`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.RejectLink(id=id))

    def approve_status(self, id: str) -> entities.Status:
        """Let a status trend.

        `POST /api/v1/admin/trends/statuses/:id/approve`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.ApproveStatus(id=id))

    def reject_status(self, id: str) -> entities.Status:
        """Keep a status from trending.

        `POST /api/v1/admin/trends/statuses/:id/reject`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.RejectStatus(id=id))

    def approve_tag(self, id: str) -> entities.AdminTag:
        """Let a hashtag trend.

        `POST /api/v1/admin/trends/tags/:id/approve`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.ApproveTag(id=id))

    def reject_tag(self, id: str) -> entities.AdminTag:
        """Keep a hashtag from trending.

        `POST /api/v1/admin/trends/tags/:id/reject`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.RejectTag(id=id))

    def publishers(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.PreviewCardProvider]:
        """List the sites whose pages are linked to, the newest first.

        `GET /api/v1/admin/trends/links/publishers`, since 4.2.0, scope admin:read.
        """
        return self._client.send(
            ops.admin_trends.Publishers(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def approve_publisher(self, id: str) -> entities.PreviewCardProvider:
        """Let links to a site trend that have no verdict of their own.

        `POST /api/v1/admin/trends/links/publishers/:id/approve`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.ApprovePublisher(id=id))

    def reject_publisher(self, id: str) -> entities.PreviewCardProvider:
        """Keep links to a site from trending that have no verdict of their own.

        `POST /api/v1/admin/trends/links/publishers/:id/reject`, since 4.2.0, scope admin:write.
        """
        return self._client.send(ops.admin_trends.RejectPublisher(id=id))


class Announcements(Group):
    """Show the server's announcements and react to them:
    https://docs.joinmastodon.org/methods/announcements/
    """

    __slots__ = ()

    def get(self) -> list[entities.Announcement]:
        """List the published announcements. Any user's token will do, none answers 422.

        `GET /api/v1/announcements`, since 3.1.0.
        """
        return self._client.send(ops.announcements.Get())

    def dismiss(self, id: str) -> entities.Empty:
        """Mark an announcement as read.

        `POST /api/v1/announcements/:id/dismiss`, since 3.1.0, scope write or write:accounts.
        """
        return self._client.send(ops.announcements.Dismiss(id=id))

    def add_reaction(self, id: str, name: str) -> entities.Empty:
        """React to an announcement with an emoji or the name of one of the server's own.

        `PUT /api/v1/announcements/:id/reactions/:name`, since 3.1.0, scope write or write:favourites.
        """
        return self._client.send(ops.announcements.AddReaction(id=id, name=name))

    def remove_reaction(self, id: str, name: str) -> entities.Empty:
        """Take a reaction back.

        `DELETE /api/v1/announcements/:id/reactions/:name`, since 3.1.0, scope write or
        write:favourites.
        """
        return self._client.send(ops.announcements.RemoveReaction(id=id, name=name))


class AnnualReports(Group):
    """Show the user's year in review: https://docs.joinmastodon.org/methods/annual_reports/"""

    __slots__ = ()

    def index(self) -> dict[str, Any]:
        """Show the `annual_reports` one has not viewed, with the `accounts` and `statuses` they name.

        `GET /api/v1/annual_reports`, since 4.3.0, scope read or read:accounts.
        """
        return self._client.send(ops.annual_reports.Index())

    def get(self, year: str) -> dict[str, Any]:
        """Show the report of a year, in the form of Index.

        `GET /api/v1/annual_reports/:year`, since 4.4.0, scope read or read:accounts.
        """
        return self._client.send(ops.annual_reports.Get(year=year))

    def read(self, year: str) -> entities.Empty:
        """Mark the report of a year as viewed.

        `POST /api/v1/annual_reports/:year/read`, since 4.3.0, scope write or write:accounts.
        """
        return self._client.send(ops.annual_reports.Read(year=year))

    def state(self, year: str) -> dict[str, str]:
        """Show as `state` whether the report of a year is available, generating, eligible or ineligible.

        `GET /api/v1/annual_reports/:year/state`, since 4.6.0, scope read or read:accounts.
        """
        return self._client.send(ops.annual_reports.State(year=year))

    def generate(self, year: str) -> entities.Empty:
        """Begin the report of the campaign's year: 202 without a body, or 200 if there is nothing to do.

        `POST /api/v1/annual_reports/:year/generate`, since 4.6.0, scope write or write:accounts.
        """
        return self._client.send(ops.annual_reports.Generate(year=year))


class Apps(Group):
    """Register client applications: https://docs.joinmastodon.org/methods/apps/"""

    __slots__ = ()

    def create(
        self,
        *,
        client_name: Text = UNSET,
        redirect_uris: LooseTexts = UNSET,
        scopes: Any = UNSET,
        website: Text = UNSET,
    ) -> entities.CredentialApplication:
        """Register an application and get the credentials for its tokens.

        `scopes` arrives as it was sent, since an array means `read`, an empty text no scope at all.

        Needs `client_name`, `redirect_uris`.

        `POST /api/v1/apps`.
        """
        return self._client.send(
            ops.apps.Create(
                client_name=client_name, redirect_uris=redirect_uris, scopes=scopes, website=website
            )
        )

    def verify_credentials(self) -> entities.Application:
        """Show the application that a token was given to, whatever its scopes.

        `GET /api/v1/apps/verify_credentials`, since 2.0.0.
        """
        return self._client.send(ops.apps.VerifyCredentials())


class AsyncRefreshes(Group):
    """Follow work that goes on after an answer: https://docs.joinmastodon.org/methods/async_refreshes/"""

    __slots__ = ()

    def get(self, id: str) -> dict[str, entities.AsyncRefresh]:
        """Show as `async_refresh` how far the work is that a Mastodon-Async-Refresh header named.

        `GET /api/v1_alpha/async_refreshes/:id`, since 4.4.0, scope read.
        """
        return self._client.send(ops.async_refreshes.Get(id=id))


class Blocks(Group):
    """List the accounts one blocks: https://docs.joinmastodon.org/methods/blocks/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts one blocks, the last blocked first.

        `GET /api/v1/blocks`, scope follow or read or read:blocks.
        """
        return self._client.send(ops.blocks.Get(max_id=max_id, since_id=since_id, limit=limit))


class Bookmarks(Group):
    """List one's bookmarks: https://docs.joinmastodon.org/methods/bookmarks/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Status]:
        """List the statuses one bookmarked, the last bookmarked first; cursors come from Link alone.

        `GET /api/v1/bookmarks`, since 3.1.0, scope read or read:bookmarks.
        """
        return self._client.send(
            ops.bookmarks.Get(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class Collections(Group):
    """Recommend accounts as collections: https://docs.joinmastodon.org/methods/collections/"""

    __slots__ = ()

    def account_collections(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """List the `collections` that an account made.

        `GET /api/v1/accounts/:account_id/collections`, since 4.6.0, scope read or read:collections.
        """
        return self._client.send(
            ops.collections.AccountCollections(account_id=account_id, limit=limit, offset=offset)
        )

    def in_collections(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """List the `collections` that one's own account is in.

        `GET /api/v1/accounts/:account_id/in_collections`, since 4.6.0, scope read or read:collections.
        """
        return self._client.send(
            ops.collections.InCollections(account_id=account_id, limit=limit, offset=offset)
        )

    def get(self, id: str) -> entities.CollectionWithAccounts:
        """Show a collection with its owner and members.

        `GET /api/v1/collections/:id`, since 4.6.0, scope read or read:collections.
        """
        return self._client.send(ops.collections.Get(id=id))

    def create(
        self,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
        account_ids: Texts = UNSET,
    ) -> dict[str, entities.Collection]:
        """Make a `collection`, with members if wanted.

        Needs `name`, `sensitive`, `discoverable`.

        `POST /api/v1/collections`, since 4.6.0, scope write or write:collections.
        """
        return self._client.send(
            ops.collections.Create(
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
                account_ids=account_ids,
            )
        )

    def update(
        self,
        id: str,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
    ) -> dict[str, entities.Collection]:
        """Change one's own `collection`, but not its members.

        `PATCH /api/v1/collections/:id`, since 4.6.0, scope write or write:collections.
        """
        return self._client.send(
            ops.collections.Update(
                id=id,
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
            )
        )

    def delete(self, id: str) -> None:
        """Delete one's own collection; the answer has no body.

        `DELETE /api/v1/collections/:id`, since 4.6.0, scope write or write:collections.
        """
        return self._client.send(ops.collections.Delete(id=id))

    def add_item(self, collection_id: str, *, account_id: Text = UNSET) -> dict[str, entities.CollectionItem]:
        """Add an account to one's own collection, as `collection_item`.

        Needs `account_id`.

        `POST /api/v1/collections/:collection_id/items`, since 4.6.0, scope write or write:collections.
        """
        return self._client.send(ops.collections.AddItem(collection_id=collection_id, account_id=account_id))

    def delete_item(self, collection_id: str, id: str) -> None:
        """Take a member out of one's own collection; the answer has no body.

        `DELETE /api/v1/collections/:collection_id/items/:id`, since 4.6.0, scope write or
        write:collections.
        """
        return self._client.send(ops.collections.DeleteItem(collection_id=collection_id, id=id))

    def revoke_item(self, collection_id: str, id: str) -> None:
        """Leave somebody's collection; the answer has no body.

        `POST /api/v1/collections/:collection_id/items/:id/revoke`, since 4.6.0, scope write or
        write:collections.
        """
        return self._client.send(ops.collections.RevokeItem(collection_id=collection_id, id=id))

    def account_collections_alpha(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """The former address of AccountCollections.

        `GET /api/v1_alpha/accounts/:account_id/collections`, since 4.6.0, deprecated since 4.6.0, scope
        read or read:collections.
        """
        return self._client.send(
            ops.collections.AccountCollectionsAlpha(account_id=account_id, limit=limit, offset=offset)
        )

    def in_collections_alpha(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """The former address of InCollections; it sends no Deprecation header.

        `GET /api/v1_alpha/accounts/:account_id/in_collections`, since 4.6.0, deprecated since 4.6.0,
        scope read or read:collections.
        """
        return self._client.send(
            ops.collections.InCollectionsAlpha(account_id=account_id, limit=limit, offset=offset)
        )

    def get_alpha(self, id: str) -> entities.CollectionWithAccounts:
        """The former address of Get.

        `GET /api/v1_alpha/collections/:id`, since 4.6.0, deprecated since 4.6.0, scope read or
        read:collections.
        """
        return self._client.send(ops.collections.GetAlpha(id=id))

    def create_alpha(
        self,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
        account_ids: Texts = UNSET,
    ) -> dict[str, entities.Collection]:
        """The former address of Create.

        Needs `name`, `sensitive`, `discoverable`.

        `POST /api/v1_alpha/collections`, since 4.6.0, deprecated since 4.6.0, scope write or
        write:collections.
        """
        return self._client.send(
            ops.collections.CreateAlpha(
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
                account_ids=account_ids,
            )
        )

    def update_alpha(
        self,
        id: str,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
    ) -> dict[str, entities.Collection]:
        """The former address of Update.

        `PATCH /api/v1_alpha/collections/:id`, since 4.6.0, deprecated since 4.6.0, scope write or
        write:collections.
        """
        return self._client.send(
            ops.collections.UpdateAlpha(
                id=id,
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
            )
        )

    def delete_alpha(self, id: str) -> None:
        """The former address of Delete.

        `DELETE /api/v1_alpha/collections/:id`, since 4.6.0, deprecated since 4.6.0, scope write or
        write:collections.
        """
        return self._client.send(ops.collections.DeleteAlpha(id=id))

    def add_item_alpha(
        self, collection_id: str, *, account_id: Text = UNSET
    ) -> dict[str, entities.CollectionItem]:
        """The former address of AddItem.

        Needs `account_id`.

        `POST /api/v1_alpha/collections/:collection_id/items`, since 4.6.0, deprecated since 4.6.0,
        scope write or write:collections.
        """
        return self._client.send(
            ops.collections.AddItemAlpha(collection_id=collection_id, account_id=account_id)
        )

    def delete_item_alpha(self, collection_id: str, id: str) -> None:
        """The former address of DeleteItem.

        `DELETE /api/v1_alpha/collections/:collection_id/items/:id`, since 4.6.0, deprecated since
        4.6.0, scope write or write:collections.
        """
        return self._client.send(ops.collections.DeleteItemAlpha(collection_id=collection_id, id=id))

    def revoke_item_alpha(self, collection_id: str, id: str) -> None:
        """The former address of RevokeItem.

        `POST /api/v1_alpha/collections/:collection_id/items/:id/revoke`, since 4.6.0, deprecated since
        4.6.0, scope write or write:collections.
        """
        return self._client.send(ops.collections.RevokeItemAlpha(collection_id=collection_id, id=id))


class Conversations(Group):
    """Read direct conversations: https://docs.joinmastodon.org/methods/conversations/"""

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Conversation]:
        """List one's conversations; cursors are ids of their last statuses.

        `GET /api/v1/conversations`, since 2.6.0, scope read or read:statuses.
        """
        return self._client.send(
            ops.conversations.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def delete(self, id: str) -> entities.Empty:
        """Remove a conversation from one's own list; its statuses stay.

        `DELETE /api/v1/conversations/:id`, since 2.6.0, scope write or write:conversations.
        """
        return self._client.send(ops.conversations.Delete(id=id))

    def read(self, id: str) -> entities.Conversation:
        """Mark a conversation as read.

        `POST /api/v1/conversations/:id/read`, since 2.6.0, scope write or write:conversations.
        """
        return self._client.send(ops.conversations.Read(id=id))

    def unread(self, id: str) -> entities.Conversation:
        """Mark a conversation as unread. Undocumented.

        `POST /api/v1/conversations/:id/unread`, since 4.2.0, scope write or write:conversations.
        """
        return self._client.send(ops.conversations.Unread(id=id))


class CustomEmojis(Group):
    """List the server's own emoji: https://docs.joinmastodon.org/methods/custom_emojis/"""

    __slots__ = ()

    def get(self) -> list[entities.CustomEmoji]:
        """List the emoji that a picker should offer.

        `GET /api/v1/custom_emojis`, since 2.0.0.
        """
        return self._client.send(ops.custom_emojis.Get())


class Directory(Group):
    """List accounts that wish to be found: https://docs.joinmastodon.org/methods/directory/"""

    __slots__ = ()

    def get(
        self, *, order: Text = UNSET, local: Flag = UNSET, limit: Count = UNSET, offset: Count = UNSET
    ) -> list[entities.Account]:
        """List accounts by their last post (`order` active) or the newest first (`order` new).

        `order`: active, new.

        `GET /api/v1/directory`, since 3.0.0.
        """
        return self._client.send(ops.directory.Get(order=order, local=local, limit=limit, offset=offset))


class DomainBlocks(Group):
    """Block whole servers for oneself: https://docs.joinmastodon.org/methods/domain_blocks/"""

    __slots__ = ()

    def get(self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET) -> list[str]:
        """List the domains one blocks, the last blocked first.

        `GET /api/v1/domain_blocks`, since 1.4.0, scope follow or read or read:blocks.
        """
        return self._client.send(ops.domain_blocks.Get(max_id=max_id, since_id=since_id, limit=limit))

    def block(self, *, domain: Text = UNSET) -> entities.Empty:
        """Hide all accounts of a domain; ends following in both directions.

        Needs `domain`.

        `POST /api/v1/domain_blocks`, since 1.4.0, scope follow or write or write:blocks.
        """
        return self._client.send(ops.domain_blocks.Block(domain=domain))

    def unblock(self, *, domain: Text = UNSET) -> entities.Empty:
        """Block a domain no longer.

        `DELETE /api/v1/domain_blocks`, since 1.4.0, scope follow or write or write:blocks.
        """
        return self._client.send(ops.domain_blocks.Unblock(domain=domain))

    def preview(self, *, domain: Text = UNSET) -> dict[str, int]:
        """Count as `following_count` and `followers_count` what blocking a domain would end. Undocumented.

        `GET /api/v1/domain_blocks/preview`, since 4.3.0, scope follow or write or write:blocks.
        """
        return self._client.send(ops.domain_blocks.Preview(domain=domain))


class Emails(Group):
    """Confirm the e-mail address of a new account: https://docs.joinmastodon.org/methods/emails/"""

    __slots__ = ()

    def confirmations(self, *, email: Text = UNSET) -> entities.Empty:
        """Send the mail again, to another address if one is given; for users who still have to confirm.

        `POST /api/v1/emails/confirmations`, since 3.4.0, scope write or write:accounts.
        """
        return self._client.send(ops.emails.Confirmations(email=email))

    def check_confirmation(self) -> bool:
        """Show whether the address is confirmed. Undocumented; 401 without a user.

        `GET /api/v1/emails/check_confirmation`, since 4.2.0, scope read or read:accounts.
        """
        return self._client.send(ops.emails.CheckConfirmation())


class Endorsements(Group):
    """List the accounts on one's profile: https://docs.joinmastodon.org/methods/endorsements/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts one features on one's profile; all of them with the limit 0.

        `GET /api/v1/endorsements`, since 2.5.0, scope read or read:accounts.
        """
        return self._client.send(ops.endorsements.Get(max_id=max_id, since_id=since_id, limit=limit))


class Fasp(Group):
    """What auxiliary service providers call (FASP), experimental, off on a stock server and undocumented."""

    __slots__ = ()

    def register(
        self, *, name: Text = UNSET, base_url: Text = UNSET, server_id: Text = UNSET, public_key: Text = UNSET
    ) -> dict[str, Any]:
        """Offer a service.

        `POST /api/fasp/registration`, since 4.4.0.
        """
        return self._client.send(
            ops.fasp.Register(name=name, base_url=base_url, server_id=server_id, public_key=public_key)
        )

    def debug_response(self) -> None:
        """Answer a test call.

        `POST /api/fasp/debug/v0/callback/responses`, since 4.4.0.
        """
        return self._client.send(ops.fasp.DebugResponse())

    def subscribe_events(self, *, category: Text = UNSET, subscription_type: Text = UNSET) -> dict[str, Any]:
        """Subscribe to what happens on the server.

        `POST /api/fasp/data_sharing/v0/event_subscriptions`, since 4.4.0.
        """
        return self._client.send(
            ops.fasp.SubscribeEvents(category=category, subscription_type=subscription_type)
        )

    def unsubscribe_events(self, id: str) -> None:
        """End a subscription.

        `DELETE /api/fasp/data_sharing/v0/event_subscriptions/:id`, since 4.4.0.
        """
        return self._client.send(ops.fasp.UnsubscribeEvents(id=id))

    def request_backfill(self, *, category: Text = UNSET, max_count: Text = UNSET) -> dict[str, Any]:
        """Ask for what happened before.

        `POST /api/fasp/data_sharing/v0/backfill_requests`, since 4.4.0.
        """
        return self._client.send(ops.fasp.RequestBackfill(category=category, max_count=max_count))

    def continue_backfill(self, id: str) -> None:
        """Ask for more of what happened before.

        `POST /api/fasp/data_sharing/v0/backfill_requests/:id/continuation`, since 4.4.0.
        """
        return self._client.send(ops.fasp.ContinueBackfill(id=id))


class Favourites(Group):
    """List one's favourites: https://docs.joinmastodon.org/methods/favourites/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Status]:
        """List the statuses one favourited, the last favourited first; cursors come from Link alone.

        `GET /api/v1/favourites`, scope read or read:favourites.
        """
        return self._client.send(
            ops.favourites.Get(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class FeaturedTags(Group):
    """Show hashtags on one's profile: https://docs.joinmastodon.org/methods/featured_tags/"""

    __slots__ = ()

    def get(self) -> list[entities.FeaturedTag]:
        """List the hashtags one features, the most used first.

        `GET /api/v1/featured_tags`, since 3.0.0, scope read or read:accounts.
        """
        return self._client.send(ops.featured_tags.Get())

    def feature(self, *, name: Text = UNSET) -> entities.FeaturedTag:
        """Feature a hashtag on one's profile.

        Needs `name`.

        `POST /api/v1/featured_tags`, since 3.0.0, scope write or write:accounts.
        """
        return self._client.send(ops.featured_tags.Feature(name=name))

    def unfeature(self, id: str) -> entities.Empty:
        """Feature a hashtag no longer.

        `DELETE /api/v1/featured_tags/:id`, since 3.0.0, scope write or write:accounts.
        """
        return self._client.send(ops.featured_tags.Unfeature(id=id))

    def suggestions(self) -> list[entities.Tag]:
        """List up to 10 hashtags that one uses and could feature.

        `GET /api/v1/featured_tags/suggestions`, since 3.0.0, scope read or read:accounts.
        """
        return self._client.send(ops.featured_tags.Suggestions())


class Filters(Group):
    """Mark or hide statuses by keyword or id: https://docs.joinmastodon.org/methods/filters/"""

    __slots__ = ()

    def index(self) -> list[entities.Filter]:
        """List one's filters, the expired ones too.

        `GET /api/v2/filters`, since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.Index())

    def get(self, id: str) -> entities.Filter:
        """Show one filter.

        `GET /api/v2/filters/:id`, since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.Get(id=id))

    def create(
        self,
        *,
        title: Text = UNSET,
        context: Texts = UNSET,
        filter_action: Text = UNSET,
        expires_in: Text = UNSET,
        keywords_attributes: list[ops.filters.KeywordAttributes] | UnsetType | None = UNSET,
    ) -> entities.Filter:
        """Make a filter for some contexts, for `expires_in` seconds or (blank) for good.

        Needs `title`, `context`. `context`: home, notifications, public, thread, account.
        `filter_action`: warn, hide, blur.

        `POST /api/v2/filters`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(
            ops.filters.Create(
                title=title,
                context=context,
                filter_action=filter_action,
                expires_in=expires_in,
                keywords_attributes=keywords_attributes,
            )
        )

    def update(
        self,
        id: str,
        *,
        title: Text = UNSET,
        context: Texts = UNSET,
        filter_action: Text = UNSET,
        expires_in: Text = UNSET,
        keywords_attributes: list[ops.filters.KeywordAttributes] | UnsetType | None = UNSET,
    ) -> entities.Filter:
        """Change a filter; what is not sent stays, a blank `expires_in` makes it last.

        `context`: home, notifications, public, thread, account. `filter_action`: warn, hide, blur.

        `PUT /api/v2/filters/:id`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(
            ops.filters.Update(
                id=id,
                title=title,
                context=context,
                filter_action=filter_action,
                expires_in=expires_in,
                keywords_attributes=keywords_attributes,
            )
        )

    def delete(self, id: str) -> entities.Empty:
        """Delete a filter.

        `DELETE /api/v2/filters/:id`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(ops.filters.Delete(id=id))

    def keywords(self, filter_id: str) -> list[entities.FilterKeyword]:
        """List the keywords of a filter.

        `GET /api/v2/filters/:filter_id/keywords`, since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.Keywords(filter_id=filter_id))

    def add_keyword(
        self, filter_id: str, *, keyword: Text = UNSET, whole_word: Flag = UNSET
    ) -> entities.FilterKeyword:
        """Add a keyword to a filter.

        Needs `keyword`.

        `POST /api/v2/filters/:filter_id/keywords`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(
            ops.filters.AddKeyword(filter_id=filter_id, keyword=keyword, whole_word=whole_word)
        )

    def get_keyword(self, id: str) -> entities.FilterKeyword:
        """Show one keyword.

        `GET /api/v2/filters/keywords/:id`, since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.GetKeyword(id=id))

    def update_keyword(
        self, id: str, *, keyword: Text = UNSET, whole_word: Flag = UNSET
    ) -> entities.FilterKeyword:
        """Change a keyword.

        `PUT /api/v2/filters/keywords/:id`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(ops.filters.UpdateKeyword(id=id, keyword=keyword, whole_word=whole_word))

    def remove_keyword(self, id: str) -> entities.Empty:
        """Remove a keyword from its filter.

        `DELETE /api/v2/filters/keywords/:id`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(ops.filters.RemoveKeyword(id=id))

    def statuses(self, filter_id: str) -> list[entities.FilterStatus]:
        """List the statuses in a filter.

        `GET /api/v2/filters/:filter_id/statuses`, since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.Statuses(filter_id=filter_id))

    def add_status(self, filter_id: str, *, status_id: Text = UNSET) -> entities.FilterStatus:
        """Add a status to a filter.

        Needs `status_id`.

        `POST /api/v2/filters/:filter_id/statuses`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(ops.filters.AddStatus(filter_id=filter_id, status_id=status_id))

    def get_status(self, id: str) -> entities.FilterStatus:
        """Show one status of a filter, by the id of its place there.

        `GET /api/v2/filters/statuses/:id`, since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.GetStatus(id=id))

    def remove_status(self, id: str) -> entities.Empty:
        """Remove a status from its filter.

        `DELETE /api/v2/filters/statuses/:id`, since 4.0.0, scope write or write:filters.
        """
        return self._client.send(ops.filters.RemoveStatus(id=id))

    def index_v1(self) -> list[entities.V1Filter]:
        """List one's filtered keywords.

        `GET /api/v1/filters`, since 2.4.3, deprecated since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.IndexV1())

    def get_v1(self, id: str) -> entities.V1Filter:
        """Show one filtered keyword.

        `GET /api/v1/filters/:id`, since 2.4.3, deprecated since 4.0.0, scope read or read:filters.
        """
        return self._client.send(ops.filters.GetV1(id=id))

    def create_v1(
        self,
        *,
        phrase: Text = UNSET,
        context: Texts = UNSET,
        irreversible: Flag = UNSET,
        whole_word: Flag = UNSET,
        expires_in: Text = UNSET,
    ) -> entities.V1Filter:
        """Make a filter of one keyword, which is its title too; `irreversible` hides.

        Needs `phrase`, `context`. `context`: home, notifications, public, thread, account.

        `POST /api/v1/filters`, since 2.4.3, deprecated since 4.0.0, scope write or write:filters.
        """
        return self._client.send(
            ops.filters.CreateV1(
                phrase=phrase,
                context=context,
                irreversible=irreversible,
                whole_word=whole_word,
                expires_in=expires_in,
            )
        )

    def update_v1(
        self,
        id: str,
        *,
        phrase: Text = UNSET,
        context: Texts = UNSET,
        irreversible: Flag = UNSET,
        whole_word: Flag = UNSET,
        expires_in: Text = UNSET,
    ) -> entities.V1Filter:
        """Change a keyword and, if it is the only one, its filter.

        `context`: home, notifications, public, thread, account.

        `PUT /api/v1/filters/:id`, since 2.4.3, deprecated since 4.0.0, scope write or write:filters.
        """
        return self._client.send(
            ops.filters.UpdateV1(
                id=id,
                phrase=phrase,
                context=context,
                irreversible=irreversible,
                whole_word=whole_word,
                expires_in=expires_in,
            )
        )

    def delete_v1(self, id: str) -> entities.Empty:
        """Delete a keyword; its filter stays.

        `DELETE /api/v1/filters/:id`, since 2.4.3, deprecated since 4.0.0, scope write or write:filters.
        """
        return self._client.send(ops.filters.DeleteV1(id=id))


class FollowRequests(Group):
    """Answer requests to follow: https://docs.joinmastodon.org/methods/follow_requests/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that ask to follow one.

        `GET /api/v1/follow_requests`, scope follow or read or read:follows.
        """
        return self._client.send(ops.follow_requests.Get(max_id=max_id, since_id=since_id, limit=limit))

    def accept(self, account_id: str) -> entities.Relationship:
        """Let an account follow one.

        `POST /api/v1/follow_requests/:account_id/authorize`, scope follow or write or write:follows.
        """
        return self._client.send(ops.follow_requests.Accept(account_id=account_id))

    def reject(self, account_id: str) -> entities.Relationship:
        """Refuse an account's request.

        `POST /api/v1/follow_requests/:account_id/reject`, scope follow or write or write:follows.
        """
        return self._client.send(ops.follow_requests.Reject(account_id=account_id))


class FollowedTags(Group):
    """List the hashtags one follows: https://docs.joinmastodon.org/methods/followed_tags/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Tag]:
        """List the hashtags one follows, the last followed first.

        `GET /api/v1/followed_tags`, since 4.0.0, scope follow or read or read:follows.
        """
        return self._client.send(
            ops.followed_tags.Get(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class GroupedNotifications(Group):
    """Read notifications of the same kind as groups:
    https://docs.joinmastodon.org/methods/grouped_notifications/
    """

    __slots__ = ()

    def index(
        self,
        *,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
        grouped_types: Texts = UNSET,
        expand_accounts: Text = UNSET,
        supported_types: LooseTexts = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> entities.GroupedNotificationsResults:
        """List one's notifications in groups; cursors are ids of notifications, `limit` counts groups.

        `account_id` is documented but has no effect on real servers (recording
        notifications/v2_params).

        `expand_accounts`: full, partial_avatars.

        `GET /api/v2/notifications`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(
            ops.grouped_notifications.Index(
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
                grouped_types=grouped_types,
                expand_accounts=expand_accounts,
                supported_types=supported_types,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def get(
        self, group_key: str, *, supported_types: LooseTexts = UNSET
    ) -> entities.GroupedNotificationsResults:
        """Show one group.

        `GET /api/v2/notifications/:group_key`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(
            ops.grouped_notifications.Get(group_key=group_key, supported_types=supported_types)
        )

    def dismiss(self, group_key: str) -> entities.Empty:
        """Delete the notifications of a group.

        `POST /api/v2/notifications/:group_key/dismiss`, since 4.3.0, scope write or
        write:notifications.
        """
        return self._client.send(ops.grouped_notifications.Dismiss(group_key=group_key))

    def accounts(
        self, group_key: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts behind a group.

        `GET /api/v2/notifications/:group_key/accounts`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(
            ops.grouped_notifications.Accounts(
                group_key=group_key, max_id=max_id, since_id=since_id, limit=limit
            )
        )

    def unread_count(
        self,
        *,
        limit: Count = UNSET,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
        grouped_types: Texts = UNSET,
    ) -> dict[str, int]:
        """Count the groups above one's marker as `count`, up to `limit` (by default 100, 1000 at most).

        `GET /api/v2/notifications/unread_count`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(
            ops.grouped_notifications.UnreadCount(
                limit=limit,
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
                grouped_types=grouped_types,
            )
        )

    def clear(self) -> entities.Empty:
        """Delete all of one's notifications. Undocumented.

        `POST /api/v2/notifications/clear`, since 4.3.0, scope write or write:notifications.
        """
        return self._client.send(ops.grouped_notifications.Clear())


class Health(Group):
    """Tell whether the server is up: https://docs.joinmastodon.org/methods/health/"""

    __slots__ = ()

    def get(self) -> str:
        """Answer `OK` as plain text.

        `GET /health`, since 3.0.0.
        """
        return self._client.send(ops.health.Get())


class Instance(Group):
    """Describe the server: https://docs.joinmastodon.org/methods/instance/"""

    __slots__ = ()

    def get(self) -> entities.Instance:
        """Describe the server: its limits, abilities, rules and contact.

        `GET /api/v2/instance`, since 4.0.0.
        """
        return self._client.send(ops.instance.Get())

    def peers(self) -> list[str]:
        """List the domains the server knows.

        `GET /api/v1/instance/peers`, since 2.1.2.
        """
        return self._client.send(ops.instance.Peers())

    def activity(self) -> list[dict[str, str]]:
        """Count `statuses`, `logins`, `registrations` of the last 12 weeks (`week`: Unix time), all as
        text.

        `GET /api/v1/instance/activity`, since 2.1.2.
        """
        return self._client.send(ops.instance.Activity())

    def rules(self) -> list[entities.Rule]:
        """List the server's rules.

        `GET /api/v1/instance/rules`, since 3.4.0.
        """
        return self._client.send(ops.instance.Rules())

    def domain_blocks(self) -> list[entities.DomainBlock]:
        """List the domains the server limits or suspends, if it tells; any user's token may show the
        reasons.

        `GET /api/v1/instance/domain_blocks`, since 4.0.0.
        """
        return self._client.send(ops.instance.DomainBlocks())

    def extended_description(self) -> entities.ExtendedDescription:
        """Show the long text about the server.

        `GET /api/v1/instance/extended_description`, since 4.0.0.
        """
        return self._client.send(ops.instance.ExtendedDescription())

    def privacy_policy(self) -> entities.PrivacyPolicy:
        """Show the server's privacy policy.

        `GET /api/v1/instance/privacy_policy`, since 4.0.0.
        """
        return self._client.send(ops.instance.PrivacyPolicy())

    def terms_of_service(self) -> entities.TermsOfService:
        """Show the terms of service in force, or else those to come.

        `GET /api/v1/instance/terms_of_service`, since 4.4.0.
        """
        return self._client.send(ops.instance.TermsOfService())

    def terms_of_service_of(self, date: str) -> entities.TermsOfService:
        """Show the terms of service that took or take effect on a date (YYYY-MM-DD).

        `GET /api/v1/instance/terms_of_service/:date`, since 4.4.0.
        """
        return self._client.send(ops.instance.TermsOfServiceOf(date=date))

    def translation_languages(self) -> dict[str, list[str]]:
        """Show into which languages statuses of each language can be translated.

        `GET /api/v1/instance/translation_languages`, since 4.2.0.
        """
        return self._client.send(ops.instance.TranslationLanguages())

    def get_v1(self) -> entities.V1Instance:
        """Describe the server in the older form.

        `GET /api/v1/instance`, since 1.1.0, deprecated since 4.0.0.
        """
        return self._client.send(ops.instance.GetV1())

    def languages(self) -> list[dict[str, str]]:
        """List the languages that statuses can have, by `code` and English `name`. Undocumented.

        `GET /api/v1/instance/languages`, since 4.2.0.
        """
        return self._client.send(ops.instance.Languages())

    def search_peers(self, *, q: Text = UNSET) -> list[str] | None:
        """List up to 10 known domains that begin with `q`; null without one. Undocumented.

        `GET /api/v1/peers/search`, since 4.2.0.
        """
        return self._client.send(ops.instance.SearchPeers(q=q))


class Lists(Group):
    """Gather accounts in lists: https://docs.joinmastodon.org/methods/lists/"""

    __slots__ = ()

    def index(self) -> list[entities.List]:
        """List one's lists.

        `GET /api/v1/lists`, since 2.1.0, scope read or read:lists.
        """
        return self._client.send(ops.lists.Index())

    def get(self, id: str) -> entities.List:
        """Show one list.

        `GET /api/v1/lists/:id`, since 2.1.0, scope read or read:lists.
        """
        return self._client.send(ops.lists.Get(id=id))

    def create(
        self, *, title: Text = UNSET, replies_policy: Text = UNSET, exclusive: Flag = UNSET
    ) -> entities.List:
        """Make a list; an `exclusive` one keeps its members' statuses out of the home timeline.

        Needs `title`. `replies_policy`: followed, list, none.

        `POST /api/v1/lists`, since 2.1.0, scope write or write:lists.
        """
        return self._client.send(
            ops.lists.Create(title=title, replies_policy=replies_policy, exclusive=exclusive)
        )

    def update(
        self, id: str, *, title: Text = UNSET, replies_policy: Text = UNSET, exclusive: Flag = UNSET
    ) -> entities.List:
        """Change a list; what is not sent stays.

        `replies_policy`: followed, list, none.

        `PUT /api/v1/lists/:id`, since 2.1.0, scope write or write:lists.
        """
        return self._client.send(
            ops.lists.Update(id=id, title=title, replies_policy=replies_policy, exclusive=exclusive)
        )

    def delete(self, id: str) -> entities.Empty:
        """Delete a list.

        `DELETE /api/v1/lists/:id`, since 2.1.0, scope write or write:lists.
        """
        return self._client.send(ops.lists.Delete(id=id))

    def accounts(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the members of a list; all of them with the limit 0.

        `GET /api/v1/lists/:id/accounts`, since 2.1.0, scope read or read:lists.
        """
        return self._client.send(ops.lists.Accounts(id=id, max_id=max_id, since_id=since_id, limit=limit))

    def add_accounts(self, id: str, *, account_ids: Texts = UNSET) -> entities.Empty:
        """Add accounts that one follows to a list: all of them or, if one can't be added, none.

        `POST /api/v1/lists/:id/accounts`, since 2.1.0, scope write or write:lists.
        """
        return self._client.send(ops.lists.AddAccounts(id=id, account_ids=account_ids))

    def remove_accounts(self, id: str, *, account_ids: Texts = UNSET) -> entities.Empty:
        """Take accounts out of a list.

        `DELETE /api/v1/lists/:id/accounts`, since 2.1.0, scope write or write:lists.
        """
        return self._client.send(ops.lists.RemoveAccounts(id=id, account_ids=account_ids))


class Markers(Group):
    """Remember how far timelines were read: https://docs.joinmastodon.org/methods/markers/"""

    __slots__ = ()

    def get(self, *, timeline: LooseTexts = UNSET) -> dict[str, entities.Marker]:
        """Show the markers of the timelines `home` and `notifications`, of those named and set.

        `timeline`: home, notifications.

        `GET /api/v1/markers`, since 3.0.0, scope read or read:statuses.
        """
        return self._client.send(ops.markers.Get(timeline=timeline))

    def save(
        self,
        *,
        home: ops.markers.MarkerParams | UnsetType | None = UNSET,
        notifications: ops.markers.MarkerParams | UnsetType | None = UNSET,
    ) -> dict[str, entities.Marker]:
        """Set markers; the answer holds those sent.

        `POST /api/v1/markers`, since 3.0.0, scope write or write:statuses.
        """
        return self._client.send(ops.markers.Save(home=home, notifications=notifications))


class Media(Group):
    """Upload files to be attached to statuses: https://docs.joinmastodon.org/methods/media/"""

    __slots__ = ()

    def create(
        self,
        *,
        file: FileParam = UNSET,
        thumbnail: FileParam = UNSET,
        description: Text = UNSET,
        focus: Text = UNSET,
    ) -> entities.MediaAttachment:
        """Upload a file; 202 while video, audio or an animation is still being processed.

        `focus` is "x,y", each from -1 to 1.

        Needs `file`.

        `POST /api/v2/media`, since 3.1.3, scope write or write:media.
        """
        return self._client.send(
            ops.media.Create(file=file, thumbnail=thumbnail, description=description, focus=focus)
        )

    def get(self, id: str) -> entities.MediaAttachment:
        """Show one's own upload that is not attached yet; 206 while it is being processed.

        `GET /api/v1/media/:id`, since 3.1.3, scope write or write:media.
        """
        return self._client.send(ops.media.Get(id=id))

    def delete(self, id: str) -> entities.Empty:
        """Delete one's own upload that is not attached.

        `DELETE /api/v1/media/:id`, since 4.4.0, scope write or write:media.
        """
        return self._client.send(ops.media.Delete(id=id))

    def update(
        self, id: str, *, thumbnail: FileParam = UNSET, description: Text = UNSET, focus: Text = UNSET
    ) -> entities.MediaAttachment:
        """Change one's own upload before it is attached.

        `PUT /api/v1/media/:id`, scope write or write:media.
        """
        return self._client.send(
            ops.media.Update(id=id, thumbnail=thumbnail, description=description, focus=focus)
        )

    def create_v1(
        self,
        *,
        file: FileParam = UNSET,
        thumbnail: FileParam = UNSET,
        description: Text = UNSET,
        focus: Text = UNSET,
    ) -> entities.MediaAttachment:
        """Upload a file and wait until it is processed.

        Needs `file`.

        `POST /api/v1/media`, deprecated since 3.1.3, scope write or write:media.
        """
        return self._client.send(
            ops.media.CreateV1(file=file, thumbnail=thumbnail, description=description, focus=focus)
        )


class Mutes(Group):
    """List the accounts one mutes: https://docs.joinmastodon.org/methods/mutes/"""

    __slots__ = ()

    def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.MutedAccount]:
        """List the accounts one mutes and until when, the last muted first.

        `GET /api/v1/mutes`, scope follow or read or read:mutes.
        """
        return self._client.send(ops.mutes.Get(max_id=max_id, since_id=since_id, limit=limit))


class Notifications(Group):
    """Read and clear notifications, and decide which arrive:
    https://docs.joinmastodon.org/methods/notifications/
    """

    __slots__ = ()

    def index(
        self,
        *,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
        supported_types: LooseTexts = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Notification]:
        """List one's notifications; those of types not in `supported_types` get a `fallback` text.

        `GET /api/v1/notifications`, scope read or read:notifications.
        """
        return self._client.send(
            ops.notifications.Index(
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
                supported_types=supported_types,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def get(self, id: str, *, supported_types: LooseTexts = UNSET) -> entities.Notification:
        """Show one notification.

        `GET /api/v1/notifications/:id`, scope read or read:notifications.
        """
        return self._client.send(ops.notifications.Get(id=id, supported_types=supported_types))

    def clear(self) -> entities.Empty:
        """Delete all of one's notifications.

        `POST /api/v1/notifications/clear`, scope write or write:notifications.
        """
        return self._client.send(ops.notifications.Clear())

    def dismiss(self, id: str) -> entities.Empty:
        """Delete one notification.

        `POST /api/v1/notifications/:id/dismiss`, since 1.3.0, scope write or write:notifications.
        """
        return self._client.send(ops.notifications.Dismiss(id=id))

    def unread_count(
        self,
        *,
        limit: Count = UNSET,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
    ) -> dict[str, int]:
        """Count the notifications above one's marker as `count`, up to `limit` (by default 100, 1000 at
        most).

        `GET /api/v1/notifications/unread_count`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(
            ops.notifications.UnreadCount(
                limit=limit,
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
            )
        )

    def policy(self) -> entities.NotificationPolicy:
        """Show whose notifications are held back or dropped.

        `GET /api/v2/notifications/policy`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(ops.notifications.Policy())

    def update_policy(
        self,
        *,
        for_not_following: Any = UNSET,
        for_not_followers: Any = UNSET,
        for_new_accounts: Any = UNSET,
        for_private_mentions: Any = UNSET,
        for_limited_accounts: Any = UNSET,
        for_bots: Any = UNSET,
    ) -> entities.NotificationPolicy:
        """Decide whose notifications to `accept`, `filter` or `drop`.

        Values arrive as they were sent, since the JSON number 1 stands for `filter` but the text "1"
        for nothing.

        `for_not_following`: accept, filter, drop. `for_not_followers`: accept, filter, drop.
        `for_new_accounts`: accept, filter, drop. `for_private_mentions`: accept, filter, drop.
        `for_limited_accounts`: accept, filter, drop. `for_bots`: accept, filter, drop.

        `PATCH /api/v2/notifications/policy`, since 4.3.0, scope write or write:notifications.
        """
        return self._client.send(
            ops.notifications.UpdatePolicy(
                for_not_following=for_not_following,
                for_not_followers=for_not_followers,
                for_new_accounts=for_new_accounts,
                for_private_mentions=for_private_mentions,
                for_limited_accounts=for_limited_accounts,
                for_bots=for_bots,
            )
        )

    def requests(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.NotificationRequest]:
        """List the accounts whose notifications are held back.

        `GET /api/v1/notifications/requests`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(
            ops.notifications.Requests(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get_request(self, id: str) -> entities.NotificationRequest:
        """Show one account whose notifications are held back.

        `GET /api/v1/notifications/requests/:id`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(ops.notifications.GetRequest(id=id))

    def accept_request(self, id: str) -> entities.Empty:
        """Let the notifications of a request in, and those that its account causes from now on.

        `POST /api/v1/notifications/requests/:id/accept`, since 4.3.0, scope write or
        write:notifications.
        """
        return self._client.send(ops.notifications.AcceptRequest(id=id))

    def dismiss_request(self, id: str) -> entities.Empty:
        """Delete a request and the notifications it held back.

        `POST /api/v1/notifications/requests/:id/dismiss`, since 4.3.0, scope write or
        write:notifications.
        """
        return self._client.send(ops.notifications.DismissRequest(id=id))

    def accept_requests(self, *, id: LooseTexts = UNSET) -> entities.Empty:
        """Accept several requests; unknown ids are passed over.

        `POST /api/v1/notifications/requests/accept`, since 4.3.0, scope write or write:notifications.
        """
        return self._client.send(ops.notifications.AcceptRequests(id=id))

    def dismiss_requests(self, *, id: LooseTexts = UNSET) -> entities.Empty:
        """Dismiss several requests; unknown ids are passed over.

        `POST /api/v1/notifications/requests/dismiss`, since 4.3.0, scope write or write:notifications.
        """
        return self._client.send(ops.notifications.DismissRequests(id=id))

    def requests_merged(self) -> dict[str, bool]:
        """Show as `merged` whether the notifications of all accepted requests have been let in.

        `GET /api/v1/notifications/requests/merged`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(ops.notifications.RequestsMerged())

    def policy_v1(self) -> entities.V1NotificationPolicy:
        """Show the policy as switches. Undocumented.

        `GET /api/v1/notifications/policy`, since 4.3.0, scope read or read:notifications.
        """
        return self._client.send(ops.notifications.PolicyV1())

    def update_policy_v1(
        self,
        *,
        filter_not_following: Any = UNSET,
        filter_not_followers: Any = UNSET,
        filter_new_accounts: Any = UNSET,
        filter_private_mentions: Any = UNSET,
        filter_bots: Any = UNSET,
    ) -> entities.V1NotificationPolicy:
        """Change the policy by switches. Undocumented.

        Values arrive as they were sent: any text, "false" too, switches on, a JSON false or null off.

        `PATCH /api/v1/notifications/policy`, since 4.3.0, scope write or write:notifications.
        """
        return self._client.send(
            ops.notifications.UpdatePolicyV1(
                filter_not_following=filter_not_following,
                filter_not_followers=filter_not_followers,
                filter_new_accounts=filter_new_accounts,
                filter_private_mentions=filter_private_mentions,
                filter_bots=filter_bots,
            )
        )


class Oauth(Group):
    """Get, inspect and revoke tokens: https://docs.joinmastodon.org/methods/oauth/"""

    __slots__ = ()

    def token(
        self,
        *,
        grant_type: Text = UNSET,
        client_id: Text = UNSET,
        client_secret: Text = UNSET,
        code: Text = UNSET,
        redirect_uri: Text = UNSET,
        code_verifier: Text = UNSET,
        scope: Text = UNSET,
    ) -> entities.Token:
        """Exchange a code, or an application's own credentials, for a token.

        Needs `grant_type`, `client_id`. `grant_type`: authorization_code, client_credentials.

        `POST /oauth/token`, since 0.1.0.
        """
        return self._client.send(
            ops.oauth.Token(
                grant_type=grant_type,
                client_id=client_id,
                client_secret=client_secret,
                code=code,
                redirect_uri=redirect_uri,
                code_verifier=code_verifier,
                scope=scope,
            )
        )

    def revoke(
        self,
        *,
        client_id: Text = UNSET,
        client_secret: Text = UNSET,
        token: Text = UNSET,
        token_type_hint: Text = UNSET,
    ) -> entities.Empty:
        """Make a token of the application unusable.

        Needs `client_id`.

        `POST /oauth/revoke`, since 0.1.0.
        """
        return self._client.send(
            ops.oauth.Revoke(
                client_id=client_id, client_secret=client_secret, token=token, token_type_hint=token_type_hint
            )
        )

    def userinfo(self) -> dict[str, Any]:
        """Show the token's user as OpenID Connect does: iss, sub, name, preferred_username, profile,
        picture.

        `GET /oauth/userinfo`, since 4.4.0, scope profile.
        """
        return self._client.send(ops.oauth.Userinfo())

    def token_info(self) -> dict[str, Any]:
        """Describe the bearer token of the request. Undocumented; refuses in the form of OAuth errors.

        `GET /oauth/token/info`, since 0.1.0.
        """
        return self._client.send(ops.oauth.TokenInfo())

    def introspect(
        self,
        *,
        client_id: Text = UNSET,
        client_secret: Text = UNSET,
        token: Text = UNSET,
        token_type_hint: Text = UNSET,
    ) -> dict[str, Any]:
        """Describe a token (RFC 7662) to the application it belongs to. Undocumented.

        `POST /oauth/introspect`, since 0.1.0.
        """
        return self._client.send(
            ops.oauth.Introspect(
                client_id=client_id, client_secret=client_secret, token=token, token_type_hint=token_type_hint
            )
        )


class Oembed(Group):
    """Embed statuses elsewhere: https://docs.joinmastodon.org/methods/oembed/"""

    __slots__ = ()

    def get(self, *, url: Text = UNSET, maxwidth: Text = UNSET, maxheight: Text = UNSET) -> dict[str, Any]:
        """Show the HTML that embeds the status at a `url` of this server.

        Needs `url`.

        `GET /api/oembed`, since 1.0.0.
        """
        return self._client.send(ops.oembed.Get(url=url, maxwidth=maxwidth, maxheight=maxheight))


class Polls(Group):
    """Show polls and vote in them: https://docs.joinmastodon.org/methods/polls/"""

    __slots__ = ()

    def get(self, id: str) -> entities.Poll:
        """Show a poll.

        `GET /api/v1/polls/:id`, since 2.8.0, scope read or read:statuses.
        """
        return self._client.send(ops.polls.Get(id=id))

    def vote(self, id: str, *, choices: Texts = UNSET) -> entities.Poll:
        """Vote for options of a poll by their positions, counted from 0.

        Needs `choices`.

        `POST /api/v1/polls/:id/votes`, since 2.8.0, scope write or write:statuses.
        """
        return self._client.send(ops.polls.Vote(id=id, choices=choices))


class Preferences(Group):
    """Show the user's preferences: https://docs.joinmastodon.org/methods/preferences/"""

    __slots__ = ()

    def get(self) -> entities.Preferences:
        """Show how one's client should post and show statuses.

        `GET /api/v1/preferences`, since 2.8.0, scope read or read:accounts.
        """
        return self._client.send(ops.preferences.Get())


class Profile(Group):
    """Show and change one's profile as it was typed: https://docs.joinmastodon.org/methods/profile/"""

    __slots__ = ()

    def get(self) -> entities.Profile:
        """Show one's profile, to be edited.

        `GET /api/v1/profile`, since 4.6.0, scope profile or read or read:accounts.
        """
        return self._client.send(ops.profile.Get())

    def update(
        self,
        *,
        display_name: Text = UNSET,
        note: Text = UNSET,
        avatar: FileParam = UNSET,
        avatar_description: Text = UNSET,
        header: FileParam = UNSET,
        header_description: Text = UNSET,
        locked: Flag = UNSET,
        bot: Flag = UNSET,
        discoverable: Flag = UNSET,
        hide_collections: Flag = UNSET,
        indexable: Flag = UNSET,
        show_media: Flag = UNSET,
        show_media_replies: Flag = UNSET,
        show_featured: Flag = UNSET,
        attribution_domains: Texts = UNSET,
        fields_attributes: list[ops.accounts.FieldAttributes] | UnsetType | None = UNSET,
    ) -> entities.Profile:
        """Change one's profile; what is not sent stays.

        `PATCH /api/v1/profile`, since 4.6.0, scope write or write:accounts.
        """
        return self._client.send(
            ops.profile.Update(
                display_name=display_name,
                note=note,
                avatar=avatar,
                avatar_description=avatar_description,
                header=header,
                header_description=header_description,
                locked=locked,
                bot=bot,
                discoverable=discoverable,
                hide_collections=hide_collections,
                indexable=indexable,
                show_media=show_media,
                show_media_replies=show_media_replies,
                show_featured=show_featured,
                attribution_domains=attribution_domains,
                fields_attributes=fields_attributes,
            )
        )

    def delete_avatar(self) -> entities.CredentialAccount:
        """Remove one's avatar.

        `DELETE /api/v1/profile/avatar`, since 4.2.0, scope write or write:accounts.
        """
        return self._client.send(ops.profile.DeleteAvatar())

    def delete_header(self) -> entities.CredentialAccount:
        """Remove one's header.

        `DELETE /api/v1/profile/header`, since 4.2.0, scope write or write:accounts.
        """
        return self._client.send(ops.profile.DeleteHeader())


class Push(Group):
    """Get notifications by Web Push: https://docs.joinmastodon.org/methods/push/"""

    __slots__ = ()

    def subscribe(
        self, *, subscription: ops.push.SubscriptionParams | UnsetType | None = UNSET, data: Any = UNSET
    ) -> entities.WebPushSubscription:
        """Subscribe, in place of the token's former subscription.

        `data` is `{"alerts": {type: bool}, "policy": text}` and arrives as it was sent: the answer
        repeats the alerts that were named, a blank one as null.

        Needs `subscription[endpoint]`, `subscription[keys][p256dh]`, `subscription[keys][auth]`.

        `POST /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return self._client.send(ops.push.Subscribe(subscription=subscription, data=data))

    def get(self) -> entities.WebPushSubscription:
        """Show the token's subscription.

        `GET /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return self._client.send(ops.push.Get())

    def update(self, *, data: Any = UNSET) -> entities.WebPushSubscription:
        """Replace the `data` of the subscription, all of it; as it was sent, as in Subscribe.

        `PUT /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return self._client.send(ops.push.Update(data=data))

    def unsubscribe(self) -> entities.Empty:
        """Delete the token's subscription.

        `DELETE /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return self._client.send(ops.push.Unsubscribe())


class Reports(Group):
    """Report accounts to the moderators: https://docs.joinmastodon.org/methods/reports/"""

    __slots__ = ()

    def create(
        self,
        *,
        account_id: Text = UNSET,
        status_ids: Texts = UNSET,
        collection_ids: Texts = UNSET,
        comment: Text = UNSET,
        forward: Flag = UNSET,
        forward_to_domains: Texts = UNSET,
        category: Text = UNSET,
        rule_ids: Texts = UNSET,
    ) -> entities.Report:
        """Report an account, with statuses, collections and broken rules; `forward` tells its server too.

        Needs `account_id`. `category`: spam, legal, violation, other.

        `POST /api/v1/reports`, since 1.1.0, scope write or write:reports.
        """
        return self._client.send(
            ops.reports.Create(
                account_id=account_id,
                status_ids=status_ids,
                collection_ids=collection_ids,
                comment=comment,
                forward=forward,
                forward_to_domains=forward_to_domains,
                category=category,
                rule_ids=rule_ids,
            )
        )


class ScheduledStatuses(Group):
    """Show and move statuses that wait to be published:
    https://docs.joinmastodon.org/methods/scheduled_statuses/
    """

    __slots__ = ()

    def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.ScheduledStatus]:
        """List one's scheduled statuses, the last made first.

        `GET /api/v1/scheduled_statuses`, since 2.7.0, scope read or read:statuses.
        """
        return self._client.send(
            ops.scheduled_statuses.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def get(self, id: str) -> entities.ScheduledStatus:
        """Show one scheduled status.

        `GET /api/v1/scheduled_statuses/:id`, since 2.7.0, scope read or read:statuses.
        """
        return self._client.send(ops.scheduled_statuses.Get(id=id))

    def update(self, id: str, *, scheduled_at: Text = UNSET) -> entities.ScheduledStatus:
        """Move a scheduled status to another time, its only part that can change.

        `PUT /api/v1/scheduled_statuses/:id`, since 2.7.0, scope write or write:statuses.
        """
        return self._client.send(ops.scheduled_statuses.Update(id=id, scheduled_at=scheduled_at))

    def cancel(self, id: str) -> entities.Empty:
        """Delete a scheduled status unpublished.

        `DELETE /api/v1/scheduled_statuses/:id`, since 2.7.0, scope write or write:statuses.
        """
        return self._client.send(ops.scheduled_statuses.Cancel(id=id))


class Search(Group):
    """Search accounts, statuses, hashtags and collections: https://docs.joinmastodon.org/methods/search/"""

    __slots__ = ()

    def search(
        self,
        *,
        q: Text = UNSET,
        type: Text = UNSET,
        resolve: Flag = UNSET,
        following: Flag = UNSET,
        account_id: Text = UNSET,
        exclude_unreviewed: Flag = UNSET,
        max_id: Text = UNSET,
        min_id: Text = UNSET,
        limit: Count = UNSET,
        offset: Count = UNSET,
    ) -> entities.Search:
        """Search by text, handle or address; `resolve` asks other servers, `offset` needs a `type`.

        Needs `q`. `type`: accounts, hashtags, statuses, collections.

        `GET /api/v2/search`, since 2.4.1, scope read or read:search.
        """
        return self._client.send(
            ops.search.Search(
                q=q,
                type=type,
                resolve=resolve,
                following=following,
                account_id=account_id,
                exclude_unreviewed=exclude_unreviewed,
                max_id=max_id,
                min_id=min_id,
                limit=limit,
                offset=offset,
            )
        )


class Statuses(Group):
    """Publish, read and interact with statuses: https://docs.joinmastodon.org/methods/statuses/"""

    __slots__ = ()

    def create(
        self,
        *,
        status: Text = UNSET,
        media_ids: Texts = UNSET,
        poll: Any = UNSET,
        in_reply_to_id: Text = UNSET,
        sensitive: Any = UNSET,
        spoiler_text: Text = UNSET,
        visibility: Text = UNSET,
        language: Text = UNSET,
        scheduled_at: Any = UNSET,
        quoted_status_id: Text = UNSET,
        quote_approval_policy: Text = UNSET,
        allowed_mentions: Texts = UNSET,
    ) -> entities.Status | entities.ScheduledStatus:
        """Publish a status, or schedule it when `scheduled_at` is more than five minutes ahead.

        `sensitive`, `scheduled_at` and `poll` (see PollParams) arrive as they were sent: a scheduled
        status shows them verbatim in `params`, and a form's text `false` is not a JSON false (recording
        errors/bools_json). The header `Idempotency-Key` makes a repeat within the hour harmless.

        `visibility`: public, unlisted, private, direct. `quote_approval_policy`: public, followers,
        nobody.

        `POST /api/v1/statuses`, scope write or write:statuses.
        """
        return self._client.send(
            ops.statuses.Create(
                status=status,
                media_ids=media_ids,
                poll=poll,
                in_reply_to_id=in_reply_to_id,
                sensitive=sensitive,
                spoiler_text=spoiler_text,
                visibility=visibility,
                language=language,
                scheduled_at=scheduled_at,
                quoted_status_id=quoted_status_id,
                quote_approval_policy=quote_approval_policy,
                allowed_mentions=allowed_mentions,
            )
        )

    def get(self, id: str) -> entities.Status:
        """Show one status.

        `GET /api/v1/statuses/:id`, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.Get(id=id))

    def index(self, *, id: Texts = UNSET) -> list[entities.Status]:
        """Show several statuses by id, 20 different ones at most.

        `GET /api/v1/statuses`, since 4.3.0, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.Index(id=id))

    def delete(self, id: str, *, delete_media: Flag = UNSET) -> entities.Status:
        """Delete one's own status; the answer holds its source as `text`, for a redraft.

        `DELETE /api/v1/statuses/:id`, scope write or write:statuses.
        """
        return self._client.send(ops.statuses.Delete(id=id, delete_media=delete_media))

    def context(self, id: str) -> entities.Context:
        """Show what a status answers and what answers it.

        `GET /api/v1/statuses/:id/context`, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.Context(id=id))

    def translate(self, id: str, *, lang: Text = UNSET) -> entities.Translation:
        """Translate a status, into the language of the request unless `lang` names one.

        `POST /api/v1/statuses/:id/translate`, since 4.0.0, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.Translate(id=id, lang=lang))

    def reblogged_by(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that boosted a status.

        `GET /api/v1/statuses/:id/reblogged_by`, scope read or read:accounts.
        """
        return self._client.send(
            ops.statuses.RebloggedBy(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    def favourited_by(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that favourited a status.

        `GET /api/v1/statuses/:id/favourited_by`, scope read or read:accounts.
        """
        return self._client.send(
            ops.statuses.FavouritedBy(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    def favourite(self, id: str) -> entities.Status:
        """Add a status to one's favourites.

        `POST /api/v1/statuses/:id/favourite`, scope write or write:favourites.
        """
        return self._client.send(ops.statuses.Favourite(id=id))

    def unfavourite(self, id: str) -> entities.Status:
        """Take a status out of one's favourites.

        `POST /api/v1/statuses/:id/unfavourite`, scope write or write:favourites.
        """
        return self._client.send(ops.statuses.Unfavourite(id=id))

    def reblog(self, id: str, *, visibility: Text = UNSET) -> entities.Status:
        """Boost a status; the answer is the boost, with the status in `reblog`.

        `visibility`: public, unlisted, private.

        `POST /api/v1/statuses/:id/reblog`, scope write or write:statuses.
        """
        return self._client.send(ops.statuses.Reblog(id=id, visibility=visibility))

    def unreblog(self, id: str) -> entities.Status:
        """Take a boost back; `id` is the boosted status, which is the answer too.

        `POST /api/v1/statuses/:id/unreblog`, scope write or write:statuses.
        """
        return self._client.send(ops.statuses.Unreblog(id=id))

    def bookmark(self, id: str) -> entities.Status:
        """Bookmark a status, seen by nobody else.

        `POST /api/v1/statuses/:id/bookmark`, since 3.1.0, scope write or write:bookmarks.
        """
        return self._client.send(ops.statuses.Bookmark(id=id))

    def unbookmark(self, id: str) -> entities.Status:
        """Remove a bookmark.

        `POST /api/v1/statuses/:id/unbookmark`, since 3.1.0, scope write or write:bookmarks.
        """
        return self._client.send(ops.statuses.Unbookmark(id=id))

    def mute(self, id: str) -> entities.Status:
        """Get no more notifications from the conversation of a status.

        `POST /api/v1/statuses/:id/mute`, since 1.4.2, scope write or write:mutes.
        """
        return self._client.send(ops.statuses.Mute(id=id))

    def unmute(self, id: str) -> entities.Status:
        """Get notifications from the conversation of a status again.

        `POST /api/v1/statuses/:id/unmute`, since 1.4.2, scope write or write:mutes.
        """
        return self._client.send(ops.statuses.Unmute(id=id))

    def pin(self, id: str) -> entities.Status:
        """Feature one's own status on one's profile.

        `POST /api/v1/statuses/:id/pin`, since 1.6.0, scope write or write:accounts.
        """
        return self._client.send(ops.statuses.Pin(id=id))

    def unpin(self, id: str) -> entities.Status:
        """Feature a status on one's profile no longer.

        `POST /api/v1/statuses/:id/unpin`, since 1.6.0, scope write or write:accounts.
        """
        return self._client.send(ops.statuses.Unpin(id=id))

    def edit(
        self,
        id: str,
        *,
        status: Text = UNSET,
        spoiler_text: Text = UNSET,
        sensitive: Any = UNSET,
        language: Text = UNSET,
        media_ids: Texts = UNSET,
        media_attributes: list[ops.statuses.MediaAttributes] | UnsetType | None = UNSET,
        poll: Any = UNSET,
        quote_approval_policy: Text = UNSET,
    ) -> entities.Status:
        """Change one's own status; text, media, poll, spoiler and `sensitive` that are left out are
        removed.

        `sensitive` and `poll` arrive as they were sent, as in Create.

        `quote_approval_policy`: public, followers, nobody.

        `PUT /api/v1/statuses/:id`, since 3.5.0, scope write or write:statuses.
        """
        return self._client.send(
            ops.statuses.Edit(
                id=id,
                status=status,
                spoiler_text=spoiler_text,
                sensitive=sensitive,
                language=language,
                media_ids=media_ids,
                media_attributes=media_attributes,
                poll=poll,
                quote_approval_policy=quote_approval_policy,
            )
        )

    def history(self, id: str) -> list[entities.StatusEdit]:
        """List all versions of a status, the oldest first.

        `GET /api/v1/statuses/:id/history`, since 3.5.0, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.History(id=id))

    def source(self, id: str) -> entities.StatusSource:
        """Show a status as it was typed, to be edited.

        `GET /api/v1/statuses/:id/source`, since 3.5.0, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.Source(id=id))

    def quotes(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Status]:
        """List the accepted quotes of a status.

        `GET /api/v1/statuses/:id/quotes`, since 4.5.0, scope read or read:statuses.
        """
        return self._client.send(ops.statuses.Quotes(id=id, max_id=max_id, since_id=since_id, limit=limit))

    def revoke_quote(self, id: str, quoting_status_id: str) -> entities.Status:
        """Detach one's own status `id` from the status that quotes it, which is the answer.

        `POST /api/v1/statuses/:id/quotes/:quoting_status_id/revoke`, since 4.5.0, scope write or
        write:statuses.
        """
        return self._client.send(ops.statuses.RevokeQuote(id=id, quoting_status_id=quoting_status_id))

    def edit_interaction_policy(self, id: str, *, quote_approval_policy: Text = UNSET) -> entities.Status:
        """Change who may quote one's own status, without an edit.

        `quote_approval_policy`: public, followers, nobody.

        `PUT /api/v1/statuses/:id/interaction_policy`, since 4.5.0, scope write or write:statuses.
        """
        return self._client.send(
            ops.statuses.EditInteractionPolicy(id=id, quote_approval_policy=quote_approval_policy)
        )


class Streaming(Group):
    """Receive events as they happen: https://docs.joinmastodon.org/methods/streaming/"""

    __slots__ = ()

    def health(self) -> str:
        """Answer `OK` as plain text.

        `GET /api/v1/streaming/health`, since 2.5.0.
        """
        return self._client.send(ops.streaming.Health())


class Suggestions(Group):
    """Suggest whom to follow: https://docs.joinmastodon.org/methods/suggestions/"""

    __slots__ = ()

    def get(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Suggestion]:
        """List accounts one might want to follow, and why.

        `GET /api/v2/suggestions`, since 3.4.0, scope read or read:accounts.
        """
        return self._client.send(ops.suggestions.Get(limit=limit, offset=offset))

    def remove(self, account_id: str) -> entities.Empty:
        """Suggest an account no more.

        `DELETE /api/v1/suggestions/:account_id`, since 2.4.3, scope write or write:accounts.
        """
        return self._client.send(ops.suggestions.Remove(account_id=account_id))

    def get_v1(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Account]:
        """List accounts one might want to follow.

        `GET /api/v1/suggestions`, since 2.4.3, deprecated since 3.4.0, scope read or read:accounts.
        """
        return self._client.send(ops.suggestions.GetV1(limit=limit, offset=offset))


class Tags(Group):
    """Show, follow and feature hashtags: https://docs.joinmastodon.org/methods/tags/"""

    __slots__ = ()

    def get(self, name: str) -> entities.Tag:
        """Show a hashtag, one that nobody used too; any token adds what its user has to do with it.

        `GET /api/v1/tags/:name`, since 4.0.0.
        """
        return self._client.send(ops.tags.Get(name=name))

    def follow(self, name: str) -> entities.Tag:
        """Get public statuses with a hashtag into one's home timeline.

        `POST /api/v1/tags/:name/follow`, since 4.0.0, scope follow or write or write:follows.
        """
        return self._client.send(ops.tags.Follow(name=name))

    def unfollow(self, name: str) -> entities.Tag:
        """Follow a hashtag no longer.

        `POST /api/v1/tags/:name/unfollow`, since 4.0.0, scope follow or write or write:follows.
        """
        return self._client.send(ops.tags.Unfollow(name=name))

    def feature(self, name: str) -> entities.Tag:
        """Feature a hashtag on one's profile.

        `POST /api/v1/tags/:name/feature`, since 4.4.0, scope write or write:accounts.
        """
        return self._client.send(ops.tags.Feature(name=name))

    def unfeature(self, name: str) -> entities.Tag:
        """Feature a hashtag no longer.

        `POST /api/v1/tags/:name/unfeature`, since 4.4.0, scope write or write:accounts.
        """
        return self._client.send(ops.tags.Unfeature(name=name))


class Timelines(Group):
    """Read timelines: https://docs.joinmastodon.org/methods/timelines/"""

    __slots__ = ()

    def public(
        self,
        *,
        local: Flag = UNSET,
        remote: Flag = UNSET,
        only_media: Flag = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the public statuses the server knows; `local` only its own, `remote` only others'.

        `GET /api/v1/timelines/public`, scope read or read:statuses.
        """
        return self._client.send(
            ops.timelines.Public(
                local=local,
                remote=remote,
                only_media=only_media,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def hashtag(
        self,
        hashtag: str,
        *,
        any: LooseTexts = UNSET,
        all: LooseTexts = UNSET,
        none: LooseTexts = UNSET,
        local: Flag = UNSET,
        remote: Flag = UNSET,
        only_media: Flag = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List public statuses with a hashtag or `any` of further ones, with `all` and `none` of others.

        `GET /api/v1/timelines/tag/:hashtag`, scope read or read:statuses.
        """
        return self._client.send(
            ops.timelines.Hashtag(
                hashtag=hashtag,
                any=any,
                all=all,
                none=none,
                local=local,
                remote=remote,
                only_media=only_media,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    def home(
        self,
        *,
        local: Flag = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the statuses of those one follows; 206 while the feed is being rebuilt. `local` has no
        effect.

        `GET /api/v1/timelines/home`, scope read or read:statuses.
        """
        return self._client.send(
            ops.timelines.Home(local=local, max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def link(
        self,
        *,
        url: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List public statuses that name a link which is trending.

        Needs `url`.

        `GET /api/v1/timelines/link`, since 4.3.0, scope read or read:statuses.
        """
        return self._client.send(
            ops.timelines.Link(url=url, max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    def list(
        self,
        list_id: str,
        *,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the statuses of the members of a list.

        `GET /api/v1/timelines/list/:list_id`, since 2.1.0, scope read or read:lists.
        """
        return self._client.send(
            ops.timelines.List(list_id=list_id, max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class Trends(Group):
    """Show what is popular just now: https://docs.joinmastodon.org/methods/trends/"""

    __slots__ = ()

    def tags(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Tag]:
        """List the hashtags used by more people than usual.

        `GET /api/v1/trends/tags`, since 3.5.0.
        """
        return self._client.send(ops.trends.Tags(limit=limit, offset=offset))

    def statuses(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Status]:
        """List the statuses that get the most attention, one per author.

        `GET /api/v1/trends/statuses`, since 3.5.0.
        """
        return self._client.send(ops.trends.Statuses(limit=limit, offset=offset))

    def links(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.TrendsLink]:
        """List the links shared by more people than usual.

        `GET /api/v1/trends/links`, since 3.5.0.
        """
        return self._client.send(ops.trends.Links(limit=limit, offset=offset))

    def tags_v1(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Tag]:
        """The former address of Tags, to which its Link leads.

        `GET /api/v1/trends`, since 3.0.0, deprecated since 3.5.0.
        """
        return self._client.send(ops.trends.TagsV1(limit=limit, offset=offset))


class Web(Group):
    """What the server's own web client uses, and other undocumented addresses beside the API."""

    __slots__ = ()

    def invite(self, code: str) -> dict[str, str]:
        """Show which server an invite is for, as JSON if that is accepted; else the form that signs up.

        `GET /invite/:code`, since 4.3.0.
        """
        return self._client.send(ops.web.Invite(code=code))

    def donation_campaigns(self) -> dict[str, Any]:
        """Show a call for donations; 204 when there is none. Any user's token will do, none answers 422.

        `GET /api/v1/donation_campaigns`, since 4.6.0.
        """
        return self._client.send(ops.web.DonationCampaigns())

    def unsubscribe(self, id: str) -> None:
        """Delete the subscription that a signed id names; the answer has no body.

        `DELETE /api/web/push_subscriptions/:id`, since 4.4.0.
        """
        return self._client.send(ops.web.Unsubscribe(id=id))

    def manifest(self) -> dict[str, Any]:
        """Describe the web client to a browser that installs it.

        `GET /manifest`, since 1.0.0.
        """
        return self._client.send(ops.web.Manifest())


class WellKnown(Group):
    """Find out about a server and its accounts before using its API: the documents at well-known
    addresses.
    """

    __slots__ = ()

    def oauth_authorization_server(self) -> dict[str, Any]:
        """Show the addresses and abilities of the OAuth server (RFC 8414).

        `GET /.well-known/oauth-authorization-server`, since 4.3.0.
        """
        return self._client.send(ops.well_known.OauthAuthorizationServer())

    def webfinger(self, *, resource: Text = UNSET) -> dict[str, Any]:
        """Show where an account, named by `acct:` or address, has its profile and actor (RFC 7033).

        Needs `resource`.

        `GET /.well-known/webfinger`, since 0.1.0.
        """
        return self._client.send(ops.well_known.Webfinger(resource=resource))

    def host_meta(self) -> str:
        """Show where webfinger is, as XRD (RFC 6415).

        `GET /.well-known/host-meta`, since 0.1.0.
        """
        return self._client.send(ops.well_known.HostMeta())

    def nodeinfo(self) -> dict[str, Any]:
        """Show where nodeinfo is.

        `GET /.well-known/nodeinfo`, since 3.0.0.
        """
        return self._client.send(ops.well_known.Nodeinfo())

    def nodeinfo20(self) -> dict[str, Any]:
        """Describe the server in a form common to the fediverse.

        `GET /nodeinfo/2.0`, since 3.0.0.
        """
        return self._client.send(ops.well_known.Nodeinfo20())

    def change_password(self) -> str:
        """Lead to the page where the password is changed.

        `GET /.well-known/change-password`, since 3.0.0.
        """
        return self._client.send(ops.well_known.ChangePassword())

    def proxy(self) -> str:
        """Lead from an address of the scheme `web+ap:` to the page where one interacts with what it names.

        `GET /.well-known/proxy`, since 4.3.0.
        """
        return self._client.send(ops.well_known.Proxy())


class Facade:
    """All groups."""

    def __init__(self) -> None:
        self.accounts = Accounts(self)
        self.admin_accounts = AdminAccounts(self)
        self.admin_canonical_email_blocks = AdminCanonicalEmailBlocks(self)
        self.admin_measures = AdminMeasures(self)
        self.admin_dimensions = AdminDimensions(self)
        self.admin_domain_allows = AdminDomainAllows(self)
        self.admin_domain_blocks = AdminDomainBlocks(self)
        self.admin_email_domain_blocks = AdminEmailDomainBlocks(self)
        self.admin_ip_blocks = AdminIpBlocks(self)
        self.admin_reports = AdminReports(self)
        self.admin_retention = AdminRetention(self)
        self.admin_tags = AdminTags(self)
        self.admin_trends = AdminTrends(self)
        self.announcements = Announcements(self)
        self.annual_reports = AnnualReports(self)
        self.apps = Apps(self)
        self.async_refreshes = AsyncRefreshes(self)
        self.blocks = Blocks(self)
        self.bookmarks = Bookmarks(self)
        self.collections = Collections(self)
        self.conversations = Conversations(self)
        self.custom_emojis = CustomEmojis(self)
        self.directory = Directory(self)
        self.domain_blocks = DomainBlocks(self)
        self.emails = Emails(self)
        self.endorsements = Endorsements(self)
        self.fasp = Fasp(self)
        self.favourites = Favourites(self)
        self.featured_tags = FeaturedTags(self)
        self.filters = Filters(self)
        self.follow_requests = FollowRequests(self)
        self.followed_tags = FollowedTags(self)
        self.grouped_notifications = GroupedNotifications(self)
        self.health = Health(self)
        self.instance = Instance(self)
        self.lists = Lists(self)
        self.markers = Markers(self)
        self.media = Media(self)
        self.mutes = Mutes(self)
        self.notifications = Notifications(self)
        self.oauth = Oauth(self)
        self.oembed = Oembed(self)
        self.polls = Polls(self)
        self.preferences = Preferences(self)
        self.profile = Profile(self)
        self.push = Push(self)
        self.reports = Reports(self)
        self.scheduled_statuses = ScheduledStatuses(self)
        self.search = Search(self)
        self.statuses = Statuses(self)
        self.streaming = Streaming(self)
        self.suggestions = Suggestions(self)
        self.tags = Tags(self)
        self.timelines = Timelines(self)
        self.trends = Trends(self)
        self.web = Web(self)
        self.well_known = WellKnown(self)

    def send(self, operation: Operation[R]) -> R:
        """Send an operation."""
        raise NotImplementedError


class AsyncAccounts(AsyncGroup):
    """Register, read and change accounts, and one's relations to them:
    https://docs.joinmastodon.org/methods/accounts/
    """

    __slots__ = ()

    async def create(
        self,
        *,
        username: Text = UNSET,
        email: Text = UNSET,
        password: Text = UNSET,
        agreement: Any = UNSET,
        locale: Text = UNSET,
        reason: Text = UNSET,
        date_of_birth: Text = UNSET,
        time_zone: Text = UNSET,
        invite_code: Text = UNSET,
    ) -> entities.Token:
        """Register an account; the token works once the e-mail address is confirmed.

        `agreement` arrives as it was sent, since only `true`, "true" and "1" are an agreement.

        Needs `username`, `email`, `password`, `agreement`.

        `POST /api/v1/accounts`, since 2.7.0, scope write or write:accounts.
        """
        return await self._client.send(
            ops.accounts.Create(
                username=username,
                email=email,
                password=password,
                agreement=agreement,
                locale=locale,
                reason=reason,
                date_of_birth=date_of_birth,
                time_zone=time_zone,
                invite_code=invite_code,
            )
        )

    async def verify_credentials(self) -> entities.CredentialAccount:
        """Show the account that the token belongs to.

        `GET /api/v1/accounts/verify_credentials`, scope profile or read or read:accounts.
        """
        return await self._client.send(ops.accounts.VerifyCredentials())

    async def update_credentials(
        self,
        *,
        display_name: Text = UNSET,
        note: Text = UNSET,
        avatar: FileParam = UNSET,
        avatar_description: Text = UNSET,
        header: FileParam = UNSET,
        header_description: Text = UNSET,
        locked: Flag = UNSET,
        bot: Flag = UNSET,
        discoverable: Flag = UNSET,
        hide_collections: Flag = UNSET,
        indexable: Flag = UNSET,
        attribution_domains: Texts = UNSET,
        fields_attributes: list[ops.accounts.FieldAttributes] | UnsetType | None = UNSET,
        source: ops.accounts.SourceParams | UnsetType | None = UNSET,
    ) -> entities.CredentialAccount:
        """Change one's profile and the defaults of one's statuses; what is not sent stays.

        `source[privacy]`: public, unlisted, private. `source[quote_policy]`: public, followers, nobody.

        `PATCH /api/v1/accounts/update_credentials`, since 1.1.1, scope write or write:accounts.
        """
        return await self._client.send(
            ops.accounts.UpdateCredentials(
                display_name=display_name,
                note=note,
                avatar=avatar,
                avatar_description=avatar_description,
                header=header,
                header_description=header_description,
                locked=locked,
                bot=bot,
                discoverable=discoverable,
                hide_collections=hide_collections,
                indexable=indexable,
                attribution_domains=attribution_domains,
                fields_attributes=fields_attributes,
                source=source,
            )
        )

    async def get(self, id: str) -> entities.Account:
        """Show one account.

        `GET /api/v1/accounts/:id`, scope read or read:accounts.
        """
        return await self._client.send(ops.accounts.Get(id=id))

    async def index(self, *, id: Texts = UNSET) -> list[entities.Account]:
        """Show several accounts by id, 40 different ones at most.

        `GET /api/v1/accounts`, since 4.3.0, scope read or read:accounts.
        """
        return await self._client.send(ops.accounts.Index(id=id))

    async def statuses(
        self,
        id: str,
        *,
        only_media: Flag = UNSET,
        exclude_replies: Flag = UNSET,
        exclude_reblogs: Flag = UNSET,
        exclude_direct: Flag = UNSET,
        pinned: Flag = UNSET,
        tagged: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the statuses of an account that the caller may see.

        `GET /api/v1/accounts/:id/statuses`, scope read or read:statuses.
        """
        return await self._client.send(
            ops.accounts.Statuses(
                id=id,
                only_media=only_media,
                exclude_replies=exclude_replies,
                exclude_reblogs=exclude_reblogs,
                exclude_direct=exclude_direct,
                pinned=pinned,
                tagged=tagged,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def followers(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List who follows an account, the newest first.

        `GET /api/v1/accounts/:id/followers`, scope read or read:accounts.
        """
        return await self._client.send(
            ops.accounts.Followers(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def following(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List whom an account follows, the newest first.

        `GET /api/v1/accounts/:id/following`, scope read or read:accounts.
        """
        return await self._client.send(
            ops.accounts.Following(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def featured_tags(self, id: str) -> list[entities.FeaturedTag]:
        """List the hashtags that an account features.

        `GET /api/v1/accounts/:id/featured_tags`, since 3.3.0.
        """
        return await self._client.send(ops.accounts.FeaturedTags(id=id))

    async def lists(self, id: str) -> list[entities.List]:
        """List one's own lists that hold an account.

        `GET /api/v1/accounts/:id/lists`, since 2.1.0, scope read or read:lists.
        """
        return await self._client.send(ops.accounts.Lists(id=id))

    async def follow(
        self, id: str, *, reblogs: Flag = UNSET, notify: Flag = UNSET, languages: Any = UNSET
    ) -> entities.Relationship:
        """Follow an account or ask to, or change the options of following it.

        `languages` arrives as it was sent: null leaves them as they are, `[]` or a scalar empties them.

        `POST /api/v1/accounts/:id/follow`, scope follow or write or write:follows.
        """
        return await self._client.send(
            ops.accounts.Follow(id=id, reblogs=reblogs, notify=notify, languages=languages)
        )

    async def unfollow(self, id: str) -> entities.Relationship:
        """Stop following an account, or take the request back.

        `POST /api/v1/accounts/:id/unfollow`, scope follow or write or write:follows.
        """
        return await self._client.send(ops.accounts.Unfollow(id=id))

    async def remove_from_followers(self, id: str) -> entities.Relationship:
        """Make an account follow one no longer.

        `POST /api/v1/accounts/:id/remove_from_followers`, since 3.5.0, scope follow or write or
        write:follows.
        """
        return await self._client.send(ops.accounts.RemoveFromFollowers(id=id))

    async def block(self, id: str) -> entities.Relationship:
        """Block an account; ends following in both directions.

        `POST /api/v1/accounts/:id/block`, scope follow or write or write:blocks.
        """
        return await self._client.send(ops.accounts.Block(id=id))

    async def unblock(self, id: str) -> entities.Relationship:
        """Block an account no longer.

        `POST /api/v1/accounts/:id/unblock`, scope follow or write or write:blocks.
        """
        return await self._client.send(ops.accounts.Unblock(id=id))

    async def mute(
        self, id: str, *, notifications: Flag = UNSET, duration: Number = UNSET
    ) -> entities.Relationship:
        """Hide an account from one's feeds, for `duration` seconds or for good (0).

        `POST /api/v1/accounts/:id/mute`, scope follow or write or write:mutes.
        """
        return await self._client.send(
            ops.accounts.Mute(id=id, notifications=notifications, duration=duration)
        )

    async def unmute(self, id: str) -> entities.Relationship:
        """Mute an account no longer.

        `POST /api/v1/accounts/:id/unmute`, scope follow or write or write:mutes.
        """
        return await self._client.send(ops.accounts.Unmute(id=id))

    async def endorse(self, id: str) -> entities.Relationship:
        """Feature an account that one follows on one's profile.

        `POST /api/v1/accounts/:id/endorse`, since 4.4.0, scope write or write:accounts.
        """
        return await self._client.send(ops.accounts.Endorse(id=id))

    async def unendorse(self, id: str) -> entities.Relationship:
        """Feature an account on one's profile no longer.

        `POST /api/v1/accounts/:id/unendorse`, since 4.4.0, scope write or write:accounts.
        """
        return await self._client.send(ops.accounts.Unendorse(id=id))

    async def endorsements(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that an account features on its profile.

        `GET /api/v1/accounts/:id/endorsements`, since 4.4.0, scope read or read:accounts.
        """
        return await self._client.send(
            ops.accounts.Endorsements(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def note(self, id: str, *, comment: Text = UNSET) -> entities.Relationship:
        """Set one's private note on an account; a blank one deletes it.

        `POST /api/v1/accounts/:id/note`, since 3.2.0, scope write or write:accounts.
        """
        return await self._client.send(ops.accounts.Note(id=id, comment=comment))

    async def relationships(
        self, *, id: LooseTexts = UNSET, with_suspended: Flag = UNSET
    ) -> list[entities.Relationship]:
        """Show one's relations to several accounts.

        `GET /api/v1/accounts/relationships`, scope read or read:follows.
        """
        return await self._client.send(ops.accounts.Relationships(id=id, with_suspended=with_suspended))

    async def familiar_followers(self, *, id: LooseTexts = UNSET) -> list[entities.FamiliarFollowers]:
        """Show who of those one follows also follows the given accounts.

        `GET /api/v1/accounts/familiar_followers`, since 3.5.0, scope read or read:follows.
        """
        return await self._client.send(ops.accounts.FamiliarFollowers(id=id))

    async def search(
        self,
        *,
        q: Text = UNSET,
        resolve: Flag = UNSET,
        following: Flag = UNSET,
        limit: Count = UNSET,
        offset: Count = UNSET,
    ) -> list[entities.Account]:
        """Find accounts by name or handle; `resolve` looks an unknown handle up on its server.

        `GET /api/v1/accounts/search`, scope read or read:accounts.
        """
        return await self._client.send(
            ops.accounts.Search(q=q, resolve=resolve, following=following, limit=limit, offset=offset)
        )

    async def lookup(self, *, acct: Text = UNSET) -> entities.Account:
        """Show the account with a handle, if this server knows it.

        Needs `acct`.

        `GET /api/v1/accounts/lookup`, since 3.4.0, scope read or read:accounts.
        """
        return await self._client.send(ops.accounts.Lookup(acct=acct))

    async def pin(self, id: str) -> entities.Relationship:
        """The former name of Endorse.

        `POST /api/v1/accounts/:id/pin`, since 2.5.0, deprecated since 4.4.0, scope write or
        write:accounts.
        """
        return await self._client.send(ops.accounts.Pin(id=id))

    async def unpin(self, id: str) -> entities.Relationship:
        """The former name of Unendorse.

        `POST /api/v1/accounts/:id/unpin`, since 2.5.0, deprecated since 4.4.0, scope write or
        write:accounts.
        """
        return await self._client.send(ops.accounts.Unpin(id=id))

    async def identity_proofs(self, id: str) -> list[entities.IdentityProof]:
        """Always empty: the identity proofs it listed are gone. Any user's token will do, none answers
        422.

        `GET /api/v1/accounts/:id/identity_proofs`, since 2.8.0, deprecated since 3.5.0.
        """
        return await self._client.send(ops.accounts.IdentityProofs(id=id))

    async def create_email_subscription(self, id: str, *, email: Text = UNSET) -> entities.Empty:
        """Subscribe an e-mail address to the statuses of an account, where the server allows it.
        Undocumented.

        `POST /api/v1/accounts/:id/email_subscriptions`, since 4.6.0.
        """
        return await self._client.send(ops.accounts.CreateEmailSubscription(id=id, email=email))


class AsyncAdminAccounts(AsyncGroup):
    """Moderate accounts: https://docs.joinmastodon.org/methods/admin/accounts/"""

    __slots__ = ()

    async def index(
        self,
        *,
        local: Text = UNSET,
        remote: Text = UNSET,
        by_domain: Text = UNSET,
        active: Text = UNSET,
        pending: Text = UNSET,
        disabled: Text = UNSET,
        sensitized: Text = UNSET,
        silenced: Text = UNSET,
        suspended: Text = UNSET,
        username: Text = UNSET,
        display_name: Text = UNSET,
        email: Text = UNSET,
        ip: Text = UNSET,
        staff: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.AdminAccount]:
        """List accounts by state; a flag counts as set by any text but a blank one.

        `GET /api/v1/admin/accounts`, since 2.9.1, scope admin:read or admin:read:accounts.
        """
        return await self._client.send(
            ops.admin_accounts.Index(
                local=local,
                remote=remote,
                by_domain=by_domain,
                active=active,
                pending=pending,
                disabled=disabled,
                sensitized=sensitized,
                silenced=silenced,
                suspended=suspended,
                username=username,
                display_name=display_name,
                email=email,
                ip=ip,
                staff=staff,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def index_v2(
        self,
        *,
        origin: Text = UNSET,
        status: Text = UNSET,
        permissions: Text = UNSET,
        role_ids: LooseTexts = UNSET,
        invited_by: Text = UNSET,
        username: Text = UNSET,
        display_name: Text = UNSET,
        by_domain: Text = UNSET,
        email: Text = UNSET,
        ip: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.AdminAccount]:
        """List accounts by origin, status, role, name, address and inviter (the id of a user row).

        `origin`: local, remote. `status`: active, pending, suspended, disabled, silenced.

        `GET /api/v2/admin/accounts`, since 3.5.0, scope admin:read or admin:read:accounts.
        """
        return await self._client.send(
            ops.admin_accounts.IndexV2(
                origin=origin,
                status=status,
                permissions=permissions,
                role_ids=role_ids,
                invited_by=invited_by,
                username=username,
                display_name=display_name,
                by_domain=by_domain,
                email=email,
                ip=ip,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def get(self, id: str) -> entities.AdminAccount:
        """See what moderators know of an account.

        `GET /api/v1/admin/accounts/:id`, since 2.9.1, scope admin:read or admin:read:accounts.
        """
        return await self._client.send(ops.admin_accounts.Get(id=id))

    async def approve(self, id: str) -> entities.AdminAccount:
        """Approve a sign-up that is waiting.

        `POST /api/v1/admin/accounts/:id/approve`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Approve(id=id))

    async def reject(self, id: str) -> entities.Empty:
        """Reject a sign-up that is waiting; the account is deleted at once.

        `POST /api/v1/admin/accounts/:id/reject`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Reject(id=id))

    async def delete(self, id: str) -> entities.Empty:
        """Delete a suspended account's data for good.

        `DELETE /api/v1/admin/accounts/:id`, since 3.3.0, scope admin:write or admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Delete(id=id))

    async def action(
        self,
        id: str,
        *,
        type: Text = UNSET,
        report_id: Text = UNSET,
        warning_preset_id: Text = UNSET,
        text: Text = UNSET,
        send_email_notification: Flag = UNSET,
    ) -> entities.Empty:
        """Act against an account: `type` none (a warning), sensitive, disable, silence, suspend.

        Needs `type`. `type`: none, sensitive, disable, silence, suspend.

        `POST /api/v1/admin/accounts/:id/action`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(
            ops.admin_accounts.Action(
                id=id,
                type=type,
                report_id=report_id,
                warning_preset_id=warning_preset_id,
                text=text,
                send_email_notification=send_email_notification,
            )
        )

    async def enable(self, id: str) -> entities.AdminAccount:
        """Give a disabled user the login back.

        `POST /api/v1/admin/accounts/:id/enable`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Enable(id=id))

    async def unsilence(self, id: str) -> entities.AdminAccount:
        """Lift a limit.

        `POST /api/v1/admin/accounts/:id/unsilence`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Unsilence(id=id))

    async def unsuspend(self, id: str) -> entities.AdminAccount:
        """Lift a suspension.

        `POST /api/v1/admin/accounts/:id/unsuspend`, since 2.9.1, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Unsuspend(id=id))

    async def unsensitive(self, id: str) -> entities.AdminAccount:
        """No longer mark all media of an account as sensitive.

        `POST /api/v1/admin/accounts/:id/unsensitive`, since 3.3.0, scope admin:write or
        admin:write:accounts.
        """
        return await self._client.send(ops.admin_accounts.Unsensitive(id=id))


class AsyncAdminCanonicalEmailBlocks(AsyncGroup):
    """Mail addresses that may not sign up again, kept as hashes:"""

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminCanonicalEmailBlock]:
        """List blocked addresses.

        `GET /api/v1/admin/canonical_email_blocks`, since 4.0.0, scope admin:read or
        admin:read:canonical_email_blocks.
        """
        return await self._client.send(
            ops.admin_canonical_email_blocks.Index(
                max_id=max_id, since_id=since_id, limit=limit, min_id=min_id
            )
        )

    async def get(self, id: str) -> entities.AdminCanonicalEmailBlock:
        """See one blocked address.

        `GET /api/v1/admin/canonical_email_blocks/:id`, since 4.0.0, scope admin:read or
        admin:read:canonical_email_blocks.
        """
        return await self._client.send(ops.admin_canonical_email_blocks.Get(id=id))

    async def test(self, *, email: Text = UNSET) -> list[entities.AdminCanonicalEmailBlock]:
        """Ask which blocks an address would meet.

        Needs `email`.

        `POST /api/v1/admin/canonical_email_blocks/test`, since 4.0.0, scope admin:read or
        admin:read:canonical_email_blocks.
        """
        return await self._client.send(ops.admin_canonical_email_blocks.Test(email=email))

    async def create(
        self, *, email: Text = UNSET, canonical_email_hash: Text = UNSET
    ) -> entities.AdminCanonicalEmailBlock:
        """Block an address, or the hash of one; `email` counts more.

        `POST /api/v1/admin/canonical_email_blocks`, since 4.0.0, scope admin:write or
        admin:write:canonical_email_blocks.
        """
        return await self._client.send(
            ops.admin_canonical_email_blocks.Create(email=email, canonical_email_hash=canonical_email_hash)
        )

    async def delete(self, id: str) -> entities.Empty:
        """Lift a block.

        `DELETE /api/v1/admin/canonical_email_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:canonical_email_blocks.
        """
        return await self._client.send(ops.admin_canonical_email_blocks.Delete(id=id))


class AsyncAdminMeasures(AsyncGroup):
    """Figures over time: https://docs.joinmastodon.org/methods/admin/measures/"""

    __slots__ = ()

    async def get(
        self,
        *,
        keys: LooseTexts = UNSET,
        start_at: Text = UNSET,
        end_at: Text = UNSET,
        tag_accounts: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        tag_uses: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        tag_servers: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        instance_accounts: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_media_attachments: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_reports: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_statuses: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_follows: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_followers: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
    ) -> list[entities.AdminMeasure]:
        """Show figures of a span of time, by day; unknown keys are skipped. Figures of a hashtag or a
        server need the parameter of their own name. `keys` and both dates are required.

        Needs `keys`, `start_at`, `end_at`.

        `POST /api/v1/admin/measures`, since 3.5.0, scope admin:read.
        """
        return await self._client.send(
            ops.admin_measures.Get(
                keys=keys,
                start_at=start_at,
                end_at=end_at,
                tag_accounts=tag_accounts,
                tag_uses=tag_uses,
                tag_servers=tag_servers,
                instance_accounts=instance_accounts,
                instance_media_attachments=instance_media_attachments,
                instance_reports=instance_reports,
                instance_statuses=instance_statuses,
                instance_follows=instance_follows,
                instance_followers=instance_followers,
            )
        )


class AsyncAdminDimensions(AsyncGroup):
    """Wholes by their parts: https://docs.joinmastodon.org/methods/admin/dimensions/"""

    __slots__ = ()

    async def get(
        self,
        *,
        keys: LooseTexts = UNSET,
        start_at: Text = UNSET,
        end_at: Text = UNSET,
        limit: Count = UNSET,
        tag_servers: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        tag_languages: ops.admin_measures.TagParams | UnsetType | None = UNSET,
        instance_accounts: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
        instance_languages: ops.admin_measures.DomainParams | UnsetType | None = UNSET,
    ) -> list[entities.AdminDimension]:
        """Show wholes by their parts, the greatest first; unknown keys are skipped. Those of a hashtag or
        a server need the parameter of their own name.

        `POST /api/v1/admin/dimensions`, since 3.5.0, scope admin:read.
        """
        return await self._client.send(
            ops.admin_dimensions.Get(
                keys=keys,
                start_at=start_at,
                end_at=end_at,
                limit=limit,
                tag_servers=tag_servers,
                tag_languages=tag_languages,
                instance_accounts=instance_accounts,
                instance_languages=instance_languages,
            )
        )


class AsyncAdminDomainAllows(AsyncGroup):
    """Domains that limited federation lets in: https://docs.joinmastodon.org/methods/admin/domain_allows/"""

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminDomainAllow]:
        """List allowed domains.

        `GET /api/v1/admin/domain_allows`, since 4.0.0, scope admin:read or admin:read:domain_allows.
        """
        return await self._client.send(
            ops.admin_domain_allows.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get(self, id: str) -> entities.AdminDomainAllow:
        """See one allowed domain.

        `GET /api/v1/admin/domain_allows/:id`, since 4.0.0, scope admin:read or
        admin:read:domain_allows.
        """
        return await self._client.send(ops.admin_domain_allows.Get(id=id))

    async def create(self, *, domain: Text = UNSET) -> entities.AdminDomainAllow:
        """Allow a domain; one that is allowed already is given back.

        Needs `domain`.

        `POST /api/v1/admin/domain_allows`, since 4.0.0, scope admin:write or admin:write:domain_allows.
        """
        return await self._client.send(ops.admin_domain_allows.Create(domain=domain))

    async def delete(self, id: str) -> entities.Empty:
        """No longer allow a domain.

        `DELETE /api/v1/admin/domain_allows/:id`, since 4.0.0, scope admin:write or
        admin:write:domain_allows.
        """
        return await self._client.send(ops.admin_domain_allows.Delete(id=id))


class AsyncAdminDomainBlocks(AsyncGroup):
    """Domains that the server limits or suspends:
    https://docs.joinmastodon.org/methods/admin/domain_blocks/
    """

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminDomainBlock]:
        """List blocked domains.

        `GET /api/v1/admin/domain_blocks`, since 4.0.0, scope admin:read or admin:read:domain_blocks.
        """
        return await self._client.send(
            ops.admin_domain_blocks.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get(self, id: str) -> entities.AdminDomainBlock:
        """See one blocked domain.

        `GET /api/v1/admin/domain_blocks/:id`, since 4.0.0, scope admin:read or
        admin:read:domain_blocks.
        """
        return await self._client.send(ops.admin_domain_blocks.Get(id=id))

    async def create(
        self,
        *,
        domain: Text = UNSET,
        severity: Text = UNSET,
        reject_media: Flag = UNSET,
        reject_reports: Flag = UNSET,
        private_comment: Text = UNSET,
        public_comment: Text = UNSET,
        obfuscate: Flag = UNSET,
    ) -> entities.AdminDomainBlock:
        """Block a domain: `severity` silence, suspend or noop.

        Needs `domain`. `severity`: silence, suspend, noop.

        `POST /api/v1/admin/domain_blocks`, since 4.0.0, scope admin:write or admin:write:domain_blocks.
        """
        return await self._client.send(
            ops.admin_domain_blocks.Create(
                domain=domain,
                severity=severity,
                reject_media=reject_media,
                reject_reports=reject_reports,
                private_comment=private_comment,
                public_comment=public_comment,
                obfuscate=obfuscate,
            )
        )

    async def update(
        self,
        id: str,
        *,
        severity: Text = UNSET,
        reject_media: Flag = UNSET,
        reject_reports: Flag = UNSET,
        private_comment: Text = UNSET,
        public_comment: Text = UNSET,
        obfuscate: Flag = UNSET,
    ) -> entities.AdminDomainBlock:
        """Change a block, and with its severity what it does to accounts.

        `severity`: silence, suspend, noop.

        `PUT /api/v1/admin/domain_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:domain_blocks.
        """
        return await self._client.send(
            ops.admin_domain_blocks.Update(
                id=id,
                severity=severity,
                reject_media=reject_media,
                reject_reports=reject_reports,
                private_comment=private_comment,
                public_comment=public_comment,
                obfuscate=obfuscate,
            )
        )

    async def delete(self, id: str) -> entities.Empty:
        """Lift a block.

        `DELETE /api/v1/admin/domain_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:domain_blocks.
        """
        return await self._client.send(ops.admin_domain_blocks.Delete(id=id))


class AsyncAdminEmailDomainBlocks(AsyncGroup):
    """Mail providers whose users may not sign up:"""

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminEmailDomainBlock]:
        """List blocked mail providers.

        `GET /api/v1/admin/email_domain_blocks`, since 4.0.0, scope admin:read or
        admin:read:email_domain_blocks.
        """
        return await self._client.send(
            ops.admin_email_domain_blocks.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get(self, id: str) -> entities.AdminEmailDomainBlock:
        """See one blocked mail provider.

        `GET /api/v1/admin/email_domain_blocks/:id`, since 4.1.0, scope admin:read or
        admin:read:email_domain_blocks.
        """
        return await self._client.send(ops.admin_email_domain_blocks.Get(id=id))

    async def create(
        self, *, domain: Text = UNSET, allow_with_approval: Flag = UNSET
    ) -> entities.AdminEmailDomainBlock:
        """Block a mail provider, subdomains included; `allow_with_approval`: its users wait for approval.

        Needs `domain`.

        `POST /api/v1/admin/email_domain_blocks`, since 4.0.0, scope admin:write or
        admin:write:email_domain_blocks.
        """
        return await self._client.send(
            ops.admin_email_domain_blocks.Create(domain=domain, allow_with_approval=allow_with_approval)
        )

    async def delete(self, id: str) -> entities.Empty:
        """Lift a block.

        `DELETE /api/v1/admin/email_domain_blocks/:id`, since 4.0.0, scope admin:write or
        admin:write:email_domain_blocks.
        """
        return await self._client.send(ops.admin_email_domain_blocks.Delete(id=id))


class AsyncAdminIpBlocks(AsyncGroup):
    """Addresses with rules of their own: https://docs.joinmastodon.org/methods/admin/ip_blocks/"""

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminIpBlock]:
        """List the rules.

        `GET /api/v1/admin/ip_blocks`, since 4.0.0, scope admin:read or admin:read:ip_blocks.
        """
        return await self._client.send(
            ops.admin_ip_blocks.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get(self, id: str) -> entities.AdminIpBlock:
        """See one rule.

        `GET /api/v1/admin/ip_blocks/:id`, since 4.0.0, scope admin:read or admin:read:ip_blocks.
        """
        return await self._client.send(ops.admin_ip_blocks.Get(id=id))

    async def create(
        self, *, ip: Text = UNSET, severity: Text = UNSET, comment: Text = UNSET, expires_in: Text = UNSET
    ) -> entities.AdminIpBlock:
        """Make a rule for an address or a network: `severity` sign_up_requires_approval, sign_up_block or
        no_access; `expires_in` seconds.

        Needs `severity`. `severity`: sign_up_requires_approval, sign_up_block, no_access.

        `POST /api/v1/admin/ip_blocks`, since 4.0.0, scope admin:write or admin:write:ip_blocks.
        """
        return await self._client.send(
            ops.admin_ip_blocks.Create(ip=ip, severity=severity, comment=comment, expires_in=expires_in)
        )

    async def update(
        self,
        id: str,
        *,
        ip: Text = UNSET,
        severity: Text = UNSET,
        comment: Text = UNSET,
        expires_in: Text = UNSET,
    ) -> entities.AdminIpBlock:
        """Change a rule; a blank `expires_in` lets it last.

        `severity`: sign_up_requires_approval, sign_up_block, no_access.

        `PUT /api/v1/admin/ip_blocks/:id`, since 4.0.0, scope admin:write or admin:write:ip_blocks.
        """
        return await self._client.send(
            ops.admin_ip_blocks.Update(
                id=id, ip=ip, severity=severity, comment=comment, expires_in=expires_in
            )
        )

    async def delete(self, id: str) -> entities.Empty:
        """Delete a rule.

        `DELETE /api/v1/admin/ip_blocks/:id`, since 4.0.0, scope admin:write or admin:write:ip_blocks.
        """
        return await self._client.send(ops.admin_ip_blocks.Delete(id=id))


class AsyncAdminReports(AsyncGroup):
    """Handle reports: https://docs.joinmastodon.org/methods/admin/reports/"""

    __slots__ = ()

    async def index(
        self,
        *,
        resolved: Text = UNSET,
        unresolved: Text = UNSET,
        account_id: Text = UNSET,
        target_account_id: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.AdminReport]:
        """List reports; without filters those that are open.

        `GET /api/v1/admin/reports`, since 2.9.1, scope admin:read or admin:read:reports.
        """
        return await self._client.send(
            ops.admin_reports.Index(
                resolved=resolved,
                unresolved=unresolved,
                account_id=account_id,
                target_account_id=target_account_id,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def get(self, id: str) -> entities.AdminReport:
        """See a report with its statuses.

        `GET /api/v1/admin/reports/:id`, since 2.9.1, scope admin:read or admin:read:reports.
        """
        return await self._client.send(ops.admin_reports.Get(id=id))

    async def update(
        self, id: str, *, category: Text = UNSET, rule_ids: LooseTexts = UNSET
    ) -> entities.AdminReport:
        """Change what a report is about: its category and the rules that were broken.

        `category`: other, spam, legal, violation.

        `PUT /api/v1/admin/reports/:id`, since 3.5.0, scope admin:write or admin:write:reports.
        """
        return await self._client.send(ops.admin_reports.Update(id=id, category=category, rule_ids=rule_ids))

    async def assign_to_self(self, id: str) -> entities.AdminReport:
        """Take a report over.

        `POST /api/v1/admin/reports/:id/assign_to_self`, since 2.9.1, scope admin:write or
        admin:write:reports.
        """
        return await self._client.send(ops.admin_reports.AssignToSelf(id=id))

    async def unassign(self, id: str) -> entities.AdminReport:
        """Give a report back, or take it from another moderator.

        `POST /api/v1/admin/reports/:id/unassign`, since 2.9.1, scope admin:write or
        admin:write:reports.
        """
        return await self._client.send(ops.admin_reports.Unassign(id=id))

    async def resolve(self, id: str) -> entities.AdminReport:
        """Close a report without acting.

        `POST /api/v1/admin/reports/:id/resolve`, since 2.9.1, scope admin:write or admin:write:reports.
        """
        return await self._client.send(ops.admin_reports.Resolve(id=id))

    async def reopen(self, id: str) -> entities.AdminReport:
        """Open a closed report again.

        `POST /api/v1/admin/reports/:id/reopen`, since 2.9.1, scope admin:write or admin:write:reports.
        """
        return await self._client.send(ops.admin_reports.Reopen(id=id))


class AsyncAdminRetention(AsyncGroup):
    """Who stayed: https://docs.joinmastodon.org/methods/admin/retention/"""

    __slots__ = ()

    async def get(
        self, *, start_at: Text = UNSET, end_at: Text = UNSET, frequency: Text = UNSET
    ) -> list[entities.AdminCohort]:
        """Show how many of those who joined in each period were still there later. Both dates are
        required; `frequency`: day or month.

        Needs `start_at`, `end_at`. `frequency`: day, month.

        `POST /api/v1/admin/retention`, since 3.5.0, scope admin:read.
        """
        return await self._client.send(
            ops.admin_retention.Get(start_at=start_at, end_at=end_at, frequency=frequency)
        )


class AsyncAdminTags(AsyncGroup):
    """Review hashtags: GET, PUT /api/v1/admin/tags (app/controllers/api/v1/admin/tags_controller.rb; the"""

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.AdminTag]:
        """List all hashtags, the newest first.

        `GET /api/v1/admin/tags`, since 4.3.0, scope admin:read.
        """
        return await self._client.send(
            ops.admin_tags.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get(self, id: str) -> entities.AdminTag:
        """See a hashtag by its number.

        `GET /api/v1/admin/tags/:id`, since 4.3.0, scope admin:read.
        """
        return await self._client.send(ops.admin_tags.Get(id=id))

    async def update(
        self,
        id: str,
        *,
        display_name: Text = UNSET,
        listable: Flag = UNSET,
        trendable: Flag = UNSET,
        usable: Flag = UNSET,
    ) -> entities.AdminTag:
        """Change how a hashtag may be used; it then counts as reviewed, whatever was sent.

        `PUT /api/v1/admin/tags/:id`, since 4.3.0, scope admin:write.
        """
        return await self._client.send(
            ops.admin_tags.Update(
                id=id, display_name=display_name, listable=listable, trendable=trendable, usable=usable
            )
        )


class AsyncAdminTrends(AsyncGroup):
    """Review what is popular (app/controllers/api/v1/admin/trends/):"""

    __slots__ = ()

    async def links(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.TrendsLink]:
        """List the links that trend, reviewed or not.

        `GET /api/v1/admin/trends/links`, since 3.5.0, scope admin:read.
        """
        return await self._client.send(ops.admin_trends.Links(limit=limit, offset=offset))

    async def statuses(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Status]:
        """List the statuses that trend, reviewed or not.

        `GET /api/v1/admin/trends/statuses`, since 3.5.0, scope admin:read.
        """
        return await self._client.send(ops.admin_trends.Statuses(limit=limit, offset=offset))

    async def tags(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.AdminTrendsTag]:
        """List the hashtags that trend, reviewed or not.

        `GET /api/v1/admin/trends/tags`, since 3.5.0, scope admin:read.
        """
        return await self._client.send(ops.admin_trends.Tags(limit=limit, offset=offset))

    async def approve_link(self, id: str) -> entities.AdminTrendsLink:
        """Let a link trend.

        `POST /api/v1/admin/trends/links/:id/approve`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.ApproveLink(id=id))

    async def reject_link(self, id: str) -> entities.AdminTrendsLink:
        """Keep a link from trending.

        `POST /api/v1/admin/trends/links/:id/reject`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.RejectLink(id=id))

    async def approve_status(self, id: str) -> entities.Status:
        """Let a status trend.

        `POST /api/v1/admin/trends/statuses/:id/approve`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.ApproveStatus(id=id))

    async def reject_status(self, id: str) -> entities.Status:
        """Keep a status from trending.

        `POST /api/v1/admin/trends/statuses/:id/reject`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.RejectStatus(id=id))

    async def approve_tag(self, id: str) -> entities.AdminTag:
        """Let a hashtag trend.

        `POST /api/v1/admin/trends/tags/:id/approve`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.ApproveTag(id=id))

    async def reject_tag(self, id: str) -> entities.AdminTag:
        """Keep a hashtag from trending.

        `POST /api/v1/admin/trends/tags/:id/reject`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.RejectTag(id=id))

    async def publishers(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.PreviewCardProvider]:
        """List the sites whose pages are linked to, the newest first.

        `GET /api/v1/admin/trends/links/publishers`, since 4.2.0, scope admin:read.
        """
        return await self._client.send(
            ops.admin_trends.Publishers(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def approve_publisher(self, id: str) -> entities.PreviewCardProvider:
        """Let links to a site trend that have no verdict of their own.

        `POST /api/v1/admin/trends/links/publishers/:id/approve`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.ApprovePublisher(id=id))

    async def reject_publisher(self, id: str) -> entities.PreviewCardProvider:
        """Keep links to a site from trending that have no verdict of their own.

        `POST /api/v1/admin/trends/links/publishers/:id/reject`, since 4.2.0, scope admin:write.
        """
        return await self._client.send(ops.admin_trends.RejectPublisher(id=id))


class AsyncAnnouncements(AsyncGroup):
    """Show the server's announcements and react to them:
    https://docs.joinmastodon.org/methods/announcements/
    """

    __slots__ = ()

    async def get(self) -> list[entities.Announcement]:
        """List the published announcements. Any user's token will do, none answers 422.

        `GET /api/v1/announcements`, since 3.1.0.
        """
        return await self._client.send(ops.announcements.Get())

    async def dismiss(self, id: str) -> entities.Empty:
        """Mark an announcement as read.

        `POST /api/v1/announcements/:id/dismiss`, since 3.1.0, scope write or write:accounts.
        """
        return await self._client.send(ops.announcements.Dismiss(id=id))

    async def add_reaction(self, id: str, name: str) -> entities.Empty:
        """React to an announcement with an emoji or the name of one of the server's own.

        `PUT /api/v1/announcements/:id/reactions/:name`, since 3.1.0, scope write or write:favourites.
        """
        return await self._client.send(ops.announcements.AddReaction(id=id, name=name))

    async def remove_reaction(self, id: str, name: str) -> entities.Empty:
        """Take a reaction back.

        `DELETE /api/v1/announcements/:id/reactions/:name`, since 3.1.0, scope write or
        write:favourites.
        """
        return await self._client.send(ops.announcements.RemoveReaction(id=id, name=name))


class AsyncAnnualReports(AsyncGroup):
    """Show the user's year in review: https://docs.joinmastodon.org/methods/annual_reports/"""

    __slots__ = ()

    async def index(self) -> dict[str, Any]:
        """Show the `annual_reports` one has not viewed, with the `accounts` and `statuses` they name.

        `GET /api/v1/annual_reports`, since 4.3.0, scope read or read:accounts.
        """
        return await self._client.send(ops.annual_reports.Index())

    async def get(self, year: str) -> dict[str, Any]:
        """Show the report of a year, in the form of Index.

        `GET /api/v1/annual_reports/:year`, since 4.4.0, scope read or read:accounts.
        """
        return await self._client.send(ops.annual_reports.Get(year=year))

    async def read(self, year: str) -> entities.Empty:
        """Mark the report of a year as viewed.

        `POST /api/v1/annual_reports/:year/read`, since 4.3.0, scope write or write:accounts.
        """
        return await self._client.send(ops.annual_reports.Read(year=year))

    async def state(self, year: str) -> dict[str, str]:
        """Show as `state` whether the report of a year is available, generating, eligible or ineligible.

        `GET /api/v1/annual_reports/:year/state`, since 4.6.0, scope read or read:accounts.
        """
        return await self._client.send(ops.annual_reports.State(year=year))

    async def generate(self, year: str) -> entities.Empty:
        """Begin the report of the campaign's year: 202 without a body, or 200 if there is nothing to do.

        `POST /api/v1/annual_reports/:year/generate`, since 4.6.0, scope write or write:accounts.
        """
        return await self._client.send(ops.annual_reports.Generate(year=year))


class AsyncApps(AsyncGroup):
    """Register client applications: https://docs.joinmastodon.org/methods/apps/"""

    __slots__ = ()

    async def create(
        self,
        *,
        client_name: Text = UNSET,
        redirect_uris: LooseTexts = UNSET,
        scopes: Any = UNSET,
        website: Text = UNSET,
    ) -> entities.CredentialApplication:
        """Register an application and get the credentials for its tokens.

        `scopes` arrives as it was sent, since an array means `read`, an empty text no scope at all.

        Needs `client_name`, `redirect_uris`.

        `POST /api/v1/apps`.
        """
        return await self._client.send(
            ops.apps.Create(
                client_name=client_name, redirect_uris=redirect_uris, scopes=scopes, website=website
            )
        )

    async def verify_credentials(self) -> entities.Application:
        """Show the application that a token was given to, whatever its scopes.

        `GET /api/v1/apps/verify_credentials`, since 2.0.0.
        """
        return await self._client.send(ops.apps.VerifyCredentials())


class AsyncAsyncRefreshes(AsyncGroup):
    """Follow work that goes on after an answer: https://docs.joinmastodon.org/methods/async_refreshes/"""

    __slots__ = ()

    async def get(self, id: str) -> dict[str, entities.AsyncRefresh]:
        """Show as `async_refresh` how far the work is that a Mastodon-Async-Refresh header named.

        `GET /api/v1_alpha/async_refreshes/:id`, since 4.4.0, scope read.
        """
        return await self._client.send(ops.async_refreshes.Get(id=id))


class AsyncBlocks(AsyncGroup):
    """List the accounts one blocks: https://docs.joinmastodon.org/methods/blocks/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts one blocks, the last blocked first.

        `GET /api/v1/blocks`, scope follow or read or read:blocks.
        """
        return await self._client.send(ops.blocks.Get(max_id=max_id, since_id=since_id, limit=limit))


class AsyncBookmarks(AsyncGroup):
    """List one's bookmarks: https://docs.joinmastodon.org/methods/bookmarks/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Status]:
        """List the statuses one bookmarked, the last bookmarked first; cursors come from Link alone.

        `GET /api/v1/bookmarks`, since 3.1.0, scope read or read:bookmarks.
        """
        return await self._client.send(
            ops.bookmarks.Get(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class AsyncCollections(AsyncGroup):
    """Recommend accounts as collections: https://docs.joinmastodon.org/methods/collections/"""

    __slots__ = ()

    async def account_collections(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """List the `collections` that an account made.

        `GET /api/v1/accounts/:account_id/collections`, since 4.6.0, scope read or read:collections.
        """
        return await self._client.send(
            ops.collections.AccountCollections(account_id=account_id, limit=limit, offset=offset)
        )

    async def in_collections(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """List the `collections` that one's own account is in.

        `GET /api/v1/accounts/:account_id/in_collections`, since 4.6.0, scope read or read:collections.
        """
        return await self._client.send(
            ops.collections.InCollections(account_id=account_id, limit=limit, offset=offset)
        )

    async def get(self, id: str) -> entities.CollectionWithAccounts:
        """Show a collection with its owner and members.

        `GET /api/v1/collections/:id`, since 4.6.0, scope read or read:collections.
        """
        return await self._client.send(ops.collections.Get(id=id))

    async def create(
        self,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
        account_ids: Texts = UNSET,
    ) -> dict[str, entities.Collection]:
        """Make a `collection`, with members if wanted.

        Needs `name`, `sensitive`, `discoverable`.

        `POST /api/v1/collections`, since 4.6.0, scope write or write:collections.
        """
        return await self._client.send(
            ops.collections.Create(
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
                account_ids=account_ids,
            )
        )

    async def update(
        self,
        id: str,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
    ) -> dict[str, entities.Collection]:
        """Change one's own `collection`, but not its members.

        `PATCH /api/v1/collections/:id`, since 4.6.0, scope write or write:collections.
        """
        return await self._client.send(
            ops.collections.Update(
                id=id,
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
            )
        )

    async def delete(self, id: str) -> None:
        """Delete one's own collection; the answer has no body.

        `DELETE /api/v1/collections/:id`, since 4.6.0, scope write or write:collections.
        """
        return await self._client.send(ops.collections.Delete(id=id))

    async def add_item(
        self, collection_id: str, *, account_id: Text = UNSET
    ) -> dict[str, entities.CollectionItem]:
        """Add an account to one's own collection, as `collection_item`.

        Needs `account_id`.

        `POST /api/v1/collections/:collection_id/items`, since 4.6.0, scope write or write:collections.
        """
        return await self._client.send(
            ops.collections.AddItem(collection_id=collection_id, account_id=account_id)
        )

    async def delete_item(self, collection_id: str, id: str) -> None:
        """Take a member out of one's own collection; the answer has no body.

        `DELETE /api/v1/collections/:collection_id/items/:id`, since 4.6.0, scope write or
        write:collections.
        """
        return await self._client.send(ops.collections.DeleteItem(collection_id=collection_id, id=id))

    async def revoke_item(self, collection_id: str, id: str) -> None:
        """Leave somebody's collection; the answer has no body.

        `POST /api/v1/collections/:collection_id/items/:id/revoke`, since 4.6.0, scope write or
        write:collections.
        """
        return await self._client.send(ops.collections.RevokeItem(collection_id=collection_id, id=id))

    async def account_collections_alpha(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """The former address of AccountCollections.

        `GET /api/v1_alpha/accounts/:account_id/collections`, since 4.6.0, deprecated since 4.6.0, scope
        read or read:collections.
        """
        return await self._client.send(
            ops.collections.AccountCollectionsAlpha(account_id=account_id, limit=limit, offset=offset)
        )

    async def in_collections_alpha(
        self, account_id: str, *, limit: Count = UNSET, offset: Count = UNSET
    ) -> dict[str, list[entities.Collection]]:
        """The former address of InCollections; it sends no Deprecation header.

        `GET /api/v1_alpha/accounts/:account_id/in_collections`, since 4.6.0, deprecated since 4.6.0,
        scope read or read:collections.
        """
        return await self._client.send(
            ops.collections.InCollectionsAlpha(account_id=account_id, limit=limit, offset=offset)
        )

    async def get_alpha(self, id: str) -> entities.CollectionWithAccounts:
        """The former address of Get.

        `GET /api/v1_alpha/collections/:id`, since 4.6.0, deprecated since 4.6.0, scope read or
        read:collections.
        """
        return await self._client.send(ops.collections.GetAlpha(id=id))

    async def create_alpha(
        self,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
        account_ids: Texts = UNSET,
    ) -> dict[str, entities.Collection]:
        """The former address of Create.

        Needs `name`, `sensitive`, `discoverable`.

        `POST /api/v1_alpha/collections`, since 4.6.0, deprecated since 4.6.0, scope write or
        write:collections.
        """
        return await self._client.send(
            ops.collections.CreateAlpha(
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
                account_ids=account_ids,
            )
        )

    async def update_alpha(
        self,
        id: str,
        *,
        name: Text = UNSET,
        description: Text = UNSET,
        language: Text = UNSET,
        sensitive: Flag = UNSET,
        discoverable: Flag = UNSET,
        tag_name: Text = UNSET,
    ) -> dict[str, entities.Collection]:
        """The former address of Update.

        `PATCH /api/v1_alpha/collections/:id`, since 4.6.0, deprecated since 4.6.0, scope write or
        write:collections.
        """
        return await self._client.send(
            ops.collections.UpdateAlpha(
                id=id,
                name=name,
                description=description,
                language=language,
                sensitive=sensitive,
                discoverable=discoverable,
                tag_name=tag_name,
            )
        )

    async def delete_alpha(self, id: str) -> None:
        """The former address of Delete.

        `DELETE /api/v1_alpha/collections/:id`, since 4.6.0, deprecated since 4.6.0, scope write or
        write:collections.
        """
        return await self._client.send(ops.collections.DeleteAlpha(id=id))

    async def add_item_alpha(
        self, collection_id: str, *, account_id: Text = UNSET
    ) -> dict[str, entities.CollectionItem]:
        """The former address of AddItem.

        Needs `account_id`.

        `POST /api/v1_alpha/collections/:collection_id/items`, since 4.6.0, deprecated since 4.6.0,
        scope write or write:collections.
        """
        return await self._client.send(
            ops.collections.AddItemAlpha(collection_id=collection_id, account_id=account_id)
        )

    async def delete_item_alpha(self, collection_id: str, id: str) -> None:
        """The former address of DeleteItem.

        `DELETE /api/v1_alpha/collections/:collection_id/items/:id`, since 4.6.0, deprecated since
        4.6.0, scope write or write:collections.
        """
        return await self._client.send(ops.collections.DeleteItemAlpha(collection_id=collection_id, id=id))

    async def revoke_item_alpha(self, collection_id: str, id: str) -> None:
        """The former address of RevokeItem.

        `POST /api/v1_alpha/collections/:collection_id/items/:id/revoke`, since 4.6.0, deprecated since
        4.6.0, scope write or write:collections.
        """
        return await self._client.send(ops.collections.RevokeItemAlpha(collection_id=collection_id, id=id))


class AsyncConversations(AsyncGroup):
    """Read direct conversations: https://docs.joinmastodon.org/methods/conversations/"""

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Conversation]:
        """List one's conversations; cursors are ids of their last statuses.

        `GET /api/v1/conversations`, since 2.6.0, scope read or read:statuses.
        """
        return await self._client.send(
            ops.conversations.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def delete(self, id: str) -> entities.Empty:
        """Remove a conversation from one's own list; its statuses stay.

        `DELETE /api/v1/conversations/:id`, since 2.6.0, scope write or write:conversations.
        """
        return await self._client.send(ops.conversations.Delete(id=id))

    async def read(self, id: str) -> entities.Conversation:
        """Mark a conversation as read.

        `POST /api/v1/conversations/:id/read`, since 2.6.0, scope write or write:conversations.
        """
        return await self._client.send(ops.conversations.Read(id=id))

    async def unread(self, id: str) -> entities.Conversation:
        """Mark a conversation as unread. Undocumented.

        `POST /api/v1/conversations/:id/unread`, since 4.2.0, scope write or write:conversations.
        """
        return await self._client.send(ops.conversations.Unread(id=id))


class AsyncCustomEmojis(AsyncGroup):
    """List the server's own emoji: https://docs.joinmastodon.org/methods/custom_emojis/"""

    __slots__ = ()

    async def get(self) -> list[entities.CustomEmoji]:
        """List the emoji that a picker should offer.

        `GET /api/v1/custom_emojis`, since 2.0.0.
        """
        return await self._client.send(ops.custom_emojis.Get())


class AsyncDirectory(AsyncGroup):
    """List accounts that wish to be found: https://docs.joinmastodon.org/methods/directory/"""

    __slots__ = ()

    async def get(
        self, *, order: Text = UNSET, local: Flag = UNSET, limit: Count = UNSET, offset: Count = UNSET
    ) -> list[entities.Account]:
        """List accounts by their last post (`order` active) or the newest first (`order` new).

        `order`: active, new.

        `GET /api/v1/directory`, since 3.0.0.
        """
        return await self._client.send(
            ops.directory.Get(order=order, local=local, limit=limit, offset=offset)
        )


class AsyncDomainBlocks(AsyncGroup):
    """Block whole servers for oneself: https://docs.joinmastodon.org/methods/domain_blocks/"""

    __slots__ = ()

    async def get(self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET) -> list[str]:
        """List the domains one blocks, the last blocked first.

        `GET /api/v1/domain_blocks`, since 1.4.0, scope follow or read or read:blocks.
        """
        return await self._client.send(ops.domain_blocks.Get(max_id=max_id, since_id=since_id, limit=limit))

    async def block(self, *, domain: Text = UNSET) -> entities.Empty:
        """Hide all accounts of a domain; ends following in both directions.

        Needs `domain`.

        `POST /api/v1/domain_blocks`, since 1.4.0, scope follow or write or write:blocks.
        """
        return await self._client.send(ops.domain_blocks.Block(domain=domain))

    async def unblock(self, *, domain: Text = UNSET) -> entities.Empty:
        """Block a domain no longer.

        `DELETE /api/v1/domain_blocks`, since 1.4.0, scope follow or write or write:blocks.
        """
        return await self._client.send(ops.domain_blocks.Unblock(domain=domain))

    async def preview(self, *, domain: Text = UNSET) -> dict[str, int]:
        """Count as `following_count` and `followers_count` what blocking a domain would end. Undocumented.

        `GET /api/v1/domain_blocks/preview`, since 4.3.0, scope follow or write or write:blocks.
        """
        return await self._client.send(ops.domain_blocks.Preview(domain=domain))


class AsyncEmails(AsyncGroup):
    """Confirm the e-mail address of a new account: https://docs.joinmastodon.org/methods/emails/"""

    __slots__ = ()

    async def confirmations(self, *, email: Text = UNSET) -> entities.Empty:
        """Send the mail again, to another address if one is given; for users who still have to confirm.

        `POST /api/v1/emails/confirmations`, since 3.4.0, scope write or write:accounts.
        """
        return await self._client.send(ops.emails.Confirmations(email=email))

    async def check_confirmation(self) -> bool:
        """Show whether the address is confirmed. Undocumented; 401 without a user.

        `GET /api/v1/emails/check_confirmation`, since 4.2.0, scope read or read:accounts.
        """
        return await self._client.send(ops.emails.CheckConfirmation())


class AsyncEndorsements(AsyncGroup):
    """List the accounts on one's profile: https://docs.joinmastodon.org/methods/endorsements/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts one features on one's profile; all of them with the limit 0.

        `GET /api/v1/endorsements`, since 2.5.0, scope read or read:accounts.
        """
        return await self._client.send(ops.endorsements.Get(max_id=max_id, since_id=since_id, limit=limit))


class AsyncFasp(AsyncGroup):
    """What auxiliary service providers call (FASP), experimental, off on a stock server and undocumented."""

    __slots__ = ()

    async def register(
        self, *, name: Text = UNSET, base_url: Text = UNSET, server_id: Text = UNSET, public_key: Text = UNSET
    ) -> dict[str, Any]:
        """Offer a service.

        `POST /api/fasp/registration`, since 4.4.0.
        """
        return await self._client.send(
            ops.fasp.Register(name=name, base_url=base_url, server_id=server_id, public_key=public_key)
        )

    async def debug_response(self) -> None:
        """Answer a test call.

        `POST /api/fasp/debug/v0/callback/responses`, since 4.4.0.
        """
        return await self._client.send(ops.fasp.DebugResponse())

    async def subscribe_events(
        self, *, category: Text = UNSET, subscription_type: Text = UNSET
    ) -> dict[str, Any]:
        """Subscribe to what happens on the server.

        `POST /api/fasp/data_sharing/v0/event_subscriptions`, since 4.4.0.
        """
        return await self._client.send(
            ops.fasp.SubscribeEvents(category=category, subscription_type=subscription_type)
        )

    async def unsubscribe_events(self, id: str) -> None:
        """End a subscription.

        `DELETE /api/fasp/data_sharing/v0/event_subscriptions/:id`, since 4.4.0.
        """
        return await self._client.send(ops.fasp.UnsubscribeEvents(id=id))

    async def request_backfill(self, *, category: Text = UNSET, max_count: Text = UNSET) -> dict[str, Any]:
        """Ask for what happened before.

        `POST /api/fasp/data_sharing/v0/backfill_requests`, since 4.4.0.
        """
        return await self._client.send(ops.fasp.RequestBackfill(category=category, max_count=max_count))

    async def continue_backfill(self, id: str) -> None:
        """Ask for more of what happened before.

        `POST /api/fasp/data_sharing/v0/backfill_requests/:id/continuation`, since 4.4.0.
        """
        return await self._client.send(ops.fasp.ContinueBackfill(id=id))


class AsyncFavourites(AsyncGroup):
    """List one's favourites: https://docs.joinmastodon.org/methods/favourites/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Status]:
        """List the statuses one favourited, the last favourited first; cursors come from Link alone.

        `GET /api/v1/favourites`, scope read or read:favourites.
        """
        return await self._client.send(
            ops.favourites.Get(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class AsyncFeaturedTags(AsyncGroup):
    """Show hashtags on one's profile: https://docs.joinmastodon.org/methods/featured_tags/"""

    __slots__ = ()

    async def get(self) -> list[entities.FeaturedTag]:
        """List the hashtags one features, the most used first.

        `GET /api/v1/featured_tags`, since 3.0.0, scope read or read:accounts.
        """
        return await self._client.send(ops.featured_tags.Get())

    async def feature(self, *, name: Text = UNSET) -> entities.FeaturedTag:
        """Feature a hashtag on one's profile.

        Needs `name`.

        `POST /api/v1/featured_tags`, since 3.0.0, scope write or write:accounts.
        """
        return await self._client.send(ops.featured_tags.Feature(name=name))

    async def unfeature(self, id: str) -> entities.Empty:
        """Feature a hashtag no longer.

        `DELETE /api/v1/featured_tags/:id`, since 3.0.0, scope write or write:accounts.
        """
        return await self._client.send(ops.featured_tags.Unfeature(id=id))

    async def suggestions(self) -> list[entities.Tag]:
        """List up to 10 hashtags that one uses and could feature.

        `GET /api/v1/featured_tags/suggestions`, since 3.0.0, scope read or read:accounts.
        """
        return await self._client.send(ops.featured_tags.Suggestions())


class AsyncFilters(AsyncGroup):
    """Mark or hide statuses by keyword or id: https://docs.joinmastodon.org/methods/filters/"""

    __slots__ = ()

    async def index(self) -> list[entities.Filter]:
        """List one's filters, the expired ones too.

        `GET /api/v2/filters`, since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.Index())

    async def get(self, id: str) -> entities.Filter:
        """Show one filter.

        `GET /api/v2/filters/:id`, since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.Get(id=id))

    async def create(
        self,
        *,
        title: Text = UNSET,
        context: Texts = UNSET,
        filter_action: Text = UNSET,
        expires_in: Text = UNSET,
        keywords_attributes: list[ops.filters.KeywordAttributes] | UnsetType | None = UNSET,
    ) -> entities.Filter:
        """Make a filter for some contexts, for `expires_in` seconds or (blank) for good.

        Needs `title`, `context`. `context`: home, notifications, public, thread, account.
        `filter_action`: warn, hide, blur.

        `POST /api/v2/filters`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(
            ops.filters.Create(
                title=title,
                context=context,
                filter_action=filter_action,
                expires_in=expires_in,
                keywords_attributes=keywords_attributes,
            )
        )

    async def update(
        self,
        id: str,
        *,
        title: Text = UNSET,
        context: Texts = UNSET,
        filter_action: Text = UNSET,
        expires_in: Text = UNSET,
        keywords_attributes: list[ops.filters.KeywordAttributes] | UnsetType | None = UNSET,
    ) -> entities.Filter:
        """Change a filter; what is not sent stays, a blank `expires_in` makes it last.

        `context`: home, notifications, public, thread, account. `filter_action`: warn, hide, blur.

        `PUT /api/v2/filters/:id`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(
            ops.filters.Update(
                id=id,
                title=title,
                context=context,
                filter_action=filter_action,
                expires_in=expires_in,
                keywords_attributes=keywords_attributes,
            )
        )

    async def delete(self, id: str) -> entities.Empty:
        """Delete a filter.

        `DELETE /api/v2/filters/:id`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(ops.filters.Delete(id=id))

    async def keywords(self, filter_id: str) -> list[entities.FilterKeyword]:
        """List the keywords of a filter.

        `GET /api/v2/filters/:filter_id/keywords`, since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.Keywords(filter_id=filter_id))

    async def add_keyword(
        self, filter_id: str, *, keyword: Text = UNSET, whole_word: Flag = UNSET
    ) -> entities.FilterKeyword:
        """Add a keyword to a filter.

        Needs `keyword`.

        `POST /api/v2/filters/:filter_id/keywords`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(
            ops.filters.AddKeyword(filter_id=filter_id, keyword=keyword, whole_word=whole_word)
        )

    async def get_keyword(self, id: str) -> entities.FilterKeyword:
        """Show one keyword.

        `GET /api/v2/filters/keywords/:id`, since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.GetKeyword(id=id))

    async def update_keyword(
        self, id: str, *, keyword: Text = UNSET, whole_word: Flag = UNSET
    ) -> entities.FilterKeyword:
        """Change a keyword.

        `PUT /api/v2/filters/keywords/:id`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(
            ops.filters.UpdateKeyword(id=id, keyword=keyword, whole_word=whole_word)
        )

    async def remove_keyword(self, id: str) -> entities.Empty:
        """Remove a keyword from its filter.

        `DELETE /api/v2/filters/keywords/:id`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(ops.filters.RemoveKeyword(id=id))

    async def statuses(self, filter_id: str) -> list[entities.FilterStatus]:
        """List the statuses in a filter.

        `GET /api/v2/filters/:filter_id/statuses`, since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.Statuses(filter_id=filter_id))

    async def add_status(self, filter_id: str, *, status_id: Text = UNSET) -> entities.FilterStatus:
        """Add a status to a filter.

        Needs `status_id`.

        `POST /api/v2/filters/:filter_id/statuses`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(ops.filters.AddStatus(filter_id=filter_id, status_id=status_id))

    async def get_status(self, id: str) -> entities.FilterStatus:
        """Show one status of a filter, by the id of its place there.

        `GET /api/v2/filters/statuses/:id`, since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.GetStatus(id=id))

    async def remove_status(self, id: str) -> entities.Empty:
        """Remove a status from its filter.

        `DELETE /api/v2/filters/statuses/:id`, since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(ops.filters.RemoveStatus(id=id))

    async def index_v1(self) -> list[entities.V1Filter]:
        """List one's filtered keywords.

        `GET /api/v1/filters`, since 2.4.3, deprecated since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.IndexV1())

    async def get_v1(self, id: str) -> entities.V1Filter:
        """Show one filtered keyword.

        `GET /api/v1/filters/:id`, since 2.4.3, deprecated since 4.0.0, scope read or read:filters.
        """
        return await self._client.send(ops.filters.GetV1(id=id))

    async def create_v1(
        self,
        *,
        phrase: Text = UNSET,
        context: Texts = UNSET,
        irreversible: Flag = UNSET,
        whole_word: Flag = UNSET,
        expires_in: Text = UNSET,
    ) -> entities.V1Filter:
        """Make a filter of one keyword, which is its title too; `irreversible` hides.

        Needs `phrase`, `context`. `context`: home, notifications, public, thread, account.

        `POST /api/v1/filters`, since 2.4.3, deprecated since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(
            ops.filters.CreateV1(
                phrase=phrase,
                context=context,
                irreversible=irreversible,
                whole_word=whole_word,
                expires_in=expires_in,
            )
        )

    async def update_v1(
        self,
        id: str,
        *,
        phrase: Text = UNSET,
        context: Texts = UNSET,
        irreversible: Flag = UNSET,
        whole_word: Flag = UNSET,
        expires_in: Text = UNSET,
    ) -> entities.V1Filter:
        """Change a keyword and, if it is the only one, its filter.

        `context`: home, notifications, public, thread, account.

        `PUT /api/v1/filters/:id`, since 2.4.3, deprecated since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(
            ops.filters.UpdateV1(
                id=id,
                phrase=phrase,
                context=context,
                irreversible=irreversible,
                whole_word=whole_word,
                expires_in=expires_in,
            )
        )

    async def delete_v1(self, id: str) -> entities.Empty:
        """Delete a keyword; its filter stays.

        `DELETE /api/v1/filters/:id`, since 2.4.3, deprecated since 4.0.0, scope write or write:filters.
        """
        return await self._client.send(ops.filters.DeleteV1(id=id))


class AsyncFollowRequests(AsyncGroup):
    """Answer requests to follow: https://docs.joinmastodon.org/methods/follow_requests/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that ask to follow one.

        `GET /api/v1/follow_requests`, scope follow or read or read:follows.
        """
        return await self._client.send(ops.follow_requests.Get(max_id=max_id, since_id=since_id, limit=limit))

    async def accept(self, account_id: str) -> entities.Relationship:
        """Let an account follow one.

        `POST /api/v1/follow_requests/:account_id/authorize`, scope follow or write or write:follows.
        """
        return await self._client.send(ops.follow_requests.Accept(account_id=account_id))

    async def reject(self, account_id: str) -> entities.Relationship:
        """Refuse an account's request.

        `POST /api/v1/follow_requests/:account_id/reject`, scope follow or write or write:follows.
        """
        return await self._client.send(ops.follow_requests.Reject(account_id=account_id))


class AsyncFollowedTags(AsyncGroup):
    """List the hashtags one follows: https://docs.joinmastodon.org/methods/followed_tags/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.Tag]:
        """List the hashtags one follows, the last followed first.

        `GET /api/v1/followed_tags`, since 4.0.0, scope follow or read or read:follows.
        """
        return await self._client.send(
            ops.followed_tags.Get(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class AsyncGroupedNotifications(AsyncGroup):
    """Read notifications of the same kind as groups:
    https://docs.joinmastodon.org/methods/grouped_notifications/
    """

    __slots__ = ()

    async def index(
        self,
        *,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
        grouped_types: Texts = UNSET,
        expand_accounts: Text = UNSET,
        supported_types: LooseTexts = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> entities.GroupedNotificationsResults:
        """List one's notifications in groups; cursors are ids of notifications, `limit` counts groups.

        `account_id` is documented but has no effect on real servers (recording
        notifications/v2_params).

        `expand_accounts`: full, partial_avatars.

        `GET /api/v2/notifications`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(
            ops.grouped_notifications.Index(
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
                grouped_types=grouped_types,
                expand_accounts=expand_accounts,
                supported_types=supported_types,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def get(
        self, group_key: str, *, supported_types: LooseTexts = UNSET
    ) -> entities.GroupedNotificationsResults:
        """Show one group.

        `GET /api/v2/notifications/:group_key`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(
            ops.grouped_notifications.Get(group_key=group_key, supported_types=supported_types)
        )

    async def dismiss(self, group_key: str) -> entities.Empty:
        """Delete the notifications of a group.

        `POST /api/v2/notifications/:group_key/dismiss`, since 4.3.0, scope write or
        write:notifications.
        """
        return await self._client.send(ops.grouped_notifications.Dismiss(group_key=group_key))

    async def accounts(
        self, group_key: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts behind a group.

        `GET /api/v2/notifications/:group_key/accounts`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(
            ops.grouped_notifications.Accounts(
                group_key=group_key, max_id=max_id, since_id=since_id, limit=limit
            )
        )

    async def unread_count(
        self,
        *,
        limit: Count = UNSET,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
        grouped_types: Texts = UNSET,
    ) -> dict[str, int]:
        """Count the groups above one's marker as `count`, up to `limit` (by default 100, 1000 at most).

        `GET /api/v2/notifications/unread_count`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(
            ops.grouped_notifications.UnreadCount(
                limit=limit,
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
                grouped_types=grouped_types,
            )
        )

    async def clear(self) -> entities.Empty:
        """Delete all of one's notifications. Undocumented.

        `POST /api/v2/notifications/clear`, since 4.3.0, scope write or write:notifications.
        """
        return await self._client.send(ops.grouped_notifications.Clear())


class AsyncHealth(AsyncGroup):
    """Tell whether the server is up: https://docs.joinmastodon.org/methods/health/"""

    __slots__ = ()

    async def get(self) -> str:
        """Answer `OK` as plain text.

        `GET /health`, since 3.0.0.
        """
        return await self._client.send(ops.health.Get())


class AsyncInstance(AsyncGroup):
    """Describe the server: https://docs.joinmastodon.org/methods/instance/"""

    __slots__ = ()

    async def get(self) -> entities.Instance:
        """Describe the server: its limits, abilities, rules and contact.

        `GET /api/v2/instance`, since 4.0.0.
        """
        return await self._client.send(ops.instance.Get())

    async def peers(self) -> list[str]:
        """List the domains the server knows.

        `GET /api/v1/instance/peers`, since 2.1.2.
        """
        return await self._client.send(ops.instance.Peers())

    async def activity(self) -> list[dict[str, str]]:
        """Count `statuses`, `logins`, `registrations` of the last 12 weeks (`week`: Unix time), all as
        text.

        `GET /api/v1/instance/activity`, since 2.1.2.
        """
        return await self._client.send(ops.instance.Activity())

    async def rules(self) -> list[entities.Rule]:
        """List the server's rules.

        `GET /api/v1/instance/rules`, since 3.4.0.
        """
        return await self._client.send(ops.instance.Rules())

    async def domain_blocks(self) -> list[entities.DomainBlock]:
        """List the domains the server limits or suspends, if it tells; any user's token may show the
        reasons.

        `GET /api/v1/instance/domain_blocks`, since 4.0.0.
        """
        return await self._client.send(ops.instance.DomainBlocks())

    async def extended_description(self) -> entities.ExtendedDescription:
        """Show the long text about the server.

        `GET /api/v1/instance/extended_description`, since 4.0.0.
        """
        return await self._client.send(ops.instance.ExtendedDescription())

    async def privacy_policy(self) -> entities.PrivacyPolicy:
        """Show the server's privacy policy.

        `GET /api/v1/instance/privacy_policy`, since 4.0.0.
        """
        return await self._client.send(ops.instance.PrivacyPolicy())

    async def terms_of_service(self) -> entities.TermsOfService:
        """Show the terms of service in force, or else those to come.

        `GET /api/v1/instance/terms_of_service`, since 4.4.0.
        """
        return await self._client.send(ops.instance.TermsOfService())

    async def terms_of_service_of(self, date: str) -> entities.TermsOfService:
        """Show the terms of service that took or take effect on a date (YYYY-MM-DD).

        `GET /api/v1/instance/terms_of_service/:date`, since 4.4.0.
        """
        return await self._client.send(ops.instance.TermsOfServiceOf(date=date))

    async def translation_languages(self) -> dict[str, list[str]]:
        """Show into which languages statuses of each language can be translated.

        `GET /api/v1/instance/translation_languages`, since 4.2.0.
        """
        return await self._client.send(ops.instance.TranslationLanguages())

    async def get_v1(self) -> entities.V1Instance:
        """Describe the server in the older form.

        `GET /api/v1/instance`, since 1.1.0, deprecated since 4.0.0.
        """
        return await self._client.send(ops.instance.GetV1())

    async def languages(self) -> list[dict[str, str]]:
        """List the languages that statuses can have, by `code` and English `name`. Undocumented.

        `GET /api/v1/instance/languages`, since 4.2.0.
        """
        return await self._client.send(ops.instance.Languages())

    async def search_peers(self, *, q: Text = UNSET) -> list[str] | None:
        """List up to 10 known domains that begin with `q`; null without one. Undocumented.

        `GET /api/v1/peers/search`, since 4.2.0.
        """
        return await self._client.send(ops.instance.SearchPeers(q=q))


class AsyncLists(AsyncGroup):
    """Gather accounts in lists: https://docs.joinmastodon.org/methods/lists/"""

    __slots__ = ()

    async def index(self) -> list[entities.List]:
        """List one's lists.

        `GET /api/v1/lists`, since 2.1.0, scope read or read:lists.
        """
        return await self._client.send(ops.lists.Index())

    async def get(self, id: str) -> entities.List:
        """Show one list.

        `GET /api/v1/lists/:id`, since 2.1.0, scope read or read:lists.
        """
        return await self._client.send(ops.lists.Get(id=id))

    async def create(
        self, *, title: Text = UNSET, replies_policy: Text = UNSET, exclusive: Flag = UNSET
    ) -> entities.List:
        """Make a list; an `exclusive` one keeps its members' statuses out of the home timeline.

        Needs `title`. `replies_policy`: followed, list, none.

        `POST /api/v1/lists`, since 2.1.0, scope write or write:lists.
        """
        return await self._client.send(
            ops.lists.Create(title=title, replies_policy=replies_policy, exclusive=exclusive)
        )

    async def update(
        self, id: str, *, title: Text = UNSET, replies_policy: Text = UNSET, exclusive: Flag = UNSET
    ) -> entities.List:
        """Change a list; what is not sent stays.

        `replies_policy`: followed, list, none.

        `PUT /api/v1/lists/:id`, since 2.1.0, scope write or write:lists.
        """
        return await self._client.send(
            ops.lists.Update(id=id, title=title, replies_policy=replies_policy, exclusive=exclusive)
        )

    async def delete(self, id: str) -> entities.Empty:
        """Delete a list.

        `DELETE /api/v1/lists/:id`, since 2.1.0, scope write or write:lists.
        """
        return await self._client.send(ops.lists.Delete(id=id))

    async def accounts(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the members of a list; all of them with the limit 0.

        `GET /api/v1/lists/:id/accounts`, since 2.1.0, scope read or read:lists.
        """
        return await self._client.send(
            ops.lists.Accounts(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def add_accounts(self, id: str, *, account_ids: Texts = UNSET) -> entities.Empty:
        """Add accounts that one follows to a list: all of them or, if one can't be added, none.

        `POST /api/v1/lists/:id/accounts`, since 2.1.0, scope write or write:lists.
        """
        return await self._client.send(ops.lists.AddAccounts(id=id, account_ids=account_ids))

    async def remove_accounts(self, id: str, *, account_ids: Texts = UNSET) -> entities.Empty:
        """Take accounts out of a list.

        `DELETE /api/v1/lists/:id/accounts`, since 2.1.0, scope write or write:lists.
        """
        return await self._client.send(ops.lists.RemoveAccounts(id=id, account_ids=account_ids))


class AsyncMarkers(AsyncGroup):
    """Remember how far timelines were read: https://docs.joinmastodon.org/methods/markers/"""

    __slots__ = ()

    async def get(self, *, timeline: LooseTexts = UNSET) -> dict[str, entities.Marker]:
        """Show the markers of the timelines `home` and `notifications`, of those named and set.

        `timeline`: home, notifications.

        `GET /api/v1/markers`, since 3.0.0, scope read or read:statuses.
        """
        return await self._client.send(ops.markers.Get(timeline=timeline))

    async def save(
        self,
        *,
        home: ops.markers.MarkerParams | UnsetType | None = UNSET,
        notifications: ops.markers.MarkerParams | UnsetType | None = UNSET,
    ) -> dict[str, entities.Marker]:
        """Set markers; the answer holds those sent.

        `POST /api/v1/markers`, since 3.0.0, scope write or write:statuses.
        """
        return await self._client.send(ops.markers.Save(home=home, notifications=notifications))


class AsyncMedia(AsyncGroup):
    """Upload files to be attached to statuses: https://docs.joinmastodon.org/methods/media/"""

    __slots__ = ()

    async def create(
        self,
        *,
        file: FileParam = UNSET,
        thumbnail: FileParam = UNSET,
        description: Text = UNSET,
        focus: Text = UNSET,
    ) -> entities.MediaAttachment:
        """Upload a file; 202 while video, audio or an animation is still being processed.

        `focus` is "x,y", each from -1 to 1.

        Needs `file`.

        `POST /api/v2/media`, since 3.1.3, scope write or write:media.
        """
        return await self._client.send(
            ops.media.Create(file=file, thumbnail=thumbnail, description=description, focus=focus)
        )

    async def get(self, id: str) -> entities.MediaAttachment:
        """Show one's own upload that is not attached yet; 206 while it is being processed.

        `GET /api/v1/media/:id`, since 3.1.3, scope write or write:media.
        """
        return await self._client.send(ops.media.Get(id=id))

    async def delete(self, id: str) -> entities.Empty:
        """Delete one's own upload that is not attached.

        `DELETE /api/v1/media/:id`, since 4.4.0, scope write or write:media.
        """
        return await self._client.send(ops.media.Delete(id=id))

    async def update(
        self, id: str, *, thumbnail: FileParam = UNSET, description: Text = UNSET, focus: Text = UNSET
    ) -> entities.MediaAttachment:
        """Change one's own upload before it is attached.

        `PUT /api/v1/media/:id`, scope write or write:media.
        """
        return await self._client.send(
            ops.media.Update(id=id, thumbnail=thumbnail, description=description, focus=focus)
        )

    async def create_v1(
        self,
        *,
        file: FileParam = UNSET,
        thumbnail: FileParam = UNSET,
        description: Text = UNSET,
        focus: Text = UNSET,
    ) -> entities.MediaAttachment:
        """Upload a file and wait until it is processed.

        Needs `file`.

        `POST /api/v1/media`, deprecated since 3.1.3, scope write or write:media.
        """
        return await self._client.send(
            ops.media.CreateV1(file=file, thumbnail=thumbnail, description=description, focus=focus)
        )


class AsyncMutes(AsyncGroup):
    """List the accounts one mutes: https://docs.joinmastodon.org/methods/mutes/"""

    __slots__ = ()

    async def get(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.MutedAccount]:
        """List the accounts one mutes and until when, the last muted first.

        `GET /api/v1/mutes`, scope follow or read or read:mutes.
        """
        return await self._client.send(ops.mutes.Get(max_id=max_id, since_id=since_id, limit=limit))


class AsyncNotifications(AsyncGroup):
    """Read and clear notifications, and decide which arrive:
    https://docs.joinmastodon.org/methods/notifications/
    """

    __slots__ = ()

    async def index(
        self,
        *,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
        supported_types: LooseTexts = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Notification]:
        """List one's notifications; those of types not in `supported_types` get a `fallback` text.

        `GET /api/v1/notifications`, scope read or read:notifications.
        """
        return await self._client.send(
            ops.notifications.Index(
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
                supported_types=supported_types,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def get(self, id: str, *, supported_types: LooseTexts = UNSET) -> entities.Notification:
        """Show one notification.

        `GET /api/v1/notifications/:id`, scope read or read:notifications.
        """
        return await self._client.send(ops.notifications.Get(id=id, supported_types=supported_types))

    async def clear(self) -> entities.Empty:
        """Delete all of one's notifications.

        `POST /api/v1/notifications/clear`, scope write or write:notifications.
        """
        return await self._client.send(ops.notifications.Clear())

    async def dismiss(self, id: str) -> entities.Empty:
        """Delete one notification.

        `POST /api/v1/notifications/:id/dismiss`, since 1.3.0, scope write or write:notifications.
        """
        return await self._client.send(ops.notifications.Dismiss(id=id))

    async def unread_count(
        self,
        *,
        limit: Count = UNSET,
        types: Texts = UNSET,
        exclude_types: Texts = UNSET,
        account_id: Text = UNSET,
        include_filtered: Flag = UNSET,
    ) -> dict[str, int]:
        """Count the notifications above one's marker as `count`, up to `limit` (by default 100, 1000 at
        most).

        `GET /api/v1/notifications/unread_count`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(
            ops.notifications.UnreadCount(
                limit=limit,
                types=types,
                exclude_types=exclude_types,
                account_id=account_id,
                include_filtered=include_filtered,
            )
        )

    async def policy(self) -> entities.NotificationPolicy:
        """Show whose notifications are held back or dropped.

        `GET /api/v2/notifications/policy`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(ops.notifications.Policy())

    async def update_policy(
        self,
        *,
        for_not_following: Any = UNSET,
        for_not_followers: Any = UNSET,
        for_new_accounts: Any = UNSET,
        for_private_mentions: Any = UNSET,
        for_limited_accounts: Any = UNSET,
        for_bots: Any = UNSET,
    ) -> entities.NotificationPolicy:
        """Decide whose notifications to `accept`, `filter` or `drop`.

        Values arrive as they were sent, since the JSON number 1 stands for `filter` but the text "1"
        for nothing.

        `for_not_following`: accept, filter, drop. `for_not_followers`: accept, filter, drop.
        `for_new_accounts`: accept, filter, drop. `for_private_mentions`: accept, filter, drop.
        `for_limited_accounts`: accept, filter, drop. `for_bots`: accept, filter, drop.

        `PATCH /api/v2/notifications/policy`, since 4.3.0, scope write or write:notifications.
        """
        return await self._client.send(
            ops.notifications.UpdatePolicy(
                for_not_following=for_not_following,
                for_not_followers=for_not_followers,
                for_new_accounts=for_new_accounts,
                for_private_mentions=for_private_mentions,
                for_limited_accounts=for_limited_accounts,
                for_bots=for_bots,
            )
        )

    async def requests(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.NotificationRequest]:
        """List the accounts whose notifications are held back.

        `GET /api/v1/notifications/requests`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(
            ops.notifications.Requests(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get_request(self, id: str) -> entities.NotificationRequest:
        """Show one account whose notifications are held back.

        `GET /api/v1/notifications/requests/:id`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(ops.notifications.GetRequest(id=id))

    async def accept_request(self, id: str) -> entities.Empty:
        """Let the notifications of a request in, and those that its account causes from now on.

        `POST /api/v1/notifications/requests/:id/accept`, since 4.3.0, scope write or
        write:notifications.
        """
        return await self._client.send(ops.notifications.AcceptRequest(id=id))

    async def dismiss_request(self, id: str) -> entities.Empty:
        """Delete a request and the notifications it held back.

        `POST /api/v1/notifications/requests/:id/dismiss`, since 4.3.0, scope write or
        write:notifications.
        """
        return await self._client.send(ops.notifications.DismissRequest(id=id))

    async def accept_requests(self, *, id: LooseTexts = UNSET) -> entities.Empty:
        """Accept several requests; unknown ids are passed over.

        `POST /api/v1/notifications/requests/accept`, since 4.3.0, scope write or write:notifications.
        """
        return await self._client.send(ops.notifications.AcceptRequests(id=id))

    async def dismiss_requests(self, *, id: LooseTexts = UNSET) -> entities.Empty:
        """Dismiss several requests; unknown ids are passed over.

        `POST /api/v1/notifications/requests/dismiss`, since 4.3.0, scope write or write:notifications.
        """
        return await self._client.send(ops.notifications.DismissRequests(id=id))

    async def requests_merged(self) -> dict[str, bool]:
        """Show as `merged` whether the notifications of all accepted requests have been let in.

        `GET /api/v1/notifications/requests/merged`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(ops.notifications.RequestsMerged())

    async def policy_v1(self) -> entities.V1NotificationPolicy:
        """Show the policy as switches. Undocumented.

        `GET /api/v1/notifications/policy`, since 4.3.0, scope read or read:notifications.
        """
        return await self._client.send(ops.notifications.PolicyV1())

    async def update_policy_v1(
        self,
        *,
        filter_not_following: Any = UNSET,
        filter_not_followers: Any = UNSET,
        filter_new_accounts: Any = UNSET,
        filter_private_mentions: Any = UNSET,
        filter_bots: Any = UNSET,
    ) -> entities.V1NotificationPolicy:
        """Change the policy by switches. Undocumented.

        Values arrive as they were sent: any text, "false" too, switches on, a JSON false or null off.

        `PATCH /api/v1/notifications/policy`, since 4.3.0, scope write or write:notifications.
        """
        return await self._client.send(
            ops.notifications.UpdatePolicyV1(
                filter_not_following=filter_not_following,
                filter_not_followers=filter_not_followers,
                filter_new_accounts=filter_new_accounts,
                filter_private_mentions=filter_private_mentions,
                filter_bots=filter_bots,
            )
        )


class AsyncOauth(AsyncGroup):
    """Get, inspect and revoke tokens: https://docs.joinmastodon.org/methods/oauth/"""

    __slots__ = ()

    async def token(
        self,
        *,
        grant_type: Text = UNSET,
        client_id: Text = UNSET,
        client_secret: Text = UNSET,
        code: Text = UNSET,
        redirect_uri: Text = UNSET,
        code_verifier: Text = UNSET,
        scope: Text = UNSET,
    ) -> entities.Token:
        """Exchange a code, or an application's own credentials, for a token.

        Needs `grant_type`, `client_id`. `grant_type`: authorization_code, client_credentials.

        `POST /oauth/token`, since 0.1.0.
        """
        return await self._client.send(
            ops.oauth.Token(
                grant_type=grant_type,
                client_id=client_id,
                client_secret=client_secret,
                code=code,
                redirect_uri=redirect_uri,
                code_verifier=code_verifier,
                scope=scope,
            )
        )

    async def revoke(
        self,
        *,
        client_id: Text = UNSET,
        client_secret: Text = UNSET,
        token: Text = UNSET,
        token_type_hint: Text = UNSET,
    ) -> entities.Empty:
        """Make a token of the application unusable.

        Needs `client_id`.

        `POST /oauth/revoke`, since 0.1.0.
        """
        return await self._client.send(
            ops.oauth.Revoke(
                client_id=client_id, client_secret=client_secret, token=token, token_type_hint=token_type_hint
            )
        )

    async def userinfo(self) -> dict[str, Any]:
        """Show the token's user as OpenID Connect does: iss, sub, name, preferred_username, profile,
        picture.

        `GET /oauth/userinfo`, since 4.4.0, scope profile.
        """
        return await self._client.send(ops.oauth.Userinfo())

    async def token_info(self) -> dict[str, Any]:
        """Describe the bearer token of the request. Undocumented; refuses in the form of OAuth errors.

        `GET /oauth/token/info`, since 0.1.0.
        """
        return await self._client.send(ops.oauth.TokenInfo())

    async def introspect(
        self,
        *,
        client_id: Text = UNSET,
        client_secret: Text = UNSET,
        token: Text = UNSET,
        token_type_hint: Text = UNSET,
    ) -> dict[str, Any]:
        """Describe a token (RFC 7662) to the application it belongs to. Undocumented.

        `POST /oauth/introspect`, since 0.1.0.
        """
        return await self._client.send(
            ops.oauth.Introspect(
                client_id=client_id, client_secret=client_secret, token=token, token_type_hint=token_type_hint
            )
        )


class AsyncOembed(AsyncGroup):
    """Embed statuses elsewhere: https://docs.joinmastodon.org/methods/oembed/"""

    __slots__ = ()

    async def get(
        self, *, url: Text = UNSET, maxwidth: Text = UNSET, maxheight: Text = UNSET
    ) -> dict[str, Any]:
        """Show the HTML that embeds the status at a `url` of this server.

        Needs `url`.

        `GET /api/oembed`, since 1.0.0.
        """
        return await self._client.send(ops.oembed.Get(url=url, maxwidth=maxwidth, maxheight=maxheight))


class AsyncPolls(AsyncGroup):
    """Show polls and vote in them: https://docs.joinmastodon.org/methods/polls/"""

    __slots__ = ()

    async def get(self, id: str) -> entities.Poll:
        """Show a poll.

        `GET /api/v1/polls/:id`, since 2.8.0, scope read or read:statuses.
        """
        return await self._client.send(ops.polls.Get(id=id))

    async def vote(self, id: str, *, choices: Texts = UNSET) -> entities.Poll:
        """Vote for options of a poll by their positions, counted from 0.

        Needs `choices`.

        `POST /api/v1/polls/:id/votes`, since 2.8.0, scope write or write:statuses.
        """
        return await self._client.send(ops.polls.Vote(id=id, choices=choices))


class AsyncPreferences(AsyncGroup):
    """Show the user's preferences: https://docs.joinmastodon.org/methods/preferences/"""

    __slots__ = ()

    async def get(self) -> entities.Preferences:
        """Show how one's client should post and show statuses.

        `GET /api/v1/preferences`, since 2.8.0, scope read or read:accounts.
        """
        return await self._client.send(ops.preferences.Get())


class AsyncProfile(AsyncGroup):
    """Show and change one's profile as it was typed: https://docs.joinmastodon.org/methods/profile/"""

    __slots__ = ()

    async def get(self) -> entities.Profile:
        """Show one's profile, to be edited.

        `GET /api/v1/profile`, since 4.6.0, scope profile or read or read:accounts.
        """
        return await self._client.send(ops.profile.Get())

    async def update(
        self,
        *,
        display_name: Text = UNSET,
        note: Text = UNSET,
        avatar: FileParam = UNSET,
        avatar_description: Text = UNSET,
        header: FileParam = UNSET,
        header_description: Text = UNSET,
        locked: Flag = UNSET,
        bot: Flag = UNSET,
        discoverable: Flag = UNSET,
        hide_collections: Flag = UNSET,
        indexable: Flag = UNSET,
        show_media: Flag = UNSET,
        show_media_replies: Flag = UNSET,
        show_featured: Flag = UNSET,
        attribution_domains: Texts = UNSET,
        fields_attributes: list[ops.accounts.FieldAttributes] | UnsetType | None = UNSET,
    ) -> entities.Profile:
        """Change one's profile; what is not sent stays.

        `PATCH /api/v1/profile`, since 4.6.0, scope write or write:accounts.
        """
        return await self._client.send(
            ops.profile.Update(
                display_name=display_name,
                note=note,
                avatar=avatar,
                avatar_description=avatar_description,
                header=header,
                header_description=header_description,
                locked=locked,
                bot=bot,
                discoverable=discoverable,
                hide_collections=hide_collections,
                indexable=indexable,
                show_media=show_media,
                show_media_replies=show_media_replies,
                show_featured=show_featured,
                attribution_domains=attribution_domains,
                fields_attributes=fields_attributes,
            )
        )

    async def delete_avatar(self) -> entities.CredentialAccount:
        """Remove one's avatar.

        `DELETE /api/v1/profile/avatar`, since 4.2.0, scope write or write:accounts.
        """
        return await self._client.send(ops.profile.DeleteAvatar())

    async def delete_header(self) -> entities.CredentialAccount:
        """Remove one's header.

        `DELETE /api/v1/profile/header`, since 4.2.0, scope write or write:accounts.
        """
        return await self._client.send(ops.profile.DeleteHeader())


class AsyncPush(AsyncGroup):
    """Get notifications by Web Push: https://docs.joinmastodon.org/methods/push/"""

    __slots__ = ()

    async def subscribe(
        self, *, subscription: ops.push.SubscriptionParams | UnsetType | None = UNSET, data: Any = UNSET
    ) -> entities.WebPushSubscription:
        """Subscribe, in place of the token's former subscription.

        `data` is `{"alerts": {type: bool}, "policy": text}` and arrives as it was sent: the answer
        repeats the alerts that were named, a blank one as null.

        Needs `subscription[endpoint]`, `subscription[keys][p256dh]`, `subscription[keys][auth]`.

        `POST /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return await self._client.send(ops.push.Subscribe(subscription=subscription, data=data))

    async def get(self) -> entities.WebPushSubscription:
        """Show the token's subscription.

        `GET /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return await self._client.send(ops.push.Get())

    async def update(self, *, data: Any = UNSET) -> entities.WebPushSubscription:
        """Replace the `data` of the subscription, all of it; as it was sent, as in Subscribe.

        `PUT /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return await self._client.send(ops.push.Update(data=data))

    async def unsubscribe(self) -> entities.Empty:
        """Delete the token's subscription.

        `DELETE /api/v1/push/subscription`, since 2.4.0, scope push.
        """
        return await self._client.send(ops.push.Unsubscribe())


class AsyncReports(AsyncGroup):
    """Report accounts to the moderators: https://docs.joinmastodon.org/methods/reports/"""

    __slots__ = ()

    async def create(
        self,
        *,
        account_id: Text = UNSET,
        status_ids: Texts = UNSET,
        collection_ids: Texts = UNSET,
        comment: Text = UNSET,
        forward: Flag = UNSET,
        forward_to_domains: Texts = UNSET,
        category: Text = UNSET,
        rule_ids: Texts = UNSET,
    ) -> entities.Report:
        """Report an account, with statuses, collections and broken rules; `forward` tells its server too.

        Needs `account_id`. `category`: spam, legal, violation, other.

        `POST /api/v1/reports`, since 1.1.0, scope write or write:reports.
        """
        return await self._client.send(
            ops.reports.Create(
                account_id=account_id,
                status_ids=status_ids,
                collection_ids=collection_ids,
                comment=comment,
                forward=forward,
                forward_to_domains=forward_to_domains,
                category=category,
                rule_ids=rule_ids,
            )
        )


class AsyncScheduledStatuses(AsyncGroup):
    """Show and move statuses that wait to be published:
    https://docs.joinmastodon.org/methods/scheduled_statuses/
    """

    __slots__ = ()

    async def index(
        self, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET, min_id: Text = UNSET
    ) -> list[entities.ScheduledStatus]:
        """List one's scheduled statuses, the last made first.

        `GET /api/v1/scheduled_statuses`, since 2.7.0, scope read or read:statuses.
        """
        return await self._client.send(
            ops.scheduled_statuses.Index(max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def get(self, id: str) -> entities.ScheduledStatus:
        """Show one scheduled status.

        `GET /api/v1/scheduled_statuses/:id`, since 2.7.0, scope read or read:statuses.
        """
        return await self._client.send(ops.scheduled_statuses.Get(id=id))

    async def update(self, id: str, *, scheduled_at: Text = UNSET) -> entities.ScheduledStatus:
        """Move a scheduled status to another time, its only part that can change.

        `PUT /api/v1/scheduled_statuses/:id`, since 2.7.0, scope write or write:statuses.
        """
        return await self._client.send(ops.scheduled_statuses.Update(id=id, scheduled_at=scheduled_at))

    async def cancel(self, id: str) -> entities.Empty:
        """Delete a scheduled status unpublished.

        `DELETE /api/v1/scheduled_statuses/:id`, since 2.7.0, scope write or write:statuses.
        """
        return await self._client.send(ops.scheduled_statuses.Cancel(id=id))


class AsyncSearch(AsyncGroup):
    """Search accounts, statuses, hashtags and collections: https://docs.joinmastodon.org/methods/search/"""

    __slots__ = ()

    async def search(
        self,
        *,
        q: Text = UNSET,
        type: Text = UNSET,
        resolve: Flag = UNSET,
        following: Flag = UNSET,
        account_id: Text = UNSET,
        exclude_unreviewed: Flag = UNSET,
        max_id: Text = UNSET,
        min_id: Text = UNSET,
        limit: Count = UNSET,
        offset: Count = UNSET,
    ) -> entities.Search:
        """Search by text, handle or address; `resolve` asks other servers, `offset` needs a `type`.

        Needs `q`. `type`: accounts, hashtags, statuses, collections.

        `GET /api/v2/search`, since 2.4.1, scope read or read:search.
        """
        return await self._client.send(
            ops.search.Search(
                q=q,
                type=type,
                resolve=resolve,
                following=following,
                account_id=account_id,
                exclude_unreviewed=exclude_unreviewed,
                max_id=max_id,
                min_id=min_id,
                limit=limit,
                offset=offset,
            )
        )


class AsyncStatuses(AsyncGroup):
    """Publish, read and interact with statuses: https://docs.joinmastodon.org/methods/statuses/"""

    __slots__ = ()

    async def create(
        self,
        *,
        status: Text = UNSET,
        media_ids: Texts = UNSET,
        poll: Any = UNSET,
        in_reply_to_id: Text = UNSET,
        sensitive: Any = UNSET,
        spoiler_text: Text = UNSET,
        visibility: Text = UNSET,
        language: Text = UNSET,
        scheduled_at: Any = UNSET,
        quoted_status_id: Text = UNSET,
        quote_approval_policy: Text = UNSET,
        allowed_mentions: Texts = UNSET,
    ) -> entities.Status | entities.ScheduledStatus:
        """Publish a status, or schedule it when `scheduled_at` is more than five minutes ahead.

        `sensitive`, `scheduled_at` and `poll` (see PollParams) arrive as they were sent: a scheduled
        status shows them verbatim in `params`, and a form's text `false` is not a JSON false (recording
        errors/bools_json). The header `Idempotency-Key` makes a repeat within the hour harmless.

        `visibility`: public, unlisted, private, direct. `quote_approval_policy`: public, followers,
        nobody.

        `POST /api/v1/statuses`, scope write or write:statuses.
        """
        return await self._client.send(
            ops.statuses.Create(
                status=status,
                media_ids=media_ids,
                poll=poll,
                in_reply_to_id=in_reply_to_id,
                sensitive=sensitive,
                spoiler_text=spoiler_text,
                visibility=visibility,
                language=language,
                scheduled_at=scheduled_at,
                quoted_status_id=quoted_status_id,
                quote_approval_policy=quote_approval_policy,
                allowed_mentions=allowed_mentions,
            )
        )

    async def get(self, id: str) -> entities.Status:
        """Show one status.

        `GET /api/v1/statuses/:id`, scope read or read:statuses.
        """
        return await self._client.send(ops.statuses.Get(id=id))

    async def index(self, *, id: Texts = UNSET) -> list[entities.Status]:
        """Show several statuses by id, 20 different ones at most.

        `GET /api/v1/statuses`, since 4.3.0, scope read or read:statuses.
        """
        return await self._client.send(ops.statuses.Index(id=id))

    async def delete(self, id: str, *, delete_media: Flag = UNSET) -> entities.Status:
        """Delete one's own status; the answer holds its source as `text`, for a redraft.

        `DELETE /api/v1/statuses/:id`, scope write or write:statuses.
        """
        return await self._client.send(ops.statuses.Delete(id=id, delete_media=delete_media))

    async def context(self, id: str) -> entities.Context:
        """Show what a status answers and what answers it.

        `GET /api/v1/statuses/:id/context`, scope read or read:statuses.
        """
        return await self._client.send(ops.statuses.Context(id=id))

    async def translate(self, id: str, *, lang: Text = UNSET) -> entities.Translation:
        """Translate a status, into the language of the request unless `lang` names one.

        `POST /api/v1/statuses/:id/translate`, since 4.0.0, scope read or read:statuses.
        """
        return await self._client.send(ops.statuses.Translate(id=id, lang=lang))

    async def reblogged_by(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that boosted a status.

        `GET /api/v1/statuses/:id/reblogged_by`, scope read or read:accounts.
        """
        return await self._client.send(
            ops.statuses.RebloggedBy(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def favourited_by(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Account]:
        """List the accounts that favourited a status.

        `GET /api/v1/statuses/:id/favourited_by`, scope read or read:accounts.
        """
        return await self._client.send(
            ops.statuses.FavouritedBy(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def favourite(self, id: str) -> entities.Status:
        """Add a status to one's favourites.

        `POST /api/v1/statuses/:id/favourite`, scope write or write:favourites.
        """
        return await self._client.send(ops.statuses.Favourite(id=id))

    async def unfavourite(self, id: str) -> entities.Status:
        """Take a status out of one's favourites.

        `POST /api/v1/statuses/:id/unfavourite`, scope write or write:favourites.
        """
        return await self._client.send(ops.statuses.Unfavourite(id=id))

    async def reblog(self, id: str, *, visibility: Text = UNSET) -> entities.Status:
        """Boost a status; the answer is the boost, with the status in `reblog`.

        `visibility`: public, unlisted, private.

        `POST /api/v1/statuses/:id/reblog`, scope write or write:statuses.
        """
        return await self._client.send(ops.statuses.Reblog(id=id, visibility=visibility))

    async def unreblog(self, id: str) -> entities.Status:
        """Take a boost back; `id` is the boosted status, which is the answer too.

        `POST /api/v1/statuses/:id/unreblog`, scope write or write:statuses.
        """
        return await self._client.send(ops.statuses.Unreblog(id=id))

    async def bookmark(self, id: str) -> entities.Status:
        """Bookmark a status, seen by nobody else.

        `POST /api/v1/statuses/:id/bookmark`, since 3.1.0, scope write or write:bookmarks.
        """
        return await self._client.send(ops.statuses.Bookmark(id=id))

    async def unbookmark(self, id: str) -> entities.Status:
        """Remove a bookmark.

        `POST /api/v1/statuses/:id/unbookmark`, since 3.1.0, scope write or write:bookmarks.
        """
        return await self._client.send(ops.statuses.Unbookmark(id=id))

    async def mute(self, id: str) -> entities.Status:
        """Get no more notifications from the conversation of a status.

        `POST /api/v1/statuses/:id/mute`, since 1.4.2, scope write or write:mutes.
        """
        return await self._client.send(ops.statuses.Mute(id=id))

    async def unmute(self, id: str) -> entities.Status:
        """Get notifications from the conversation of a status again.

        `POST /api/v1/statuses/:id/unmute`, since 1.4.2, scope write or write:mutes.
        """
        return await self._client.send(ops.statuses.Unmute(id=id))

    async def pin(self, id: str) -> entities.Status:
        """Feature one's own status on one's profile.

        `POST /api/v1/statuses/:id/pin`, since 1.6.0, scope write or write:accounts.
        """
        return await self._client.send(ops.statuses.Pin(id=id))

    async def unpin(self, id: str) -> entities.Status:
        """Feature a status on one's profile no longer.

        `POST /api/v1/statuses/:id/unpin`, since 1.6.0, scope write or write:accounts.
        """
        return await self._client.send(ops.statuses.Unpin(id=id))

    async def edit(
        self,
        id: str,
        *,
        status: Text = UNSET,
        spoiler_text: Text = UNSET,
        sensitive: Any = UNSET,
        language: Text = UNSET,
        media_ids: Texts = UNSET,
        media_attributes: list[ops.statuses.MediaAttributes] | UnsetType | None = UNSET,
        poll: Any = UNSET,
        quote_approval_policy: Text = UNSET,
    ) -> entities.Status:
        """Change one's own status; text, media, poll, spoiler and `sensitive` that are left out are
        removed.

        `sensitive` and `poll` arrive as they were sent, as in Create.

        `quote_approval_policy`: public, followers, nobody.

        `PUT /api/v1/statuses/:id`, since 3.5.0, scope write or write:statuses.
        """
        return await self._client.send(
            ops.statuses.Edit(
                id=id,
                status=status,
                spoiler_text=spoiler_text,
                sensitive=sensitive,
                language=language,
                media_ids=media_ids,
                media_attributes=media_attributes,
                poll=poll,
                quote_approval_policy=quote_approval_policy,
            )
        )

    async def history(self, id: str) -> list[entities.StatusEdit]:
        """List all versions of a status, the oldest first.

        `GET /api/v1/statuses/:id/history`, since 3.5.0, scope read or read:statuses.
        """
        return await self._client.send(ops.statuses.History(id=id))

    async def source(self, id: str) -> entities.StatusSource:
        """Show a status as it was typed, to be edited.

        `GET /api/v1/statuses/:id/source`, since 3.5.0, scope read or read:statuses.
        """
        return await self._client.send(ops.statuses.Source(id=id))

    async def quotes(
        self, id: str, *, max_id: Text = UNSET, since_id: Text = UNSET, limit: Count = UNSET
    ) -> list[entities.Status]:
        """List the accepted quotes of a status.

        `GET /api/v1/statuses/:id/quotes`, since 4.5.0, scope read or read:statuses.
        """
        return await self._client.send(
            ops.statuses.Quotes(id=id, max_id=max_id, since_id=since_id, limit=limit)
        )

    async def revoke_quote(self, id: str, quoting_status_id: str) -> entities.Status:
        """Detach one's own status `id` from the status that quotes it, which is the answer.

        `POST /api/v1/statuses/:id/quotes/:quoting_status_id/revoke`, since 4.5.0, scope write or
        write:statuses.
        """
        return await self._client.send(ops.statuses.RevokeQuote(id=id, quoting_status_id=quoting_status_id))

    async def edit_interaction_policy(
        self, id: str, *, quote_approval_policy: Text = UNSET
    ) -> entities.Status:
        """Change who may quote one's own status, without an edit.

        `quote_approval_policy`: public, followers, nobody.

        `PUT /api/v1/statuses/:id/interaction_policy`, since 4.5.0, scope write or write:statuses.
        """
        return await self._client.send(
            ops.statuses.EditInteractionPolicy(id=id, quote_approval_policy=quote_approval_policy)
        )


class AsyncStreaming(AsyncGroup):
    """Receive events as they happen: https://docs.joinmastodon.org/methods/streaming/"""

    __slots__ = ()

    async def health(self) -> str:
        """Answer `OK` as plain text.

        `GET /api/v1/streaming/health`, since 2.5.0.
        """
        return await self._client.send(ops.streaming.Health())


class AsyncSuggestions(AsyncGroup):
    """Suggest whom to follow: https://docs.joinmastodon.org/methods/suggestions/"""

    __slots__ = ()

    async def get(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Suggestion]:
        """List accounts one might want to follow, and why.

        `GET /api/v2/suggestions`, since 3.4.0, scope read or read:accounts.
        """
        return await self._client.send(ops.suggestions.Get(limit=limit, offset=offset))

    async def remove(self, account_id: str) -> entities.Empty:
        """Suggest an account no more.

        `DELETE /api/v1/suggestions/:account_id`, since 2.4.3, scope write or write:accounts.
        """
        return await self._client.send(ops.suggestions.Remove(account_id=account_id))

    async def get_v1(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Account]:
        """List accounts one might want to follow.

        `GET /api/v1/suggestions`, since 2.4.3, deprecated since 3.4.0, scope read or read:accounts.
        """
        return await self._client.send(ops.suggestions.GetV1(limit=limit, offset=offset))


class AsyncTags(AsyncGroup):
    """Show, follow and feature hashtags: https://docs.joinmastodon.org/methods/tags/"""

    __slots__ = ()

    async def get(self, name: str) -> entities.Tag:
        """Show a hashtag, one that nobody used too; any token adds what its user has to do with it.

        `GET /api/v1/tags/:name`, since 4.0.0.
        """
        return await self._client.send(ops.tags.Get(name=name))

    async def follow(self, name: str) -> entities.Tag:
        """Get public statuses with a hashtag into one's home timeline.

        `POST /api/v1/tags/:name/follow`, since 4.0.0, scope follow or write or write:follows.
        """
        return await self._client.send(ops.tags.Follow(name=name))

    async def unfollow(self, name: str) -> entities.Tag:
        """Follow a hashtag no longer.

        `POST /api/v1/tags/:name/unfollow`, since 4.0.0, scope follow or write or write:follows.
        """
        return await self._client.send(ops.tags.Unfollow(name=name))

    async def feature(self, name: str) -> entities.Tag:
        """Feature a hashtag on one's profile.

        `POST /api/v1/tags/:name/feature`, since 4.4.0, scope write or write:accounts.
        """
        return await self._client.send(ops.tags.Feature(name=name))

    async def unfeature(self, name: str) -> entities.Tag:
        """Feature a hashtag no longer.

        `POST /api/v1/tags/:name/unfeature`, since 4.4.0, scope write or write:accounts.
        """
        return await self._client.send(ops.tags.Unfeature(name=name))


class AsyncTimelines(AsyncGroup):
    """Read timelines: https://docs.joinmastodon.org/methods/timelines/"""

    __slots__ = ()

    async def public(
        self,
        *,
        local: Flag = UNSET,
        remote: Flag = UNSET,
        only_media: Flag = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the public statuses the server knows; `local` only its own, `remote` only others'.

        `GET /api/v1/timelines/public`, scope read or read:statuses.
        """
        return await self._client.send(
            ops.timelines.Public(
                local=local,
                remote=remote,
                only_media=only_media,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def hashtag(
        self,
        hashtag: str,
        *,
        any: LooseTexts = UNSET,
        all: LooseTexts = UNSET,
        none: LooseTexts = UNSET,
        local: Flag = UNSET,
        remote: Flag = UNSET,
        only_media: Flag = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List public statuses with a hashtag or `any` of further ones, with `all` and `none` of others.

        `GET /api/v1/timelines/tag/:hashtag`, scope read or read:statuses.
        """
        return await self._client.send(
            ops.timelines.Hashtag(
                hashtag=hashtag,
                any=any,
                all=all,
                none=none,
                local=local,
                remote=remote,
                only_media=only_media,
                max_id=max_id,
                since_id=since_id,
                limit=limit,
                min_id=min_id,
            )
        )

    async def home(
        self,
        *,
        local: Flag = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the statuses of those one follows; 206 while the feed is being rebuilt. `local` has no
        effect.

        `GET /api/v1/timelines/home`, scope read or read:statuses.
        """
        return await self._client.send(
            ops.timelines.Home(local=local, max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def link(
        self,
        *,
        url: Text = UNSET,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List public statuses that name a link which is trending.

        Needs `url`.

        `GET /api/v1/timelines/link`, since 4.3.0, scope read or read:statuses.
        """
        return await self._client.send(
            ops.timelines.Link(url=url, max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )

    async def list(
        self,
        list_id: str,
        *,
        max_id: Text = UNSET,
        since_id: Text = UNSET,
        limit: Count = UNSET,
        min_id: Text = UNSET,
    ) -> list[entities.Status]:
        """List the statuses of the members of a list.

        `GET /api/v1/timelines/list/:list_id`, since 2.1.0, scope read or read:lists.
        """
        return await self._client.send(
            ops.timelines.List(list_id=list_id, max_id=max_id, since_id=since_id, limit=limit, min_id=min_id)
        )


class AsyncTrends(AsyncGroup):
    """Show what is popular just now: https://docs.joinmastodon.org/methods/trends/"""

    __slots__ = ()

    async def tags(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Tag]:
        """List the hashtags used by more people than usual.

        `GET /api/v1/trends/tags`, since 3.5.0.
        """
        return await self._client.send(ops.trends.Tags(limit=limit, offset=offset))

    async def statuses(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Status]:
        """List the statuses that get the most attention, one per author.

        `GET /api/v1/trends/statuses`, since 3.5.0.
        """
        return await self._client.send(ops.trends.Statuses(limit=limit, offset=offset))

    async def links(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.TrendsLink]:
        """List the links shared by more people than usual.

        `GET /api/v1/trends/links`, since 3.5.0.
        """
        return await self._client.send(ops.trends.Links(limit=limit, offset=offset))

    async def tags_v1(self, *, limit: Count = UNSET, offset: Count = UNSET) -> list[entities.Tag]:
        """The former address of Tags, to which its Link leads.

        `GET /api/v1/trends`, since 3.0.0, deprecated since 3.5.0.
        """
        return await self._client.send(ops.trends.TagsV1(limit=limit, offset=offset))


class AsyncWeb(AsyncGroup):
    """What the server's own web client uses, and other undocumented addresses beside the API."""

    __slots__ = ()

    async def invite(self, code: str) -> dict[str, str]:
        """Show which server an invite is for, as JSON if that is accepted; else the form that signs up.

        `GET /invite/:code`, since 4.3.0.
        """
        return await self._client.send(ops.web.Invite(code=code))

    async def donation_campaigns(self) -> dict[str, Any]:
        """Show a call for donations; 204 when there is none. Any user's token will do, none answers 422.

        `GET /api/v1/donation_campaigns`, since 4.6.0.
        """
        return await self._client.send(ops.web.DonationCampaigns())

    async def unsubscribe(self, id: str) -> None:
        """Delete the subscription that a signed id names; the answer has no body.

        `DELETE /api/web/push_subscriptions/:id`, since 4.4.0.
        """
        return await self._client.send(ops.web.Unsubscribe(id=id))

    async def manifest(self) -> dict[str, Any]:
        """Describe the web client to a browser that installs it.

        `GET /manifest`, since 1.0.0.
        """
        return await self._client.send(ops.web.Manifest())


class AsyncWellKnown(AsyncGroup):
    """Find out about a server and its accounts before using its API: the documents at well-known
    addresses.
    """

    __slots__ = ()

    async def oauth_authorization_server(self) -> dict[str, Any]:
        """Show the addresses and abilities of the OAuth server (RFC 8414).

        `GET /.well-known/oauth-authorization-server`, since 4.3.0.
        """
        return await self._client.send(ops.well_known.OauthAuthorizationServer())

    async def webfinger(self, *, resource: Text = UNSET) -> dict[str, Any]:
        """Show where an account, named by `acct:` or address, has its profile and actor (RFC 7033).

        Needs `resource`.

        `GET /.well-known/webfinger`, since 0.1.0.
        """
        return await self._client.send(ops.well_known.Webfinger(resource=resource))

    async def host_meta(self) -> str:
        """Show where webfinger is, as XRD (RFC 6415).

        `GET /.well-known/host-meta`, since 0.1.0.
        """
        return await self._client.send(ops.well_known.HostMeta())

    async def nodeinfo(self) -> dict[str, Any]:
        """Show where nodeinfo is.

        `GET /.well-known/nodeinfo`, since 3.0.0.
        """
        return await self._client.send(ops.well_known.Nodeinfo())

    async def nodeinfo20(self) -> dict[str, Any]:
        """Describe the server in a form common to the fediverse.

        `GET /nodeinfo/2.0`, since 3.0.0.
        """
        return await self._client.send(ops.well_known.Nodeinfo20())

    async def change_password(self) -> str:
        """Lead to the page where the password is changed.

        `GET /.well-known/change-password`, since 3.0.0.
        """
        return await self._client.send(ops.well_known.ChangePassword())

    async def proxy(self) -> str:
        """Lead from an address of the scheme `web+ap:` to the page where one interacts with what it names.

        `GET /.well-known/proxy`, since 4.3.0.
        """
        return await self._client.send(ops.well_known.Proxy())


class AsyncFacade:
    """All groups."""

    def __init__(self) -> None:
        self.accounts = AsyncAccounts(self)
        self.admin_accounts = AsyncAdminAccounts(self)
        self.admin_canonical_email_blocks = AsyncAdminCanonicalEmailBlocks(self)
        self.admin_measures = AsyncAdminMeasures(self)
        self.admin_dimensions = AsyncAdminDimensions(self)
        self.admin_domain_allows = AsyncAdminDomainAllows(self)
        self.admin_domain_blocks = AsyncAdminDomainBlocks(self)
        self.admin_email_domain_blocks = AsyncAdminEmailDomainBlocks(self)
        self.admin_ip_blocks = AsyncAdminIpBlocks(self)
        self.admin_reports = AsyncAdminReports(self)
        self.admin_retention = AsyncAdminRetention(self)
        self.admin_tags = AsyncAdminTags(self)
        self.admin_trends = AsyncAdminTrends(self)
        self.announcements = AsyncAnnouncements(self)
        self.annual_reports = AsyncAnnualReports(self)
        self.apps = AsyncApps(self)
        self.async_refreshes = AsyncAsyncRefreshes(self)
        self.blocks = AsyncBlocks(self)
        self.bookmarks = AsyncBookmarks(self)
        self.collections = AsyncCollections(self)
        self.conversations = AsyncConversations(self)
        self.custom_emojis = AsyncCustomEmojis(self)
        self.directory = AsyncDirectory(self)
        self.domain_blocks = AsyncDomainBlocks(self)
        self.emails = AsyncEmails(self)
        self.endorsements = AsyncEndorsements(self)
        self.fasp = AsyncFasp(self)
        self.favourites = AsyncFavourites(self)
        self.featured_tags = AsyncFeaturedTags(self)
        self.filters = AsyncFilters(self)
        self.follow_requests = AsyncFollowRequests(self)
        self.followed_tags = AsyncFollowedTags(self)
        self.grouped_notifications = AsyncGroupedNotifications(self)
        self.health = AsyncHealth(self)
        self.instance = AsyncInstance(self)
        self.lists = AsyncLists(self)
        self.markers = AsyncMarkers(self)
        self.media = AsyncMedia(self)
        self.mutes = AsyncMutes(self)
        self.notifications = AsyncNotifications(self)
        self.oauth = AsyncOauth(self)
        self.oembed = AsyncOembed(self)
        self.polls = AsyncPolls(self)
        self.preferences = AsyncPreferences(self)
        self.profile = AsyncProfile(self)
        self.push = AsyncPush(self)
        self.reports = AsyncReports(self)
        self.scheduled_statuses = AsyncScheduledStatuses(self)
        self.search = AsyncSearch(self)
        self.statuses = AsyncStatuses(self)
        self.streaming = AsyncStreaming(self)
        self.suggestions = AsyncSuggestions(self)
        self.tags = AsyncTags(self)
        self.timelines = AsyncTimelines(self)
        self.trends = AsyncTrends(self)
        self.web = AsyncWeb(self)
        self.well_known = AsyncWellKnown(self)

    async def send(self, operation: Operation[R]) -> R:
        """Send an operation."""
        raise NotImplementedError
