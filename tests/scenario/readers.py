"""Which declared parameters the program reads, found in its source: by name, not by running it.

A reading is an attribute of a section (`scenario.claim.lump`, or `shape.block` where `shape` is one), a field of the
flat record that kernels take (`p.claim_lump`), a lever's origin ("gate.forward"), or a `getattr` on a section: with an
f-string it reads what the f-string can spell, with a variable what its module spells out. Copying a whole section, as
`rules.parameters` does, reads nothing.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

from sim.rules import parameters
from sim.scenario import Scenario
from sim.scenario.quantity import Section, quantity_of
from sim.scenario.types import DisputeKind

SIM: Final = Path(__file__).parents[2] / "sim"
DECLARING: Final = (SIM / "scenario" / "sections", SIM / "scenario" / "types.py")
"""Where parameters are declared: naming one here is no reading."""

Key = tuple[str, str]


def sections() -> dict[str, type[Section]]:
    """Name and form of every section with parameters; the columns of the type table are those of "types"."""
    found: dict[str, type[Section]] = {}
    for name, field in Scenario.model_fields.items():
        form: Any = field.annotation
        if (
            isinstance(form, type)
            and issubclass(form, Section)
            and any(quantity_of(form, n) for n in form.model_fields)
        ):
            found[name] = form
    return found | {"types": DisputeKind}


def declared() -> set[Key]:
    """(section, name) of every declared parameter."""
    return {(section, name) for section, form in sections().items() for name in form.model_fields}


@cache
def read_anywhere() -> frozenset[Key]:
    """Every declared parameter that some file of `sim/` reads, outside the declarations themselves."""
    files = [path for path in SIM.rglob("*.py") if not any(path.is_relative_to(where) for where in DECLARING)]
    return frozenset(key for path in files for key in read_in(path.read_text("utf-8")))


def read_in(text: str) -> set[Key]:
    """Declared parameters that one source reads."""
    tree = ast.parse(text)
    return set(_readings(tree, _aliases(tree))) & declared()


def fields_read() -> set[str]:
    """Attributes that rules, engine and façade take of anything: the flat record's fields among them."""
    folders = (SIM / "rules", SIM / "engine", SIM / "agents")
    trees = [ast.parse(path.read_text("utf-8")) for folder in folders for path in folder.glob("*.py")]
    return {node.attr for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def derived_fields() -> set[str]:
    """Fields of the flat record that are made of parameters, or of the tree."""
    return {*parameters._ARRAYS, *parameters._DERIVED, *parameters._TREE}


def _aliases(tree: ast.Module) -> dict[str, str]:
    """Names that stand for a section in this module: assigned from one, or an argument of its form."""
    by_form = {form.__name__: name for name, form in sections().items()}
    found: dict[str, str] = {"row": "types"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            target = node.targets[0]
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            for name, value in zip(names, values, strict=False):
                if isinstance(name, ast.Name) and isinstance(value, ast.Attribute) and value.attr in sections():
                    found[name.id] = value.attr
        elif isinstance(node, ast.arg) and isinstance(node.annotation, ast.Name) and node.annotation.id in by_form:
            found[node.arg] = by_form[node.annotation.id]
    return found


def _section_of(node: ast.expr, aliases: dict[str, str]) -> str:
    if isinstance(node, ast.Attribute) and node.attr in sections():
        return node.attr
    return aliases.get(node.id, "") if isinstance(node, ast.Name) else ""


def _readings(tree: ast.Module, aliases: dict[str, str]) -> Iterator[Key]:
    texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    flat = {f"{'on' if section == 'processes' else section}_{name}": (section, name) for section, name in declared()}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield _section_of(node.value, aliases), node.attr
            if node.attr in flat:
                yield flat[node.attr]
        elif isinstance(node, ast.keyword) and node.arg == "origin" and isinstance(node.value, ast.Constant):
            section, _, name = str(node.value.value).partition(".")
            yield section, name
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "getattr":
            section = _section_of(node.args[0], aliases)
            spelled = _spelled(node.args[1])
            for name in sections()[section].model_fields if section else ():
                if re.fullmatch(spelled, name) if spelled else name in texts:
                    yield section, name


def _spelled(name: ast.expr) -> str:
    """A pattern of what an f-string can spell; "" for a variable."""
    if not isinstance(name, ast.JoinedStr):
        return ""
    parts = (re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in name.values)
    return "".join(parts)
