"""The workbench: a captured text with its candidates, decided one by one with single keys."""

from .pages import WorkbenchPages

__all__ = ["WorkbenchPages"]
