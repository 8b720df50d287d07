import Signet
import SignetOutput
import SignetTesting

extension VectorFile {
    /// What generators mint of which clock, counter and entropy are given: one step a line.
    static func generator() throws -> VectorFile {
        var file = VectorFile("generator")
        try file.addTrace("frozen clock", seed: 0, counter: 1, clock: [0, 0, 0])
        try file.addTrace("clock that moves on", seed: 1, counter: 1, clock: [0, 1, 1, 5])
        try file.addTrace(
            "clock that goes back",
            seed: 2,
            counter: 7,
            clock: [0, -3_600_000, 0, 1]
        )
        try file.addTrace("counter that overflows", seed: 3, counter: 262_142, clock: [0, 0, 0, 1])
        return file
    }

    private mutating func addTrace(
        _ name: String,
        seed: UInt64,
        counter: UInt32,
        clock steps: [Int64]
    ) throws {
        let start: Int64 = 1_726_234_567_890
        let clock = ManualClock(milliseconds: UInt64(start))
        let generator = Generator.fixed(counter: counter, clock: clock, seed: seed)
        for (step, offset) in steps.enumerated() {
            clock.milliseconds = UInt64(start + offset)
            let core = try generator.mintCore()
            add { json in
                json.member("trace", name)
                json.member("step", UInt(step))
                json.member("seed", seed)
                json.member("start_counter", counter)
                json.member("clock", clock.milliseconds)
                json.member("time", core.time)
                json.member("counter", core.counter)
                json.member("uuid", AnyID(.user, core).uuid)
            }
        }
    }
}
