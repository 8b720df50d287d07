extension HTMLScript {
    /// The figures, and the bars of services, rules and files.
    static let overview = #"""
        // Sums of places by a key, each with its severities, the largest first.
        function sums(keyOf) {
          const map = new Map();
          for (const place of places) {
            for (const key of [].concat(keyOf(place))) {
              let sum = map.get(key);
              if (!sum) map.set(key, sum = { key, count: 0, by: [0, 0, 0] });
              sum.count += 1;
              sum.by[place.worst] += 1;
            }
          }
          return [...map.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
        }

        // A list of bars, each of which filters the table.
        function bars(id, list, options) {
          const root = at(id);
          const draw = (limit) => {
            const most = list.slice(0, limit).reduce((size, sum) => Math.max(size, sum.count), 1);
            root.replaceChildren(...list.slice(0, limit).map((sum) => {
              const bar = make("span", { class: "bar" });
              severities.forEach((severity, number) => {
                const part = make("i", { class: severity });
                part.style.width = (100 * sum.by[number] / most) + "%";
                bar.append(part);
              });
              const done = sum.percent === undefined ? "" : sum.percent + " % done · ";
              const button = make("button", { type: "button", class: "item", title: sum.key },
                make("span", { class: "name" + (options.mono ? " mono" : "") }, options.label(sum)),
                make("span", { class: "number quiet" }, done + grouped(sum.count)), bar);
              button.addEventListener("click", () => options.choose(sum.key));
              return make("li", {}, button);
            }));
            if (list.length > limit) {
              const more = make("button", { type: "button", class: "more" },
                "Show all " + grouped(list.length));
              more.addEventListener("click", () => {
                draw(list.length);
                root.querySelectorAll("button")[limit].focus();
              });
              root.append(make("li", {}, more));
            }
          };
          draw(8);
        }

        function showFigures() {
          at("title").textContent = data.title || "Report";
          const time = new Date(data.time);
          const when = isNaN(time) ? data.time : time.toLocaleString("en-GB", {
            day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
            timeZone: "UTC",
          }) + " UTC";
          at("when").textContent = [
            when, counted(data.files, "file") + " read", "signet " + data.version,
          ].concat(data.isPartial ? ["stopped before the end"] : []).join(" · ");
          const by = [0, 0, 0];
          for (const finding of findings) by[finding.severity] += 1;
          const figures = [
            ["places", places.length], ["findings", findings.length], ["errors", by[0]],
            ["warnings", by[1]], ["notes", by[2]],
            ["files", new Set(places.map((p) => p.path)).size],
          ];
          const percent = data.history.length > 1 ? data.history[data.history.length - 1][3] : null;
          at("figures").append(
            ...figures.map(([name, number], index) =>
              make("div", { class: index === 0 ? "lead" : null },
                make("dt", {}, name), make("dd", {}, grouped(number)))),
            ...(percent === null ? [] : [make("div", {}, make("dt", {}, "done"),
              make("dd", {}, percent + " %"))]));
        }

        function showOverview() {
          const services = sums((place) => place.service);
          for (const sum of services) {
            const then = data.most[sum.key];
            if (data.history.length > 1 && then) {
              const done = (then[0] - then[1]) / Math.max(1, then[0]);
              sum.percent = Math.max(0, Math.floor(100 * done));
            }
          }
          bars("services", services, {
            label: (sum) => sum.key, choose: (key) => choose("service", key),
          });
          bars("rules", sums((place) => place.rules), {
            label: (sum) => sum.key, mono: true, choose: (key) => choose("rule", key),
          });
          const files = sums((place) => place.path);
          files.sort((a, b) => b.by[0] - a.by[0] || b.by[1] - a.by[1] || b.by[2] - a.by[2]);
          bars("files", files, {
            label: (sum) => sum.key.slice(sum.key.lastIndexOf("/") + 1), mono: true,
            choose: (key) => searchFor(key),
          });
        }
        """#
}
