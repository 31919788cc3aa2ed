"""Domains, addresses and mail that moderators block (recordings admin/domain_*, admin/email_domain_blocks,
admin/ip_blocks, moderation/deleted_account)."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from clientkit.operations import (
    accounts,
    admin_accounts,
    admin_canonical_email_blocks,
    admin_domain_allows,
    admin_domain_blocks,
    admin_email_domain_blocks,
    admin_ip_blocks,
    admin_tags,
    notifications,
    statuses,
)
from mockserver import errors
from mockserver.context import Call
from mockserver.domain.accounts import SignUp, sign_up


def signs_up(world: Any, email: str, ip: str = "198.51.100.1") -> Any:
    """The new user's row."""
    world.instance.settings.set("registrations_mode", "open")
    form = SignUp(username="newbie", email=email, password="longenough123", agreement=True)
    with world.instance.context(Call(ip=ip)) as ctx:
        return sign_up(ctx, form, None)


# --- domains


def test_an_allowed_domain_is_given_back_but_not_in_another_spelling(staffed: Any) -> None:
    first = staffed.dave.do(admin_domain_allows.Create(domain="friend.example"))
    assert staffed.dave.do(admin_domain_allows.Create(domain="friend.example")).id == first.id
    with pytest.raises(errors.ValidationFailed, match="Domain has already been taken"):
        staffed.dave.do(admin_domain_allows.Create(domain="FRIEND.example"))
    assert (
        staffed.dave.do(admin_domain_allows.Create(domain="bücher.example")).domain == "xn--bcher-kva.example"
    )


@pytest.mark.parametrize(
    ("domain", "text"),
    [
        ("", "Domain can't be blank"),
        ("not a domain", "Domain is invalid, Domain is invalid"),
        ("https://friend.example/", "Domain is invalid, Domain is invalid"),
        ("a" * 70 + ".example", "failed: Domain is invalid$"),
    ],
)
def test_what_is_no_domain_is_refused(staffed: Any, domain: str, text: str) -> None:
    for operation in (
        admin_domain_allows.Create,
        admin_domain_blocks.Create,
        admin_email_domain_blocks.Create,
    ):
        with pytest.raises(errors.ValidationFailed, match=text):
            staffed.dave.do(operation(domain=domain))


@pytest.mark.parametrize(
    ("parent", "wanted", "accepted"),
    [
        ({"severity": "suspend"}, {"severity": "silence"}, False),
        ({"severity": "silence"}, {"severity": "noop"}, False),
        ({"severity": "silence"}, {"severity": "silence"}, True),
        ({"severity": "silence", "reject_media": True}, {"severity": "silence"}, False),
        ({"severity": "silence", "reject_media": True}, {"severity": "suspend"}, True),
    ],
)
def test_a_block_must_be_as_strict_as_that_of_the_parent(
    staffed: Any, parent: dict[str, Any], wanted: dict[str, Any], accepted: bool
) -> None:
    staffed.dave.do(admin_domain_blocks.Create(domain="bad.example", **parent))
    operation = admin_domain_blocks.Create(domain="sub.bad.example", **wanted)
    if accepted:
        assert staffed.dave.do(operation).domain == "sub.bad.example"
        return
    with pytest.raises(errors.Unprocessable, match=r"stricter limits on bad\.example") as refused:
        staffed.dave.do(operation)
    assert refused.value.body["existing_domain_block"].domain == "bad.example"


def test_the_same_domain_is_not_blocked_twice_whatever_the_severity(staffed: Any) -> None:
    staffed.dave.do(admin_domain_blocks.Create(domain="bad.example", severity="noop"))
    with pytest.raises(errors.Unprocessable):
        staffed.dave.do(admin_domain_blocks.Create(domain="BAD.example", severity="suspend"))


def test_a_block_limits_the_accounts_of_the_domain_until_it_is_lifted(staffed: Any) -> None:
    made = staffed.dave.do(admin_domain_blocks.Create(domain="remote.example"))
    seen = accounts.Get(id=staffed.rem.id)
    assert made.severity == "silence"
    assert staffed.alice.do(seen).limited is True
    staffed.dave.do(admin_domain_blocks.Update(id=made.id, severity="noop"))
    assert staffed.alice.do(seen).limited is not True
    staffed.dave.do(admin_domain_blocks.Update(id=made.id, severity="suspend"))
    assert staffed.alice.do(seen).suspended is True
    staffed.dave.do(admin_domain_blocks.Delete(id=made.id))
    assert staffed.alice.do(seen).suspended is not True


def test_what_moderators_limited_themselves_outlives_a_block_of_the_domain(staffed: Any) -> None:
    staffed.dave.do(admin_accounts.Action(id=staffed.rem.id, type="silence"))
    made = staffed.dave.do(admin_domain_blocks.Create(domain="remote.example"))
    staffed.dave.do(admin_domain_blocks.Delete(id=made.id))
    assert staffed.dave.do(admin_accounts.Get(id=staffed.rem.id)).silenced is True


def test_suspending_a_domain_tells_whom_it_cost_follows(staffed: Any) -> None:
    staffed.instance.seed({"follows": [{"from": "alice", "to": "rem"}, {"from": "rem", "to": "alice"}]})
    staffed.dave.do(admin_domain_blocks.Create(domain="remote.example", severity="suspend"))
    [told] = staffed.alice.do(notifications.Index(types=["severed_relationships"]))
    event = told.event
    assert (event.type, event.target_name) == ("domain_block", "remote.example")
    assert (event.followers_count, event.following_count) == (1, 1)
    assert staffed.alice.do(accounts.Get(id=staffed.alice.id)).following_count == 0


def test_a_block_that_comes_to_refuse_media_drops_their_copies(staffed: Any) -> None:
    """Recording moderation/domain_reject_media; app/services/block_domain_service.rb acts on every change."""
    text: dict[str, Any] = {"account": "rem", "text": "<p>look</p>", "save": "r"}
    staffed.instance.seed({"remote_statuses": [text], "remote_media": [{"status": "r"}]})
    post = staffed.instance.names["saved"]["r"]

    def address() -> str:
        [attached] = staffed.alice.do(statuses.Get(id=post)).media_attachments
        return str(attached.url)

    block = staffed.dave.do(admin_domain_blocks.Create(domain="remote.example", severity="noop"))
    assert "/system/cache/media_attachments/" in address()
    staffed.dave.do(admin_domain_blocks.Update(id=block.id, reject_media=True))
    assert "/media_proxy/" in address()


def test_nobody_of_a_suspended_domain_can_be_looked_up(staffed: Any) -> None:
    """Reference: admin.md, Effects of moderation, domain block: suspend."""
    known = staffed.alice.do(accounts.Lookup(acct="rem@remote.example"))
    act = admin_accounts.Action(id=known.id, type="suspend")
    staffed.dave.do(act)
    assert staffed.alice.do(accounts.Lookup(acct="rem@remote.example")).suspended
    made = staffed.dave.do(admin_domain_blocks.Create(domain="example", severity="suspend"))
    with pytest.raises(errors.RecordNotFound):
        staffed.alice.do(accounts.Lookup(acct="rem@remote.example"))
    assert staffed.alice.do(accounts.Get(id=known.id)).suspended
    staffed.dave.do(admin_domain_blocks.Delete(id=made.id))
    assert staffed.alice.do(accounts.Lookup(acct="rem@remote.example")).id == known.id


# --- sign-ups


def test_a_blocked_mail_provider_is_refused_with_its_subdomains(staffed: Any) -> None:
    staffed.dave.do(admin_email_domain_blocks.Create(domain="spam.example"))
    for email in ("a@spam.example", "a@sub.spam.example"):
        with pytest.raises(errors.ValidationFailed, match="uses a disallowed e-mail provider"):
            signs_up(staffed, email)
    assert signs_up(staffed, "a@notspam.example").approved is True


def test_refused_sign_ups_are_counted_by_address_and_day(staffed: Any) -> None:
    """Recording admin/email_domain_blocks: two attempts from one address count as four uses."""
    made = staffed.dave.do(admin_email_domain_blocks.Create(domain="spam.example"))
    assert len(made.history) == 7
    for email, address in [("a@spam.example", "203.0.113.5"), ("a@sub.spam.example", "203.0.113.5")]:
        with pytest.raises(errors.ValidationFailed):
            signs_up(staffed, email, address)
    staffed.instance.clock.advance(86_400)
    with pytest.raises(errors.ValidationFailed):
        signs_up(staffed, "b@spam.example", "203.0.113.6")
    [shown] = staffed.dave.do(admin_email_domain_blocks.Index())
    counted = [(day.accounts, day.uses) for day in shown.history]
    assert counted == [("1", "2"), ("1", "4"), *[("0", "0")] * 5]
    assert staffed.dave.do(admin_email_domain_blocks.Get(id=made.id)).history == shown.history


def test_a_mail_provider_may_be_let_in_by_approval(staffed: Any) -> None:
    staffed.dave.do(admin_email_domain_blocks.Create(domain="maybe.example", allow_with_approval=True))
    assert signs_up(staffed, "a@maybe.example").approved is False


@pytest.mark.parametrize("spelling", ["first.last@mail.example", "FirstLast+tag@mail.example"])
def test_a_blocked_address_is_known_in_every_spelling(staffed: Any, spelling: str) -> None:
    staffed.dave.do(admin_canonical_email_blocks.Create(email="firstlast@mail.example"))
    with pytest.raises(errors.ValidationFailed, match="has already been taken"):
        signs_up(staffed, spelling)
    assert len(staffed.dave.do(admin_canonical_email_blocks.Test(email=spelling))) == 1


@pytest.mark.parametrize(
    ("email", "plain"), [("noat", "noat@"), ("", "@"), ("A.b+c@X.example", "ab@x.example")]
)
def test_an_address_of_any_form_can_be_blocked(staffed: Any, email: str, plain: str) -> None:
    """Reference: neither is checked for form; app/helpers/email_helper.rb joins with an `@` always."""
    made = staffed.dave.do(admin_canonical_email_blocks.Create(email=email, canonical_email_hash="other"))
    assert made.canonical_email_hash == hashlib.sha256(plain.encode()).hexdigest()


def test_the_address_to_test_is_asked_for_before_the_role_is_judged(staffed: Any) -> None:
    with pytest.raises(errors.ParameterMissing):
        staffed.bob.do(admin_canonical_email_blocks.Test(email=""))


def test_rules_for_addresses_govern_sign_ups_until_they_end(staffed: Any) -> None:
    staffed.dave.do(admin_ip_blocks.Create(ip="203.0.113.77/24", severity="sign_up_block", expires_in="60"))
    staffed.dave.do(admin_ip_blocks.Create(ip="192.0.2.1", severity="sign_up_requires_approval"))
    with pytest.raises(errors.Forbidden):
        signs_up(staffed, "a@mail.example", "203.0.113.5")
    staffed.instance.clock.advance(61)
    assert signs_up(staffed, "a@mail.example", "203.0.113.5").approved is True


def test_a_rule_is_kept_as_a_network(staffed: Any) -> None:
    made = staffed.dave.do(admin_ip_blocks.Create(ip="192.0.2.77/24", severity="no_access"))
    assert (made.ip, made.expires_at) == ("192.0.2.0/24", None)
    bare = staffed.dave.do(admin_ip_blocks.Create(severity="sign_up_block"))
    assert bare.ip == "0.0.0.0/32"


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "Severity is not included in the list, Severity can't be blank"),
        ({"ip": "nonsense", "severity": "no_access"}, "Ip can't be blank"),
        ({"ip": "192.0.2.2", "severity": "bogus"}, "failed: Severity is not included in the list$"),
    ],
)
def test_a_rule_must_be_whole(staffed: Any, given: dict[str, str], text: str) -> None:
    with pytest.raises(errors.ValidationFailed, match=text):
        staffed.dave.do(admin_ip_blocks.Create(**given))


def test_a_change_of_a_rule_that_is_not_valid_is_shown_and_not_saved(staffed: Any) -> None:
    made = staffed.dave.do(admin_ip_blocks.Create(ip="192.0.2.1", severity="no_access"))
    assert staffed.dave.do(admin_ip_blocks.Update(id=made.id, severity="bogus")).severity == "bogus"
    assert staffed.dave.do(admin_ip_blocks.Get(id=made.id)).severity == "no_access"


# --- hashtags


def test_reviewing_a_hashtag_decides_how_it_may_be_used(staffed: Any) -> None:
    staffed.alice.posts("#Cats")
    [tag] = staffed.carol.do(admin_tags.Index())
    assert (tag.requires_review, tag.usable) == (True, True)
    reviewed = staffed.carol.do(admin_tags.Update(id=tag.id, usable=False, display_name="ca ts"))
    assert (reviewed.requires_review, reviewed.usable, reviewed.name) == (False, False, "cats")
    with pytest.raises(errors.ValidationFailed, match="disallowed hashtag: cats"):
        staffed.alice.posts("more #cats")
    with pytest.raises(errors.ValidationFailed, match="does not match the previous name"):
        staffed.carol.do(admin_tags.Update(id=tag.id, display_name="dogs"))
