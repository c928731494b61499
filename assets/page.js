// What the page's client-side callbacks call, and the keys.
(function () {
  "use strict";
  const address = () => window.timelineAddress;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try {
      return window.localStorage.getItem("timeline-scheme");
    } catch (error) {
      return null;
    }
  };
  const scheme = () => stored() || (system.matches ? "dark" : "light");
  const published = { scheme: null };
  let marked = null;

  system.addEventListener("change", () => window.dash_clientside.set_props("scheme", { data: scheme() }));

  function typing(target) {
    return target.matches("input, textarea, select, [contenteditable], [role=textbox]");
  }

  const dialogOpen = () => Boolean(document.querySelector("[role=dialog]"));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialogOpen()) return;
    if (event.key === "Escape") {
      if (menus().length) return void menus().forEach((menu) => ((menu.open = false), menu.querySelector("summary").focus()));
      if (typing(event.target)) event.target.blur();
      else if (address().params().get("statement")) address().select("");
      document.getElementById("shell").classList.remove("facets-open");
      return;
    }
    if (typing(event.target)) return;
    const inChart = event.target.closest && event.target.closest("#chart-box");
    if (event.key === "/") (event.preventDefault(), document.getElementById("search").focus(), document.getElementById("search").select());
    else if (event.key === "?") document.getElementById("help-open").click();
    else if (event.key === "c") judge(".strong");
    else if (event.key === "x") judge(".off");
    else if (event.key === "n") document.getElementById("next-to-check").click();
    else if (event.key === "u") address().undo();
    else if (event.key === "r") address().reset();
    else if (inChart && event.key === "ArrowRight") (event.preventDefault(), window.timelineChart.step(1));
    else if (inChart && event.key === "ArrowLeft") (event.preventDefault(), window.timelineChart.step(-1));
    else if (inChart && event.shiftKey && event.key === "ArrowUp") (event.preventDefault(), window.timelineChart.moveSelected(-1));
    else if (inChart && event.shiftKey && event.key === "ArrowDown") (event.preventDefault(), window.timelineChart.moveSelected(1));
    else if (inChart && "+=-".includes(event.key)) window.timelineChart.zoom(event.key === "-" ? 2 : 0.5);
    else if (inChart && event.key === "0") address().show("");
    else if (inChart && event.key === "Enter") document.getElementById("details").focus();
  });

  // The grid's script takes long to load: it waits for the first picture and the filters.
  function loadGrid() {
    const later = document.getElementById("grid-script");
    if (!later) return;
    if (!document.querySelector("#chart .main-svg")) return void setTimeout(loadGrid, 100);
    later.remove();
    const script = document.createElement("script");
    script.src = later.dataset.src;
    script.addEventListener("load", () => window.dash_clientside.set_props("grid-ready", { data: true }));
    document.head.append(script);
  }

  // A key pressed ahead is meant for the next statement, and that one is not to be seen yet: the open one is judged once.
  const judged = { id: "", at: 0 };
  function judge(verdict) {
    const id = shownId();
    const button = document.querySelector("#details .check-bar " + verdict + ":not([hidden])");
    if (!button || (judged.id === id && Date.now() - judged.at < 3000)) return;
    Object.assign(judged, { id, at: Date.now() });
    button.click();
  }
  const shownId = () => (document.querySelector("#details h2") || { dataset: {} }).dataset.statement;

  function table() {
    try {
      return window.dash_ag_grid.getApi("table");
    } catch (error) {
      return null; // not drawn yet
    }
  }

  const leastFirst = (grid) => grid.getColumnState().some((column) => column.colId === "confidence" && column.sort === "asc");

  // The upload's field has no label of its own, and is there only once the dialog is.
  function nameUpload(tries) {
    const field = document.querySelector("#upload input");
    if (field) field.setAttribute("aria-label", "Choose articles");
    else if (tries) setTimeout(nameUpload, 60, tries - 1);
  }

  // Files that are too large are left alone by the upload; they are named here, beside what is said of the others.
  function nameLargeFiles(files) {
    const largest = Number(document.getElementById("add-large").dataset.largest);
    const large = [...(files || [])].filter((file) => file.size > largest).map((file) => file.name);
    const words = large.map((name) => name + " is larger than " + largest / 1e6 + " MB, too large for one article.").join(" ");
    window.dash_clientside.set_props("add-large", { children: words });
  }
  document.addEventListener("drop", (event) => event.target.closest("#upload") && nameLargeFiles(event.dataTransfer.files), true);
  document.addEventListener("change", (event) => event.target.closest("#upload") && nameLargeFiles(event.target.files), true);

  // The export menu closes when something is chosen in it, when one clicks elsewhere, and with Esc.
  const menus = () => document.querySelectorAll(".menu[open]");
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => {
      if (!menu.contains(event.target) || event.target.closest(".item")) menu.open = false;
    });
  });

  // The chart is as tall as its lanes, so that what stands under it has a way there from the top.
  function goTo(view) {
    const smooth = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (view !== "chart") window.dash_clientside.set_props("tabs", { value: view });
    address().set("show", view === "chart" ? "" : view, true);
    document.getElementById(view === "chart" ? "shell" : "tabs").scrollIntoView({ behavior: smooth });
    if (view === "chart") document.getElementById("chart-box").focus({ preventScroll: true });
  }

  // A link leads to one of the views under the chart: once that is there, and the chart as tall as it will be.
  function opensAt(view, tries) {
    if (tries === 60) window.dash_clientside.set_props("tabs", { value: view });
    const there = document.querySelector(view === "claims" ? "#claims > *" : "#table .ag-row");
    if (there || !tries) goTo(view);
    else setTimeout(opensAt, 80, view, tries - 1);
  }

  // Buttons inside server-made panels say what they do in data-action.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    if (!button) return;
    const value = button.dataset.value;
    const actions = {
      close: () => address().select(""),
      select: () => address().select(value, true),
      focus: () => (address().set("focus", value), button.closest("#claims") && goTo("chart")),
      "only-claim": () => address().only("claim", value),
      "only-actor": () => address().only("actor", value),
      top: () => address().order([value, ...address().params().getAll("top").filter((name) => name !== value)]),
      up: () => window.timelineChart.move(value, -1),
      down: () => window.timelineChart.move(value, 1),
      view: () => goTo(value),
      articles: () => {
        window.dash_clientside.set_props("add", { opened: false });
        address().these("article", JSON.parse(value));
      },
      rename: () => window.timelineRename(button, value),
      correct: () => {
        document.querySelector("#details .correct").open = true;
        document.querySelector("#details .correct input").focus();
      },
      next: () => document.getElementById("next-to-check").click(),
    };
    actions[button.dataset.action]();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    timeline: {
      boot() {
        const now = address().start();
        window.timelineFacets.search();
        window.timelineChart.watchWidth();
        published.scheme = scheme();
        return [now.query, now.selected, now.ringed, now.window, now.written, published.scheme, window.timelineChart.measure()];
      },
      scheme(value) {
        const chosen = value || scheme();
        document.documentElement.dataset.mantineColorScheme = chosen;
        document.body.dataset.agThemeMode = chosen;
        document.documentElement.style.colorScheme = chosen;
        return chosen;
      },
      toggleScheme() {
        const next = scheme() === "dark" ? "light" : "dark";
        try {
          if ((system.matches ? "dark" : "light") === next) window.localStorage.removeItem("timeline-scheme");
          else window.localStorage.setItem("timeline-scheme", next);
        } catch (error) {
          // a browser without storage forgets the choice
        }
        window.dash_clientside.set_props("scheme", { data: next });
      },
      drawFacets(data) {
        window.timelineFacets.draw(data);
        window.timelineOverview.draw(data && data.overview);
        setTimeout(loadGrid, 50);
      },
      moved() {
        window.timelineFacets.redrawChips();
        window.timelineOverview.mark();
      },
      explained() {
        address().explained();
        const id = shownId();
        if (id !== published.explained) document.getElementById("details").scrollTop = 0; // another one is read from its top
        published.explained = id;
      },
      drawList(data) {
        window.timelineChart.drawList(data);
      },
      chartDrawn() {
        window.timelineChart.bind();
        setTimeout(window.timelineChart.reveal, 60, true);
        const show = address().params().get("show");
        if (!published.drawn && ["statements", "claims"].includes(show)) opensAt(show, 60);
        published.drawn = true;
      },
      markRow() {
        const grid = table();
        if (!grid) return;
        document.getElementById("least-certain").setAttribute("aria-pressed", String(leastFirst(grid)));
        const wanted = address().params().get("statement");
        let found = null;
        grid.forEachNode((node) => (found = node.data && node.data.id === wanted ? node : found));
        const before = marked;
        marked = found && wanted;
        if (found && !found.isSelected()) (found.setSelected(true, true), grid.ensureIndexVisible(found.rowIndex));
        else if (!found && before) grid.deselectAll(); // a row that is clicked as the rows come in stays chosen
      },
      tabChosen(value) {
        if (value !== (address().params().get("show") || "statements")) address().set("show", value, true);
      },
      refreshTable(shown) {
        if (!shown) return;
        const grid = table();
        if (grid) (grid.purgeInfiniteCache(), grid.ensureIndexVisible && shown.rows && setTimeout(() => grid.ensureIndexVisible(0, "top"), 0));
      },
      tableSelected(rows) {
        // Not what markRow has just selected: the grid reports that, too, and by then the keys may have gone on.
        if (rows && rows.length && ![marked, address().params().get("statement")].includes(rows[0].id)) address().select(rows[0].id, true);
      },
      rowClicked(cell) {
        // A click counts even where rows that come in at that moment take the grid's own selection away.
        if (cell && cell.rowId && cell.rowId !== address().params().get("statement")) address().select(cell.rowId, true);
      },
      drawJumps() {
        window.timelineJumps.draw();
      },
      leastCertain(clicks) {
        const grid = table();
        if (!clicks || !grid) return;
        const least = !leastFirst(grid);
        grid.applyColumnState({ state: least ? [{ colId: "confidence", sort: "asc" }] : [], defaultState: { sort: null } });
        // Beside open details there is no room for all columns: the one that is gone by comes first.
        const others = grid.getColumnState().map((column) => column.colId).filter((name) => name !== "confidence");
        grid.moveColumns(["confidence"], least ? 0 : others.indexOf("claim") + 1);
      },
      goTo(id) {
        if (!id) return;
        window.dash_clientside.set_props("go-to", { data: null }); // the same one may be wanted again
        address().select(id, true);
      },
      renamed(names) {
        if (names) address().rename(names[0], names[1]);
      },
      colour(value) {
        const now = value === "stance" ? "" : value;
        if (now !== (address().params().get("colour") || "")) address().set("colour", now);
      },
      order(value) {
        const now = value === "first" ? "" : value;
        if (now !== (address().params().get("order") || "")) address().set("order", now);
      },
      days(value) {
        if (value !== address().written()) address().set("days", value);
      },
      savePicture(order) {
        if (order) window.timelinePicture.draw(order);
      },
      opens(clicks) {
        if (clicks) nameUpload(50);
        return Boolean(clicks);
      },
      toggleFacets() {
        document.getElementById("shell").classList.toggle("facets-open");
      },
      toggleReplay() {
        const box = document.getElementById("replay-box");
        box.hidden = !box.hidden;
        if (box.hidden) address().set("known", "");
      },
    },
  });
})();
