extension HTMLScript {
    /// The curve of a history.
    static let chart = #"""
        // The curve of all runs: places over time, from zero up.
        function showHistory() {
          const runs = data.history;
          if (runs.length < 2) return;
          at("history").hidden = false;
          at("history-said").textContent = counted(runs.length, "run");
          const draw = () => drawChart(runs, at("chart").clientWidth || 600, 200);
          draw();
          addEventListener("resize", draw);
        }

        function drawChart(runs, width, height) {
          const left = 54, bottom = 28, top = 8, right = 12;
          const from = runs[0][0], to = runs[runs.length - 1][0];
          const step = niceStep(Math.max(...runs.map((run) => run[1])) / 3);
          const most = step * Math.max(1, Math.ceil(Math.max(...runs.map((run) => run[1])) / step));
          // Runs of one moment stand side by side.
          const x = (run, index) => left + (width - left - right)
            * (to > from ? (run[0] - from) / (to - from) : index / (runs.length - 1));
          const y = (value) => top + (height - top - bottom) * (1 - value / most);
          const svg = (name, attributes, ...children) => {
            const element = document.createElementNS("http://www.w3.org/2000/svg", name);
            for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
            element.append(...children);
            return element;
          };
          const parts = [];
          for (let value = 0; value <= most; value += step) {
            parts.push(svg("line", {
              class: "grid", x1: left, x2: width - right, y1: y(value), y2: y(value),
            }));
            parts.push(svg("text", {
              x: left - 10, y: y(value) + 4, "text-anchor": "end",
            }, grouped(value)));
          }
          const points = runs.map((run, index) =>
            x(run, index).toFixed(1) + " " + y(run[1]).toFixed(1));
          const floor = y(0);
          parts.push(svg("path", {
            class: "area", d: "M" + left + " " + floor + "L" + points.join("L") + "L"
              + x(runs[runs.length - 1], runs.length - 1) + " " + floor + "Z",
          }));
          parts.push(svg("path", { class: "curve", d: "M" + points.join("L") }));
          const last = points[points.length - 1].split(" ");
          parts.push(svg("circle", { class: "dot", cx: last[0], cy: last[1], r: 4 }));
          const day = (time) => new Date(time).toLocaleDateString("en-GB", {
            day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
          });
          parts.push(svg("text", { x: left, y: height - 6 }, day(from)));
          parts.push(svg("text", {
            x: width - right, y: height - 6, "text-anchor": "end",
          }, day(to)));
          const chart = at("chart");
          chart.setAttribute("viewBox", "0 0 " + width + " " + height);
          chart.replaceChildren(...parts);
        }

        // A round number of about `size`: 1, 2 or 5 times a power of ten.
        function niceStep(size) {
          const power = 10 ** Math.floor(Math.log10(Math.max(1, size)));
          return power * [1, 2, 5, 10].find((factor) => factor * power >= size);
        }
        """#
}
