// The chart: marks that can be clicked, a window that follows zoom and pan, and the width that the server draws for.
(function () {
  "use strict";
  const address = () => window.timelineAddress;
  let list = { items: [], total: 0 };

  const box = () => document.getElementById("chart-box");
  const plot = () => document.querySelector("#chart .js-plotly-plot");
  const idOf = (point) => (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
  const day = (value) => new Date(typeof value === "number" ? value : String(value).replace(" ", "T").slice(0, 19) + "Z").toISOString().slice(0, 10);

  function measure() {
    return Math.max(320, Math.floor(box().getBoundingClientRect().width));
  }

  let settle = null;
  function watchWidth() {
    let width = measure();
    new ResizeObserver(() => {
      clearTimeout(settle);
      settle = setTimeout(() => {
        const now = measure();
        if (Math.abs(now - width) > 2) {
          width = now;
          window.dash_clientside.set_props("size", { data: now });
        }
      }, 120);
    }).observe(box());
  }

  let opening = null;
  let fitted = 0;
  let moved = null;
  function follow(change) {
    if (!Object.keys(change || {}).some((key) => key.startsWith("xaxis"))) return;
    clearTimeout(moved);
    moved = setTimeout(() => {
      const axis = plot()._fullLayout.xaxis;
      address().show(day(axis.r2l ? axis.r2l(axis.range[0]) : axis.range[0]) + ".." + day(axis.r2l ? axis.r2l(axis.range[1]) : axis.range[1]));
    }, 180);
  }

  // A click on a counted band shows its days alone; a single day with its week.
  function openBand(point) {
    const { stretches, unit } = plot().layout.meta;
    const column = point.pointNumber[1];
    const shift = (date, days) => new Date(Date.parse(date) + days * 86400000).toISOString().slice(0, 10);
    const first = String(stretches[column]).slice(0, 10);
    const next = stretches[column + 1] === undefined ? shift(first, 31) : String(stretches[column + 1]).slice(0, 10);
    address().show(unit === "day" ? shift(first, -3) + ".." + shift(first, 3) : first + ".." + shift(next, -1));
  }

  function bind() {
    const chart = plot();
    if (!chart || !chart.on) return void setTimeout(bind, 30);
    if (chart.timelineBound) return;
    chart.timelineBound = true;
    chart.on("plotly_click", (event) => {
      const point = event.points[0];
      clearTimeout(opening);
      if (Date.now() - fitted < 400) return; // plotly reports a click after the double click, too
      if (point.data.name === "bands") opening = setTimeout(openBand, 300, point); // unless it is a double click
      else if (point.data.name === "statements") address().select(idOf(point));
    });
    chart.on("plotly_clickannotation", (event) => {
      const [kind, ...rest] = (event.annotation.name || "").split(":");
      const name = rest.join(":");
      if (kind === "group") address().fold(name);
      else if (kind === "actor") address().toggle("actor", name);
    });
    chart.on("plotly_relayout", follow);
    chart.on("plotly_afterplot", axis);
    chart.on("plotly_doubleclick", () => {
      clearTimeout(opening);
      fitted = Date.now();
      address().show("");
    });
  }

  // While one reads the lower lanes of a tall chart, its days stay in sight.
  function axis() {
    const strip = document.getElementById("axis");
    const chart = plot();
    const layout = chart && chart._fullLayout;
    const away = layout && chart.getBoundingClientRect().top + layout._size.t < 0;
    strip.hidden = !away;
    if (!away) return;
    const labels = (layout.xaxis._vals || []).filter((tick) => tick.text && !tick.minor).map((tick) => {
      const label = window.timelineFacets.make("span", "", tick.text.replace(/<[^>]*>/g, " ").trim());
      label.style.left = layout.xaxis._offset + layout.xaxis.l2p(tick.x) + "px";
      return label;
    });
    strip.replaceChildren(...labels);
  }
  window.addEventListener("scroll", () => window.requestAnimationFrame(axis), { passive: true });

  // After a jump from a list or by a key: the chosen mark comes into sight.
  function reveal() {
    const wanted = address().reveal;
    const chart = plot();
    if (!wanted || !chart || !chart._fullData) return;
    address().reveal = "";
    for (const trace of chart._fullData) {
      const at = trace.name === "statements" ? trace.customdata.findIndex((data) => data[0] === wanted) : -1;
      if (at < 0) continue;
      const axis = chart._fullLayout.yaxis;
      const y = chart.getBoundingClientRect().top + axis._offset + axis.d2p(trace.y[at]);
      const away = document.activeElement && document.activeElement.closest("#table, #claims");
      if (!away && (y < 60 || y > window.innerHeight - 60)) window.scrollBy({ top: y - window.innerHeight / 2, behavior: "smooth" });
    }
  }

  function drawList(data) {
    list = data || { items: [], total: 0 };
    const { make } = window.timelineFacets;
    const place = document.getElementById("reading-list");
    const ol = make("ol", "", undefined, { "aria-label": "The statements shown, in the order of saying" });
    list.items.forEach((item) => {
      const li = make("li");
      const button = make("button", "", item.text, { type: "button", tabindex: "-1" });
      button.addEventListener("click", () => address().select(item.id));
      li.append(button);
      ol.append(li);
    });
    place.replaceChildren(ol);
    if (list.total > list.items.length) place.append(make("p", "", "and " + (list.total - list.items.length) + " more: narrow the filter or the days"));
  }

  function step(by) {
    if (!list.items.length) return;
    const now = list.items.findIndex((item) => item.id === address().params().get("statement"));
    const next = now < 0 ? (by > 0 ? 0 : list.items.length - 1) : Math.min(list.items.length - 1, Math.max(0, now + by));
    address().select(list.items[next].id, true);
    document.getElementById("status").textContent = list.items[next].text;
  }

  window.timelineChart = { measure, watchWidth, bind, drawList, reveal, step };
})();
