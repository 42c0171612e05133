"""The public API: everything published, read only, as JSON. One file per resource."""
