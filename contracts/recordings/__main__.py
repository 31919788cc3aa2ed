"""`python -m contracts.recordings PATH…` is `fakestodon replay PATH…`."""

from contracts.cli import replay

if __name__ == "__main__":
    replay(prog_name="python -m contracts.recordings")
