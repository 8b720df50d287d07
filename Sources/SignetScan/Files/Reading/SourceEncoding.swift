/// An encoding as a Python source file may declare it.
package enum SourceEncoding: Sendable, Equatable {
    /// UTF-8, the default.
    case utf8
    /// ASCII, declared and so held to.
    case ascii
    /// Anything else, under the name that the C library's `iconv` has for it.
    case other(String)

    /// Takes the name in a coding line; Python ignores case there and treats `-`, `_`, `.` and
    /// blanks alike.
    package init(declared name: String) {
        let key = Self.key(name)
        let isUTF8 =
            key == "utf_8" || key == "utf8" || key.hasPrefix("utf_8_") && key != "utf_8_sig"
        if isUTF8 || Self.utf8Names.contains(key) {
            self = .utf8
        } else if Self.asciiNames.contains(key) {
            self = .ascii
        } else if key.hasPrefix("latin_1") || key.hasPrefix("iso_8859_1_")
            || key.hasPrefix("iso_latin_1")
        {
            self = .other("ISO-8859-1")
        } else {
            self = .other(Self.libraryNames[key] ?? Self.constructed(key))
        }
    }

    /// Whether `name` is `utf-8` itself, or that with a suffix: all that CPython accepts after a
    /// byte order mark, although it knows other names of the same encoding.
    package static func isPlainUTF8(_ name: String) -> Bool {
        let key = name.lowercased().replacing("_", with: "-")
        return key == "utf-8" || key.hasPrefix("utf-8-")
    }

    /// The name in lower case with each run of other characters as one underscore.
    private static func key(_ name: String) -> String {
        var key = ""
        for character in name.lowercased() {
            let isPlain = character.isLetter || character.isNumber
            if isPlain {
                key.append(character)
            } else if key.last != "_" {
                key.append("_")
            }
        }
        return key
    }

    private static let utf8Names: Set = [
        "u8", "utf", "utf8_ucs2", "utf8_ucs4", "cp65001", "utf_8_sig",
    ]

    private static let asciiNames: Set = [
        "ascii", "us_ascii", "646", "ansi_x3.4_1968", "ansi_x3_4_1968", "iso646_us", "cp367",
        "ibm367", "us", "iso_ir_6",
    ]

    /// Names of Python that `iconv` writes in another way than `constructed` does.
    ///
    /// Shift JIS is read as CP932, the only variant in the library that keeps the backslash.
    private static let libraryNames: [String: String] = [
        "latin1": "ISO-8859-1", "latin": "ISO-8859-1", "l1": "ISO-8859-1", "8859": "ISO-8859-1",
        "cp819": "ISO-8859-1", "iso8859": "ISO-8859-1", "latin2": "ISO-8859-2",
        "l2": "ISO-8859-2", "latin3": "ISO-8859-3", "latin4": "ISO-8859-4",
        "cyrillic": "ISO-8859-5", "arabic": "ISO-8859-6", "greek": "ISO-8859-7",
        "hebrew": "ISO-8859-8", "latin5": "ISO-8859-9", "l5": "ISO-8859-9",
        "latin6": "ISO-8859-10", "thai": "ISO-8859-11", "latin7": "ISO-8859-13",
        "latin8": "ISO-8859-14", "latin9": "ISO-8859-15", "l9": "ISO-8859-15",
        "latin10": "ISO-8859-16", "jisx0213": "EUC-JISX0213", "iso2022_jp_2": "ISO-2022-JP-2",
        "iso2022_kr": "ISO-2022-KR", "mac_latin2": "MAC-CENTRALEUROPE",
        "ks_c_5601": "EUC-KR", "shift_jis": "CP932", "sjis": "CP932", "s_jis": "CP932",
        "shiftjis": "CP932", "csshiftjis": "CP932", "ms932": "CP932", "mskanji": "CP932",
        "ms_kanji": "CP932", "windows_31j": "CP932", "euc_jp": "EUC-JP", "eucjp": "EUC-JP",
        "ujis": "EUC-JP", "u_jis": "EUC-JP", "euc_jis_2004": "EUC-JISX0213",
        "euc_jisx0213": "EUC-JISX0213", "iso2022_jp": "ISO-2022-JP",
        "iso_2022_jp": "ISO-2022-JP", "euc_kr": "EUC-KR", "euckr": "EUC-KR", "korean": "EUC-KR",
        "ms949": "CP949", "uhc": "CP949", "gbk": "GBK", "936": "GBK", "ms936": "GBK",
        "cp936": "GBK", "chinese": "GB2312", "euc_cn": "GB2312", "euccn": "GB2312",
        "gb2312_80": "GB2312", "big5_tw": "BIG5", "big5hkscs": "BIG5-HKSCS",
        "big5_hkscs": "BIG5-HKSCS",
        "tis_620": "TIS-620", "tis620": "TIS-620", "koi8_r": "KOI8-R", "koi8_u": "KOI8-U",
        "koi8_t": "KOI8-T", "mac_roman": "MACINTOSH", "macintosh": "MACINTOSH",
        "macroman": "MACINTOSH", "mac_cyrillic": "MAC-CYRILLIC", "kz_1048": "RK1048",
        "kz1048": "RK1048", "rk1048": "RK1048", "ptcp154": "PT154", "pt154": "PT154",
    ]

    /// `iso8859_2`, `windows_1252`, `cp1252` and `1252` in the form of `iconv`, without a year;
    /// other names with dashes, which is how most of the library's own are written.
    private static func constructed(_ key: String) -> String {
        var key = key[...]
        if let last = key.lastIndex(of: "_"),
            ["19", "20"].contains(key[last...].dropFirst().prefix(2)),
            key[last...].count == 5
        {
            key = key[..<last]
        }
        if key.allSatisfy(\.isNumber) { return "CP" + key }
        let prefixes = [
            ("iso_8859_", "ISO-8859-"), ("iso8859_", "ISO-8859-"), ("windows_", "CP"),
            ("ibm", "CP"), ("cp", "CP"), ("ms", "CP"),
        ]
        for (prefix, replacement) in prefixes where key.hasPrefix(prefix) {
            let number = key.dropFirst(prefix.count)
            if !number.isEmpty, number.allSatisfy(\.isNumber) { return replacement + number }
        }
        return String(key.replacing("_", with: "-"))
    }
}
