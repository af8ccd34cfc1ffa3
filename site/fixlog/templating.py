"""Jinja2 as this site needs it: everything escaped, no name that is not given, and less work for each expression."""

from __future__ import annotations

import re
from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any, Self

from jinja2 import BaseLoader, Environment, StrictUndefined, Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

from fixlog.compiled import Compiled

_SPECIAL = re.compile("[&<>'\"]").search


class _Plain(Context):
    """Nothing that templates call here asks for the context, so nothing is asked whether it does."""

    def call(self, obj: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Call it."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return obj(*given, **named)


class _Page(Template):
    """A template whose output is escaped by `escaped`."""

    @classmethod
    def from_code(
        cls, environment: Environment, code: CodeType, globals: MutableMapping[str, Any], uptodate: Any = None
    ) -> Self:
        """The template of this code."""
        page = super().from_code(environment, code, globals, uptodate)
        page.root_render_func.__globals__["escape"] = escaped
        return page  # type: ignore[return-value]  # Jinja2 says Template where it makes one of this class


class _Site(Environment):
    template_class = _Page
    context_class = _Plain


def escaped(value: Any) -> str:
    """What `markupsafe.escape` gives, as a string that is only written out; most values need no call of it."""
    kind = type(value)
    if kind is Markup or (kind is str and not _SPECIAL(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


def environment(loader: BaseLoader, *, keep: bool) -> Environment:
    """An environment for templates from `loader`; `keep` says whether they may be kept compiled."""
    return _Site(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # else each page asks the disk for each of its templates
        cache_size=-1,
        bytecode_cache=Compiled() if keep else None,
    )
