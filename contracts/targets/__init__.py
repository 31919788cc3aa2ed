"""Servers that scenes and laws are run against. The only part of `contracts` that may import `mockserver`."""
