"""Uploaded files as pure functions on bytes: what they are, what is stored of them, what their metadata says.

Docs: https://docs.joinmastodon.org/methods/media/ and https://docs.joinmastodon.org/entities/MediaAttachment/
"""
