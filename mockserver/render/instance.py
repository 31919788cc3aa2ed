"""The server as its documents describe it (reference: search-trends-instance.md; recordings instance/*)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from clientkit import entities
from clientkit.entities import instance as parts
from clientkit.entities import instance_v1 as v1
from mockserver import clock, version
from mockserver.clock import DAY
from mockserver.domain import annual_reports, vapid
from mockserver.media import kinds
from mockserver.render import accounts
from mockserver.render import urls as addresses
from mockserver.store import accounts as account_store
from mockserver.store import instance as store
from mockserver.store import logins
from mockserver.store.roles import Permission
from mockserver.text import markdown

if TYPE_CHECKING:
    from mockserver.context import Context
    from mockserver.store.database import Row

ICON_SIZES = (36, 48, 72, 96, 144, 192, 256, 384, 512)
ACTIVE_DAYS = 28
LANGUAGES = ["en"]
STOCK_THUMBNAIL = (
    "Two smiling cartoon mastodons (who look like elephants) toss a paper plane between them. "
    "They're surrounded by a bright blue sky and floating planets with trees and more mastodons on them."
)
_STATUSES = parts.InstanceStatuses(
    max_characters=500, max_media_attachments=4, characters_reserved_per_url=23
)
_MEDIA = parts.InstanceMediaAttachments(
    description_limit=10_000,
    image_matrix_limit=33_177_600,
    image_size_limit=kinds.IMAGE_SIZE_LIMIT,
    supported_mime_types=list(kinds.SUPPORTED_MIME_TYPES),
    video_frame_rate_limit=120,
    video_matrix_limit=8_294_400,
    video_size_limit=kinds.VIDEO_SIZE_LIMIT,
)
_POLLS = parts.InstancePolls(
    max_options=4, max_characters_per_option=50, min_expiration=300, max_expiration=2_629_746
)
_ACCOUNTS = parts.InstanceAccounts(
    max_display_name_length=40,
    max_note_length=500,
    max_avatar_description_length=150,
    max_header_description_length=150,
    max_featured_tags=10,
    max_pinned_statuses=5,
    max_profile_fields=4,
    profile_field_name_limit=255,
    profile_field_value_limit=255,
)


def v2(ctx: Context) -> entities.Instance:
    settings = ctx.instance.settings
    return entities.Instance(
        domain=ctx.instance.domain,
        title=settings["site_title"],
        version=version.MASTODON,
        source_url=version.SOURCE_URL,
        description=settings["site_short_description"],
        usage=parts.InstanceUsage(users=parts.InstanceUsers(active_month=active_month(ctx))),
        thumbnail=_thumbnail(ctx),
        icon=[parts.InstanceIcon(src=icon(ctx, size), size=f"{size}x{size}") for size in ICON_SIZES],
        languages=LANGUAGES,
        configuration=_configuration(ctx),
        registrations=_registrations(ctx),
        api_versions=parts.InstanceApiVersions(mastodon=version.API_VERSION),
        wrapstodon=annual_reports.campaign(ctx),
        contact=parts.InstanceContact(email=settings["site_contact_email"], account=contact(ctx)),
        rules=rules(ctx),
    )


def v1_instance(ctx: Context) -> entities.V1Instance:
    settings = ctx.instance.settings
    return entities.V1Instance(
        uri=ctx.instance.domain,
        title=settings["site_title"],
        short_description=settings["site_short_description"],
        description=settings["site_description"],
        email=settings["site_contact_email"],
        version=version.MASTODON,
        urls=v1.V1InstanceUrls(streaming_api=streaming(ctx)),
        stats=v1.V1InstanceStats(
            user_count=store.user_count(ctx.db),
            status_count=store.status_count(ctx.db),
            domain_count=store.domain_count(ctx.db),
        ),
        thumbnail=thumbnail(ctx),
        languages=LANGUAGES,
        registrations=open_to_all(ctx),
        approval_required=settings["registrations_mode"] == "approved",
        invites_enabled=ctx.instance.roles.of(None).can(Permission.INVITE_USERS),
        configuration=v1.V1InstanceConfiguration(
            accounts=v1.V1InstanceAccounts(max_featured_tags=_ACCOUNTS.max_featured_tags),
            statuses=_STATUSES,
            media_attachments=v1.V1InstanceMediaAttachments(
                supported_mime_types=_MEDIA.supported_mime_types,
                image_size_limit=_MEDIA.image_size_limit,
                image_matrix_limit=_MEDIA.image_matrix_limit,
                video_size_limit=_MEDIA.video_size_limit,
                video_frame_rate_limit=_MEDIA.video_frame_rate_limit,
                video_matrix_limit=_MEDIA.video_matrix_limit,
            ),
            polls=_POLLS,
        ),
        contact_account=contact(ctx),
        rules=rules(ctx),
    )


def streaming(ctx: Context) -> str:
    """The streaming server's address: the same host, `ws` for `http`."""
    return "ws" + ctx.instance.base_url.removeprefix("http")


def icon(ctx: Context, size: int) -> str:
    uploaded = _upload(ctx, "app_icon", str(size))
    return uploaded or f"{ctx.instance.base_url}/packs/assets/android-chrome-{size}x{size}-00000000.png"


def thumbnail(ctx: Context) -> str:
    return _upload(ctx, "thumbnail", "@1x") or f"{ctx.instance.base_url}/packs/assets/preview-00000000.png"


def _thumbnail(ctx: Context) -> parts.InstanceThumbnail:
    settings = ctx.instance.settings
    shown = parts.InstanceThumbnail(
        url=thumbnail(ctx), description=settings["thumbnail_description"] or STOCK_THUMBNAIL
    )
    double = _upload(ctx, "thumbnail", "@2x")
    if double is not None:
        shown.blurhash = settings["thumbnail"]["blurhash"]
        shown.versions = parts.InstanceThumbnailVersions(at_1x=shown.url, at_2x=double)
    return shown


def _upload(ctx: Context, name: str, style: str) -> str | None:
    """The address of a picture of the site's own, if it has been given one (recording
    instance/thumbnail)."""
    kept = ctx.instance.settings[name]
    return addresses.file(ctx.instance, f"{kept['path']}/{style}/{kept['stem']}.png") if kept else None


def open_to_all(ctx: Context) -> bool:
    """Whether one may sign up at all, with approval or without."""
    return bool(ctx.instance.settings["registrations_mode"] != "none")


def active_month(ctx: Context, days: int = ACTIVE_DAYS) -> int:
    """Users who were here in so many days before today; today does not count (recording
    instance/activity_counts)."""
    today = ctx.now - ctx.now % DAY
    return logins.between(ctx.db, today - days * DAY, today)


def contact(ctx: Context) -> entities.Account | None:
    """The account that the settings name, which may be a remote one."""
    handle = ctx.instance.settings["site_contact_username"].strip().removeprefix("@")
    username, _, domain = handle.partition("@")
    row = account_store.by_handle(ctx.db, username, domain or None) if username else None
    return None if row is None else accounts.one(ctx, row)


def rules(ctx: Context) -> list[entities.Rule]:
    return [_rule(row) for row in store.rules_in_order(ctx.db)]


def _rule(row: Row) -> entities.Rule:
    translations = {
        language: entities.RuleTranslation(text=one["text"], hint=one.get("hint") or "")
        for language, one in sorted(row.translations.items())
    }
    return entities.Rule(id=str(row.id), text=row.text, hint=row.hint, translations=translations)


def _configuration(ctx: Context) -> parts.InstanceConfiguration:
    settings, base = ctx.instance.settings, ctx.instance.base_url
    topic = parts.InstanceFeedAccess(
        local=settings["local_topic_feed_access"], remote=settings["remote_topic_feed_access"]
    )
    live = parts.InstanceFeedAccess(
        local=settings["local_live_feed_access"], remote=settings["remote_live_feed_access"]
    )
    has_terms = store.current_terms(ctx.db, clock.day(ctx.now)) is not None
    return parts.InstanceConfiguration(
        urls=parts.InstanceUrls(
            streaming=streaming(ctx),
            status=settings["status_page_url"] or None,
            about=f"{base}/about",
            privacy_policy=f"{base}/privacy-policy",
            terms_of_service=f"{base}/terms-of-service" if has_terms else None,
        ),
        vapid=parts.InstanceVapid(public_key=vapid.public_key(ctx.instance)),
        accounts=_ACCOUNTS,
        statuses=_STATUSES,
        media_attachments=_MEDIA,
        polls=_POLLS,
        translation=parts.InstanceTranslation(enabled=False),
        timelines_access=parts.InstanceTimelinesAccess(
            live_feeds=live, hashtag_feeds=topic, trending_link_feeds=topic
        ),
        limited_federation=False,
    )


def _registrations(ctx: Context) -> parts.InstanceRegistrations:
    settings = ctx.instance.settings
    is_open, approved = open_to_all(ctx), settings["registrations_mode"] == "approved"
    message = settings["closed_registrations_message"]
    return parts.InstanceRegistrations(
        enabled=is_open,
        approval_required=approved,
        reason_required=approved and bool(settings["require_invite_text"]),
        message=markdown.to_html(message) if message and not is_open else None,
        min_age=settings["min_age"] or None,
        url=None,
    )


def domain_block(row: Row, *, with_comment: bool) -> entities.DomainBlock:
    return entities.DomainBlock(
        domain=obfuscated(row.domain) if row.obfuscate else row.domain,
        digest=hashlib.sha256(row.domain.encode()).hexdigest(),
        severity=row.severity,
        comment=(row.public_comment or None) if with_comment else None,
    )


def obfuscated(domain: str) -> str:
    """`hidden.example` → `hidd**.****ple`: stars but for a quarter at each end; dots stay."""
    edge = len(domain) / 4
    return "".join("*" if edge < at < len(domain) - edge and c != "." else c for at, c in enumerate(domain))


def terms(ctx: Context, row: Row) -> entities.TermsOfService:
    today = clock.day(ctx.now)
    following = store.upcoming_terms(ctx.db, max(today, row.effective_date or ""))
    return entities.TermsOfService(
        effective_date=row.effective_date or _to_the_second(row.published_at),
        effective=None if row.effective_date is None else row.effective_date <= today,
        content=markdown.to_html(_with_domain(ctx, row.text)),
        succeeded_by=following.effective_date if following is not None else None,
    )


def extended_description(ctx: Context) -> entities.ExtendedDescription:
    text = ctx.instance.settings["site_extended_description"]
    changed = ctx.instance.settings.set_at("site_extended_description") if text else None
    return entities.ExtendedDescription(
        updated_at=None if changed is None else _to_the_second(changed), content=markdown.to_html(text)
    )


STOCK_PRIVACY_POLICY = """\
This privacy policy describes how %{domain} handles what it is told.

## What is kept

- **Account:** the name, the e-mail address and what you write into your profile.
- **Posts and their media:** until you delete them. Public ones can be read by anybody.
- **Relations:** whom you follow, block and mute.

## What it is used for

To show your posts to those whom you address, and nothing else. This is a server for trying out software:
please tell it no secrets.
"""
STOCK_POLICY_DATE = "2022-10-07T00:00:00+00:00"


def privacy_policy(ctx: Context) -> entities.PrivacyPolicy:
    text = ctx.instance.settings["site_terms"]
    changed = ctx.instance.settings.set_at("site_terms") if text else None
    return entities.PrivacyPolicy(
        updated_at=STOCK_POLICY_DATE if changed is None else _to_the_second(changed),
        content=markdown.to_html(_with_domain(ctx, text or STOCK_PRIVACY_POLICY)),
    )


def _with_domain(ctx: Context, text: str) -> str:
    return text.replace("%{domain}", ctx.instance.domain)


def _to_the_second(ms: int) -> str:
    return clock.iso(ms)[:19] + "Z"
