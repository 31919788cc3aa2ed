"""Which Mastodon the server says it is."""

MASTODON = "4.6.5"
API_VERSION = 11
SOURCE_URL = "https://github.com/mastodon/mastodon"
