"""From a review to a posted reply, and from a released issue to the follow-up its reporter is owed."""


def observe(who, *reviews):
    return who("POST", "/reviews:observe", {"reviews": list(reviews)}).json["reviews"]


def test_a_review_seen_twice_is_one_review(maintainer, review):
    first, again = observe(maintainer, review)[0], observe(maintainer, review)[0]
    assert first["id"] == again["id"]
    assert first["due_at"] == again["due_at"]
    assert len(maintainer("GET", "/reviews").json["items"]) == 1


def test_a_changed_text_is_a_new_revision_and_what_the_page_left_out_is_kept(maintainer, review, observed):
    observe(maintainer, {"platform": "sample", "external_id": "r-1", "text": "It works again."})
    kept = maintainer("GET", f"/reviews/{observed}").json
    assert kept["revision"] == 2
    assert kept["text"] == "It works again."
    assert kept["author"] == review["author"]


def test_fields_we_do_not_know_are_kept(maintainer, review):
    key = observe(maintainer, {**review, "helpful_votes": 12})[0]["id"]
    assert maintainer("GET", f"/reviews/{key}").json["helpful_votes"] == 12


def test_a_review_is_triaged_and_has_a_clock(maintainer, review):
    told = observe(maintainer, review)[0]
    assert told["triage"]["kind"] == "bug"
    assert told["state"] == "new"
    assert told["due_at"]


def test_a_reply_on_the_page_answers_the_case(maintainer, review):
    assert observe(maintainer, {**review, "reply": {"text": None}})[0]["state"] == "answered"


def test_suggestions_fit_the_platform_and_break_no_rule(maintainer, observed):
    told = maintainer("POST", "/suggestions", {"review_id": observed}).json
    assert 2 <= len(told["suggestions"]) <= 3
    for one in told["suggestions"]:
        assert not [finding for finding in one["findings"] if finding["severity"] != "advice"]
        assert one["length"]["used"] <= told["platform"]["limit"]["limit"]


def test_a_posted_reply_is_kept_once_and_answers_the_case(maintainer, observed):
    body = {"review_id": observed, "text": "Thank you, Ines. We are looking into the lost photos.  Mara"}
    first = maintainer("POST", "/replies", body)
    again = maintainer("POST", "/replies", {**body, "text": body["text"].replace("  ", " ")})
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json["id"] == again.json["id"]
    assert maintainer("GET", f"/cases/{observed}").json["state"] == "answered"


def test_a_follow_up_is_held_until_released_and_then_names_version_and_date(maintainer, review, observed):
    issue = maintainer(
        "POST", "/issues", {"title": "Photos vanish when the phone is turned", "review_id": observed}
    ).json
    held = maintainer("GET", "/followups").json["items"]
    assert [one["state"] for one in held] == ["held"]
    assert "draft" not in held[0]
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "fixed", "fixed_in": "4.2"})
    assert maintainer("GET", "/followups?state=ready").json["items"] == []
    state = {"state": "released", "fixed_in": "4.2", "released_on": "2026-11-12"}
    assert maintainer("POST", f"/issues/{issue['id']}/state", state).json["slug"]
    ready = maintainer("GET", "/followups?state=ready").json["items"][0]
    assert "4.2" in ready["draft"]["text"]
    assert "12 November" in ready["draft"]["text"] or "November 12" in ready["draft"]["text"]
    assert ready["review"]["url"] == review["url"]
    beside = observe(maintainer, review)[0]
    assert beside["follow_up"]["text"]
    assert beside["issue"]["id"] == issue["id"]


def test_the_fix_pages_address_is_named_only_where_links_are_allowed(maintainer, review):
    ours = observe(maintainer, review, {**review, "platform": "steam", "external_id": "s-1"})
    issue = maintainer("POST", "/issues", {"title": "Photos vanish on turning"}).json
    for one in ours:
        maintainer("POST", f"/issues/{issue['id']}/links", {"review_id": one["id"]})
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    texts = {one["review"]["platform"]: one["draft"]["text"] for one in maintainer("GET", "/followups").json["items"]}
    address = f"fixes.halden.example/f/{issue['id']}"
    assert address in texts["sample"]
    assert address not in texts["steam"]


def test_a_version_that_has_the_fix_is_a_possible_regression_and_not_told_fixed(maintainer, review):
    key = observe(maintainer, {**review, "product_version": "4.3"})[0]["id"]
    issue = maintainer("POST", "/issues", {"title": "Photos vanish on turning", "review_id": key}).json
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    owed = maintainer("GET", "/followups").json["items"][0]
    assert "draft" not in owed
    assert "4.2" in owed["why_not"]


def test_a_release_in_the_future_is_refused(maintainer):
    issue = maintainer("POST", "/issues", {"title": "x"}).json
    refused = maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released", "released_on": "2999-01-01"})
    assert refused.status_code == 409
    assert "future" in refused.json["detail"]


def test_a_reply_posted_while_a_follow_up_is_ready_is_that_follow_up(maintainer, observed):
    issue = maintainer("POST", "/issues", {"title": "Photos vanish on turning", "review_id": observed}).json
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    maintainer("POST", "/replies", {"review_id": observed, "text": "It is fixed in 4.2. Mara"})
    assert maintainer("GET", "/followups").json["items"][0]["state"] == "posted"


def test_a_regression_holds_follow_ups_again(maintainer, observed):
    issue = maintainer("POST", "/issues", {"title": "Photos vanish on turning", "review_id": observed}).json
    path = f"/issues/{issue['id']}/state"
    maintainer("POST", path, {"state": "released", "fixed_in": "4.2"})
    maintainer("POST", path, {"state": "regressed"})
    assert maintainer("GET", "/followups").json["items"][0]["state"] == "held"


def test_linking_elsewhere_moves_the_review(maintainer, observed):
    one = maintainer("POST", "/issues", {"title": "One", "review_id": observed}).json
    two = maintainer("POST", "/issues", {"title": "Two"}).json
    maintainer("POST", f"/issues/{two['id']}/links", {"review_id": observed})
    assert maintainer("GET", f"/issues/{one['id']}/links").json["items"] == []
    assert [owed["issue"]["id"] for owed in maintainer("GET", "/followups").json["items"]] == [two["id"]]


def test_the_same_idempotency_key_opens_one_issue(maintainer):
    first, again = (maintainer("POST", "/issues", {"title": "x"}, headers={"Idempotency-Key": "k1"}) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json["id"] == again.json["id"]


def test_lists_go_on_where_the_cursor_says(maintainer):
    for title in "abcde":
        maintainer("POST", "/issues", {"title": title})
    page = maintainer("GET", "/issues?limit=3").json
    rest = maintainer("GET", f"/issues?limit=3&after={page['after']}").json
    assert [issue["id"] for issue in page["items"] + rest["items"]] == ["1", "2", "3", "4", "5"]
    assert "after" not in rest


def test_the_fix_log_holds_no_reviewers_name_and_only_what_is_public(maintainer, review, observed):
    maintainer("POST", "/issues", {"title": "Secret plan", "id": "secret"})
    issue = maintainer("POST", "/issues", {"title": "Photos vanish on turning", "review_id": observed}).json
    maintainer("POST", f"/issues/{issue['id']}/state", {"state": "released", "fixed_in": "4.2"})
    log = maintainer("GET", "/fixlog")
    assert [fix["id"] for fix in log.json["fixes"]] == [issue["id"]]
    assert log.json["fixes"][0]["reports"] == {"count": 1, "platforms": {"sample": 1}}
    assert review["author"].encode() not in log.data
    assert review["text"][:30].encode() not in log.data


HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "\u202egnihtyreve kaerb lliw siht\u202c \u2066nested\u2069",
    "x" * 100_000,
    "Zalgo" + "\u0301" * 20_000,
    "\x00\x01\ufffe lone \ud83d".encode("utf-8", "ignore").decode(),
    "{{ 7*7 }} ${7*7} %s %n {name}",
    "",
    "👍👍👍",
]


def test_hostile_review_text_harms_nothing(maintainer, review):
    given = [{**review, "external_id": f"h-{n}", "text": text} for n, text in enumerate(HOSTILE)]
    told = observe(maintainer, *given)
    assert all("error" not in one for one in told)
    for one in told:
        suggested = maintainer("POST", "/suggestions", {"review_id": one["id"]})
        assert suggested.status_code == 200
        for suggestion in suggested.json["suggestions"]:
            assert not set(suggestion["text"]) & set("<>{}\u202e\u202c\u2066\u2069\x00")
        assert maintainer("POST", "/lint", {"draft": HOSTILE[0], "review_id": one["id"]}).status_code == 200
