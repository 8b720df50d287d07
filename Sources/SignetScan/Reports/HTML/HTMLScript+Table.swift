extension HTMLScript {
    /// The table, of which only what is in sight has elements.
    static let table = #"""
        const heads = [
          ["severity", "Severity"], ["rule", "Rule"], ["place", "Place"], ["what", "Form"],
          ["kind", "Kind"], ["service", "Service"], ["consumers", "Consumers"],
        ];
        const table = at("table");
        const rows = at("rows");
        const shown = new Map();
        const spare = [];
        let rowHeight = 38;
        let active = 0;
        let open = -1;
        let detail = null;
        let detailHeight = 0;
        let isDrawing = false;

        function showHeads() {
          at("head").append(...heads.map(([name, label], index) => {
            const button = make("button", { type: "button", "data-sort": name }, label);
            button.addEventListener("click", () => sortBy(name, true));
            const side = index === heads.length - 1 ? "last" : null;
            return make("div", { role: "columnheader", class: side, "data-head": name }, button);
          }));
        }

        function showOrder() {
          for (const head of at("head").children) {
            const isSorted = head.dataset.head === state.sort;
            head.setAttribute("aria-sort",
              isSorted ? (state.descending ? "descending" : "ascending") : "none");
          }
        }

        const offset = (index) =>
          index * rowHeight + (open >= 0 && index > open ? detailHeight : 0);

        // The number of the row at a height; the open detail belongs to its row.
        function rowAt(height) {
          const index = Math.floor(height / rowHeight);
          if (open < 0 || index <= open) return index;
          return Math.max(open, Math.floor((height - detailHeight) / rowHeight));
        }

        function resetTable() {
          closeDetail();
          for (const [index] of shown) retire(index);
          active = 0;
          table.scrollTop = 0;
          table.setAttribute("aria-rowcount", view.length + 1);
          at("empty").hidden = view.length > 0;
          layOut();
        }

        function layOut() {
          rowHeight = matchMedia("(max-width: 720px)").matches ? 64 : 38;
          rows.style.height = offset(view.length) + "px";
          if (detail) detail.style.transform = "translateY(" + (offset(open) + rowHeight) + "px)";
          for (const [index, row] of shown) move(row, index);
          draw();
        }

        const move = (row, index) => {
          row.style.transform = "translateY(" + offset(index) + "px)";
        };

        function retire(index) {
          const row = shown.get(index);
          shown.delete(index);
          row.hidden = true;
          spare.push(row);
        }

        // Only what is in sight, and a little around it, has elements; those that leave are used
        // again.
        function draw() {
          isDrawing = false;
          const top = table.scrollTop;
          const first = Math.max(0, rowAt(top) - 6);
          const last = Math.min(view.length - 1, rowAt(top + table.clientHeight) + 6);
          for (const [index] of shown) if (index < first || index > last) retire(index);
          for (let index = first; index <= last; index += 1) {
            if (!shown.has(index)) {
              const row = spare.pop() || makeRow();
              fill(row, view[index], index);
              move(row, index);
              row.hidden = false;
              shown.set(index, row);
            }
          }
          mark();
        }

        function mark() {
          for (const [index, row] of shown) {
            row.classList.toggle("active", index === active && document.activeElement === table);
            row.classList.toggle("open", index === open);
            row.setAttribute("aria-expanded", index === open);
          }
          const row = shown.get(active);
          if (row) table.setAttribute("aria-activedescendant", row.id);
          else table.removeAttribute("aria-activedescendant");
        }

        function makeRow() {
          const cell = (name, ...children) =>
            make("div", { class: name, role: "gridcell" }, ...children);
          const row = make("div", { class: "row", role: "row" },
            cell("severity", make("i", {}), ""),
            cell("rule", "", make("span", { class: "also" })),
            cell("place", make("span", { class: "file" }), make("span", { class: "at" }),
              make("span", { class: "folder" })),
            cell("what"), cell("kind"), cell("service"), cell("last number"));
          row.addEventListener("click", () => {
            active = Number(row.dataset.index);
            toggle(active);
            table.focus({ preventScroll: true });
          });
          rows.append(row);
          return row;
        }

        function fill(row, place, index) {
          const [severity, rule, where, what, kind, service, consumers] = row.children;
          row.id = "row-" + index;
          row.dataset.index = index;
          row.setAttribute("aria-rowindex", index + 2);
          severity.firstChild.className = "dot " + severities[place.worst];
          severity.lastChild.data = severities[place.worst];
          rule.firstChild.data = place.rules[0];
          rule.lastChild.textContent = place.rules.length > 1 ? "+" + (place.rules.length - 1) : "";
          where.children[0].textContent = place.file;
          where.children[1].textContent = ":" + place.line;
          where.children[2].textContent = place.folder;
          where.title = place.path;
          what.textContent = place.template || place.shape;
          kind.textContent = place.kind || "–";
          service.textContent = place.service;
          consumers.textContent = place.consumers > 0 ? grouped(place.consumers) : "";
        }
        """#
}
