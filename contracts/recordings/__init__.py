"""Plays recorded scenes against a server and compares every answer with the recorded one.

A *scene* is a small world, a script of calls, and what a real Mastodon server answered. `scenes` reads
them, `player` plays them against a target, `compare` judges each answer, `report` sums up."""
