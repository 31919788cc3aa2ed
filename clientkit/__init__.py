"""The reference client of the Mastodon API, and the API's operations and entities as data."""
