import ArgumentParser
import SignetBridge
import SignetObserve
import SignetOutput
import SignetScan

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `signet observe`: counts the identifiers that flow through text.
struct Observe: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe",
        abstract: "Count the identifiers in logs, dumps and other text, by family and kind.",
        discussion: """
            Classifies every identifier in any text, and says how many there are of each family \
            and kind, how many a second, and where the first one stands. It keeps and prints no \
            identifier. With --follow it reads on as files grow and when they are rotated, and \
            prints what came in since; Ctrl-C ends it with all that was seen.
            Examples:
              signet observe api.log worker.log
              kubectl logs -f deploy/api | signet observe --service api --follow
              signet observe --json dump.sql
            """
    )

    @Argument(
        help: "Files; standard input when none is named. - is standard input.",
        completion: .file()
    )
    var files: [String] = []

    @Option(help: "The service that the text comes from (default: the name of each file).")
    var service: String?

    @Flag(help: "Print one JSON object a service and line.")
    var json = false

    @Flag(name: .shortAndLong, help: "Read on as the files grow, as tail -F does.")
    var follow = false

    @Option(help: "With --follow, the seconds between two reports, 1 to 86400.")
    var every = 10

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...86_400).contains(every) else {
            throw ValidationError("--every is a number of seconds from 1 to 86400")
        }
    }

    func run() throws {
        let bridge = try common.bridge()
        var sources: [StreamSource] = []
        defer { for source in sources { source.shut() } }
        for file in files.isEmpty ? ["-"] : files {
            let name = file == "-" ? "stdin" : String(file.split(separator: "/").last ?? "file")
            let path = file == "-" ? nil : file
            sources.append(
                try StreamSource(path: path, service: service ?? name, bridge: bridge)
            )
        }
        if files.isEmpty { noteWaiting() }
        let interruption = Interruption.watch()
        let clock = ContinuousClock()
        let start = clock.now
        if follow {
            try followAll(&sources, interruption)
        } else {
            for index in sources.indices {
                while !interruption.isSet, try sources[index].advance() {}
                sources[index].finish()
            }
        }
        let seconds = (clock.now - start) / .seconds(1)
        for source in sources {
            try print(source, seconds: seconds, before: nil)
        }
        noteSpeed(of: sources, seconds: seconds)
        if interruption.isSet, !follow { throw ExitCode(3) }
    }

    /// Reads what there is of all sources, and again when there may be more, until Ctrl-C, or until
    /// standard input, if there is nothing else, has ended.
    private func followAll(
        _ sources: inout [StreamSource],
        _ interruption: CancellationFlag
    ) throws {
        let clock = ContinuousClock()
        var reported = (time: clock.now, observations: sources.map { $0.observer.observation })
        while !interruption.isSet {
            var hasRead = false
            for index in sources.indices {
                while !interruption.isSet, try sources[index].advance() {
                    hasRead = true
                    if clock.now - reported.time >= .seconds(every) { break }
                }
                if try sources[index].hasMoved() { hasRead = true }
            }
            if clock.now - reported.time >= .seconds(every) {
                let seconds = (clock.now - reported.time) / .seconds(1)
                for (source, before) in zip(sources, reported.observations)
                where source.observer.observation.total > before.total {
                    try print(source, seconds: seconds, before: before)
                }
                try StandardOutput.shared.flush()
                reported = (clock.now, sources.map { $0.observer.observation })
            }
            if !hasRead {
                if files.allSatisfy({ $0 == "-" }) { break }
                usleep(200_000)
            }
        }
        for index in sources.indices { sources[index].finish() }
    }

    private func print(_ source: StreamSource, seconds: Double, before: Observation?) throws {
        let report = ObservationReport(
            service: source.service,
            observation: source.observer.observation,
            seconds: seconds,
            before: before
        )
        let output = StandardOutput.shared
        if json {
            report.writeJSON(to: &output.text)
        } else {
            report.write(to: &output.text, common.style)
        }
        try output.flush()
    }

    private func noteWaiting() {
        if Terminal.isTerminal(descriptor: 0) {
            common.note("reading text from standard input; end with Ctrl-D")
        }
    }

    private func noteSpeed(of sources: [StreamSource], seconds: Double) {
        let megabytes = Double(sources.reduce(0) { $0 + $1.observer.observation.bytes }) / 1e6
        guard megabytes >= 1, seconds > 0, !follow else { return }
        common.note("read \(Int(megabytes)) MB, \(Int(megabytes / seconds)) MB/s")
    }
}
