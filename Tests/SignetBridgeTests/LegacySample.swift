/// Texts as earlier generators made them, at random; none names another kind than a run's.
enum LegacySample {
    private static let users = ["customer_001", "customer_0010", "usr_bo_1999", "kim-2", "u"]
    private static let operations = ["chat", "export_all", "a"]

    static func text(_ random: inout SeededRandom) -> String {
        let user = random.pick(users)
        let operation = random.pick(operations)
        let milliseconds = 1_757_000_000_000 + random.next() % 1_000_000_000
        let number = random.next() % 5000
        let digits = random.hex(8)
        let thread = "thread_\(operation)_\(number)_\(digits)"
        switch random.next() % 12 {
        case 0: return "run_\(operation)_\(milliseconds)_\(number)_\(digits)"
        case 1: return "run_\(operation)_\(number)_\(digits)"
        case 2: return "run_\(thread)_\(milliseconds % 100_000)_\(random.hex(8))"
        case 3: return "mgr_\(user)_\(digits)"
        case 4: return "\(operation)_\(milliseconds)"
        case 5: return "\(user)_run_\(operation)_\(number)_\(digits)_\(milliseconds)"
        case 6: return "corpus_\(user)_\(milliseconds / 1000).\(100_000 + random.next() % 900_000)"
        case 7: return "saga_\(operation)_\(digits)"
        case 8: return "ws_dev_\(milliseconds)_\(digits)"
        case 9: return "isolated_run_\(user)_\(139_000_000_000_000 + milliseconds)"
        case 10: return "run_" + uuid(&random)
        default: return uuid(&random)
        }
    }

    private static func uuid(_ random: inout SeededRandom) -> String {
        let fields = [
            random.hex(8), random.hex(4), "4" + random.hex(3), "8" + random.hex(3), random.hex(12),
        ]
        return fields.joined(separator: "-")
    }
}
