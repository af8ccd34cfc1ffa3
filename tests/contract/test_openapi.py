"""The API keeps to its own description: a valid OpenAPI 3.1 document, and answers that fit it whatever is sent."""

import schemathesis
from hypothesis import HealthCheck, settings
from openapi_spec_validator import OpenAPIV31SpecValidator
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from amends.app import create_app
from amends.settings import Settings
from amends.stores import open_store

KEY = "contract-test-key"


app = create_app(Settings(), open_store("memory:", role="server"), operator_key=KEY)
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
# Looking for constants it imports all that our modules import from, and takes a folder of data for a module.
schema.config.analysis.constants.enabled = False


def test_the_description_is_valid_openapi_3_1():
    spec = app.test_client().get("/api/v1/openapi.json", base_url="http://127.0.0.1").json
    assert spec["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(spec).validate()


@schema.parametrize()
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_answers_fit_the_description(case):
    left_out = [negative_data_rejection] if _says_less_than_it_holds(case.query) else []
    if (case.method, case.path) == ("PUT", "/api/v1/adapters/{id}"):
        left_out.append(positive_data_acceptance)  # What a selector or a pattern may be, no schema can say.
    case.call_and_validate(headers={"Authorization": f"Bearer {KEY}"}, excluded_checks=left_out)


def _says_less_than_it_holds(query):
    """In an address a null or an empty list is nothing at all: a fault made of one is never sent."""
    return any(value in (None, [], {}) for value in (query or {}).values())
