// Writes the tokens of sources as a reference parser sees them.
//
// usage: node --expose-internals reference_tokens.js TYPESCRIPT DIRECTORY...
//
// JavaScript is read by the acorn that is part of node. TypeScript and JSX are read by the module
// at TYPESCRIPT, if that is no `-`. A line a file: its path, a tab, and the offsets of its tokens
// in bytes; files that the reference refuses are left out.
"use strict";
const fs = require("fs");
const path = require("path");
const acorn = require("internal/deps/acorn/acorn/dist/acorn");
const typescript = process.argv[2] === "-" ? null : require(process.argv[2]);

function* sources(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(name);
    else if (entry.isFile() && /\.[mc]?[jt]sx?$/.test(name)) yield name;
  }
}

function byteOffsets(text, places) {
  let bytes = 0;
  let index = 0;
  return places.map((place) => {
    for (; index < place; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x80) bytes += 1;
      else if (code < 0x800) bytes += 2;
      // Each half of a pair stands for two of its four bytes.
      else bytes += code >= 0xd800 && code < 0xe000 ? 2 : 3;
    }
    return bytes;
  });
}

function javaScriptTokens(text) {
  for (const sourceType of ["module", "script"]) {
    const places = [];
    try {
      acorn.parse(text, {
        ecmaVersion: "latest",
        sourceType,
        allowReturnOutsideFunction: true,
        onToken: (token) => {
          if (token.end > token.start) places.push(token.start, token.end);
        },
      });
      return places;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

function typeScriptTokens(text, name) {
  const kinds = typescript.SyntaxKind;
  const extension = path.extname(name);
  const scriptKind =
    extension === ".tsx" ? typescript.ScriptKind.TSX
    : extension.includes("ts") ? typescript.ScriptKind.TS
    : typescript.ScriptKind.JSX;
  const target = typescript.ScriptTarget.Latest;
  const file = typescript.createSourceFile(name, text, target, true, scriptKind);
  if (file.parseDiagnostics.length) return null;
  const places = [];
  const add = (...marks) => {
    for (let index = 1; index < marks.length; index++) {
      if (marks[index] > marks[index - 1]) places.push(marks[index - 1], marks[index]);
    }
  };
  const open = [file];
  while (open.length) {
    const node = open.pop();
    if (node.kind >= kinds.FirstJSDocNode && node.kind <= kinds.LastJSDocNode) continue;
    const children = node.getChildren(file);
    if (children.length) {
      open.push(...children.reverse());
      continue;
    }
    const start = node.kind === kinds.JsxText ? node.pos : node.getStart(file);
    const { end } = node;
    switch (node.kind) {
      case kinds.EndOfFileToken:
      case kinds.SyntaxList:
        break;
      case kinds.NoSubstitutionTemplateLiteral:
      case kinds.TemplateTail:
        add(start, start + 1, end - 1, end);
        break;
      case kinds.TemplateHead:
      case kinds.TemplateMiddle:
        add(start, start + 1, end - 2, end);
        break;
      default:
        if (text[start] === ">" && node.kind !== kinds.JsxText) {
          for (let index = start; index < end; index++) add(index, index + 1);
        } else {
          add(start, end);
        }
    }
  }
  return places;
}

for (const folder of process.argv.slice(3)) {
  for (const name of sources(folder)) {
    const text = fs.readFileSync(name, "utf8");
    // A mark at the beginning is no part of the text.
    if (text.charCodeAt(0) === 0xfeff) continue;
    const isPlain = /\.[mc]?js$/.test(name);
    if (!isPlain && !typescript) continue;
    const places = isPlain ? javaScriptTokens(text) : typeScriptTokens(text, name);
    if (!places) continue;
    fs.writeSync(1, `${name}\t${byteOffsets(text, places).join(" ")}\n`);
  }
}
