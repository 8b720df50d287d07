public import Signet

extension Registry {
    /// Records a new authenticated session of a user.
    ///
    /// Call it after the user has proven who they are. The session's ID is a name; what the client
    /// shows to prove its session is a ``Secret`` of its own.
    ///
    /// - Parameters:
    ///   - owner: What the authenticator vouches for.
    ///   - lifetime: How long it lives without being touched; nil is that of the kind or policy.
    /// - Returns: The session.
    /// - Throws: ``RegistryError``.
    public func openSession(
        of owner: Owner,
        lifetime: Duration? = nil
    ) async throws(RegistryError) -> SessionID {
        let id = try mint(.session)
        _ = try await record([NodeDraft(id: id, lifetime: lifetime)], of: owner)
        return SessionID(id.core)
    }

    /// Makes the context of a request.
    ///
    /// What is not given is issued: a new thread below the session's user, a run below its thread, a
    /// request below its run; those that are new together share a core.
    ///
    /// - Parameters:
    ///   - owner: What the authenticator vouches for.
    ///   - session: The session that the credentials led to.
    ///   - connection: The connection over which the user came.
    ///   - thread: The conversation that the user asks for.
    ///   - run: The run that the user asks for; it hangs below the thread.
    /// - Returns: The context.
    /// - Throws: ``RegistryError/Code-swift.struct/notFound`` if any of them does not live or is
    ///   not the user's; a user cannot tell which of the two it is.
    public func context(
        of owner: Owner,
        session: SessionID,
        connection: WebSocketConnectionID? = nil,
        thread: ThreadID? = nil,
        run: RunID? = nil
    ) async throws(RegistryError) -> UserContext {
        let scope = NodeScope.owned(by: owner)
        try await requireAlive(session.erased, in: scope)
        if let connection { try await requireAlive(connection.erased, in: scope) }
        var thread = thread
        if let run {
            let node = try await requireAlive(run.erased, in: scope)
            let parent = node.parents.first { $0.kind == .thread }
            guard let parent, thread == nil || thread?.core == parent.core else {
                throw RegistryError(.notFound, kind: .run)
            }
            thread = ThreadID(parent.core)
        }
        if let thread { try await requireAlive(thread.erased, in: scope) }
        let missing: [Kind] =
            thread == nil ? [.thread, .run, .req] : run == nil ? [.run, .req] : [.req]
        let parent = run?.erased ?? thread?.erased
        let drafts = try family(of: missing, under: parent.map { [$0] } ?? [])
        let core = try await record(drafts, of: owner)[0].id.core
        return UserContext(
            owner: owner,
            session: session,
            connection: connection,
            thread: thread ?? ThreadID(core),
            run: run ?? RunID(core),
            request: RequestID(core),
            depth: 0
        )
    }

    /// Makes the context of a request that names its thread and run by any of their names.
    ///
    /// - Parameters:
    ///   - owner: What the authenticator vouches for.
    ///   - session: The session that the credentials led to.
    ///   - connection: The connection over which the user came.
    ///   - thread: Any name of the thread that the user asks for, legacy ones too.
    ///   - run: Any name of the run.
    /// - Returns: The context.
    /// - Throws: As ``context(of:session:connection:thread:run:)``, and
    ///   ``RegistryError/Code-swift.struct/badName`` for a name that cannot be read.
    public func context(
        of owner: Owner,
        session: SessionID,
        connection: WebSocketConnectionID? = nil,
        threadNamed thread: String?,
        runNamed run: String?
    ) async throws(RegistryError) -> UserContext {
        try await context(
            of: owner,
            session: session,
            connection: connection,
            thread: try await core(named: thread, as: .thread, of: owner).map { ThreadID($0) },
            run: try await core(named: run, as: .run, of: owner).map { RunID($0) }
        )
    }

    private func core(
        named name: String?,
        as kind: Kind,
        of owner: Owner
    ) async throws(RegistryError) -> Core? {
        guard let name else { return nil }
        return try await resolve(name, as: kind, in: .owned(by: owner)).id.core
    }

    /// Makes a context within another one: the same user, session, connection and thread, and a new
    /// request.
    ///
    /// - Parameters:
    ///   - context: The context around it.
    ///   - newRun: Whether the request begins a run of its own in the thread.
    /// - Returns: The context; its request hangs below its run.
    /// - Throws: ``RegistryError/Code-swift.struct/tooDeep`` beyond 32 levels;
    ///   ``RegistryError/Code-swift.struct/parentNotFound`` when the run or thread has ended.
    public func child(
        of context: UserContext,
        newRun: Bool = false
    ) async throws(RegistryError) -> UserContext {
        guard context.depth < UserContext.maximumDepth else { throw RegistryError(.tooDeep) }
        let parent = newRun ? context.thread.erased : context.run.erased
        let drafts = try family(of: newRun ? [.run, .req] : [.req], under: [parent])
        let core = try await record(drafts, of: context.owner)[0].id.core
        return UserContext(
            owner: context.owner,
            session: context.session,
            connection: context.connection,
            thread: context.thread,
            run: newRun ? RunID(core) : context.run,
            request: RequestID(core),
            depth: context.depth + 1
        )
    }

    /// Records a connection of the user's session, and makes its context.
    ///
    /// - Parameters:
    ///   - owner: What the authenticator vouches for.
    ///   - session: The session that the credentials led to.
    ///   - holder: The process that serves the connection; the connection ends with it.
    /// - Returns: The connection.
    /// - Throws: ``RegistryError``.
    public func openConnection(
        of owner: Owner,
        session: SessionID,
        heldBy holder: Holder? = nil
    ) async throws(RegistryError) -> WebSocketConnectionID {
        let draft = NodeDraft(id: try mint(.wsConn), parents: [session.erased], holder: holder)
        do throws(RegistryError) {
            return WebSocketConnectionID(try await record([draft], of: owner)[0].id.core)
        } catch {
            guard error.code == .parentNotFound else { throw error }
            throw RegistryError(.notFound, kind: .session)
        }
    }

    @discardableResult
    private func requireAlive(
        _ id: AnyID,
        in scope: NodeScope
    ) async throws(RegistryError) -> Node {
        let node = try await node(id, in: scope)
        guard node.state == .active else { throw RegistryError(.notFound, kind: id.kind) }
        return node
    }
}
