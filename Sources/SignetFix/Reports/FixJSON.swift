package import SignetOutput
import SignetScan

/// The plan as JSON; keys without a value are left out.
package enum FixJSON {
    /// Writes the plan as one object.
    package static func write(_ plan: FixPlan, to json: inout JSONWriter) {
        let sites = plan.sites
        json.object { json in
            json.key("version")
            json.number(1)
            json.key("summary")
            json.object { json in
                json.key("files")
                json.number(plan.changed.count)
                json.key("sites")
                json.number(sites.count)
                json.key("written")
                json.number(plan.writtenCount)
                json.key("by_level")
                json.object { json in
                    for level in FixLevel.allCases {
                        json.key(text: level.rawValue)
                        json.number(sites.count { $0.level == level })
                    }
                }
            }
            json.key("sites")
            json.array { json in
                for site in sites { write(site, to: &json) }
            }
            json.key("failed")
            json.array { json in
                for file in plan.failed { write(file, to: &json) }
            }
        }
        json.newline()
    }

    private static func write(_ site: FixSite, to json: inout JSONWriter) {
        let finding = site.finding
        json.object { json in
            json.key("path")
            json.string(finding.path)
            json.key("line")
            json.number(finding.start.line)
            json.key("column")
            json.number(finding.start.column)
            json.key("rule")
            json.string(finding.rule)
            json.key("level")
            json.string(site.level.rawValue)
            json.member("service", finding.service)
            json.member("kind", site.kind?.kind)
            json.member("form", site.form?.rawValue)
            json.member("owner", site.owner)
            json.member("sibling_of", site.sibling)
            json.member("replacement", site.replacement)
            json.key("reasons")
            json.array { json in
                for reason in site.reasons { json.string(reason) }
            }
            json.member("remedy", site.remedy)
            json.key("consumers")
            json.number(site.consumers.count)
            json.key("blocked_by")
            json.array { json in
                for place in site.broken {
                    json.string("\(place.path):\(place.start.line):\(place.start.column)")
                }
            }
            json.key("fingerprint")
            json.string(finding.fingerprint)
        }
    }

    private static func write(_ file: FixFile, to json: inout JSONWriter) {
        guard let failure = file.failure else { return }
        json.object { json in
            json.key("path")
            json.string(file.path)
            json.key("rung")
            json.string(failure.rung.rawValue)
            json.key("reason")
            json.string(failure.reason)
        }
    }
}
