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
import os
import re
import struct
import sys
import warnings

from reference_tokens import decoded, files_of

FUNCTIONS = {"uuid1", "uuid3", "uuid4", "uuid5", "uuid6", "uuid7", "uuid8"}
FACTORIES = {
    "default", "default_factory", "factory", "server_default", "insert_default",
    "side_effect", "return_value",
}
FUNCTION_NODES = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
OPAQUE = None


class Scope:
    def __init__(self, kind, parent, name=None):
        self.kind, self.parent, self.name = kind, parent, name
        self.bindings = {}
        self.foreign = {}
        self.redirects = {}


class Binding:
    def __init__(self, position, conditional, value):
        self.position, self.conditional, self.value = position, conditional, value


def dotted(node):
    """The names of a dotted name, outermost first; None for other expressions."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return [node.id] + names[::-1]


class Reader(ast.NodeVisitor):
    """Collects scopes, bindings and uses. The clock counts nodes in the order they run."""

    def __init__(self, tree):
        self.clock = 0
        self.scope = self.module = Scope("module", None)
        self.conditions = 0
        self.parents = {}
        self.uses = []
        self.pending = []
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node
        self.body(tree.body, conditional=False)
        for scope, name, binding in self.pending:
            self.owner(scope, name).foreign.setdefault(name, []).append(binding)

    # Scopes

    def owner(self, scope, name):
        if scope.redirects[name] == "global":
            return self.module
        scope = scope.parent
        while scope is not self.module:
            if scope.kind != "class":
                if scope.redirects.get(name) == "global":
                    return self.module
                if name not in scope.redirects and name in scope.bindings:
                    return scope
            scope = scope.parent
        return scope

    def tick(self):
        self.clock += 1
        return self.clock

    def bind(self, name, value=OPAQUE, conditional=False, scope=None):
        inner = scope is None
        scope = scope or self.scope
        binding = Binding(self.tick(), conditional or (inner and self.conditions > 0), value)
        if name in scope.redirects and scope is not self.module:
            binding.conditional = True
            self.pending.append((scope, name, binding))
        else:
            scope.bindings.setdefault(name, []).append(binding)
        return binding

    def inside(self, scope, action, conditions=0):
        saved = self.scope, self.conditions
        self.scope, self.conditions = scope, conditions
        action()
        self.scope, self.conditions = saved

    def body(self, statements, conditional=True):
        self.conditions += conditional
        for statement in statements:
            self.visit(statement)
        self.conditions -= conditional

    def declare(self, node, kind):
        for name in node.names:
            self.scope.redirects[name] = kind

    def visit_Global(self, node):
        self.declare(node, "global")

    def visit_Nonlocal(self, node):
        self.declare(node, "nonlocal")

    # Definitions

    def function(self, node, name):
        arguments = node.args
        everything = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
        everything += [each for each in (arguments.vararg, arguments.kwarg) if each]
        for each in getattr(node, "decorator_list", []):
            self.visit(each)
        for default in arguments.defaults + [each for each in arguments.kw_defaults if each]:
            self.visit(default)
        for each in everything:
            if each.annotation:
                self.visit(each.annotation)
        if getattr(node, "returns", None):
            self.visit(node.returns)
        scope = Scope("function", self.scope, name)
        if name:
            self.bind(name)
        for each in getattr(node, "type_params", []):
            self.bind(each.name, scope=scope)
        for each in everything:
            self.bind(each.arg, scope=scope)
        if isinstance(node, ast.Lambda):
            self.inside(scope, lambda: self.visit(node.body))
        else:
            self.inside(scope, lambda: self.body(node.body, conditional=False))

    def visit_FunctionDef(self, node):
        self.function(node, node.name)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        self.function(node, None)

    def visit_ClassDef(self, node):
        for each in node.decorator_list + node.bases + node.keywords:
            self.visit(each)
        scope = Scope("class", self.scope, node.name)
        for each in getattr(node, "type_params", []):
            self.bind(each.name, scope=scope)
        self.inside(scope, lambda: self.body(node.body, conditional=False))
        self.bind(node.name)

    def comprehension(self, node):
        scope = Scope("comprehension", self.scope)
        first = node.generators[0]
        self.visit(first.iter)

        def inner():
            for generator in node.generators:
                if generator is not first:
                    self.visit(generator.iter)
                self.target(generator.target)
                for condition in generator.ifs:
                    self.visit(condition)
            for part in ("key", "value", "elt"):
                if hasattr(node, part):
                    self.visit(getattr(node, part))

        self.inside(scope, inner)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    # Bindings

    def target(self, node, conditional=False):
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Load):
                self.bind(each.id, conditional=conditional)
        for child in ast.walk(node):
            if isinstance(child, (ast.Attribute, ast.Subscript)) and not isinstance(
                child.ctx, ast.Load
            ):
                self.generic_visit(child)

    def value_of(self, node):
        names = dotted(node)
        return OPAQUE if names is None else (names, self.scope, self.clock)

    def assign(self, target, value):
        if isinstance(target, ast.Name):
            self.bind(target.id, self.value_of(value))
        elif isinstance(target, ast.Tuple) and self.parallel(target, value):
            for left, right in zip(target.elts, value.elts):
                if isinstance(left, ast.Name):
                    self.bind(left.id, self.value_of(right))
                else:
                    self.target(left)
        else:
            self.target(target)

    @staticmethod
    def parallel(target, value):
        return (
            isinstance(target, ast.Tuple)
            and isinstance(value, ast.Tuple)
            and len(target.elts) == len(value.elts)
            and not any(isinstance(each, ast.Starred) for each in target.elts + value.elts)
        )

    def visit_Assign(self, node):
        self.visit(node.value)
        self.tick()
        for target in node.targets:
            self.assign(target, node.value)

    def visit_AnnAssign(self, node):
        self.visit(node.annotation)
        if node.value:
            self.visit(node.value)
            self.tick()
            self.assign(node.target, node.value)
        elif isinstance(node.target, ast.Name) and node.simple:
            if self.scope.kind == "function":
                self.bind(node.target.id, conditional=True)
        else:
            self.target(node.target)

    def visit_AugAssign(self, node):
        self.visit(node.value)
        self.target(node.target)

    def visit_NamedExpr(self, node):
        value = self.value_of(node.value)
        scope = self.scope
        while scope.kind == "comprehension":
            scope = scope.parent
        self.bind(node.target.id, value, conditional=True, scope=scope)
        self.visit(node.value)

    def visit_Delete(self, node):
        for target in node.targets:
            self.target(target)

    def visit_TypeAlias(self, node):
        self.visit(node.value)
        self.bind(node.name.id)

    def visit_Import(self, node):
        for alias in node.names:
            path = alias.name.split(".")
            name = alias.asname or path[0]
            known = path if alias.asname else path[:1]
            self.bind(name, tuple(known))

    def visit_ImportFrom(self, node):
        path = () if node.level else tuple((node.module or "").split("."))
        for alias in node.names:
            if alias.name == "*":
                if path == ("uuid",):
                    for name in sorted(FUNCTIONS):
                        self.bind(name, path + (name,))
            else:
                value = path + (alias.name,) if path else OPAQUE
                self.bind(alias.asname or alias.name, value)

    # Compound statements

    def visit_For(self, node):
        self.visit(node.iter)
        self.target(node.target, conditional=True)
        self.body(node.body)
        self.body(node.orelse)

    visit_AsyncFor = visit_For

    def visit_While(self, node):
        self.visit(node.test)
        self.body(node.body)
        self.body(node.orelse)

    visit_If = visit_While

    def visit_With(self, node):
        for item in node.items:
            self.visit(item.context_expr)
        for item in node.items:
            if item.optional_vars:
                self.target(item.optional_vars)
        self.body(node.body)

    visit_AsyncWith = visit_With

    def visit_Try(self, node):
        self.body(node.body)
        for handler in node.handlers:
            if handler.type:
                self.visit(handler.type)
            if handler.name:
                self.bind(handler.name, conditional=True)
            self.body(handler.body)
        self.body(node.orelse)
        self.body(node.finalbody)

    visit_TryStar = visit_Try

    def visit_Match(self, node):
        self.visit(node.subject)
        for case in node.cases:
            for each in ast.walk(case.pattern):
                if isinstance(each, (ast.MatchAs, ast.MatchStar)) and each.name:
                    self.bind(each.name, conditional=True)
                elif isinstance(each, ast.MatchMapping) and each.rest:
                    self.bind(each.rest, conditional=True)
            self.visit(case.pattern)
            if case.guard:
                self.visit(case.guard)
            self.body(case.body)

    def visit_Name(self, node):
        if isinstance(node.ctx, ast.Load):
            self.uses.append((node, self.scope, self.tick()))


class Resolver:
    def __init__(self, reader):
        self.reader = reader

    def alternatives(self, bindings, position):
        """The bindings that may hold, oldest first, and whether the name must be bound."""
        if position is not None:
            bindings = [each for each in bindings if each.position <= position]
        for index in range(len(bindings) - 1, -1, -1):
            if not bindings[index].conditional:
                return bindings[index:], True
        return bindings, False

    def value(self, binding, depth):
        if binding.value is OPAQUE:
            return None
        if isinstance(binding.value, tuple) and isinstance(binding.value[0], str):
            return binding.value
        names, scope, position = binding.value
        base = self.resolve(names[0], scope, position, depth + 1)
        return None if base is None else base + tuple(names[1:])

    def first(self, bindings, depth):
        for binding in bindings:
            value = self.value(binding, depth)
            if value is not None and value[0] == "uuid" and len(value) <= 2:
                if len(value) == 1 or value[1] in FUNCTIONS:
                    return value
        return None

    def resolve(self, name, start, position, depth=0):
        if depth > 64:
            return None
        scope, at_once = start, True
        module = self.reader.module
        while scope is not None:
            if scope.kind != "class" or scope is start:
                if name in scope.redirects and scope is not module:
                    scope, at_once = self.reader.owner(scope, name), False
                    continue
                bindings = scope.bindings.get(name, [])
                found, sure = self.alternatives(bindings, position if at_once else None)
                if not found and scope.kind != "class":
                    found, sure = self.alternatives(bindings, None)
                value = self.first(found, depth)
                if value is None:
                    value = self.first(scope.foreign.get(name, []), depth)
                bound = sure or (scope.kind != "class" and bindings) or scope.foreign.get(name)
                if value is not None or bound:
                    return value
            at_once = at_once and scope.kind in ("class", "comprehension")
            scope = scope.parent
        return None


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
