/// Sources that hold a little of everything.
enum ScriptSamples {
    static let everything = #"""
        #!/usr/bin/env node
        import React, { useState as state } from "react";
        import { v4 as uuidv4, validate } from "uuid";
        import * as ids from './ids.js'
        import { generateRunId as makeRun } from "./ids";
        const { ulid, monotonicFactory } = require("ulid"), { nanoid } = require('nanoid');
        export { ids }; // signet: ignore[raw-uuid] tests
        type Map<K, V extends object = {}> = { [key in K]?: V } & Partial<Record<K, Array<V>>>;
        interface Shape<T> { id: string; make?(x: T): void; readonly [key: string]: T }
        enum Kind { A = 1 << 2, B }
        @Entity({ name: "runs" })
        export abstract class Run<T = any> extends Base<T> implements Shape<T> {
          @PrimaryGeneratedColumn("uuid") id!: string;
          @Column({ type: "varchar", length: 36 }) private ownerId: string = "unknown";
          static #count = 0; declare x: number; static { Run.#count = 1; }
          constructor(private readonly userId: string = "anonymous", { a = uuidv4(), b: [c] } = {}) { super(); }
          get key(): `run_${string}` { return `run_${this.ownerId}_${Date.now()}_${uuidv4().slice(0, 8)}`; }
          async *walk<U>(list: U[]): AsyncGenerator<U, void> { for await (const x of list) yield* [x]; }
          nextId = (): string => "job-" + ++Run.#count + '_' + Math.random().toString(36).substring(2, 9);
        }
        function generateRunId(prefix = "run") {
          const time = Date.now(), rand = crypto.randomBytes(4).toString("hex");
          if (prefix.length === 3 || /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(prefix)) return time / 2 / rand;
          switch (prefix) { case "a": { break } default: return [prefix, time, rand].join("_") }
        }
        const View = ({ runId, ...rest }) => <><Row key={uuidv4()} {...rest} a-b="it's" on={() => { x < y && z > 1 }}>text {runId ?? "none"} & more</Row></>;
        const generic = <T,>(x: T) => x as unknown as Array<Array<T>>;
        const schema = z.object({ id: z.string().uuid(), userId: z.string().default("system") });
        start({ threadId, runId: uuidv4(), token: sessionId });
        const parts = thread_id.split("_"), short = runId.substr(0, 6), ok = validate(user.id);
        list.sort((a, b) => a.id.localeCompare(b.id)); jest.mock("uuid"); vi.spyOn(crypto, "randomUUID");
        const o = { "user-id": uuidv4(), [`a${1}`]: 0x1F, get b() { return 1_000n }, async *c() {} , d: class {} };
        label: for (let i = 0, n = list.length; i < n; i++) { if (!i) continue label; else do { n-- } while (n > 0) }
        const big = a ? b : c ? { d: /[/\]]+/gu } : (e, f), g = a?.b?.[c]?.(d) ?? e.f!.g, h = a ** -b >>> 2;
        try { await import("uuid").then(({ v4 }) => v4()) } catch { throw new Error(`no ${"x"}`) } finally { }
        db.raw("SELECT gen_random_uuid()"); const spec = { type: "string", "format": "uuid" };
        """#
}
