// The address bar holds what is shown. Everything that changes the view goes through here; callbacks listen to the stores it sets.
(function () {
  "use strict";
  const LOOKS = ["colour", "order", "focus", "fold", "top", "days"]; // kept by a reset: how it is drawn, not what is shown
  const APART = ["statement", "view", "show"]; // are not of the filter: no new filtering
  const REST = 200; // milliseconds after the last step with an arrow key
  const last = {};
  let ahead = null; // the statement that the arrow keys have gone to, until they rest and the address bar has it, too
  let resting = 0;
  let explaining = false;

  function params() {
    const all = new URLSearchParams(window.location.search);
    if (ahead !== null) all.set("statement", ahead);
    return all;
  }

  // How days are written where the address does not say it: as the reader's language does.
  function written(all) {
    const language = (window.navigator.language || "").toLowerCase();
    if (all.get("days")) return all.get("days");
    if (/^(de|cs|sk|pl|fi|nb|nn|no|ru|uk|tr|ro|sl|hr|sr|bg|et|lv)\b/.test(language)) return "german";
    return /^(sv|lt|hu|zh|ja|ko|fr-ca)\b/.test(language) ? "iso" : "words";
  }

  function split(all) {
    const rest = new URLSearchParams(all);
    APART.forEach((name) => rest.delete(name));
    if (written(all) !== "words") rest.set("days", written(all));
    else rest.delete("days");
    const selected = all.get("statement") || "";
    return { written: written(all), query: rest.toString(), selected, ringed: selected, window: all.get("view") || "" };
  }

  function publish() {
    const now = split(params());
    Object.keys(now).forEach((store) => hand(store, now[store]));
    window.timelineChart.ring();
  }

  function hand(store, value) {
    if (last[store] === value) return;
    last[store] = value;
    window.dash_clientside.set_props(store, { data: value });
  }

  // Many steps a second: the details follow as fast as they come, never asked for twice at a time.
  function explain() {
    if (explaining || ahead === null || last.selected === ahead) return;
    explaining = true;
    hand("selected", ahead);
  }

  // What the keys have gone to is written into the address before anything else changes there.
  function settle() {
    clearTimeout(resting);
    if (ahead === null) return;
    const text = params().toString();
    ahead = null;
    window.history.replaceState({ timeline: depth() }, "", window.location.pathname + "?" + text);
  }

  function depth() {
    return (window.history.state && window.history.state.timeline) || 0;
  }

  function go(next, replace) {
    const text = next.toString();
    const url = window.location.pathname + (text ? "?" + text : "");
    if (replace) window.history.replaceState({ timeline: depth() }, "", url);
    else if (text !== params().toString()) window.history.pushState({ timeline: depth() + 1 }, "", url);
    publish();
  }

  function change(edit, replace) {
    settle();
    const next = params();
    edit(next);
    go(next, replace);
  }

  const without = (all, name, value) => {
    const kept = all.getAll(name).filter((other) => other !== value);
    all.delete(name);
    kept.forEach((other) => all.append(name, other));
  };

  const api = {
    params,
    split,
    written: () => written(params()),
    start() {
      const now = split(params());
      Object.assign(last, now);
      return now;
    },
    // A click on a value: choose it, or stop choosing (or excluding) it.
    toggle(name, value) {
      change((all) => {
        const had = all.getAll(name).includes(value) || all.getAll("not." + name).includes(value);
        without(all, name, value);
        without(all, "not." + name, value);
        if (!had) all.append(name, value);
      });
    },
    exclude(name, value) {
      change((all) => {
        const had = all.getAll("not." + name).includes(value);
        without(all, name, value);
        without(all, "not." + name, value);
        if (!had) all.append("not." + name, value);
      });
    },
    remove(name, value) {
      change((all) => without(all, name, value));
    },
    set(name, value, replace) {
      change((all) => (value ? all.set(name, value) : all.delete(name)), replace);
    },
    only(name, value) {
      change((all) => {
        all.delete(name);
        all.delete("not." + name);
        all.append(name, value);
      });
    },
    // These values and no other filter.
    these(name, values) {
      change((all) => {
        for (const key of [...all.keys()]) if (!LOOKS.includes(key)) all.delete(key);
        values.forEach((value) => all.append(name, value));
      });
    },
    fold(value) {
      this.look("fold", value);
    },
    look(name, value) {
      change((all) => {
        const had = all.getAll(name).includes(value);
        without(all, name, value);
        if (!had) all.append(name, value);
      });
    },
    // The actors whose lanes come first, in this order; all others follow in the order chosen.
    order(names) {
      change((all) => {
        all.delete("top");
        names.forEach((name) => all.append("top", name));
      });
    },
    select(id, reveal) {
      this.reveal = reveal ? id : "";
      change((all) => (id ? all.set("statement", id) : all.delete("statement")), true);
    },
    // By an arrow key, of which many may follow: details and ring go along, address and chart once the keys rest.
    step(id) {
      const single = ahead === null;
      ahead = id;
      this.reveal = id;
      clearTimeout(resting);
      resting = setTimeout(() => (settle(), publish(), window.timelineChart.reveal()), REST);
      explain();
      window.timelineChart.ring();
      if (single) window.timelineChart.reveal(); // the page doesn't follow where many steps lead up and down its lanes
    },
    explained() {
      explaining = false;
      explain();
    },
    show(days) {
      change((all) => (days ? all.set("view", days) : all.delete("view")), true);
    },
    // A claim has another name now: the view that it is part of stays.
    rename(old, name) {
      change((all) => {
        for (const key of ["claim", "not.claim", "focus"]) {
          const values = all.getAll(key);
          if (!values.includes(old)) continue;
          all.delete(key);
          [...new Set(values.map((value) => (value === old ? name : value)))].forEach((value) => all.append(key, value));
        }
      }, true);
    },
    reset() {
      settle();
      const kept = new URLSearchParams();
      for (const [name, value] of params()) if (LOOKS.includes(name) || name === "statement" || name === "show") kept.append(name, value);
      go(kept);
    },
    undo() {
      settle();
      if (depth() > 0) window.history.back();
      else this.reset();
    },
    canUndo: () => depth() > 0,
    filters: () => [...params()].filter(([name]) => !LOOKS.includes(name) && !APART.includes(name)),
  };

  window.addEventListener("popstate", () => {
    clearTimeout(resting);
    ahead = null;
    publish();
  });
  window.timelineAddress = api;
})();
