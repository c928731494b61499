// Fingers on the chart: up and down scrolls the page, which plotly alone would not let happen; sideways moves the days, two fingers zoom.
(function () {
  "use strict";
  const plot = () => document.querySelector("#chart .js-plotly-plot");
  const places = (event) => [...event.touches].map((finger) => finger.clientX).sort((one, other) => one - other).slice(0, 2);
  let fingers = null; // where they were when the chart was last moved
  let busy = false;

  function follow(event) {
    const now = places(event);
    const chart = plot();
    if (!fingers || now.length !== fingers.length) return void (fingers = now);
    if (busy || !chart || !chart._fullLayout || Math.abs(now[0] - fingers[0]) + Math.abs(now.at(-1) - fingers.at(-1)) < 3) return;
    const axis = chart._fullLayout.xaxis;
    const left = chart.getBoundingClientRect().left + axis._offset;
    const wider = now.length < 2 ? 1 : Math.max(0.2, (now[1] - now[0]) / Math.max(20, fingers[1] - fingers[0]));
    const before = (x) => (x + left - now[0]) / wider + fingers[0] - left; // where a place of the axis was
    const range = [0, axis._length].map((x) => axis.p2r(before(x)));
    busy = true;
    fingers = now;
    window.Plotly.relayout(chart, { "xaxis.range": range }).then(() => (busy = false));
  }

  const listens = {
    touchstart: (event) => (fingers = places(event)),
    touchmove: follow,
    touchend: () => (fingers = null),
    touchcancel: () => (fingers = null), // the page scrolls
  };
  for (const [name, answer] of Object.entries(listens)) {
    document.addEventListener(
      name,
      (event) => {
        if (!event.target.closest("#chart")) return;
        event.stopPropagation(); // a tap still comes to plotly as a click
        answer(event);
      },
      { capture: true, passive: true }
    );
  }
})();
