"""Outlets in the API."""

from tests.api.resource_tests import ResourceTests
from tests.api.whole_rows import whole_outlet
from tests.factories import OutletFactory


class TestOutlets(ResourceTests):
    resource = "outlets"
    component = "Outlet"
    make = whole_outlet
    make_hidden = OutletFactory
    parameters = {"kind": "agency", "organisation": "17"}

    def test_outlets_are_found_by_kind_and_by_owner(self, client):
        outlet, other = whole_outlet(), whole_outlet()
        other.kind = "newspaper"
        other.save()
        assert self.ids(client, "&kind=agency") == [outlet.pk]
        assert self.ids(client, f"&organisation={other.organisation_id}") == [other.pk]
