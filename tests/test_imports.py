"""Imports go one way: geodata stands without the dashboard."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent


def test_imports_go_one_way(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)

    status = lint_imports(no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_library_loads_nothing_of_the_dashboard():
    code = """
import sys, pkgutil, importlib, geodata
for module in pkgutil.walk_packages(geodata.__path__, "geodata."):
    if not module.name.startswith("geodata.data."):
        importlib.import_module(module.name)
found = {"streamlit", "folium", "branca", "dashboard"} & set(sys.modules)
sys.exit(f"geodata imported {found}" if found else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)

    assert done.returncode == 0, done.stderr
