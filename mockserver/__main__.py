"""`python -m mockserver`: the command `fakestodon`."""

from mockserver.cli import main

main()
