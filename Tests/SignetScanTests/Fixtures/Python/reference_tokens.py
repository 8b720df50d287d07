"""Streams the tokens of CPython's own tokenizer, for comparison with Signet's.

usage: reference_tokens.py SHARD SHARDS TREE...

For every file: its UTF-8 source, then its tokens. All integers are little-endian:
    'F' u32 path length, path, u32 source length, source
    'T' u8 kind, u32 row, column, end row, end column (columns in UTF-8 bytes), u32 length, text
    'E' end of file;  'X' the reference refused the rest of the file
The stream begins with 'V' and the minor version as u8, and ends with 'Z'.
"""

import io
import os
import struct
import sys
import tokenize

KINDS = (
    "ENDMARKER NAME NUMBER STRING FSTRING_START FSTRING_MIDDLE FSTRING_END "
    "TSTRING_START TSTRING_MIDDLE TSTRING_END OP COMMENT NL NEWLINE INDENT DEDENT ERRORTOKEN"
).split()
NUMBER_OF = {
    getattr(tokenize, name): number
    for number, name in enumerate(KINDS)
    if hasattr(tokenize, name)
}
HEADER = struct.Struct("<cBIIIII")


def decoded(path):
    """The text of a source file; None where its encoding cannot be read."""
    with open(path, "rb") as file:
        data = file.read()
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        if encoding == "utf-8-sig":
            return "\ufeff" + data.decode(encoding)
        return data.decode(encoding)
    except (SyntaxError, UnicodeError, LookupError):
        return None


def tokens_of(text):
    """Yields the packed tokens of one source, and at last the mark that ends it."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    ascii_lines = [line.isascii() for line in lines]

    def column(row, column):
        if row > len(lines) or ascii_lines[row - 1]:
            return column
        line = lines[row - 1]
        extra = max(0, column - len(line))
        return len(line[:column].encode("utf-8", "surrogatepass")) + extra

    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            string = token.string.encode("utf-8", "surrogatepass")
            (row, start), (end_row, end) = token.start, token.end
            yield HEADER.pack(
                b"T", NUMBER_OF[token.type], row, column(row, start),
                end_row, column(end_row, end), len(string),
            ) + string
    except (tokenize.TokenError, SyntaxError):
        yield b"X"
    else:
        yield b"E"


def files_of(trees):
    for tree in trees:
        for folder, folders, names in os.walk(tree):
            folders[:] = sorted(set(folders) - {"site-packages", "dist-packages"})
            for name in sorted(names):
                if name.endswith(".py"):
                    yield os.path.join(folder, name)


def main():
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
        if text is None:
            continue
        name = path.encode("utf-8", "surrogateescape")
        source = text.encode("utf-8", "surrogatepass")
        out.write(b"F" + struct.pack("<I", len(name)) + name)
        out.write(struct.pack("<I", len(source)) + source)
        out.write(b"".join(tokens_of(text)))
    out.write(b"Z")


if __name__ == "__main__":
    main()
