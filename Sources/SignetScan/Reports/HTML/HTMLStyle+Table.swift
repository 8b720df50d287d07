extension HTMLStyle {
    /// The tools above the table, its rows, what a row opens, and narrow screens.
    static let table = #"""
        .toolbar { display: grid; grid-template-columns: repeat(12, minmax(0, 1fr)); gap: 8px; }
        .toolbar .search { grid-column: span 12; position: relative; }
        .toolbar label { grid-column: span 2; }
        .toolbar label.sorting { display: none; }
        .toolbar input, .toolbar select {
          width: 100%; height: 38px; padding: 0 12px; border: 1px solid var(--line);
          border-radius: 8px;
          background: var(--surface);
        }
        .toolbar select { padding-right: 4px; font-size: 14px; text-overflow: ellipsis; }
        .toolbar select.set { border-color: var(--accent); }
        .toolbar input::placeholder { color: var(--quiet); }
        .toolbar input::-webkit-search-cancel-button { display: none; }
        .search kbd { position: absolute; right: 12px; top: 10px; pointer-events: none; }
        .search input:focus ~ kbd { visibility: hidden; }
        .said {
          display: flex; align-items: baseline; gap: 16px; min-height: 40px; padding: 10px 0 8px;
          font-size: 13px; color: var(--quiet);
        }
        .said button { color: var(--accent); }

        .table {
          height: min(76vh, 860px); overflow: auto; overscroll-behavior: contain;
          position: relative;
          border: 1px solid var(--line); border-radius: 10px; background: var(--surface);
          contain: strict; outline-offset: 1px;
        }
        .table:focus-visible { border-radius: 10px; }
        .head, .row {
          display: grid; align-items: center; column-gap: 16px; padding: 0 18px;
          grid-template-columns: 92px minmax(130px, 1.15fr) minmax(180px, 1.9fr) minmax(110px,
             1.2fr)
            minmax(90px, 1fr) minmax(70px, .7fr) 76px;
        }
        .head {
          position: sticky; top: 0; z-index: 2; height: 40px; background: var(--surface);
          border-bottom: 1px solid var(--line); font-size: 13px; color: var(--quiet);
        }
        .head button { width: 100%; height: 38px; white-space: nowrap; }
        .head button:hover { color: var(--ink); }
        .head [aria-sort="ascending"] button::after { content: " ↑"; color: var(--accent); }
        .head [aria-sort="descending"] button::after { content: " ↓"; color: var(--accent); }
        .head .last button, .row .last { text-align: right; }
        .rows { position: relative; }
        .row {
          position: absolute; left: 0; right: 0; top: 0; height: 38px; font-size: 14px;
          cursor: pointer;
          border-bottom: 1px solid var(--line); contain: layout paint style;
        }
        .row:hover { background: var(--paper); }
        .row.open { background: var(--sunken); }
        .table:focus-visible .row.active { box-shadow: inset 3px 0 0 var(--accent); }
        .row.active { background: var(--sunken); }
        .row > div { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-width: 0; }
        .row .file, .row .at { font-family: var(--mono); font-size: 12.5px; }
        .row > .place { display: flex; align-items: baseline; }
        .row .file { overflow: hidden; text-overflow: ellipsis; }
        .row .at { flex: none; }
        .row .folder {
          color: var(--quiet); margin-left: 12px; flex: 1 1 0; min-width: 0;
          overflow: hidden; text-overflow: ellipsis;
        }
        .row .what { font-family: var(--mono); font-size: 12.5px; color: var(--quiet); }
        .row .also { color: var(--quiet); margin-left: 6px; font-size: 12px; }
        .row .test { color: var(--quiet); font-size: 12px; }
        .empty { padding: 64px 18px; text-align: center; color: var(--quiet); }

        .detail {
          position: absolute; left: 0; right: 0; top: 0; padding: 18px 18px 26px;
          background: var(--sunken); border-bottom: 1px solid var(--line);
        }
        .detail p { max-width: 78ch; }
        .detail > * + * { margin-top: 16px; }
        .code {
          overflow-x: auto; background: var(--surface); border: 1px solid var(--line);
          border-radius: 8px; padding: 12px 0; font: 12.5px/1.65 var(--mono); tab-size: 4;
        }
        .code div { display: flex; width: max-content; min-width: 100%; padding-right: 16px; }
        .code .gutter {
          position: sticky; left: 0; background: var(--surface); width: 64px; padding-right: 16px;
          flex: none; text-align: right; color: var(--quiet); user-select: none;
        }
        .code .text { white-space: pre; }
        .code .here .gutter { color: var(--accent); }
        .code mark { background: var(--mark); color: inherit; border-radius: 3px; padding: 1px 0; }
        .facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 24px; }
        .facts dt { color: var(--quiet); font-size: 13px; line-height: 22px; }
        .facts dd { overflow-wrap: anywhere; line-height: 22px; font-size: 14px; }
        .links { columns: 300px 2; column-gap: 32px; }
        .links li { break-inside: avoid; }
        .links button {
          font: 12.5px/1.8 var(--mono); color: var(--accent); max-width: 100%; overflow: hidden;
          text-overflow: ellipsis; white-space: nowrap; display: block;
        }
        .links button:hover { text-decoration: underline; }
        .detail summary {
          cursor: pointer; font-size: 13px; color: var(--quiet); width: max-content;
        }
        .detail summary + p { white-space: pre-line; margin-top: 10px; color: var(--quiet); }

        @media (max-width: 900px) {
          .overview { grid-template-columns: minmax(0, 1fr); }
          .toolbar label { grid-column: span 4; }
        }
        @media (max-width: 720px) {
          header.page { padding-top: 20px; position: relative; }
          .theme { position: absolute; top: 12px; right: clamp(16px, 4vw, 48px); }
          h1 { margin-top: 28px; }
          .figures {
            grid-template-columns: repeat(3, minmax(0, 1fr)); margin-top: 24px; gap: 18px 12px;
          }
          .figures dd { font-size: 24px; }
          .toolbar label { grid-column: span 6; }
          .toolbar label.sorting { display: block; grid-column: span 12; }
          .search kbd { display: none; }
          .head { display: none; }
          .table { height: 80vh; }
          .row {
            height: 64px; padding: 0 14px; column-gap: 10px; align-content: center; row-gap: 2px;
            grid-template-columns: auto minmax(0, 1fr) auto;
          }
          .row .severity { grid-area: 1 / 1; font-size: 0; }
          .row .rule { grid-area: 1 / 2; font-weight: 500; }
          .row .last { grid-area: 1 / 3; }
          .row .place { grid-area: 2 / 1 / 3 / 4; }
          .row .what, .row .kind, .row .service { display: none; }
          .detail { padding-inline: 14px; }
          .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
          .facts dd { margin-bottom: 8px; }
          .code .gutter { width: 44px; padding-right: 10px; }
          .links { columns: 1; }
          footer { display: none; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .bars button.item, .theme button { transition: background-color .12s; }
        }
        @media print {
          .toolbar, .theme, footer, .said button { display: none; }
        }
        """#
}
