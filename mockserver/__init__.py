"""A stateful fake of a Mastodon server."""
