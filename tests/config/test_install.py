"""The virtual environment that make brings up, and the lists that it is made from."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from config import install

PROJECT = Path(__file__).resolve().parents[2]
LISTS = ("run", "dev")


@pytest.fixture
def project(tmp_path) -> Path:
    """A project that needs no package."""
    for name in ("config/install.py", "Makefile"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(PROJECT / name, tmp_path / name)
    (tmp_path / "requirements").mkdir()
    for name in LISTS:
        (tmp_path / "requirements" / f"{name}.txt").write_text("# nothing\n")
    return tmp_path


def begin(project: Path, extent: str = "run") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "config/install.py", extent],
        cwd=project,
        env={**os.environ, "PIP_NO_INDEX": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def run(project: Path, extent: str = "run") -> tuple[int, str]:
    begun = begin(project, extent)
    said, _ = begun.communicate()
    return begun.returncode, said


def test_what_stands_already_is_not_installed_again(project):
    assert "Installing what requirements/run.txt names" in run(project)[1]

    assert run(project) == (0, "")

    (project / "requirements" / "run.txt").write_text("# still nothing\n")
    assert "Installing what requirements/run.txt names" in run(project)[1]


def test_whoever_has_the_tools_for_development_has_all_that_a_site_needs(project):
    assert run(project, "dev")[0] == 0

    assert run(project, "run") == (0, "")


def test_after_a_failure_or_a_kill_it_begins_anew(project):
    required = project / "requirements" / "run.txt"
    required.write_text(f"wortlaut-needs-no-such-package==1 --hash=sha256:{'0' * 64}\n")
    status, said = run(project)
    assert status == 1
    assert "With a network, try again" in said
    (project / ".venv" / "half").touch()

    required.write_text("# nothing\n")

    assert run(project)[0] == 0
    assert not (project / ".venv" / "half").exists()


def test_two_at_once_take_turns(project):
    both = [begin(project), begin(project)]
    said = [begun.communicate()[0] for begun in both]

    assert [begun.returncode for begun in both] == [0, 0]
    assert sorted("Making" in text for text in said) == [False, True]
    assert sorted("Waiting for another make" in text for text in said) == [False, True]


def test_a_python_that_is_too_old_is_told_with_the_way_out(monkeypatch):
    monkeypatch.setattr(install.sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match=r"(?s)3\.11 or newer, and this is 3\.9 .*PYTHON="):
        install.main("run")


def test_a_python_that_makes_no_environments_is_told_with_the_way_out(monkeypatch):
    monkeypatch.setattr(install.importlib.util, "find_spec", lambda name: None)

    with pytest.raises(SystemExit, match="apt install python3-venv"):
        install._make()


def test_without_any_python_make_says_what_to_do(project):
    done = subprocess.run(
        ["make", "run", "PYTHON=python9"], cwd=project, capture_output=True, text=True, check=False
    )

    assert done.returncode
    assert "There is no python9 here. Install Python 3.11 or newer" in done.stdout


def pins(name: str) -> dict[str, str]:
    text = (PROJECT / "requirements" / f"{name}.txt").read_text()
    return dict(re.findall(r"^([\w.-]+)(?:\[[^\]]+\])?==([^\s;]+)", text, re.M))


@pytest.mark.parametrize("name", LISTS)
def test_a_lock_file_has_a_hash_for_everything_and_no_address(name):
    text = (PROJECT / "requirements" / f"{name}.txt").read_text()
    packages = re.split(r"^(?=\w)", text, flags=re.M)[1:]

    assert packages
    assert all("--hash=sha256:" in package for package in packages)
    assert "://" not in text
    assert "index-url" not in text


def test_the_two_lock_files_agree():
    assert pins("run").items() <= pins("dev").items()


@pytest.mark.parametrize("name", ["uv.lock", "pylock.toml", "var/secret_key", ".venv/bin/python"])
def test_git_ignores_what_is_no_business_of_others(name):
    command = ["git", "check-ignore", "--quiet", name]

    assert subprocess.run(command, cwd=PROJECT, check=False).returncode == 0
