"""What names stand for in a Python file, read from CPython's own syntax tree.

Part of `reference_sites.py`, whose rules it follows.
"""

import ast

FUNCTIONS = {"uuid1", "uuid3", "uuid4", "uuid5", "uuid6", "uuid7", "uuid8"}
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
