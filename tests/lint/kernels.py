"""The house rules of `sim/rules` and `sim/engine`: what may not stand in code whose every bit must repeat anywhere.

Each rule has been bought with a measurement: NumPy's exp, log and pow change with the CPU, `sum` with the order of its
terms, an unstable sort with the length of a vector register, a float32 cell times a literal between compiled and plain.
A line may say `# house ok: <reason>`; a reason is demanded. Which file may import what is in `borders`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EXACT_MATH = {"sqrt", "inf", "nan", "pi", "floor", "ceil", "isnan", "isinf", "isfinite"}
"""What `math` may be asked for: constants and functions to which IEEE 754 leaves no choice."""

FORBIDDEN_NUMPY = {
    *(
        "exp",
        "exp2",
        "expm1",
        "log",
        "log2",
        "log10",
        "log1p",
        "logaddexp",
        "power",
        "float_power",
        "pow",
        "sqrt",
        "cbrt",
    ),
    *("sin", "cos", "tan", "sinh", "cosh", "tanh", "arcsin", "arccos", "arctan", "arctan2", "hypot"),
    *("mean", "average", "std", "var", "median", "quantile", "percentile", "prod", "nansum", "nanmean", "interp"),
    *("dot", "vdot", "inner", "outer", "matmul", "einsum", "tensordot", "convolve", "trapezoid"),
    *("argpartition", "partition", "random", "linalg", "fft"),
    *("float16", "float32", "longdouble"),  # float() of a float32 cell stays float32 in a kernel, and only there
}
"""NumPy whose result depends on the CPU, on the order of its terms or on hidden state."""

FORBIDDEN_METHODS = {"mean", "std", "var", "dot", "prod", "argpartition", "partition"}
SUMS = {"sum", "cumsum"}
SORTS = {"argsort"}
STABLE = {"stable", "mergesort"}
FORBIDDEN_MODULES = {"cmath", "random", "scipy", "secrets", "statistics"}
EXEMPT = re.compile(r"#\s*house ok:\s*\S")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One line that breaks a rule."""

    place: str
    rule: str

    def __str__(self) -> str:
        return f"{self.place}: {self.rule}"


def faults_in(text: str, name: str) -> list[Fault]:
    """Return the faults of one source, in the order of its lines."""
    lines = text.splitlines()
    found = {(node.lineno, rule) for node, rule in _breaches(ast.parse(text))}
    return [Fault(place=f"{name}:{n}", rule=rule) for n, rule in sorted(found) if not EXEMPT.search(lines[n - 1])]


def faults_under(*folders: Path) -> list[Fault]:
    """Return the faults of every Python file under `folders`."""
    return [
        f
        for folder in folders
        for path in sorted(folder.rglob("*.py"))
        for f in faults_in(path.read_text("utf-8"), str(path))
    ]


def _breaches(tree: ast.Module) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    aliases = _aliases(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _import_breaches(node)
        elif isinstance(node, ast.BinOp | ast.AugAssign):
            yield from _operator_breaches(node)
        elif isinstance(node, ast.Attribute):
            yield from _attribute_breaches(node, aliases)
        elif isinstance(node, ast.Call):
            yield from _call_breaches(node, aliases)
        elif isinstance(node, ast.FunctionDef) and is_kernel(node):
            yield from _cell_breaches(node)


def _aliases(tree: ast.Module) -> dict[str, str]:
    """Map each local name of an imported module to that module's name."""
    names = [a for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]
    return {a.asname or a.name.partition(".")[0]: a.name for a in names}


def _import_breaches(node: ast.Import | ast.ImportFrom) -> Iterator[tuple[ast.stmt, str]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.partition(".")[0] in FORBIDDEN_MODULES or (
                alias.name.startswith("numpy.") and alias.name != "numpy.typing"
            ):
                yield node, f"{alias.name} may not be imported here: use sim.floats and sim.draws"
        return
    module = node.module or ""
    for alias in node.names:
        allowed = EXACT_MATH if module == "math" else set() if module.partition(".")[0] in FORBIDDEN_MODULES else None
        if allowed is None and module == "numpy":
            allowed = {alias.name} - FORBIDDEN_NUMPY - SUMS - SORTS
        if allowed is not None and alias.name not in allowed:
            yield node, f"{module}.{alias.name} may not be imported here: use sim.floats and sim.draws"


def _operator_breaches(node: ast.BinOp | ast.AugAssign) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    if isinstance(node.op, ast.Pow):
        yield node, "no `**`: multiply, or exp_(y * log_(x))"
    if isinstance(node.op, ast.MatMult):
        yield node, "no `@`: the order of its terms is not ours"


def _attribute_breaches(node: ast.Attribute, aliases: dict[str, str]) -> Iterator[tuple[ast.expr, str]]:
    owner = aliases.get(node.value.id) if isinstance(node.value, ast.Name) else None
    if owner == "math" and node.attr not in EXACT_MATH:
        yield node, f"no math.{node.attr}: libraries differ between machines; use sim.floats"
    if owner == "numpy" and node.attr in FORBIDDEN_NUMPY:
        yield node, f"no np.{node.attr}: its bits change with the CPU; use sim.floats, or a loop in a stated order"


def _call_breaches(node: ast.Call, aliases: dict[str, str]) -> Iterator[tuple[ast.expr, str]]:
    keywords = {k.arg: k.value for k in node.keywords}
    for option in ("parallel", "fastmath"):
        if option in keywords:
            yield node, f"no {option}=: it reorders"
    if isinstance(node.func, ast.Name):
        if node.func.id in ("sum", "pow", "prange"):
            yield node, f"no {node.func.id}(): write the loop, in a stated order, in int64 over entities"
        return
    if not isinstance(node.func, ast.Attribute):
        return
    name = node.func.attr
    of_numpy = isinstance(node.func.value, ast.Name) and aliases.get(node.func.value.id) == "numpy"
    if name in SUMS and "int64" not in ast.unparse(keywords.get("dtype", ast.Constant(value=""))):
        yield node, f"no {name}() without dtype=np.int64: a float sum depends on the order of its terms"
    if name in SORTS and getattr(keywords.get("kind"), "value", None) not in STABLE:
        yield node, f'no {name}() without kind="stable" (in a kernel "mergesort")'
    if name == "bincount" and "weights" in keywords:
        yield node, "no bincount(weights=...): it sums floats"
    if name in FORBIDDEN_METHODS and not of_numpy:
        yield node, f"no .{name}(): it sums floats, or leaves ties to chance"


def is_kernel(function: ast.FunctionDef) -> bool:
    """Tell whether a function is compiled: decorated by `njit` or `inner`."""
    return any(re.search(r"\b(njit|inner)\b", ast.unparse(decorator)) for decorator in function.decorator_list)


def _cell_breaches(kernel: ast.FunctionDef) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """A cell of a record keeps its own type with the JIT off: float() or int() must stand between it and arithmetic."""
    for node in ast.walk(kernel):
        if isinstance(node, ast.BinOp) and isinstance(
            node.op, ast.Add | ast.Sub | ast.Mult | ast.Div | ast.Mod | ast.FloorDiv
        ):
            for side in (node.left, node.right):
                if _is_cell(side):
                    yield side, f"read the cell {ast.unparse(side)} once with float() or int() before reckoning with it"
        elif isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            if any(map(_is_cell, sides)) and any(_has_float(side) for side in sides):
                yield node, f"read the cell in `{ast.unparse(node)}` with float() before comparing it"
        elif isinstance(node, ast.AugAssign) and _is_cell(node.target) and not _is_exact(node):
            yield node, f"read {ast.unparse(node.target)} with float(), reckon, and store it once"


def _is_exact(node: ast.AugAssign) -> bool:
    """Tell whether `cell op= value` gives the same cell compiled or plain: whole numbers, and no division."""
    return isinstance(node.op, ast.Add | ast.Sub | ast.BitOr | ast.BitAnd | ast.BitXor) and not _has_float(node.value)


def _is_cell(node: ast.AST) -> bool:
    if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Attribute) or node.value.attr == "shape":
        return False
    return not any(isinstance(part, ast.Slice) for part in ast.walk(node.slice))


def _has_float(node: ast.AST) -> bool:
    """Tell whether an expression shows, on its face, that it is a float."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, float):
            return True
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in ("float", "exp_", "log_"):
            return True
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div):
            return True
    return False
