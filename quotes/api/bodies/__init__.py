"""Bodies made by PostgreSQL: one statement gives a page or an item as JSON, ready to be sent.

A serializer says what a resource looks like; its fields say how that is asked of the database
(``shapes``). A statement is compiled once for each form of question (``statements``), prepared by
the server and asked many times with other values.
"""
