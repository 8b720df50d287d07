extension HTMLScript {
    /// Search, filters and order.
    static let filters = #"""
        const filters = {
          severity: {
            label: "All severities", of: (place) => severities[place.worst], order: severities,
          },
          rule: { label: "All rules", of: (place) => place.rules },
          category: { label: "All categories", of: (place) => [...place.categories] },
          service: { label: "All services", of: (place) => place.service },
          kind: { label: "All kinds", of: (place) => place.kind || "(unknown)" },
          where: {
            label: "Production and tests", of: (place) => place.isTest ? "tests" : "production",
            order: ["production", "tests"],
          },
        };
        const state = { words: [], chosen: {}, sort: "severity", descending: false };
        let view = places;

        const compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
        const orders = {
          severity: (a, b) => a.worst - b.worst || a.isTest - b.isTest,
          rule: (a, b) => compare(a.rule.name, b.rule.name),
          place: () => 0,
          what: (a, b) => compare(a.template || a.shape, b.template || b.shape),
          kind: (a, b) => compare(a.kind || "\uffff", b.kind || "\uffff"),
          service: (a, b) => compare(a.service, b.service),
          consumers: (a, b) => b.consumers - a.consumers,
        };

        function showFilters() {
          for (const [name, filter] of Object.entries(filters)) {
            const values = new Map();
            for (const place of places) {
              for (const value of [].concat(filter.of(place))) {
                values.set(value, (values.get(value) || 0) + 1);
              }
            }
            const names = filter.order ? filter.order.filter((value) => values.has(value))
              : [...values.keys()].sort();
            const label = "Filter by " + name;
            const select = make("select", { id: "filter-" + name, "aria-label": label },
              make("option", { value: "" }, filter.label),
              ...names.map((value) =>
                make("option", { value }, value + " · " + grouped(values.get(value)))));
            select.addEventListener("change", () => {
              state.chosen[name] = select.value;
              update();
            });
            at("toolbar").append(make("label", {}, select));
          }
          const sort = make("select", { id: "sort", "aria-label": "Sort by" },
            ...heads.map(([name, label]) =>
              make("option", { value: name }, "Sorted by " + label.toLowerCase())));
          sort.addEventListener("change", () => sortBy(sort.value, false));
          at("toolbar").append(make("label", { class: "sorting" }, sort));
          at("toolbar").addEventListener("submit", (event) => event.preventDefault());
          at("search").addEventListener("input", () => {
            state.words = at("search").value.toLowerCase().split(/\s+/).filter(Boolean);
            update();
          });
          at("clear").addEventListener("click", () => { clearFilters(); at("search").focus(); });
        }

        function choose(name, value) {
          state.chosen[name] = state.chosen[name] === value ? "" : value;
          update();
          at("toolbar").scrollIntoView({ block: "start" });
        }

        function searchFor(value) {
          at("search").value = value;
          state.words = value.toLowerCase().split(/\s+/).filter(Boolean);
          update();
          at("toolbar").scrollIntoView({ block: "start" });
        }

        function clearFilters() {
          state.words = [];
          state.chosen = {};
          at("search").value = "";
          update();
        }

        function sortBy(name, toggles) {
          state.descending = toggles && state.sort === name ? !state.descending : false;
          state.sort = name;
          update();
        }

        // Works out which places are shown, and in which order.
        function update() {
          const chosen = Object.entries(state.chosen).filter(([, value]) => value);
          view = places.filter((place) =>
            state.words.every((word) => place.words.includes(word))
            && chosen.every(([name, value]) => [].concat(filters[name].of(place)).includes(value)));
          const order = orders[state.sort];
          const sign = state.descending ? -1 : 1;
          view.sort((a, b) => sign * (order(a, b) || a.index - b.index));
          for (const name of Object.keys(filters)) {
            const select = at("filter-" + name);
            select.value = state.chosen[name] || "";
            select.classList.toggle("set", select.value !== "");
          }
          at("sort").value = state.sort;
          const isFiltered = chosen.length > 0 || state.words.length > 0;
          at("clear").hidden = !isFiltered;
          at("count").textContent = isFiltered
            ? grouped(view.length) + " of " + counted(places.length, "place")
            : counted(places.length, "place");
          showOrder();
          resetTable();
        }
        """#
}
