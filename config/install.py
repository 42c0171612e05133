"""Brings the virtual environment up to the lock file. Run by the Makefile; knows no package.

    python3 config/install.py run|dev

Written so that an old Python still understands it and can say that it is too old.
"""

import fcntl
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

OLDEST_PYTHON = (3, 11)
PROJECT = Path(__file__).resolve().parent.parent
VENV = PROJECT / ".venv"
PROGRAM = VENV / "bin" / "python"
# There while something is half installed; whoever finds it begins anew.
INCOMPLETE = VENV / "incomplete"


def main(extent):
    """Installs ``requirements/<extent>.txt``, or does nothing where that stands already."""
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            "Wortlaut needs Python {}.{} or newer, and this is {}.{} ({}).\n"
            "Name another: make {} PYTHON=python3.12".format(
                *OLDEST_PYTHON, *sys.version_info[:2], sys.executable, _target(extent)
            )
        )
    lock_file = PROJECT / "requirements" / (extent + ".txt")
    (PROJECT / "var").mkdir(exist_ok=True)
    with (PROJECT / "var" / "install.lock").open("w") as turn:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Waiting for another make that is installing …", flush=True)
            fcntl.flock(turn, fcntl.LOCK_EX)
        wanted = hashlib.sha256(lock_file.read_bytes()).hexdigest()
        stamp = VENV / f"installed-{extent}"
        usable = _is_usable()
        if usable and stamp.exists() and stamp.read_text() == wanted:
            return
        if not usable:
            _make()
        print(f"Installing what {lock_file.relative_to(PROJECT)} names …", flush=True)
        INCOMPLETE.touch()
        _run(
            [
                PROGRAM,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--require-hashes",
                "--requirement",
                lock_file,
            ],
            "The packages could not be installed; pip says why above. With a network, try again.",
        )
        INCOMPLETE.unlink()
        # The other list's packages may have been replaced by this one's.
        for old in VENV.glob("installed-*"):
            old.unlink()
        stamp.write_text(wanted)
        if extent == "dev":
            run_list = PROJECT / "requirements" / "run.txt"
            (VENV / "installed-run").write_text(hashlib.sha256(run_list.read_bytes()).hexdigest())


def _is_usable():
    """Whether the virtual environment is whole and of this Python's version."""
    if INCOMPLETE.exists() or not PROGRAM.exists():
        return False
    question = "import pip, sys; print(sys.version_info[:2])"
    answer = subprocess.run([str(PROGRAM), "-c", question], capture_output=True, text=True)
    return answer.stdout.strip() == str(sys.version_info[:2])


def _make():
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(
            f"This Python ({sys.executable}) cannot make virtual environments.\n"
            "On Debian and Ubuntu: apt install python3-venv"
        )
    print("Making a virtual environment in .venv …", flush=True)
    # Not by the Python inside the folder that is cleared.
    python = getattr(sys, "_base_executable", None) or sys.executable
    _run(
        [python, "-m", "venv", "--clear", VENV],
        "The virtual environment could not be made. On Debian and Ubuntu: apt install python3-venv",
    )


def _run(command, complaint):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if subprocess.run([str(part) for part in command], env=environment).returncode:
        sys.exit(complaint)


def _target(extent):
    return "run" if extent == "run" else "test"


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
