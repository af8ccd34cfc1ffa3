"""Bodies no store could keep: said at the door of every route that writes."""

import pytest

OUTSIZED = {
    "10^400": -(10**400),
    "201 lists": "[" * 201 + "]" * 201,
    "10^5 lists": "[" * 10**5 + "]" * 10**5,
}


@pytest.mark.parametrize("value", OUTSIZED.values(), ids=OUTSIZED)
@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/adapters/x1", '{"id": "x1", "best": %s}'),
        ("POST", "/reviews:observe", '{"reviews": [{"text": "Fine.", "more": %s}]}'),
    ],
)
def test_json_that_is_too_deep_or_too_large_is_refused(caller, method, path, body, value):
    told = caller("writer")(method, path, data=body % value, content_type="application/json")
    assert (told.status_code, told.json["detail"][:9]) == (400, "The JSON ")


def test_a_whole_number_beyond_64_bits_is_read_as_browsers_read_it(caller):
    review = {"text": "Fine.", "more": [10**25]}
    told = caller("writer")("POST", "/reviews:observe", {"page_url": "https://x.example/", "reviews": [review]})
    assert told.status_code == 200
    assert caller("writer")("PUT", "/adapters/x1", {"id": "x1", "best": 10**25}).status_code == 422
