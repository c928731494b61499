// The strip above the chart: how many statements when, and which days the chart shows. Dragging over it chooses days.
(function () {
  "use strict";
  const DAY = 86400000;
  const SVG = "http://www.w3.org/2000/svg";
  const HIGH = 30;
  const address = () => window.timelineAddress;
  let data = null;

  const iso = (time) => new Date(time).toISOString().slice(0, 10);

  function shape(name, attributes) {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  }

  function place(first, last) {
    const start = Date.parse(data.first);
    const whole = data.counts.length * data.days * DAY;
    return [(Date.parse(first) - start) / whole, (Date.parse(last) + DAY - start) / whole].map((share) => Math.min(1, Math.max(0, share)));
  }

  function mark() {
    const box = document.getElementById("overview");
    const window_ = box.querySelector(".window");
    if (!window_) return;
    const view = address().params().get("view");
    window_.hidden = !view;
    if (!view) return;
    const [left, right] = place(...view.split(".."));
    window_.style.left = left * 100 + "%";
    window_.style.width = Math.max(0.4, (right - left) * 100) + "%";
  }

  function drag(box) {
    let from = null;
    const share = (event) => {
      const area = box.getBoundingClientRect();
      return Math.min(1, Math.max(0, (event.clientX - area.left) / area.width));
    };
    const days = (one, other) => {
      const start = Date.parse(data.first);
      const whole = data.counts.length * data.days * DAY;
      const [first, last] = [Math.min(one, other), Math.max(one, other)].map((each) => start + each * whole);
      return iso(first) + ".." + iso(Math.max(first, last - DAY / 2));
    };
    const follow = (event) => {
      const window_ = box.querySelector(".window");
      window_.hidden = false;
      window_.style.left = Math.min(from, share(event)) * 100 + "%";
      window_.style.width = Math.abs(share(event) - from) * 100 + "%";
    };
    box.addEventListener("pointerdown", (event) => {
      from = share(event);
      box.setPointerCapture(event.pointerId);
      box.addEventListener("pointermove", follow);
    });
    box.addEventListener("pointerup", (event) => {
      box.removeEventListener("pointermove", follow);
      if (from === null) return;
      const to = share(event);
      address().show(Math.abs(to - from) * box.clientWidth < 4 ? "" : days(from, to));
      from = null;
      mark();
    });
  }

  function draw(fresh) {
    const box = document.getElementById("overview");
    data = fresh;
    box.hidden = !data || data.counts.length < 2;
    if (box.hidden) return;
    const byStance = address().params().get("colour") !== "claim"; // the strip has no colours of claims
    const most = Math.max(1, ...data.counts);
    const svg = shape("svg", { viewBox: "0 0 " + data.counts.length + " " + HIGH, preserveAspectRatio: "none", "aria-hidden": "true" });
    data.counts.forEach((count, place_) => {
      if (!count) return;
      const tall = Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * (HIGH - 2));
      let top = HIGH;
      const [affirm, refute] = byStance ? [data.affirm[place_], data.refute[place_]] : [0, 0];
      for (const [name, number] of [["affirm", affirm], ["refute", refute], ["rest", count - affirm - refute]]) {
        const part = (tall * number) / count;
        top -= part;
        if (number) svg.append(shape("rect", { class: name, x: place_ + 0.06, y: top, width: 0.88, height: part }));
      }
    });
    const window_ = document.createElement("span");
    window_.className = "window";
    box.replaceChildren(svg, window_);
    if (!box.dataset.bound) (drag(box), (box.dataset.bound = "yes"));
    box.title = "Drag over days to see them alone; a click shows all";
    mark();
  }

  window.timelineOverview = { draw, mark };
})();
