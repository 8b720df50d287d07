import Logging
import ServiceContextModule
import Signet
import SignetRegistry
import SignetTesting
import Testing

@Suite("The user context")
struct UserContextTests {
    @Test("has a thread, run and request of one core when all are new")
    func family() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        #expect(context.thread.isSibling(of: context.run))
        #expect(context.run.isSibling(of: context.request))
        let parents = try await test.registry.relatives(
            .ancestors,
            of: context.request.erased,
            in: context
        )
        #expect(Set(parents.map { $0.id }) == [context.run.erased, context.thread.erased])
    }

    @Test("goes on in a thread and a run that are the user's")
    func goesOn() async throws {
        let test = RegistryUnderTest()
        let first = try await test.context("alice")
        let inThread = try await test.registry.context(
            of: first.owner,
            session: first.session,
            thread: first.thread
        )
        #expect(inThread.thread == first.thread)
        #expect(inThread.run != first.run)
        let inRun = try await test.registry.context(
            of: first.owner,
            session: first.session,
            run: first.run
        )
        #expect(inRun.thread == first.thread)
        #expect(inRun.run == first.run)
        #expect(inRun.request != first.request)
    }

    @Test("is refused for a session, thread, run or connection that is another's or has ended")
    func refusals() async throws {
        let test = RegistryUnderTest()
        let alice = try await test.context("alice")
        let alicia = try await test.context("alice2")
        let registry = test.registry
        let connection = try await registry.openConnection(
            of: alicia.owner,
            session: alicia.session
        )
        let other = try await test.registry.context(of: alice.owner, session: alice.session)
        let attempts: [() async throws -> UserContext] = [
            { try await registry.context(of: alice.owner, session: alicia.session) },
            {
                try await registry.context(
                    of: alice.owner,
                    session: alice.session,
                    thread: alicia.thread
                )
            },
            {
                try await registry.context(
                    of: alice.owner,
                    session: alice.session,
                    run: alicia.run
                )
            },
            {
                try await registry.context(
                    of: alice.owner,
                    session: alice.session,
                    connection: connection
                )
            },
            {
                // Her own run, of another thread.
                try await registry.context(
                    of: alice.owner,
                    session: alice.session,
                    thread: alice.thread,
                    run: other.run
                )
            },
        ]
        for attempt in attempts {
            let error = await #expect(throws: RegistryError.self) { _ = try await attempt() }
            #expect(error?.code == .notFound)
        }
        try await registry.release(alice.session.erased, in: alice)
        let error = await #expect(throws: RegistryError.self) {
            try await registry.context(of: alice.owner, session: alice.session)
        }
        #expect(error?.code == .notFound)
    }

    @Test("may be nested 32 deep, and no deeper")
    func depth() async throws {
        let test = RegistryUnderTest()
        var context = try await test.context("alice")
        for level in 1...32 {
            let child = try await test.registry.child(of: context, newRun: level % 2 == 0)
            #expect(child.depth == level)
            #expect(child.thread == context.thread)
            #expect((child.run == context.run) == (level % 2 == 1))
            #expect(child.request != context.request)
            context = child
        }
        let deepest = context
        let error = await #expect(throws: RegistryError.self) {
            try await test.registry.child(of: deepest)
        }
        #expect(error?.code == .tooDeep)
    }

    @Test("follows child tasks into logs and traces, without names of users")
    func taskLocal() async throws {
        let test = RegistryUnderTest()
        let context = try await test.context("alice")
        #expect(UserContext.current == nil)
        let seen = await context.run {
            async let child = UserContext.current
            #expect(ServiceContext.current?.userContext == context)
            let metadata = Logger.MetadataProvider.userContext.get()
            #expect(metadata["run"] == .stringConvertible(context.run))
            #expect(!"\(metadata)".contains("alice"))
            return await child
        }
        #expect(seen == context)
        #expect(UserContext.current == nil)
    }
}
