/// The words that steer the outline and the search for facts.
///
/// The raw value is the word's symbol in every source.
package enum ScriptWord: UInt32, CaseIterable, Sendable {
    // Reserved words, and those that are so where they matter.
    case `as`, async, await, `case`, `catch`, `class`, const, `default`, delete, `do`
    case `else`, export, extends, `for`, from, function, `if`, `import`, `in`, instanceof
    case `let`, new, of, `return`, satisfies, `switch`, this, `throw`, type, typeof
    case `var`, void, `while`, with, yield
    // Names of the language's library and of others, from here on.
    case abs, bigInt, btoa, ceil, charAt, concat, digest, encodeURIComponent
    case endsWith, exec, fill, floor, getTime, indexOf, join, length, localeCompare, map
    case match, numberFunction, now, orderBy, padEnd, padStart, parseFloat, parseInt, pop, replace
    case replaceAll, require, round, shift, slice, sort, sortBy, split, startsWith, stringFunction
    case substr, substring, test, toISOString, toLowerCase, toString, toUpperCase, trim, trunc
    case useMemo, useRef, useState, valueOf
    // Names of schemas, models and tests.
    case column, char, upperChar, defaultFn, defaultTo, defaultValue, dollarDefault, dollarDefaultFn
    case factory, format, generator, guid, isUUIDDecorator, isUUID, mock, doMock, parseUUIDPipe
    case primaryColumn, primaryGeneratedColumn, spyOn, string, upperString, stub, upperUUID, uuid,
        varchar
    case uuidv4, uuidv7, upperVarchar

    /// The word itself.
    package var text: String {
        switch self {
        case .bigInt: "BigInt"
        case .numberFunction: "Number"
        case .stringFunction: "String"
        case .column: "Column"
        case .upperChar: "CHAR"
        case .isUUIDDecorator: "IsUUID"
        case .parseUUIDPipe: "ParseUUIDPipe"
        case .primaryColumn: "PrimaryColumn"
        case .primaryGeneratedColumn: "PrimaryGeneratedColumn"
        case .upperString: "STRING"
        case .upperUUID: "UUID"
        case .upperVarchar: "VARCHAR"
        case .dollarDefault: "$default"
        case .dollarDefaultFn: "$defaultFn"
        default: "\(self)"
        }
    }

    /// Whether the word can never be a name.
    var isReserved: Bool {
        switch self {
        case .as, .async, .from, .of, .satisfies, .type: false
        default: rawValue <= Self.yield.rawValue
        }
    }
}
