"""What a database and its site need before they are of use; each step only where it is missing.

Whatever is killed here is done again, wholly, by the next start.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

# Any number, as long as nobody else's lock in this database has it.
PREPARATION = 0x574F5254
# A database that holds none of these is new.
CONTENT = ("Article", "JointStatement", "Quote", "Speaker")
# User name and group; the administrator needs no group.
PEOPLE = (("editor", "Editor"), ("reviewer", "Editor"), ("administrator", None))


def prepare() -> None:
    """Migrates, loads the dossier, makes the local accounts and collects the static files."""
    with _one_at_a_time():
        _migrate()
        if _is_empty():
            print("Loading the dossier …", flush=True)
            call_command("load_dossier")
        _make_people()
        _collect_static_files()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Waits until no other start prepares this database, nor one that was killed just now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [PREPARATION])
    try:
        yield
    finally:
        connection.close()


def _migrate() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Preparing the database …", flush=True)
        call_command("migrate", interactive=False, verbosity=0)


def _is_empty() -> bool:
    return not any(apps.get_model("quotes", name)._default_manager.exists() for name in CONTENT)


def _make_people() -> None:
    """Makes the three local accounts in a database that has no administrator yet."""
    users = get_user_model()._default_manager
    if users.filter(is_superuser=True).exists():
        return
    passwords = {name: secrets.token_urlsafe(12) for name, _ in PEOPLE}
    with transaction.atomic():
        for name, group in PEOPLE:
            user = users.create_user(
                name,
                f"{name}@localhost",
                passwords[name],
                is_staff=True,
                is_superuser=group is None,
            )
            if group is not None:
                user.groups.add(Group.objects.get(name=group))
    print("\nAccounts for /admin/, shown this once:\n")
    for name, password in passwords.items():
        print(f"    {name:<16}{password}")
    print("\nAnother password: .venv/bin/python manage.py changepassword NAME\n", flush=True)


def _collect_static_files() -> None:
    record = Path(settings.STATIC_ROOT).with_suffix(".fingerprint")
    now = _fingerprint()
    if record.exists() and record.read_text() == now:
        return
    record.parent.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    record.write_text(now)


def _fingerprint() -> str:
    """What tells one state of the static files from another: their names, sizes and times."""
    found = hashlib.sha256(str(settings.STATIC_ROOT).encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            file = Path(storage.path(name)).stat()
            found.update(f"{name}\0{file.st_size}\0{file.st_mtime_ns}\n".encode())
    return found.hexdigest()
