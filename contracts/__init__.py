"""Contract tests of any Mastodon-compatible server: recorded scenes, and laws written as properties."""
