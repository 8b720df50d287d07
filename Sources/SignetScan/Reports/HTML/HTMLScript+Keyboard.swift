extension HTMLScript {
    /// Keys, colours, and the start.
    static let keyboard = #"""
        // Scrolls as little as it takes to show a row below the heads.
        function reveal(index) {
          const head = at("head").offsetHeight;
          const top = offset(index);
          const room = table.clientHeight - head - rowHeight;
          const extra = index === open ? Math.min(detailHeight, room) : 0;
          const bottom = top + rowHeight + extra;
          if (top < table.scrollTop) table.scrollTop = top;
          else if (bottom + head > table.scrollTop + table.clientHeight) {
            table.scrollTop = bottom + head - table.clientHeight;
          }
          draw();
        }

        function go(index) {
          active = Math.max(0, Math.min(view.length - 1, index));
          reveal(active);
        }

        function listen() {
          table.addEventListener("scroll", () => {
            if (!isDrawing) { isDrawing = true; requestAnimationFrame(draw); }
          }, { passive: true });
          table.addEventListener("focus", mark);
          table.addEventListener("blur", mark);
          addEventListener("resize", layOut);
          table.addEventListener("keydown", (event) => {
            if (event.key === "Escape" && open >= 0) {
              active = open;
              closeDetail();
              layOut();
              table.focus({ preventScroll: true });
              event.preventDefault();
            }
            if (event.target !== table || event.ctrlKey || event.metaKey || event.altKey) return;
            // What a row has opened comes next, not the heads above it.
            if (event.key === "Tab" && !event.shiftKey && detail) {
              detail.querySelector("button, summary, [tabindex]").focus();
              event.preventDefault();
            }
            const page = Math.max(1, Math.floor(table.clientHeight / rowHeight) - 2);
            const moves = {
              ArrowDown: () => go(active + 1), ArrowUp: () => go(active - 1),
              PageDown: () => go(active + page), PageUp: () => go(active - page),
              Home: () => go(0), End: () => go(view.length - 1),
              Enter: () => toggle(active), " ": () => toggle(active),
              ArrowRight: () => { if (open !== active) toggle(active); },
              ArrowLeft: () => { if (open === active) toggle(active); },
            };
            if (moves[event.key]) { moves[event.key](); event.preventDefault(); }
          });
          addEventListener("keydown", (event) => {
            const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
            if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
              at("search").focus();
              at("search").select();
              event.preventDefault();
            }
          });
          at("search").addEventListener("keydown", (event) => {
            if (event.key === "ArrowDown" || event.key === "Enter") {
              table.focus();
              event.preventDefault();
            }
            if (event.key === "Escape") {
              at("search").value = "";
              at("search").dispatchEvent(new Event("input"));
            }
          });
        }

        function showTheme() {
          const apply = (theme) => {
            if (theme === "auto") document.documentElement.removeAttribute("data-theme");
            else document.documentElement.dataset.theme = theme;
            for (const button of at("theme").children) {
              button.setAttribute("aria-pressed", button.dataset.theme === theme);
            }
          };
          let saved = null;
          // A page from a file may have no storage; then the choice lasts as long as the page.
          try { saved = localStorage.getItem("signet-theme"); } catch { saved = null; }
          apply(saved === "light" || saved === "dark" ? saved : "auto");
          at("theme").addEventListener("click", (event) => {
            const theme = event.target.dataset.theme;
            if (!theme) return;
            apply(theme);
            try { localStorage.setItem("signet-theme", theme); } catch { saved = theme; }
          });
        }

        showTheme();
        showFigures();
        showHistory();
        showOverview();
        showHeads();
        showFilters();
        listen();
        update();
        """#
}
