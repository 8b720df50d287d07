extension HTMLStyle {
    /// The colours of day and night, the figures, the bars and the curve.
    static let page = #"""
        :root {
          color-scheme: light;
          --paper: #faf9f6; --surface: #ffffff; --sunken: #f4f2ed;
          --ink: #1d1b18; --quiet: #68635b; --line: #e5e1d9;
          --accent: #a5342b; --soft: #d79a91; --faint: #c9c4ba; --mark: #a5342b26;
          --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Helvetica Neue", sans-serif;
          --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace;
        }
        :root[data-theme="dark"] {
          color-scheme: dark;
          --paper: #141311; --surface: #1b1a18; --sunken: #232220;
          --ink: #ebe7df; --quiet: #a09a90; --line: #302e2a;
          --accent: #f08a7b; --soft: #8f4a41; --faint: #57534c; --mark: #f08a7b33;
        }
        @media (prefers-color-scheme: dark) {
          :root:not([data-theme="light"]) {
            color-scheme: dark;
            --paper: #141311; --surface: #1b1a18; --sunken: #232220;
            --ink: #ebe7df; --quiet: #a09a90; --line: #302e2a;
            --accent: #f08a7b; --soft: #8f4a41; --faint: #57534c; --mark: #f08a7b33;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        body {
          margin: 0; background: var(--paper); color: var(--ink);
          font: 15px/1.5 var(--sans); -webkit-text-size-adjust: 100%;
        }
        main, header.page, footer {
          max-width: 1280px; margin: 0 auto; padding: 0 clamp(16px, 4vw, 48px);
        }
        h1, h2, p, dl, dd, ol, ul { margin: 0; padding: 0; }
        ol, ul { list-style: none; }
        button, select, input { font: inherit; color: inherit; }
        button { background: none; border: 0; padding: 0; cursor: pointer; text-align: left; }
        :focus-visible {
          outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px;
        }
        [hidden] { display: none !important; }
        .quiet { color: var(--quiet); }
        .mono { font-family: var(--mono); font-size: .9em; }
        .number { font-variant-numeric: tabular-nums lining-nums; }

        header.page { padding-top: 32px; display: flex; align-items: flex-start; gap: 24px; }
        header.page > div:first-child { flex: 1; min-width: 0; }
        .brand {
          display: flex; align-items: center; gap: 8px; color: var(--quiet); font-size: 13px;
        }
        .brand::before {
          content: ""; width: 11px; height: 11px; border-radius: 50%;
          border: 3px solid var(--accent);
        }
        h1 {
          font-size: clamp(26px, 4vw, 36px); line-height: 1.2; font-weight: 600;
          letter-spacing: -.02em;
          margin: 20px 0 6px; overflow-wrap: anywhere;
        }
        .theme {
          flex: none; display: flex; padding: 2px; border: 1px solid var(--line);
          border-radius: 8px;
        }
        .theme button {
          padding: 3px 10px; font-size: 13px; border-radius: 6px; color: var(--quiet);
        }
        .theme button[aria-pressed="true"] { background: var(--sunken); color: var(--ink); }

        .figures {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(124px, 1fr)); gap: 24px;
          margin: 36px 0 0; padding: 24px 0; border-block: 1px solid var(--line);
        }
        .figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
        .figures dd {
          font-size: 34px; line-height: 1.15; font-weight: 500; letter-spacing: -.02em;
        }
        .figures dt { font-size: 13px; color: var(--quiet); }
        .figures .lead dd { color: var(--accent); }

        section { margin-top: 48px; }
        h2 { font-size: 15px; font-weight: 600; margin-bottom: 16px; }
        h2 .quiet { font-weight: 400; margin-left: 8px; }
        .overview {
          display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 40px 48px;
        }
        .overview section { margin: 0; }
        .bars li + li { margin-top: 2px; }
        .bars button.item {
          display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 16px;
          width: calc(100% + 16px);
          margin: 0 -8px; padding: 6px 8px 8px; border-radius: 6px;
        }
        .bars button.item:hover { background: var(--sunken); }
        .bars button.item[aria-pressed="true"] { background: var(--sunken); }
        .bars .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        .bars .bar {
          grid-column: 1 / -1; display: flex; height: 4px; margin-top: 5px; border-radius: 2px;
          background: var(--line); overflow: hidden;
        }
        .bar .error { background: var(--accent); }
        .bar .warning { background: var(--soft); }
        .bar .note { background: var(--faint); }
        .more { color: var(--quiet); font-size: 13px; padding: 6px 0; }
        .more:hover { color: var(--accent); }
        .legend {
          display: flex; gap: 18px; font-size: 13px; color: var(--quiet); margin-top: 24px;
        }

        .chart { width: 100%; height: 200px; display: block; overflow: visible; }
        .chart .grid { stroke: var(--line); stroke-width: 1; }
        .chart .curve {
          fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round;
        }
        .chart .area { fill: var(--mark); opacity: .6; }
        .chart .dot { fill: var(--accent); }
        .chart text {
          fill: var(--quiet); font: 12px var(--sans); font-variant-numeric: tabular-nums;
        }

        .dot {
          display: inline-block; width: 8px; height: 8px; border-radius: 50%; margin-right: 9px;
          border: 2px solid var(--faint); vertical-align: baseline; flex: none;
        }
        .dot.error { border-color: var(--accent); background: var(--accent); }
        .dot.warning { border-color: var(--accent); }
        footer { padding-block: 40px 48px; font-size: 13px; color: var(--quiet); }
        kbd {
          font: 12px var(--mono); border: 1px solid var(--line); border-radius: 4px; padding: 0 5px;
          background: var(--surface);
        }
        footer kbd { margin-right: 3px; }
        """#
}
