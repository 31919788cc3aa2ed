"""The state: tables, and the only SQL."""
