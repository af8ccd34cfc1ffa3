"""Jinja2 as this site needs it: everything escaped, no name that is not given, and less work for each expression."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping, Sequence
from functools import lru_cache
from types import CodeType
from typing import Any, Self

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context

from fixlog.compiled import Compiled
from fixlog.escaping import escaped

Block = Callable[[Context], Iterator[str]]


class _Plain(Context):
    """Nothing that templates call here asks for the context, so nothing is asked whether it does."""

    def call(self, obj: Callable[..., Any], *given: Any, **named: Any) -> Any:
        """Call it."""
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return obj(*given, **named)


LEAVES = ("fix.html",)
"""Templates that no other of ours extends, and which are rendered often: their blocks within blocks are plain text."""
SAME = {"header": ("logo", "nav", "nav_extra"), "footer": ("follow", "links")}
"""Blocks of base.html that are the same on many pages, and the blocks within them."""
_MOST_SAME = 100
_MOST_KEPT = 5_000
"""Results of a macro that a template has `kept`: one that depends on nothing but what it is given."""


class _Page(Template):
    """A template whose output is escaped by `escaped`."""

    @classmethod
    def from_code(
        cls, environment: Environment, code: CodeType, globals: MutableMapping[str, Any], uptodate: Any = None
    ) -> Self:
        """The template of this code."""
        page = super().from_code(environment, code, dict(globals), uptodate)  # else each page walks a chain of them
        page.root_render_func.__globals__["escape"] = escaped
        if environment.code_generator_class is _Direct:
            for name, within in SAME.items():
                if name in page.blocks:
                    page.blocks[name] = _once(page.blocks[name], within)
        return page  # type: ignore[return-value]  # Jinja2 says Template where it makes one of this class


def _once(block: Block, within: Sequence[str]) -> Block:
    """The block, rendered once for each depth, language and place in the menu, unless a page says part of it anew."""
    made: dict[tuple[Any, ...], str] = {}

    def render(context: Context) -> Iterator[str]:
        if any(len(context.blocks[name]) > 1 for name in within):
            yield from block(context)
            return
        here = context["here"]
        menu = here if here and here.count("/") == 1 else None
        key = (context["root"], context["say"], context["site"], menu)
        if key not in made:
            if len(made) >= _MOST_SAME:
                made.clear()
            made[key] = "".join(block(context))
        yield made[key]

    return render


def _flat(body: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    for node in body:
        if isinstance(node, nodes.Block):
            yield from _flat(node.body)
        else:
            yield node


class _Direct(CodeGenerator):
    """Code for templates that are all ours; those of a theme may do whatever Jinja2 allows, and are slower for it.

    What has a point is an attribute, what is called is called.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        """`one.name`."""
        if isinstance(node.node, nodes.Name) and node.node.name == "self":  # blocks: Jinja's own
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        """`name(1, key=2)`."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for given in node.args:
            self.visit(given, frame)
            self.write(", ")
        for named in node.kwargs:
            self.write(f"{named.key}=")
            self.visit(named.value, frame)
            self.write(", ")
        self.write(")")


class _Site(Environment):
    template_class = _Page
    context_class = _Plain

    def __init__(self, *, ours: bool, **options: Any) -> None:
        if ours:
            self.code_generator_class = _Direct
        self._found: dict[Any, Template] = {}
        super().__init__(**options)

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        if self.code_generator_class is _Direct and name in LEAVES:
            for block in source.find_all(nodes.Block):
                block.body = list(_flat(block.body))
        return super()._generate(source, name, filename, defer_init)

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of this name; asked several times a page."""
        if name not in self._found:
            self._found[name] = super().get_template(name, parent, globals)
        return self._found[name]


def environment(loader: BaseLoader, *, ours: bool) -> Environment:
    """An environment for templates from `loader`; all `ours`, they are kept compiled."""
    site = _Site(
        ours=ours,
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # else each page asks the disk for each of its templates
        cache_size=-1,
        bytecode_cache=Compiled() if ours else None,
    )
    site.globals["kept"] = lru_cache(_MOST_KEPT)
    return site
