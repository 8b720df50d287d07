import ServerTesting
import Signet
import SignetPostgres
import Testing

@Suite struct `Values of Postgres` {
    private static let core = try? Core(adopting: 0x0191_eb99_24d2_7000, 0x81a1_b2c3_d4e5_f607)

    @Test func `come back as they went`() async throws {
        let database = try TestDatabase()
        let core = try #require(Self.core)
        let text = "a'b\"c\\d\u{1F600}\n"
        let bytes: [UInt8] = Array(0...255)
        let row = try #require(
            try await database.pool.query(
                "SELECT $1::bool, $2::int8, $3::float8, $4::text, $5::bytea, $6, $7::text",
                [
                    .bool(true), .int(.min), .double(-0.1), .text(text), .bytes(bytes), .uuid(core),
                    .null,
                ]
            ).first
        )
        #expect(try row.decode(0, as: Bool.self))
        #expect(try row.decode(1) as Int64 == .min)
        #expect(try row.decode(2) as Double == -0.1)
        #expect(try row.decode(3) as String == text)
        #expect(try row.decode(4) as [UInt8] == bytes)
        #expect(try row.decode(5) as Core == core)
        #expect(try row.decode(6) as String? == nil)
    }

    @Test func `arrays come back with their nulls, and empty`() async throws {
        let database = try TestDatabase()
        let core = try #require(Self.core)
        let row = try #require(
            try await database.pool.query(
                "SELECT $1::bool[], $2::int8[], $3::text[], $4::bytea[], $5, $6::text[]",
                [
                    .bools([true, nil]), .ints([1, nil, -1]), .texts(["", nil, "{,}"]),
                    .byteArrays([[0, 255], [], nil]), .uuids([core, nil]), .texts([]),
                ]
            ).first
        )
        #expect(try row.decode(0, asArrayOf: Bool?.self) == [true, nil])
        #expect(try row.decode(1, asArrayOf: Int64?.self) == [1, nil, -1])
        #expect(try row.decode(2, asArrayOf: String?.self) == ["", nil, "{,}"])
        #expect(try row.decode(3, asArrayOf: [UInt8]?.self) == [[0, 255], [], nil])
        #expect(try row.decode(4, asArrayOf: Core?.self) == [core, nil])
        #expect(try row.decode(5, asArrayOf: String.self) == [])
        #expect(throws: PostgresError(.decoding, subject: "column 1")) {
            try row.decode(1, asArrayOf: Int64.self)
        }
    }

    @Test func `of another type, missing, or no ID are refused by column`() async throws {
        let database = try TestDatabase()
        let rows = try await database.pool.query(
            "SELECT 1::int8, NULL::text, '00000000-0000-0000-0000-000000000000'::uuid, 2::int4"
        )
        let row = try #require(rows.first)
        for (column, read) in [
            (0, { _ = try row.decode(0, as: String.self) }),
            (1, { _ = try row.decode(1, as: String.self) }),
            (2, { _ = try row.decode(2, as: Core.self) }),
            (4, { _ = try row.decode(4, as: Int64.self) }),
            (-1, { _ = try row.decode(-1, as: Int64.self) }),
        ] as [(Int, () throws -> Void)] {
            #expect(throws: PostgresError(.decoding, subject: "column \(column)")) { try read() }
        }
        #expect(try row.decode(3, as: Int64.self) == 2)
    }

    @Test func `large ones travel whole`() async throws {
        let database = try TestDatabase()
        let bytes = (0..<20_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let rows = try await database.pool.query("SELECT $1::bytea", [.bytes(bytes)])
        #expect(try rows.first?.decode(0) as [UInt8]? == bytes)
    }
}
