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
from psycopg import sql

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
    """Migrates where a migration is missing, or what is made after the last one may be.

    Groups and the database's own form of ``published()`` are made after the migrations, each of
    which is a transaction of its own: that all was done is noted at the end, as a comment.
    """
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    done = " ".join(sorted(f"{app}.{name}" for app, name in newest))
    if executor.migration_plan(newest) or _comment() != done:
        print("Preparing the database …", flush=True)
        call_command("migrate", interactive=False, verbosity=0)
        with connection.cursor() as cursor:
            comment = sql.SQL("COMMENT ON TABLE django_migrations IS {}").format(sql.Literal(done))
            cursor.execute(comment)


def _comment() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description('django_migrations'::regclass, 'pg_class')")
        found: str | None = cursor.fetchone()[0]
        return found


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
