/// Finds identifiers that are put together on the spot from time, counters, hashes and the like.
package struct HomeMadeID: Rule {
    package let name = "home-made-id"
    package let category = RuleCategory.producer
    package let needs: FactSet = [.uuids, .producers]
    package let severity = Severity.warning
    package let summary = "An identifier has a format that was made up where it was needed."
    package let documentation = """
        A text such as `run_` with a time, a counter, a hash or some digits of a UUID is a format of
        its own. Nobody can parse it, nobody knows how long it gets, and most such formats collide:
        two processes count from one, two requests arrive in the same millisecond, eight digits
        repeat after some ten thousand values, and the address of an object is used again as soon
        as the object is gone.

        Ask the generator for an identifier of the right kind. What the text was to say, such as
        the user or the operation, goes into its slots.

        What counts is what takes the text: a variable, field, keyword or key that names an
        identifier, or a function that returns one. Log messages, file names, addresses and dates
        are left alone. A finding stands at the whole text; its template shows the format, with
        what varies in braces. Without random parts it is an error.
        """
    package let examples: [RuleExample] = [
        .wrong(
            "import time\nrun_id = f\"run_{int(time.time() * 1000)}\"\n",
            (2, 10, "interpolation")
        ),
        .wrong(
            "import uuid\nreq = dict(request_id=\"req_%s\" % uuid.uuid4().hex[:8])\n",
            (2, 23, "percent")
        ),
        .wrong(
            "class Jobs:\n    def next_job_id(self):\n        return \"job-\" + str(id(self))\n",
            (3, 16, "sum")
        ),
        .wrong(
            "import hashlib\nkey = {\"trace\": hashlib.sha256(data).hexdigest()[:16]}\n",
            (2, 17, "bare")
        ),
        .wrong("user_id = \"user_{}\".format(len(users))\n", (1, 11, "format")),
        .wrong(
            "from datetime import datetime\n"
                + "now = datetime.now().strftime(\"%H%M%S\")\nsaga_id = \"_\".join([\"saga\", now])\n",
            (3, 11, "join")
        ),
        .wrong(
            "import Foundation\nlet runID = \"run_\\(Date().timeIntervalSince1970)\"\n",
            in: "example.swift",
            (2, 13, "interpolation")
        ),
        .wrong(
            "const runId = `run_${Date.now()}`;\n",
            in: "example.ts",
            (1, 15, "interpolation")
        ),
        .right(
            "console.log(`took ${Date.now() - start} ms`);\n",
            in: "example.ts"
        ),
        .right("import time\nlog.info(f\"took {time.time() - start} s\")\n"),
        .right("import time\npath = f\"/tmp/run_{time.time()}.log\"\n"),
        .right("import time\nstarted_at = int(time.time())\n"),
        .right("from datetime import date\nreport_name = f\"{date.today()} report.pdf\"\n"),
        .right("thread_id = f\"{team}/{channel}\"\n"),
        .right("import time\nif run_id == f\"run_{time.time()}\": pass\n"),
    ]

    /// Creates the rule.
    package init() {}

    package func matches(in analysis: SourceAnalysis, of file: ScannedFile) -> [Match] {
        analysis.compositions.compactMap { site in
            guard let name = site.name, HomeMadeFormat.identifies(site, name) else { return nil }
            let isRandom = !site.ingredients.isDisjoint(with: [.uuid, .secret, .foreign])
            return Match(
                range: site.range,
                message: message(for: site, name),
                symbol: site.form.rawValue,
                shape: site.form.rawValue,
                target: name.text,
                template: site.template,
                severity: isRandom ? nil : .error,
                function: site.function
            )
        }
    }

    /// One sentence: what is there, why it hurts, what to do.
    private func message(for site: Composition, _ name: ValueName) -> String {
        let made = site.ingredients.names.joined(separator: " and ")
        let harm =
            site.ingredients.isDisjoint(with: [.uuid, .secret, .foreign, .random])
            ? "can be guessed and repeats" : "has a format of its own"
        return "An identifier made from \(made) \(harm); ask the generator for an ID of its kind."
    }
}
