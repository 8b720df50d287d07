/// The program that CPython runs for `InterpreterPool`, for Python 3.8 and later.
///
/// It reads frames from standard input and answers each with one on standard output; all numbers
/// are unsigned, big-endian and of 32 bits, but for the status, which is a byte. A frame is its
/// length and then:
///
/// - a question: number, count of edits, length of the old source, four offsets an edit (start and
///   end in the old source, start and end in the new one), the old source, the new source;
/// - an answer: number, status, line, and the name of an error or of a kind of node.
///
/// The first answer has the number 0 and says which version of Python this is.
enum InterpreterScript {
    /// What an answer may say, in the order of its numbers.
    enum Status: UInt8 {
        case same
        case oldFaulty
        case newFaulty
        case different
        case unknown
    }

    /// The source.
    static let source = #"""
        import ast, gc, io, re, struct, sys, tokenize, warnings
        from bisect import bisect_left, bisect_right

        SAME, OLD_FAULTY, NEW_FAULTY, DIFFERENT, UNKNOWN = range(5)
        # Before 3.12, what is inside of an f-string does not stand where it says.
        PLACED = sys.version_info >= (3, 12)
        LINE_END = re.compile(rb"\r\n|\r|\n")


        class Difference(Exception):
            pass


        class Text:
            """The bytes of a file as the parser counts them: decoded, in UTF-8, without a mark."""

            def __init__(self, raw):
                self.raw = raw
                self.skip = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
                name = tokenize.detect_encoding(io.BytesIO(raw).readline)[0]
                self.name = None if name in ("utf-8", "utf-8-sig", "ascii") else name
                self.data = self.utf8(len(raw))
                self.starts = [0] + [end.end() for end in LINE_END.finditer(self.data)]

            def utf8(self, end):
                if self.name is None:
                    return self.raw[self.skip : end]
                return self.raw[:end].decode(self.name).encode("utf-8", "surrogatepass")

            def offset(self, end):
                return max(0, end - self.skip) if self.name is None else len(self.utf8(end))

            def span(self, node):
                """Where a node stands; one without a place stands where its children do."""
                line = getattr(node, "lineno", None)
                if line is not None:
                    return (
                        self.starts[line - 1] + node.col_offset,
                        self.starts[node.end_lineno - 1] + node.end_col_offset,
                    )
                spans = [span for span in map(self.span, ast.iter_child_nodes(node)) if span]
                if spans:
                    return min(s[0] for s in spans), max(s[1] for s in spans)
                return None


        def inside(span, left, right):
            return span is not None and left <= span[0] and span[1] <= right


        class Comparison:
            def __init__(self, old, new, edits):
                self.old, self.new, self.edits = old, new, []
                for a, b, c, d in edits:
                    edit = [old.offset(a), old.offset(b), new.offset(c), new.offset(d)]
                    if self.edits and self.edits[-1][1] == edit[0]:
                        self.edits[-1][1], self.edits[-1][3] = edit[1], edit[3]
                    else:
                        self.edits.append(edit)
                self.old_starts, self.old_ends, self.new_starts, _ = zip(*self.edits)

            def place(self, offset):
                """Where an offset may have gone: to one place, or into what an edit wrote there."""
                index = bisect_left(self.old_ends, offset)
                if index < len(self.edits) and self.old_starts[index] <= offset:
                    return self.edits[index][2], self.edits[index][3]
                moved = offset
                if index > 0:
                    moved += self.edits[index - 1][3] - self.edits[index - 1][1]
                return moved, moved

            def is_replaced(self, left, right):
                index = bisect_right(self.old_starts, left[0]) - 1
                if index < 0:
                    return False
                a, b, c, d = self.edits[index]
                return inside(left, a, b) and inside(right, c, d)

            def is_removed(self, node):
                span = self.old.span(node) if isinstance(node, ast.AST) else None
                index = bisect_right(self.old_starts, span[0]) - 1 if span else -1
                return index >= 0 and inside(span, *self.edits[index][:2])

            def is_added(self, node):
                span = self.new.span(node) if isinstance(node, ast.AST) else None
                index = bisect_right(self.new_starts, span[0]) - 1 if span else -1
                return index >= 0 and inside(span, *self.edits[index][2:])

            def touching(self, span):
                """The edits that change bytes of a span, or add bytes in its middle."""
                first = bisect_right(self.old_ends, span[0])
                return self.edits[first : bisect_left(self.old_starts, span[1])]

            def owned(self, node):
                """Whether bytes of the node itself are edited, outside of its children."""
                span = self.old.span(node)
                if span is None:
                    return False
                children = [self.old.span(child) for child in ast.iter_child_nodes(node)]
                return any(
                    not any(child and child[0] <= e[0] and e[1] <= child[1] for child in children)
                    for e in self.touching(span)
                )

            def compare(self, left, right, placed=True):
                here = self.old.span(left) if placed else None
                if here is not None and self.is_replaced(here, self.new.span(right)):
                    return
                if type(left) is not type(right):
                    raise Difference(left)
                if here is not None and hasattr(left, "lineno"):
                    there = self.new.span(right)
                    self.compare_places(left, here, there)
                    if isinstance(left, ast.stmt) and not self.touching(here):
                        # The same bytes as a statement of the same kind are the same statement.
                        if self.old.data[here[0] : here[1]] != self.new.data[there[0] : there[1]]:
                            raise Difference(left)
                        return
                if type(left).__name__ in ("JoinedStr", "TemplateStr") and self.compare_pieces(
                    left, right, here
                ):
                    return
                for name in left._fields:
                    if name != "type_comment":
                        one, other = getattr(left, name, None), getattr(right, name, None)
                        self.compare_values(left, one, other, placed)

            def compare_places(self, node, here, there):
                low, high = self.place(here[0])
                if not low <= there[0] <= high:
                    raise Difference(node)
                # A block ends where its last statement does, which is looked at by itself.
                if not isinstance(node, ast.stmt) or not hasattr(node, "body"):
                    low, high = self.place(here[1])
                    if not low <= there[1] <= high:
                        raise Difference(node)

            def compare_values(self, node, one, other, placed):
                if isinstance(one, list) and isinstance(other, list):
                    if placed:
                        one = [n for n in one if not self.is_removed(n)]
                        other = [n for n in other if not self.is_added(n)]
                    if len(one) != len(other) and self.is_unplaced_edit(node, one + other, placed):
                        return
                    for left, right in zip(one, other):
                        self.compare_values(node, left, right, placed)
                    if len(one) != len(other):
                        rest = [n for n in one[len(other) :] + one[-1:] if hasattr(n, "lineno")]
                        raise Difference(rest[0] if rest else node)
                elif isinstance(one, ast.AST) and isinstance(other, ast.AST):
                    if placed and self.old.span(one) is None:
                        if ast.dump(one) != ast.dump(other) and not self.owned(node):
                            raise Difference(node)
                    else:
                        self.compare(one, other, placed)
                elif isinstance(one, ast.AST) and other is None:
                    if not (placed and self.is_removed(one)):
                        raise Difference(node)
                elif isinstance(other, ast.AST) and one is None:
                    if not (placed and self.is_added(other)):
                        raise Difference(node)
                elif type(one) is not type(other) or repr(one) != repr(other):
                    if not (placed and self.owned(node)):
                        raise Difference(node)

            def is_unplaced_edit(self, node, values, placed):
                """Whether lists of things without a place differ where there is an edit."""
                return placed and self.owned(node) and all(
                    not isinstance(value, ast.AST) or not hasattr(value, "lineno")
                    for value in values
                )

            def compare_pieces(self, left, right, here):
                """Compares f-strings whose pieces have no exact places or were joined by an edit.

                Each edit accounts for one run of pieces that differ.
                """
                exact = here is not None and PLACED
                if exact:
                    one = [n for n in left.values if not self.is_removed(n)]
                    other = [n for n in right.values if not self.is_added(n)]
                    if len(one) == len(other):
                        return False
                import difflib

                one, other = map(ast.dump, left.values), map(ast.dump, right.values)
                codes = difflib.SequenceMatcher(None, list(one), list(other), False).get_opcodes()
                runs = sum(code[0] != "equal" for code in codes)
                if runs > (len(self.touching(here)) if here is not None else 0):
                    raise Difference(left)
                return True


        def parsed(raw):
            return compile(raw, "<file>", "exec", ast.PyCF_ONLY_AST, True)


        def fault(error):
            return getattr(error, "lineno", None) or 0, type(error).__name__


        def check(raw_old, raw_new, edits):
            try:
                old = parsed(raw_old)
            except (SyntaxError, ValueError) as error:
                return (OLD_FAULTY,) + fault(error)
            try:
                new = parsed(raw_new)
                compile(new, "<file>", "exec", 0, True)
            except (SyntaxError, ValueError) as error:
                try:
                    compile(old, "<file>", "exec", 0, True)
                except (SyntaxError, ValueError) as before:
                    return (OLD_FAULTY,) + fault(before)
                return (NEW_FAULTY,) + fault(error)
            try:
                Comparison(Text(raw_old), Text(raw_new), edits).compare(old, new)
            except Difference as difference:
                node = difference.args[0]
                return DIFFERENT, getattr(node, "lineno", 0), type(node).__name__
            return SAME, 0, ""


        def answer(number, status, line, text):
            body = struct.pack(">IBI", number, status, line) + text.encode()
            sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
            sys.stdout.buffer.flush()


        def serve():
            read = sys.stdin.buffer.read
            warnings.simplefilter("ignore")
            sys.setrecursionlimit(4000)
            gc.disable()
            answer(0, SAME, 0, "%d.%d" % sys.version_info[:2])
            while True:
                head = read(4)
                if len(head) < 4:
                    return
                body = read(struct.unpack(">I", head)[0])
                number, count, size = struct.unpack_from(">III", body)
                start = 12 + 16 * count
                edits = list(struct.iter_unpack(">IIII", body[12:start]))
                try:
                    result = check(body[start : start + size], body[start + size :], edits)
                except (RecursionError, MemoryError, OverflowError, UnicodeError) as error:
                    result = (UNKNOWN,) + fault(error)
                answer(number, *result)
                if number % 64 == 0:
                    gc.collect()


        serve()
        """#
}
