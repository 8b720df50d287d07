"""The command line as a whole."""
import statistics
import subprocess

from .places import LINES, SIGNET
from .processes import run
from .table import Row


def command_rows() -> list:
    new = [str(SIGNET), "new", "session", "--slot", "type=auth", "--owner", "user123",
           "-n", str(LINES)]

    def inspected():
        producer = subprocess.Popen(new, stdout=subprocess.PIPE)
        result = run([str(SIGNET), "inspect", "--json"], producer.stdout)
        producer.stdout.close()
        producer.wait()
        return result

    rows = []
    for name, measure in [("`signet new -n 1000000`", lambda: run(new)),
                          ("`signet new -n 1000000 \\| signet inspect --json`", inspected)]:
        samples = [measure() for _ in range(5)]
        rate = LINES / statistics.median(samples)
        targets = [("≥ 1 M lines/s", rate >= 1e6)]
        rows.append(Row(name, f"{rate / 1e6:.2f} M lines/s", targets=targets))
    return rows
