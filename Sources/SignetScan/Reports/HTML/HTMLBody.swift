/// The markup of the page.
enum HTMLBody {
    /// The elements that the script fills.
    static let text = #"""
        <header class="page">
        <div>
        <p class="brand">Signet scan</p>
        <h1 id="title"></h1>
        <p class="quiet number" id="when"></p>
        </div>
        <div class="theme" id="theme" role="group" aria-label="Colours">
        <button type="button" data-theme="auto">Auto</button>
        <button type="button" data-theme="light">Light</button>
        <button type="button" data-theme="dark">Dark</button>
        </div>
        </header>
        <main>
        <noscript>
        <p>This page shows its findings with a script, which is switched off.</p>
        </noscript>
        <dl class="figures number" id="figures"></dl>
        <section id="history" aria-labelledby="history-title" hidden>
        <h2 id="history-title">Places over time<span class="quiet" id="history-said"></span></h2>
        <svg class="chart" id="chart" role="img" aria-labelledby="history-title"></svg>
        </section>
        <section>
        <div class="overview">
        <section aria-labelledby="services-title">
        <h2 id="services-title">Services</h2><ol class="bars" id="services"></ol>
        </section>
        <section aria-labelledby="rules-title">
        <h2 id="rules-title">Rules</h2><ol class="bars" id="rules"></ol>
        </section>
        <section aria-labelledby="files-title">
        <h2 id="files-title">Worst files</h2><ol class="bars" id="files"></ol>
        </section>
        </div>
        <p class="legend">
        <span><i class="dot error"></i>error</span><span><i class="dot warning"></i>warning</span>
        <span><i class="dot note"></i>note</span>
        </p>
        </section>
        <section aria-labelledby="table-title">
        <h2 id="table-title">Findings</h2>
        <form class="toolbar" id="toolbar" role="search">
        <div class="search">
        <input id="search" type="search"
          placeholder="Search paths, rules, names, messages" aria-label="Search findings"
          autocomplete="off" spellcheck="false">
        <kbd aria-hidden="true">/</kbd>
        </div>
        </form>
        <p class="said">
        <span id="count" class="number" role="status" aria-live="polite"></span>
        <button type="button" id="clear" hidden>Clear filters</button>
        </p>
        <div class="table" id="table" role="grid" tabindex="0" aria-labelledby="table-title">
        <div class="head" id="head" role="row"></div>
        <div class="rows" id="rows" role="rowgroup"></div>
        <p class="empty" id="empty" hidden>Nothing fits. Clear a filter to see more.</p>
        </div>
        </section>
        </main>
        <footer>
        <kbd>/</kbd> search &nbsp; <kbd>↑</kbd><kbd>↓</kbd> move &nbsp;
        <kbd>Enter</kbd> open &nbsp; <kbd>Esc</kbd> close
        </footer>
        """#
}
