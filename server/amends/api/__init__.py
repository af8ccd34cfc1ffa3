"""The HTTP API, /api/v1: one blueprint a noun, found by walking this folder."""

from __future__ import annotations

import importlib
import pkgutil

from flask_openapi import APIBlueprint

PREFIX = "/api/v1"


def blueprints() -> list[APIBlueprint]:
    """Every noun's blueprint: a module of this package that holds `bp` is one."""
    modules = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
    return [module.bp for module in modules if hasattr(module, "bp")]
