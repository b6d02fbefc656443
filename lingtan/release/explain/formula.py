"""The formulas of derivations: exact decimals, a missing operand makes a missing result (L3, L7)."""

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from types import CodeType
from typing import Any, Final

Number = Decimal | int | None


def half_up(value: Number, scale: int) -> Number:
    """The one rounding of the warehouse: half away from zero at so many decimals."""
    if value is None:
        return None
    return Decimal(value).quantize(Decimal(1).scaleb(-scale), rounding=ROUND_HALF_UP)


def _add(left: Number, right: Number) -> Number:
    return None if left is None or right is None else left + right


def _subtract(left: Number, right: Number) -> Number:
    return None if left is None or right is None else left - right


def _multiply(left: Number, right: Number) -> Number:
    return None if left is None or right is None else left * right


def _divide(left: Number, right: Number) -> Number:
    return None if left is None or not right else Decimal(left) / Decimal(right)


def _negative(value: Number) -> Number:
    return None if value is None else -value


def _size(value: Number) -> Number:
    return -value if value is not None and value < 0 else value


def _root(value: Number) -> Number:
    return None if value is None else Decimal(value).sqrt()


def _coalesce(*values: Number) -> Number:
    return next((value for value in values if value is not None), None)


def _smaller(*values: Number) -> Number:
    known = [value for value in values if value is not None]
    return min(known) if len(known) == len(values) else None


def _larger(*values: Number) -> Number:
    known = [value for value in values if value is not None]
    return max(known) if len(known) == len(values) else None


def _sum(*lists: Sequence[Number]) -> Number:
    """The sum of what is known; nothing known is no zero."""
    known = [value for values in lists for value in values if value is not None]
    return sum(known[1:], start=known[0]) if known else None


def _sum_of_all(values: Sequence[Number], *zeros: Sequence[Number]) -> Number:
    """The sum where every part is known; parts of `zeros` are known to be nothing."""
    if any(value is None for value in values):
        return None
    return _sum(values) if values else 0 if any(zeros) else None


def _sum_or_zero(values: Sequence[Number]) -> Number:
    """The sum where every part is known, zero without a part."""
    return _sum_of_all(values) if values else 0


def _sum_of_sizes(values: Sequence[Number]) -> Number:
    """The same of amounts without their signs."""
    return _sum_of_all([_size(value) for value in values])


def _positive(values: Sequence[Number]) -> Number:
    return _sum([value for value in values if value is not None and value > 0])


def _negatives(values: Sequence[Number]) -> Number:
    return _sum([value for value in values if value is not None and value < 0])


def _count(*lists: Sequence[Number]) -> Number:
    return sum(len(values) for values in lists)


def _least(*lists: Sequence[Number]) -> Number:
    """The least of what is known."""
    return min((value for values in lists for value in values if value is not None), default=None)


def _most(*lists: Sequence[Number]) -> Number:
    """The greatest of what is known."""
    return max((value for values in lists for value in values if value is not None), default=None)


def _zero_if_any(values: Sequence[Number]) -> Number:
    """What stays inside is nothing, also where nobody knows it."""
    return 0 if values else None


def _median(values: Sequence[Number]) -> Number:
    """The median at 12 decimals; between two middle values their mean."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return None
    middle = known[(len(known) - 1) // 2] + known[len(known) // 2]
    return half_up(Decimal(middle) / 2, 12)


def _median_deviation(values: Sequence[Number]) -> Number:
    """The median of the distances from the median."""
    centre = _median(values)
    return _median([_size(_subtract(value, centre)) for value in values if value is not None])


def _rank(value: Number, values: Sequence[Number]) -> Number:
    """1 for the lowest; equal values share the better rank."""
    if value is None:
        return None
    return 1 + sum(1 for other in values if other is not None and other < value)


#: Functions of a formula that take whole inputs; every other use of an input is its one value.
_OF_LISTS: Final[Mapping[str, Callable[..., Number]]] = {
    "sum": _sum,
    "sum_of_all": _sum_of_all,
    "sum_or_zero": _sum_or_zero,
    "sum_of_sizes": _sum_of_sizes,
    "positive": _positive,
    "negative": _negatives,
    "count": _count,
    "least": _least,
    "most": _most,
    "zero_if_any": _zero_if_any,
    "median": _median,
    "median_deviation": _median_deviation,
    "rank": _rank,
}
_OF_VALUES: Final[Mapping[str, Callable[..., Number]]] = {
    "half_up": half_up,
    "coalesce": _coalesce,
    "smaller": _smaller,
    "larger": _larger,
    "root": _root,
}
_OPERATORS: Final[Mapping[type[ast.operator], str]] = {
    ast.Add: "_add",
    ast.Sub: "_subtract",
    ast.Mult: "_multiply",
    ast.Div: "_divide",
}
_GLOBALS: Final[dict[str, Any]] = {
    "__builtins__": {},
    **_OF_LISTS,
    **_OF_VALUES,
    "_add": _add,
    "_subtract": _subtract,
    "_multiply": _multiply,
    "_divide": _divide,
    "_negative": _negative,
}


class _NullSafe(ast.NodeTransformer):
    """Operators become functions that know missing operands; anything else than arithmetic is refused."""

    def __init__(self) -> None:
        self.lists: set[str] = set()
        self.values: set[str] = set()

    def visit_Expression(self, node: ast.Expression) -> ast.AST:
        return ast.Expression(self.visit(node.body))

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        name = _OPERATORS.get(type(node.op))
        if name is None:
            raise ValueError(ast.dump(node))
        return _call(name, self.visit(node.left), self.visit(node.right))

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if not isinstance(node.op, ast.USub):
            raise ValueError(ast.dump(node))
        return _call("_negative", self.visit(node.operand))

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise ValueError(ast.dump(node))
        name = node.func.id
        if name in _OF_LISTS:
            arguments = [
                self._list(one) if not (name == "rank" and index == 0) else self.visit(one)
                for index, one in enumerate(node.args)
            ]
        elif name in _OF_VALUES:
            arguments = [self.visit(one) for one in node.args]
        else:
            raise ValueError(f"unknown function {name}")
        return _call(name, *arguments)

    def _list(self, node: ast.expr) -> ast.expr:
        if not isinstance(node, ast.Name):
            raise ValueError(ast.dump(node))
        self.lists.add(node.id)
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        self.values.add(node.id)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        if not (isinstance(node.value, int) or node.value is None):
            raise ValueError(ast.dump(node))
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        raise ValueError(ast.dump(node))


def _call(name: str, *arguments: Any) -> ast.Call:
    return ast.Call(func=ast.Name(id=name, ctx=ast.Load()), args=list(arguments), keywords=[])


@dataclass(frozen=True)
class Formula:
    """A formula of a derivation.

    Attributes:
        text: as it stands in the declaration.
        code: compiled.
        lists: the inputs it takes whole.
        values: the inputs of which it takes the one value.
    """

    text: str
    code: CodeType
    lists: frozenset[str]
    values: frozenset[str]

    def of(self, inputs: Mapping[str, Sequence[Number]]) -> Number:
        """The result for the values of the inputs, exact; the caller sets the precision."""
        arguments: dict[str, Any] = {name: inputs[name] for name in self.lists}
        arguments |= {name: (inputs[name][0] if inputs[name] else None) for name in self.values}
        result: Number = eval(self.code, _GLOBALS, arguments)
        return result


def compile_formula(text: str) -> Formula:
    """Read a formula: numbers, inputs, + - * /, and the functions of this module.

    Raises:
        ValueError: it is anything else.
    """
    rewriting = _NullSafe()
    tree = rewriting.visit(ast.parse(text, mode="eval"))
    code = compile(ast.fix_missing_locations(tree), f"<{text}>", "eval")
    return Formula(text, code, frozenset(rewriting.lists), frozenset(rewriting.values))
