"""Django's PostgreSQL engine on the embedded server, which the first connection starts."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import base
from django.db.backends.postgresql.client import DatabaseClient as PostgresClient

from config.embedded.cluster import INSTALLATION, PORT
from config.embedded.home import bundled_programs
from config.embedded.server import server_at


class DatabaseClient(PostgresClient):
    """``manage.py dbshell`` with the psql that came along."""

    executable_name = str(bundled_programs() / INSTALLATION / "bin" / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        self.connection.get_connection_params()
        super().runshell(list(parameters))


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection for which there is a server by the time that it is opened."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        folder = server_at(self.settings_dict["EMBEDDED_FOLDER"]).join()
        self.settings_dict |= {"HOST": str(folder), "PORT": str(PORT)}
        return super().get_connection_params()
