"""Every entity of the API, one module per family of https://docs.joinmastodon.org/entities/.

Pure data: the client decodes answers into these, the server encodes its answers from them. The order
of fields is the order on the wire. `T | None` is written as null; `UNSET` means that the key is left out.
"""

from __future__ import annotations

from clientkit.entities.account import (
    Account,
    CredentialAccount,
    CredentialSource,
    FamiliarFollowers,
    FeatureApproval,
    Field,
    IdentityProof,
    MutedAccount,
    PartialAccountWithAvatar,
    Profile,
    Suggestion,
)
from clientkit.entities.admin import (
    AdminAccount,
    AdminCanonicalEmailBlock,
    AdminDomainAllow,
    AdminDomainBlock,
    AdminEmailDomainBlock,
    AdminIp,
    AdminIpBlock,
    AdminReport,
)
from clientkit.entities.admin_metrics import (
    AdminCohort,
    AdminCohortData,
    AdminDimension,
    AdminDimensionData,
    AdminMeasure,
    AdminMeasureData,
)
from clientkit.entities.announcement import (
    Announcement,
    Reaction,
)
from clientkit.entities.annual_report import (
    AnnualReport,
    AnnualReports,
)
from clientkit.entities.async_refresh import (
    AsyncRefresh,
)
from clientkit.entities.base import (
    Date,
    Html,
    Id,
    Since,
    Timestamp,
    Until,
    Url,
)
from clientkit.entities.card import (
    AdminTrendsLink,
    PreviewCard,
    PreviewCardAuthor,
    PreviewCardProvider,
    TrendsLink,
)
from clientkit.entities.collection import (
    Collection,
    CollectionItem,
    CollectionWithAccounts,
)
from clientkit.entities.conversation import (
    Conversation,
)
from clientkit.entities.emoji import (
    CustomEmoji,
)
from clientkit.entities.error import (
    Empty,
    Error,
    OAuthError,
)
from clientkit.entities.filter import (
    Filter,
    FilterKeyword,
    FilterResult,
    FilterStatus,
    V1Filter,
)
from clientkit.entities.instance import (
    DomainBlock,
    ExtendedDescription,
    Instance,
    InstanceAccounts,
    InstanceActivity,
    InstanceApiVersions,
    InstanceConfiguration,
    InstanceContact,
    InstanceFeedAccess,
    InstanceIcon,
    InstanceMediaAttachments,
    InstancePolls,
    InstanceRegistrations,
    InstanceStatuses,
    InstanceThumbnail,
    InstanceThumbnailVersions,
    InstanceTimelinesAccess,
    InstanceTranslation,
    InstanceUrls,
    InstanceUsage,
    InstanceUsers,
    InstanceVapid,
    Language,
    PrivacyPolicy,
    TermsOfService,
)
from clientkit.entities.instance_v1 import (
    V1Instance,
    V1InstanceAccounts,
    V1InstanceConfiguration,
    V1InstanceMediaAttachments,
    V1InstanceStats,
    V1InstanceUrls,
)
from clientkit.entities.lists import (
    List,
)
from clientkit.entities.marker import (
    Marker,
)
from clientkit.entities.media import (
    MediaAttachment,
    MediaColors,
    MediaFocus,
    MediaMeta,
    MediaSize,
)
from clientkit.entities.notification import (
    AnnualReportYear,
    GroupedNotificationsResults,
    Notification,
    NotificationFallback,
    NotificationGroup,
    NotificationPolicy,
    NotificationPolicySummary,
    NotificationRequest,
    RelationshipSeveranceEvent,
    V1NotificationPolicy,
)
from clientkit.entities.oauth import (
    Application,
    AuthorizationServerMetadata,
    CredentialApplication,
    Token,
    TokenInfo,
    TokenInfoApplication,
    UserInfo,
)
from clientkit.entities.poll import (
    Poll,
    PollOption,
    PollOptionTitle,
)
from clientkit.entities.preferences import (
    Preferences,
)
from clientkit.entities.push import (
    WebPushSubscription,
)
from clientkit.entities.relationship import (
    Relationship,
)
from clientkit.entities.report import (
    AccountWarning,
    Appeal,
    Report,
)
from clientkit.entities.role import (
    AccountRole,
    Role,
)
from clientkit.entities.rule import (
    Rule,
    RuleTranslation,
)
from clientkit.entities.scheduled import (
    ScheduledStatus,
    ScheduledStatusParams,
)
from clientkit.entities.search import (
    Search,
)
from clientkit.entities.status import (
    Context,
    Mention,
    Quote,
    QuoteApproval,
    Status,
    StatusApplication,
    StatusEdit,
    StatusEditPoll,
    StatusSource,
    TranslatedMedia,
    TranslatedPoll,
    Translation,
)
from clientkit.entities.tag import (
    AdminTag,
    AdminTrendsTag,
    FeaturedTag,
    History,
    ShallowTag,
    Tag,
)

__all__ = [
    "Account",
    "AccountRole",
    "AccountWarning",
    "AdminAccount",
    "AdminCanonicalEmailBlock",
    "AdminCohort",
    "AdminCohortData",
    "AdminDimension",
    "AdminDimensionData",
    "AdminDomainAllow",
    "AdminDomainBlock",
    "AdminEmailDomainBlock",
    "AdminIp",
    "AdminIpBlock",
    "AdminMeasure",
    "AdminMeasureData",
    "AdminReport",
    "AdminTag",
    "AdminTrendsLink",
    "AdminTrendsTag",
    "Announcement",
    "AnnualReport",
    "AnnualReportYear",
    "AnnualReports",
    "Appeal",
    "Application",
    "AsyncRefresh",
    "AuthorizationServerMetadata",
    "Collection",
    "CollectionItem",
    "CollectionWithAccounts",
    "Context",
    "Conversation",
    "CredentialAccount",
    "CredentialApplication",
    "CredentialSource",
    "CustomEmoji",
    "Date",
    "DomainBlock",
    "Empty",
    "Error",
    "ExtendedDescription",
    "FamiliarFollowers",
    "FeatureApproval",
    "FeaturedTag",
    "Field",
    "Filter",
    "FilterKeyword",
    "FilterResult",
    "FilterStatus",
    "GroupedNotificationsResults",
    "History",
    "Html",
    "Id",
    "IdentityProof",
    "Instance",
    "InstanceAccounts",
    "InstanceActivity",
    "InstanceApiVersions",
    "InstanceConfiguration",
    "InstanceContact",
    "InstanceFeedAccess",
    "InstanceIcon",
    "InstanceMediaAttachments",
    "InstancePolls",
    "InstanceRegistrations",
    "InstanceStatuses",
    "InstanceThumbnail",
    "InstanceThumbnailVersions",
    "InstanceTimelinesAccess",
    "InstanceTranslation",
    "InstanceUrls",
    "InstanceUsage",
    "InstanceUsers",
    "InstanceVapid",
    "Language",
    "List",
    "Marker",
    "MediaAttachment",
    "MediaColors",
    "MediaFocus",
    "MediaMeta",
    "MediaSize",
    "Mention",
    "MutedAccount",
    "Notification",
    "NotificationFallback",
    "NotificationGroup",
    "NotificationPolicy",
    "NotificationPolicySummary",
    "NotificationRequest",
    "OAuthError",
    "PartialAccountWithAvatar",
    "Poll",
    "PollOption",
    "PollOptionTitle",
    "Preferences",
    "PreviewCard",
    "PreviewCardAuthor",
    "PreviewCardProvider",
    "PrivacyPolicy",
    "Profile",
    "Quote",
    "QuoteApproval",
    "Reaction",
    "Relationship",
    "RelationshipSeveranceEvent",
    "Report",
    "Role",
    "Rule",
    "RuleTranslation",
    "ScheduledStatus",
    "ScheduledStatusParams",
    "Search",
    "ShallowTag",
    "Since",
    "Status",
    "StatusApplication",
    "StatusEdit",
    "StatusEditPoll",
    "StatusSource",
    "Suggestion",
    "Tag",
    "TermsOfService",
    "Timestamp",
    "Token",
    "TokenInfo",
    "TokenInfoApplication",
    "TranslatedMedia",
    "TranslatedPoll",
    "Translation",
    "TrendsLink",
    "Until",
    "Url",
    "UserInfo",
    "V1Filter",
    "V1Instance",
    "V1InstanceAccounts",
    "V1InstanceConfiguration",
    "V1InstanceMediaAttachments",
    "V1InstanceStats",
    "V1InstanceUrls",
    "V1NotificationPolicy",
    "WebPushSubscription",
]
