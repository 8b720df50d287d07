extension HTMLScript {
    /// What a row opens: code, facts, and the places at the other end.
    static let detail = #"""
        const sizes = new ResizeObserver(() => {
          if (!detail) return;
          const height = detail.offsetHeight;
          if (height !== detailHeight) { detailHeight = height; layOut(); }
        });

        function closeDetail() {
          if (detail) { sizes.unobserve(detail); detail.remove(); }
          detail = null;
          open = -1;
          detailHeight = 0;
        }

        function toggle(index) {
          const isOpen = open === index;
          closeDetail();
          if (!isOpen && view[index]) {
            open = index;
            detail = makeDetail(view[index]);
            rows.append(detail);
            detailHeight = detail.offsetHeight;
            sizes.observe(detail);
          }
          layOut();
          reveal(index);
        }

        function makeDetail(place) {
          const all = [place, ...place.parts];
          return make("div", { class: "detail", role: "row" },
            make("div", { role: "gridcell" },
              ...all.map((finding) =>
                make("p", {}, make("b", {}, finding.rule.name), "  ", finding.message))),
            makeCode(place), makeFacts(place),
            ...makeLinks(place),
            ...all.filter((finding) => finding.rule.text).map((finding) => make("details", {},
              make("summary", {}, "About " + finding.rule.name),
              make("p", {}, finding.rule.text))));
        }

        // The offset in a line of the byte `count` of its UTF-8.
        function unitOffset(line, count) {
          let bytes = 0;
          let units = 0;
          for (const letter of line) {
            if (bytes >= count) break;
            const point = letter.codePointAt(0);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            units += letter.length;
          }
          return units;
        }

        function makeCode(place) {
          const root = make("div", {
            class: "code", tabindex: "0", role: "region", "aria-label": "Code",
          });
          const near = [];
          for (const [start, lines] of data.code[place.pathNumber] || []) {
            lines.forEach((line, index) => {
              const number = start + index;
              if (number >= place.line - 2 && number <= place.endLine + 2) {
                near.push([number, line]);
              }
            });
          }
          // What all lines are indented by says nothing and takes room.
          const indents = near.filter(([, line]) => line.trim())
            .map(([, line]) => line.search(/\S/));
          const indent = indents.length ? Math.min(...indents) : 0;
          near.forEach(([number, line]) => {
            const isHere = number >= place.line && number <= place.endLine;
            const from = number === place.line ? unitOffset(line, place.column - 1) : indent;
            const to = number === place.endLine
              ? unitOffset(line, place.endColumn - 1) : line.length;
            root.append(make("div", { class: isHere ? "here" : null },
              make("span", { class: "gutter" }, String(number)),
              isHere
                ? make("span", { class: "text" }, line.slice(indent, from),
                  make("mark", {}, line.slice(from, to)), line.slice(to))
                : make("span", { class: "text" }, line.slice(indent))));
          });
          return root.childElementCount > 0 ? root : null;
        }

        function makeFacts(place) {
          const facts = [
            ["Place", place.path + ":" + place.line + ":" + place.column],
            ["Kind", place.kind + (place.reason ? ", because " + place.reason : "")],
            ["Text", place.template], ["Becomes", place.shape], ["Taken by", place.target],
            ["Within", place.scope], ["Service", place.service + (place.isTest ? ", a test" : "")],
          ];
          return make("dl", { class: "facts" }, ...facts.filter(([, value]) => value).flatMap(
            ([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
        }

        // The places at the other end: what depends on a producer, or what makes what a consumer
        // takes.
        function makeLinks(place) {
          const lists = [];
          const consumers = place.groups.flatMap((group) => data.groups[group])
            .map((index) => findings[index]);
          if (consumers.length) {
            lists.push(["depends on how it looks", "depend on how it looks", consumers]);
          }
          const makers = (groupsOf.get(place.index) || []).flatMap((group) => producers[group]);
          if (makers.length) {
            lists.push(["makes this value", "make this value", [...new Set(makers)]]);
          }
          return lists.map(([one, many, list]) => make("div", {},
            make("p", { class: "quiet" },
              counted(list.length, "place") + " " + (list.length === 1 ? one : many)
              + (list.length > 60 ? ", the first 60:" : ":")),
            make("ul", { class: "links" }, ...list.slice(0, 60).map((finding) => {
              const name = finding.path + ":" + finding.line;
              const button = make("button", { type: "button", title: finding.rule.name }, name);
              button.addEventListener("click", () => visit(finding));
              return make("li", {}, button);
            }))));
        }

        // Goes to a finding, without the filters if they hide it.
        function visit(finding) {
          const place = finding.outer >= 0 ? findings[finding.outer] : finding;
          if (!view.includes(place)) clearFilters();
          active = view.indexOf(place);
          if (open !== active) toggle(active);
          table.focus({ preventScroll: true });
          reveal(active);
        }
        """#
}
