"""Tools that agents use."""

import ast
import operator
from typing import Any, Callable, Dict

from chat_backend.agents.context import ExecutionContext
from chat_backend.chat.messages import MessageStore

OPERATORS: Dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class ToolError(Exception):
    """A tool was asked for what it cannot do."""


class Tools:
    """The tools of one run; they see nothing but the run's thread."""

    def __init__(self, messages: MessageStore, context: ExecutionContext):
        self._messages = messages
        self._context = context

    def use(self, tool: str, argument: str) -> str:
        known = {"search": self.search, "word_count": self.word_count, "calculate": self.calculate}
        if tool not in known:
            raise ToolError(f"there is no tool {tool}")
        return known[tool](argument)

    def search(self, words: str) -> str:
        found = self._messages.search(self._context.thread_id, words)
        return "\n".join(message.text for message in found)

    def word_count(self, text: str) -> str:
        return str(len(text.split()))

    def calculate(self, expression: str) -> str:
        try:
            value = _value(ast.parse(expression, mode="eval").body)
        except (SyntaxError, ZeroDivisionError, RecursionError) as error:
            raise ToolError(f"this cannot be calculated: {error}") from None
        return f"{value:g}"


def _value(node: ast.AST) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return OPERATORS[type(node.op)](_value(node.left), _value(node.right))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand)
    raise ToolError("only numbers, + - * / and parentheses are calculated")
