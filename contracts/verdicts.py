"""Verdicts as people read them: one line a law, and under a broken one the story of how it broke."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import click

from contracts.check import Outcome, Verdict
from contracts.law import LAWS, Law

SIGNS = {
    Outcome.PASS: ("✓ PASS", "green"),
    Outcome.FAIL: ("✗ FAIL", "red"),
    Outcome.SKIP: ("- SKIP", "yellow"),
    Outcome.INCONCLUSIVE: ("? UNSURE", "yellow"),
}
LAST_STEPS = 25
"""Of a long story the end is what tells."""


def lines(verdict: Verdict) -> Iterator[str]:
    sign, colour = SIGNS[verdict.outcome]
    requests = f"  ({_plural(verdict.requests, 'request')})" if verdict.requests else ""
    shown = f"{click.style(f'{sign:<8}', fg=colour)} {verdict.law.id:<17} {verdict.law.says}"
    yield shown + click.style(requests, dim=True)
    if verdict.reason:
        yield f"           {verdict.reason}" + (f"  [{verdict.code}]" if verdict.code else "")
    if verdict.outcome is Outcome.FAIL:
        yield from _failure(verdict)
    for left in verdict.left_behind:
        yield f"           could not be cleaned up: {left}"


def _failure(verdict: Verdict) -> Iterator[str]:
    skipped = max(0, len(verdict.story) - LAST_STEPS)
    if skipped:
        yield f"           … {_plural(skipped, 'step')} before"
    for number, step in enumerate(verdict.story[skipped:], skipped + 1):
        yield f"         {number:>3}. {step}"
    yield f"           {click.style(verdict.what, bold=True)}"
    yield f"           expected  {verdict.expected}"
    yield f"           got       {verdict.got}"
    law = verdict.law
    yield f"           {law.spec.value.upper()} by the documentation; for clients: {law.interop.value}"
    yield f"           {law.source}"
    if law.seen_in:
        yield f"           seen before: {', '.join(law.seen_in)}"


def summary(verdicts: Iterable[Verdict], *, of: int) -> str:
    """`of`: how many laws were to be tried."""
    verdicts = list(verdicts)
    counts = Counter(verdict.outcome for verdict in verdicts)
    parts = [f"{counts[Outcome.PASS]} pass", f"{counts[Outcome.FAIL]} fail"]
    skips = Counter(verdict.code for verdict in verdicts if verdict.outcome is Outcome.SKIP)
    if skips:
        parts.append(
            f"{sum(skips.values())} skipped ({', '.join(f'{n} {code}' for code, n in sorted(skips.items()))})"
        )
    if counts[Outcome.INCONCLUSIVE]:
        parts.append(f"{counts[Outcome.INCONCLUSIVE]} unsure")
    if len(verdicts) < of:
        parts.append(f"{of - len(verdicts)} not tried")
    requests = _plural(sum(verdict.requests for verdict in verdicts), "request")
    seconds = sum(verdict.seconds for verdict in verdicts)
    return f"{_plural(of, 'law')}: {', '.join(parts)}; {requests} in {seconds:.1f} s"


def listing() -> Iterator[str]:
    """All laws, with what they need."""
    for law in LAWS.values():
        yield f"{law.id:<17} {law.says}"
        yield f"{'':<17} {_needs(law)}; {law.source}"


def _needs(law: Law) -> str:
    people = "no account" if not law.actors else _plural(law.actors, "account")
    if law.wishes > law.actors:
        people += f" (all of it with {law.wishes})"
    return f"{people}, effects: {law.effects.name.lower()}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
