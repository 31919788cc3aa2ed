"""Text as Mastodon reads and shows it: entities, HTML, lengths, custom emoji, languages.

Pure functions of their arguments: no database, no clock, nothing of the other packages.
Docs: docs/text.md.
"""
