"""Streams the uses of the `uuid` functions that CPython's `ast` shows, for comparison.

usage: reference_sites.py SHARD SHARDS TREE...

Written against the documented rules only, on syntax trees instead of tokens:
- In a scope, an unconditional binding (a statement directly in its body) replaces those before it;
  the rest are alternatives, and the first that stands for something of `uuid` counts. Code that
  runs at once sees the bindings before it, or the last if there are none; functions called later
  see those that hold at the end. Class bodies fall back to what is outside while a name may be
  unbound. Bindings through `global` and `nonlocal` are further alternatives.
- Aliases are names or dotted names assigned to a name, alone or in a tuple of equal length.

The stream begins with 'V' and the minor version as u8, and ends with 'Z'. For every file whose
text holds `uuid`: 'F' u32 path length, path, u32 source length, source, then u32 length and one
line of text a site, its fields separated by tabs:
    line, column, end line, end column, function, shape, 1 if called, 1 if in an f-string, target,
    symbol
Columns are UTF-8 bytes, from 1. A file that CPython does not compile gives 'X' instead.
"""

import ast
import re
import struct
import sys
import warnings

from reference_names import FUNCTION_NODES, FUNCTIONS, Reader, Resolver
from reference_tokens import decoded, files_of

FACTORIES = {
    "default", "default_factory", "factory", "server_default", "insert_default",
    "side_effect", "return_value",
}


class Sites:
    def __init__(self, source, tree):
        self.source = source
        self.lines = source.encode("utf-8", "surrogatepass").split(b"\n")
        self.reader = Reader(tree)
        self.parents = self.reader.parents
        self.resolver = Resolver(self.reader)

    def __iter__(self):
        for name, scope, position in self.reader.uses:
            value = self.resolver.resolve(name.id, scope, position)
            if value is None:
                continue
            node = name
            if len(value) == 1:
                node = self.parents[name]
                if not isinstance(node, ast.Attribute) or node.attr not in FUNCTIONS:
                    continue
                if not isinstance(node.ctx, ast.Load):
                    continue
                value += (node.attr,)
            parent = self.parents[node]
            called = isinstance(parent, ast.Call) and parent.func is node
            if called:
                node = parent
            shape = self.shape(node) if called else "reference"
            end_line, end = self.end(node, called)
            yield (
                name.lineno, name.col_offset + 1, end_line, end + 1, value[1], shape,
                int(called), int(self.is_in_fstring(node)), self.target(node) or "",
                self.symbol(scope),
            )

    @staticmethod
    def end(node, called):
        return node.end_lineno, node.end_col_offset

    def is_in_fstring(self, node):
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.JoinedStr):
                return True
        return False

    def symbol(self, scope):
        names = []
        while scope:
            if scope.name:
                names.append(scope.name)
            scope = scope.parent
        return ".".join(reversed(names))

    # Shape

    def shape(self, node):
        kind, count = "uuid", None
        while True:
            parent = self.parents[node]
            if isinstance(parent, ast.Attribute):
                call = self.parents[parent]
                is_call = isinstance(call, ast.Call) and call.func is parent
                if (kind, count) == ("uuid", None) and not is_call and parent.attr == "hex":
                    kind, node = "hex", parent
                elif (kind, count) == ("uuid", None) and is_call and parent.attr == "__str__":
                    kind, node = "str", call
                else:
                    return "other"
            elif isinstance(parent, ast.Subscript) and parent.value is node:
                length = self.length(parent.slice)
                if kind == "uuid" or count is not None or length is None:
                    return "other"
                count, node = length, parent
            elif isinstance(parent, ast.Call) and parent.func is node:
                return "other"
            elif self.is_str_of(parent, node):
                kind, node = ("str" if kind == "uuid" else kind), parent
            else:
                return self.interpolated(parent, node, kind, count)

    @staticmethod
    def is_str_of(parent, node):
        return (
            isinstance(parent, ast.Call)
            and isinstance(parent.func, ast.Name)
            and parent.func.id == "str"
            and parent.args == [node]
            and not parent.keywords
        )

    @staticmethod
    def length(index):
        def number(node):
            if isinstance(node, ast.Constant) and type(node.value) is int:
                return node.value
            return None

        if not isinstance(index, ast.Slice) or index.step or index.upper is None:
            return None
        if index.lower is not None and number(index.lower) != 0:
            return None
        return number(index.upper)

    def interpolated(self, parent, node, kind, count):
        whole = f"{kind}[:{count}]" if count is not None else kind
        if isinstance(parent, ast.FormattedValue) and parent.value is node:
            if parent.conversion not in (-1, ord("s")):
                return "other"
            is_text = kind != "uuid" or parent.conversion != -1
            kind = "str" if kind == "uuid" else kind
            whole = f"{kind}[:{count}]" if count is not None else kind
            if parent.format_spec is None or not parent.format_spec.values:
                return whole
            values = parent.format_spec.values
            if not is_text or len(values) != 1 or not isinstance(values[0], ast.Constant):
                return "other"
            match = re.fullmatch(r"(?:\.(\d+))?s?", values[0].value)
            if not match:
                return "other"
            if match[1] is None:
                return whole
            return "other" if count is not None else f"{kind}[:{int(match[1])}]"
        if kind != "uuid":
            return whole
        if isinstance(parent, ast.keyword):
            parent = self.parents[parent]
        if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
            if parent.func.attr == "format" and self.is_text(parent.func.value):
                return "str"
        if isinstance(parent, ast.Tuple):
            node, parent = parent, self.parents[parent]
        if isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod):
            if parent.right is node and self.is_text(parent.left):
                return "str"
        return whole

    @staticmethod
    def is_text(node):
        if isinstance(node, ast.JoinedStr):
            return True
        return isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))

    # Target

    def target(self, node):
        while True:
            child, node = node, self.parents.get(node)
            if node is None:
                return None
            if isinstance(node, ast.keyword):
                if node.arg not in FACTORIES and node.arg is not None:
                    return node.arg
            elif isinstance(node, ast.NamedExpr):
                if child is node.value:
                    return node.target.id
            elif isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values):
                    if value is child and self.key(key) is not None:
                        return self.key(key)
            elif isinstance(node, ast.DictComp):
                if child is node.value and self.key(node.key) is not None:
                    return self.key(node.key)
            elif isinstance(node, ast.arguments):
                return self.parameter(node, child)
            elif isinstance(node, ast.Subscript):
                if child is node.slice:
                    return None
            elif isinstance(node, ast.Return):
                return self.function_name(node)
            elif isinstance(node, ast.Assign):
                if child is not node.value:
                    return None
                return self.assigned(node.targets[0])
            elif isinstance(node, (ast.AnnAssign, ast.AugAssign)):
                return self.assigned(node.target) if child is node.value else None
            elif isinstance(node, ast.Tuple):
                parent = self.parents[node]
                if isinstance(parent, ast.Assign) and parent.value is node:
                    if Reader.parallel(parent.targets[0], node):
                        return self.assigned(parent.targets[0].elts[node.elts.index(child)])
            elif isinstance(node, (ast.stmt, ast.ExceptHandler, ast.arg, ast.withitem)):
                return None

    def key(self, node):
        """The text of a key that is one literal without escapes."""
        if type(node).__name__ == "Index":  # before 3.9
            node = node.value
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            return None
        segment = ast.get_source_segment(self.source, node) or ""
        match = re.fullmatch(r"[rRuU]?(\"{3}|'{3}|\"|')(.*)\1", segment, re.DOTALL)
        return node.value if match and match[2] == node.value else None

    @staticmethod
    def parameter(arguments, child):
        positional = arguments.posonlyargs + arguments.args
        pairs = list(zip(reversed(positional), reversed(arguments.defaults)))
        pairs += zip(arguments.kwonlyargs, arguments.kw_defaults)
        return next((argument.arg for argument, default in pairs if default is child), None)

    def function_name(self, node):
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, FUNCTION_NODES):
                return node.name
        return None

    def assigned(self, node):
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.Attribute):
            return node.attr
        if isinstance(node, ast.Subscript):
            return self.key(node.slice)
        return None


def analysed(text):
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    try:
        tree = ast.parse(text)
        compile(tree, "file", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    sites = sorted(Sites(text, tree))
    return "".join("\t".join(map(str, site)) + "\n" for site in sites)


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(5000)
    shard, shards, trees = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    if not trees:
        import sysconfig

        trees = [sysconfig.get_path("stdlib")]
    out = sys.stdout.buffer
    out.write(b"V" + bytes([sys.version_info[1]]))
    for number, path in enumerate(files_of(trees)):
        if number % shards != shard:
            continue
        text = decoded(path)
        if text is None or "uuid" not in text:
            continue
        name = path.encode("utf-8", "surrogateescape")
        source = text.encode("utf-8", "surrogatepass")
        out.write(b"F" + struct.pack("<I", len(name)) + name)
        out.write(struct.pack("<I", len(source)) + source)
        sites = analysed(text)
        if sites is None:
            out.write(b"X")
            continue
        data = sites.encode("utf-8", "surrogatepass")
        out.write(b"E" + struct.pack("<I", len(data)) + data)
    out.write(b"Z")


if __name__ == "__main__":
    main()
