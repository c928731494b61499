// The chart: marks that can be clicked, a window that follows zoom and pan, and the width that the server draws for.
(function () {
  "use strict";
  const address = () => window.timelineAddress;
  const OF_SELECTED = ["selected", "answers", "answer heads", "took"]; // what the server draws for the selected statement
  const AHEAD = 30; // statements before the end of the list at which the next part is asked for
  const NONE = { items: [], first: 0, total: 0, view: null, around: "" };
  let list = NONE;
  let waiting = { by: 0, view: "" }; // steps that need a part of the list that is still to come
  let asked = false;

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
    chart.on("plotly_afterplot", () => (axis(), ring()));
    chart.on("plotly_doubleclick", () => {
      clearTimeout(opening);
      fitted = Date.now();
      address().show("");
    });
  }

  const head = () => document.getElementById("header").getBoundingClientRect().bottom * (getComputedStyle(document.getElementById("header")).position === "sticky");

  // While one reads the lower lanes of a tall chart, its days stay in sight.
  function axis() {
    const strip = document.getElementById("axis");
    const chart = plot();
    const layout = chart && chart._fullLayout;
    const { top, bottom } = chart ? chart.getBoundingClientRect() : {};
    const away = layout && top + layout._size.t < head() && bottom > head() + 80;
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

  // Where a statement's own mark stands, in pixels of the chart; null where it is counted in a band or not shown.
  function spot(id) {
    const chart = plot();
    for (const trace of (id && chart && chart._fullData) || []) {
      const at = trace.name === "statements" ? trace.customdata.findIndex((data) => data[0] === id) : -1;
      if (at < 0) continue;
      const { xaxis, yaxis } = chart._fullLayout;
      return { x: xaxis.d2p(trace.x[at]), y: yaxis.d2p(trace.y[at]), lane: trace.y[at] };
    }
    return null;
  }

  // Until the server has drawn the chart for the statement that is chosen, its mark is ringed here, and the last one's ring and arrows go.
  function ring() {
    const chart = plot();
    const layer = chart && chart._fullData && chart.layout.meta && chart.querySelector(".scatterlayer");
    if (!layer) return;
    const wanted = address().params().get("statement") || "";
    const drawn = chart.layout.meta.selected === wanted;
    const shows = (node, own) => node && (node.style.visibility = own && !drawn ? "hidden" : "");
    chart._fullData.forEach((trace) => shows(layer.querySelector(".trace" + trace.uid), OF_SELECTED.includes(trace.name)));
    (chart.layout.annotations || []).forEach((note, at) => shows(chart.querySelector(`.annotation[data-index="${at}"]`), OF_SELECTED.includes(note.name)));
    layer.querySelectorAll(".ring").forEach((node) => node.remove());
    const place = drawn ? null : spot(wanted);
    if (!place) return;
    const circle = document.createElementNS("http://www.w3.org/2000/svg", "circle");
    for (const [name, value] of Object.entries({ class: "ring", cx: place.x, cy: place.y, r: chart.layout.meta.ring / 2 })) circle.setAttribute(name, value);
    layer.append(circle);
  }

  // After a jump from a list or by a key: the chosen mark comes into sight, at the latest when it is `drawn`.
  function reveal(drawn) {
    const place = spot(address().reveal);
    if (!place) return;
    if (drawn) address().reveal = "";
    const y = plot().getBoundingClientRect().top + plot()._fullLayout.yaxis._offset + place.y;
    const lists = document.getElementById("tabs").getBoundingClientRect().top < window.innerHeight / 2; // these are read just now
    const away = lists && !box().contains(document.activeElement);
    if (!away && (y < head() + 60 || y > window.innerHeight - 60)) window.scrollBy({ top: y - window.innerHeight / 2, behavior: "smooth" });
  }

  function drawList(data) {
    list = data || NONE;
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
    if (list.first) ol.setAttribute("start", list.first + 1);
    place.replaceChildren(ol);
    if (list.total > list.items.length) {
      place.append(make("p", "", "Statements " + (list.first + 1) + " to " + (list.first + list.items.length) + " of " + list.total + "; the arrow keys lead to the others."));
    }
    asked = false;
    const { by, view } = waiting;
    waiting = { by: 0, view: "" };
    if (by && view === viewed()) step(by);
  }

  const viewed = () => {
    const { query, window: days } = address().split(address().params());
    return query + " " + days;
  };

  // The list holds a part of the statements: before its end is reached, the server is asked for the part that lies ahead. Steps that come
  // before the list in which they are to be made (at its end, after a change of the view, after a jump) wait for it.
  function step(by) {
    const view = viewed();
    const chosen = address().params().get("statement") || "";
    const last = list.items.length - 1;
    const now = list.items.findIndex((item) => item.id === chosen);
    const next = now < 0 ? (by > 0 ? by - 1 : last + 1 + by) : now + by;
    const left = by > 0 ? last - next : next;
    const part = list.items.length < list.total;
    const more = by > 0 ? list.first + last + 1 < list.total : list.first > 0;
    if (more && left < AHEAD && !asked) {
      asked = true;
      window.dash_clientside.set_props("list-from", { data: Math.max(0, list.first + Math.max(0, now) - Math.round(last * (by > 0 ? 1 / 3 : 2 / 3))) });
    }
    const elsewhere = list.view !== view || (part && chosen && now < 0 && list.around !== chosen);
    if (elsewhere || (more && left < 0)) return void (waiting = { by: (waiting.view === view ? waiting.by : 0) + by, view });
    const item = list.items[Math.min(last, Math.max(0, next))];
    if (!item || item.id === chosen) return;
    address().step(item.id);
    document.getElementById("status").textContent = item.text;
  }

  // By key: half or twice as many days, around the chosen statement where it is in sight, else around the middle.
  function zoom(factor) {
    const chart = plot();
    if (!chart || !chart._fullLayout) return;
    const axis_ = chart._fullLayout.xaxis;
    const place = spot(address().params().get("statement"));
    const at = place && place.x > 0 && place.x < axis_._length ? place.x : axis_._length / 2;
    const ends = [at - at * factor, at + (axis_._length - at) * factor].map((x) => day(axis_.p2l(x)));
    const { first, last } = window.timelineFacets.latest() || {};
    address().show(factor > 1 && (!address().params().get("view") || (ends[0] <= first && ends[1] >= last)) ? "" : ends.join(".."));
  }

  // An actor's lane trades places with its neighbour in the group; at the group's edge the group trades places with the next one.
  // The lanes down to there are then by hand, so that they stay in the order in which they are seen.
  function move(name, by) {
    const chart = plot();
    const groups = [];
    for (const lane of (chart && chart.layout.meta.lanes) || []) {
      if (!groups.length || groups[groups.length - 1].name !== lane.group) groups.push({ name: lane.group, actors: [] });
      groups[groups.length - 1].actors.push(...lane.actors);
    }
    const at = groups.findIndex((group) => group.actors.includes(name));
    if (at < 0) return;
    const { actors } = groups[at];
    const from = actors.indexOf(name);
    const swap = (list, one, other) => ([list[one], list[other]] = [list[other], list[one]]);
    let last = at;
    if (actors[from + by] !== undefined) swap(actors, from, from + by);
    else if (groups[at + by]) (swap(groups, at, at + by), (last = Math.max(at, at + by)));
    else return;
    address().order(groups.slice(0, last + 1).flatMap((group) => group.actors));
    document.getElementById("status").textContent = name + (by < 0 ? " moved up" : " moved down");
  }

  function moveSelected(by) {
    const place = spot(address().params().get("statement"));
    const lane = place && plot().layout.meta.lanes.find((each) => each.top <= place.lane && place.lane <= each.bottom);
    if (lane) move(lane.actors[0], by);
  }

  window.timelineChart = { measure, watchWidth, bind, drawList, reveal, ring, step, move, moveSelected, zoom };
})();
