"""The pages of the server's web site that anybody may read."""

from __future__ import annotations

from msgspec import UNSET

from clientkit.operations.base import Flag, Number, Operation, Text, operation


@operation("GET /", auth="none", since="0.0.0")
class Home(Operation[str]):
    """Show the newest public posts of the server."""


@operation("GET /about", auth="none", since="0.0.0")
class About(Operation[str]):
    """Show what the server is, its rules and its contact."""


@operation("GET /privacy-policy", auth="none", since="4.0.0")
class PrivacyPolicy(Operation[str]):
    """Show how the server handles what it is told."""


@operation("GET /terms-of-service", auth="none", since="4.4.0")
class TermsOfService(Operation[str]):
    """Show the terms that are in effect."""


@operation("GET /explore", auth="none", since="3.0.0")
class Explore(Operation[str]):
    """Show public posts."""


@operation("GET /tags/:name", auth="none", since="0.0.0")
class Tag(Operation[str]):
    """Show the newest public posts with a hashtag."""

    name: str


@operation("GET /tags/:name.rss", auth="none", since="2.4.0")
class TagFeed(Operation[str]):
    """The newest public posts with a hashtag as RSS. `limit`: 20 if absent, 200 at most."""

    name: str
    limit: Number = UNSET
    local: Flag = UNSET


@operation("GET /collections/:id", auth="none", since="4.6.0")
class Collection(Operation[str]):
    """Show a collection of accounts."""

    id: str


@operation("GET /@:username", auth="none", since="0.0.0")
class Profile(Operation[str]):
    """Show an account and its newest public posts."""

    username: str


@operation("GET /@:username/with_replies", auth="none", since="2.0.0")
class ProfileWithReplies(Operation[str]):
    """Show an account and its newest public posts, replies to others among them."""

    username: str


@operation("GET /@:username/media", auth="none", since="2.0.0")
class ProfileMedia(Operation[str]):
    """Show an account and its newest public posts with attachments."""

    username: str


@operation("GET /@:username/tagged/:tag", auth="none", since="2.8.0")
class ProfileTag(Operation[str]):
    """Show an account and its newest public posts with a hashtag."""

    username: str
    tag: str


@operation("GET /@:username/followers", auth="none", since="0.0.0")
class Followers(Operation[str]):
    """Show who follows an account, unless it hides that."""

    username: str


@operation("GET /@:username/following", auth="none", since="0.0.0")
class Following(Operation[str]):
    """Show whom an account follows, unless it hides that."""

    username: str


@operation("GET /@:username.rss", auth="none", since="2.4.0")
class Feed(Operation[str]):
    """The newest public posts of an account as RSS. `limit`: 20 if absent, 200 at most."""

    username: str
    limit: Number = UNSET


@operation("GET /@:username/with_replies.rss", auth="none", since="3.0.0")
class FeedWithReplies(Operation[str]):
    """The same as Feed, replies to others among them."""

    username: str
    limit: Number = UNSET


@operation("GET /@:username/media.rss", auth="none", since="3.0.0")
class FeedOfMedia(Operation[str]):
    """The same as Feed, only posts with attachments."""

    username: str
    limit: Number = UNSET


@operation("GET /@:username/tagged/:tag.rss", auth="none", since="3.0.0")
class FeedOfTag(Operation[str]):
    """The same as Feed, only posts with a hashtag."""

    username: str
    tag: str
    limit: Number = UNSET


@operation("GET /users/:username", auth="none", since="0.0.0")
class ProfileByName(Operation[str]):
    """Lead those who ask for a page to Profile, and show others the same."""

    username: str


@operation("GET /@:username/:id", auth="none", since="0.0.0")
class Post(Operation[str]):
    """Show a public post."""

    username: str
    id: str


@operation("GET /@:username/:id/embed", auth="none", since="0.0.0")
class EmbeddedPost(Operation[str]):
    """Show a public post in a frame of another site."""

    username: str
    id: str


@operation("GET /users/:username/statuses/:id", auth="none", since="0.0.0")
class PostByName(Operation[str]):
    """Lead those who ask for a page to Post, and show others the same."""

    username: str
    id: str


@operation("GET /authorize_interaction", auth="session", since="2.7.0")
class AuthorizeInteraction(Operation[str]):
    """Lead somebody who is signed in to an account or a post, named by its address or handle."""

    uri: Text = UNSET


@operation("GET /robots.txt", auth="none", since="0.1.0")
class Robots(Operation[str]):
    """What crawlers are asked to leave alone."""


@operation("GET /custom.css", auth="none", since="2.4.0")
class CustomCss(Operation[str]):
    """The style that the server's owner adds to its pages."""
