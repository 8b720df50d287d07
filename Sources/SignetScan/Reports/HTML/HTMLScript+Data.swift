extension HTMLScript {
    /// Reads the columns into findings, and gathers findings into places.
    static let data = #"""
        "use strict";
        const data = JSON.parse(document.getElementById("data").textContent);
        const severities = ["error", "warning", "note"];
        const at = (id) => document.getElementById(id);
        const grouped = (number) => number.toLocaleString("en-US");
        const counted = (number, noun) => grouped(number) + " " + noun + (number === 1 ? "" : "s");

        // Makes an element; strings among the children are text and never markup.
        function make(name, attributes, ...children) {
          const element = document.createElement(name);
          for (const [key, value] of Object.entries(attributes || {})) {
            if (value === undefined || value === null || value === false) continue;
            if (key === "class") element.className = value;
            else element.setAttribute(key, value === true ? "" : value);
          }
          element.append(...children.filter((child) => child !== null && child !== undefined));
          return element;
        }

        const columns = data.columns;
        const text = (column, index) => {
          const number = columns[column][index];
          return number < 0 ? "" : data.strings[number];
        };

        // A finding, read out of the columns once.
        function read(index) {
          const path = data.paths[columns.path[index]];
          const slash = path.lastIndexOf("/");
          const rule = data.rules[columns.rule[index]];
          return {
            index, path, rule,
            file: path.slice(slash + 1), folder: slash < 0 ? "" : path.slice(0, slash),
            pathNumber: columns.path[index],
            line: columns.line[index], column: columns.column[index],
            endLine: columns.line[index] + columns.height[index],
            endColumn: columns.endColumn[index],
            severity: columns.severity[index], worst: columns.severity[index],
            isTest: columns.test[index] === 1,
            service: text("service", index) || "(top level)", shape: text("shape", index),
            target: text("target", index), template: text("template", index),
            kind: text("kind", index), reason: text("reason", index),
            scope: text("scope", index), message: text("message", index),
            outer: columns.outer[index], groups: [].concat(columns.groups[index]),
            parts: [], consumers: 0, words: "",
          };
        }

        const findings = columns.rule.map((_, index) => read(index));
        const producers = data.groups.map(() => []);
        for (const finding of findings) {
          if (finding.outer >= 0) {
            const outer = findings[finding.outer];
            outer.parts.push(finding);
            outer.worst = Math.min(outer.worst, finding.severity);
          }
          finding.groups = finding.groups.filter((group) => group >= 0);
          for (const group of finding.groups) {
            producers[group].push(finding);
            finding.consumers += data.groups[group].length;
          }
        }
        const groupsOf = new Map();
        data.groups.forEach((members, group) => {
          for (const member of members) {
            if (!groupsOf.has(member)) groupsOf.set(member, []);
            groupsOf.get(member).push(group);
          }
        });

        // One row a place; what rules say of the same place is part of it.
        const places = findings.filter((finding) => finding.outer < 0);
        for (const place of places) {
          const all = [place, ...place.parts];
          place.rules = [...new Set(all.map((finding) => finding.rule.name))];
          place.categories = new Set(all.map((finding) => finding.rule.category));
          place.words = [
            place.path + ":" + place.line, ...place.rules, place.target, place.template,
            place.shape, place.kind, place.scope, place.message,
          ].join("\n").toLowerCase();
        }
        """#
}
