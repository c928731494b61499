// The filter column, the chips and the replay, drawn from what the server counts. Only textContent is used: nothing from an article is markup.
(function () {
  "use strict";
  const address = () => window.timelineAddress;
  const folds = {}; // which facets the reader has opened or closed
  const set = {}; // what the address said of the looks when the page was last drawn
  const finds = {}; // what stands in the facets' own search fields
  let drawn = null;

  function make(tag, className, text, attributes) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined) node.textContent = text;
    for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
    return node;
  }

  const number = (count) => count.toLocaleString(document.documentElement.lang || undefined);

  function icon(facet, value) {
    if (facet.name === "act") return make("span", "icon act-" + value, undefined, { "aria-hidden": "true" });
    if (facet.name === "stance") return make("span", "dot stance-" + (value || "none"), undefined, { "aria-hidden": "true" });
    return null;
  }

  function search() {
    const input = make("input", "search", undefined, { id: "search", type: "search", placeholder: "Search words   /", "aria-label": "Search words", autocomplete: "off", spellcheck: "false" });
    input.value = address().params().get("q") || "";
    let timer = null;
    const go = () => {
      clearTimeout(timer);
      const words = input.value.trim();
      if (words !== (address().params().get("q") || "")) address().set("q", words);
    };
    input.addEventListener("input", () => (clearTimeout(timer), (timer = setTimeout(go, 250))));
    input.addEventListener("change", go);
    document.getElementById("search-box").replaceChildren(input);
  }

  function row(facet, entry, className) {
    const item = make("li", "value " + (className || "") + (entry.state ? " is-" + entry.state : "") + (entry.count ? "" : " none"));
    const label = entry.label || entry.value;
    const pick = make("button", "pick", undefined, { type: "button", "aria-pressed": entry.state === "on" ? "true" : "false", title: label });
    const sign = entry.swatch === undefined ? icon(facet, entry.value) : make("span", "dot", undefined, { "aria-hidden": "true" });
    if (entry.swatch !== undefined) sign.style.background = entry.swatch < 0 ? "var(--stance-none)" : "var(--claim-" + entry.swatch + ")";
    if (sign) pick.append(sign);
    pick.append(make("span", "name", label), make("span", "count", number(entry.count)));
    pick.addEventListener("click", (event) => (event.altKey ? address().exclude(facet.name, entry.value) : address().toggle(facet.name, entry.value)));
    const leave = make("button", "leave", "⊘", { type: "button", title: "Leave out", "aria-label": "Leave out " + label, "aria-pressed": entry.state === "off" ? "true" : "false" });
    leave.addEventListener("click", () => address().exclude(facet.name, entry.value));
    if (facet.name === "affiliation") {
      const folded = address().params().getAll("fold").includes(entry.value);
      const fold = make("button", "fold", undefined, { type: "button", title: folded ? "One lane an actor" : "One lane for all of them", "aria-label": "One lane for all of " + label, "aria-pressed": folded ? "true" : "false" });
      fold.addEventListener("click", () => address().fold(entry.value));
      item.append(fold);
    }
    item.append(pick);
    item.append(leave);
    return item;
  }

  function values(facet) {
    const find = (finds[facet.name] || "").toLowerCase();
    const fits = (entry) => !find || (entry.label || entry.value).toLowerCase().includes(find) || (entry.group || "").toLowerCase().includes(find);
    const list = make("ul", "values");
    if (!facet.groups) {
      facet.values.filter(fits).forEach((entry) => list.append(row(facet, entry)));
      return list;
    }
    const groups = new Map(facet.groups.map((group) => [group.value, []]));
    const rest = [];
    facet.values.filter(fits).forEach((entry) => (groups.has(entry.group) ? groups.get(entry.group) : rest).push(entry));
    for (const group of facet.groups) {
      const actors = groups.get(group.value);
      const namesake = actors.length === 1 && actors[0].value === group.value;
      if (!actors.length && (find || !group.state)) continue;
      if (!namesake) list.append(row({ name: "affiliation" }, group, "group"));
      const folded = address().params().getAll("fold").includes(group.value) && !find;
      if (namesake || !folded) actors.forEach((entry) => list.append(row(facet, entry, namesake ? "group lone" : "member")));
    }
    rest.forEach((entry) => list.append(row(facet, entry, "group lone")));
    return list;
  }

  function section(facet) {
    const box = make("details", "facet facet-" + facet.name);
    const chosen = facet.values.some((entry) => entry.state);
    box.open = folds[facet.name] === undefined ? facet.opened || chosen : folds[facet.name];
    const head = make("summary", "", facet.title);
    box.addEventListener("toggle", () => (folds[facet.name] = box.open));
    box.append(head);
    if (facet.values.length > 12 || finds[facet.name]) {
      const find = make("input", "find", undefined, { type: "search", placeholder: "Find", "aria-label": "Find in " + facet.title, "data-facet": facet.name });
      find.value = finds[facet.name] || "";
      find.addEventListener("input", () => {
        finds[facet.name] = find.value;
        box.querySelector(".values").replaceWith(values(facet));
      });
      box.append(find);
    }
    box.append(values(facet));
    if (!facet.values.length) box.append(make("p", "note", "None among those shown"));
    if (facet.more) box.append(make("p", "note", "and " + number(facet.more) + " more: search for them above"));
    return box;
  }

  function days(data) {
    const box = make("details", "facet facet-days");
    box.open = folds.days === undefined ? true : folds.days;
    box.addEventListener("toggle", () => (folds.days = box.open));
    box.append(make("summary", "", "Days"));
    const pair = make("div", "days");
    for (const [name, words] of [["from", "From"], ["until", "Until"]]) {
      const label = make("label", "", words);
      const input = make("input", "", undefined, { type: "date", min: data.first, max: data.last, "data-day": name });
      input.value = address().params().get(name) || "";
      if (!input.value) input.classList.add("unset");
      input.title = "All from " + dayWords(data.first) + " to " + dayWords(data.last);
      input.addEventListener("change", () => address().set(name, input.value));
      label.append(input);
      pair.append(label);
    }
    box.append(pair);
    return box;
  }

  function sureness() {
    const box = make("details", "facet");
    box.open = folds.sure || false;
    box.addEventListener("toggle", () => (folds.sure = box.open));
    box.append(make("summary", "", "How sure the parser is"));
    const value = Number(address().params().get("confidence") || 0);
    const label = make("label", "sure", "At least ");
    const output = make("output", "", Math.round(value * 100) + " %");
    const input = make("input", "", undefined, { type: "range", min: 0, max: 1, step: 0.05, "aria-label": "Least confidence" });
    input.value = value;
    input.addEventListener("input", () => (output.textContent = Math.round(input.value * 100) + " %"));
    input.addEventListener("change", () => address().set("confidence", Number(input.value) ? input.value : ""));
    label.append(output, input);
    const thoughts = make("label", "check");
    const check = make("input", "", undefined, { type: "checkbox" });
    check.checked = address().params().get("thoughts") === "1";
    check.addEventListener("change", () => address().set("thoughts", check.checked ? "1" : ""));
    thoughts.append(check, " also thoughts and plans");
    box.append(label, thoughts);
    return box;
  }

  // A day as the reader writes it; the address has ISO dates.
  function dayWords(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    if (!day || address().written() === "iso") return iso;
    if (address().written() === "german") return day + "." + month + "." + year;
    return day + " " + "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[month - 1] + " " + year;
  }

  const DAYS = ["from", "until", "known"];
  const PLAIN = { from: "from ", until: "until ", q: "words: ", known: "as known on ", confidence: "confidence ≥ ", thoughts: "with thoughts" };

  function chip(words, label, className, act) {
    const node = make("button", "chip " + className, undefined, { type: "button", "aria-label": label, title: label });
    node.append(make("span", "words", words), make("span", "cross", "×", { "aria-hidden": "true" }));
    node.addEventListener("click", act);
    return node;
  }

  function chips(data) {
    const labels = {};
    data.facets.forEach((facet) => facet.values.forEach((entry) => (labels[facet.name + "\n" + entry.value] = entry.label || entry.value)));
    const filters = address().filters();
    const { rows, total } = data.shown;
    const all = filters.length || rows !== total ? number(rows) + " of " + number(total) + " statements" : number(total) + " statements";
    const status = make("button", "shown", all, { type: "button", title: "Go to the table" });
    status.addEventListener("click", () => document.getElementById("tabs").scrollIntoView({ behavior: "smooth" }));
    const parts = filters.map(([name, value]) => {
      const out = name.startsWith("not.");
      const bare = out ? name.slice(4) : name;
      const named = (out ? "not " : "") + (labels[bare + "\n" + value] || value || "no " + bare);
      const words = name in PLAIN ? PLAIN[name] + (name === "thoughts" ? "" : DAYS.includes(name) ? dayWords(value) : value) : named;
      return chip(words, "Remove the filter " + words, out ? "out" : "", () => address().remove(name, value));
    });
    const focus = address().params().get("focus");
    const view = address().params().get("view");
    if (focus) parts.push(chip("in colour: " + focus, "Show all claims in colour again", "focus", () => address().set("focus", "")));
    const top = address().params().getAll("top");
    if (top.length) parts.push(chip(top.length === 1 ? "on top: " + (top[0] || "speaker not named") : "lanes by hand", "Put the lanes back in their places", "focus", () => address().order([])));
    if (view) parts.push(chip(view.split("..").map(dayWords).join(" – "), "Show all days (double click in the chart)", "focus", () => address().show("")));
    if (filters.length) {
      const reset = make("button", "plain small", "Reset", { type: "button", title: "Reset all filters (r)" });
      reset.addEventListener("click", () => address().reset());
      parts.push(reset);
    }
    if (address().canUndo()) {
      const undo = make("button", "plain small", "Undo", { type: "button", title: "Undo the last step (u)" });
      undo.addEventListener("click", () => address().undo());
      parts.push(undo);
    }
    document.getElementById("chips").replaceChildren(status, ...parts);
  }

  // The legend of shapes is the facet "What they do"; the line above the chart explains the colours and the signs.
  function legend(data) {
    const box = document.getElementById("legend");
    const byClaim = address().params().get("colour") === "claim";
    const facet = data.facets.find((each) => each.name === (byClaim ? "claim" : "stance"));
    const entries = byClaim ? facet.values.filter((entry) => entry.swatch >= 0) : facet.values.filter((entry) => entry.count);
    box.style.flexBasis = byClaim ? "100%" : "";
    box.replaceChildren(
      ...entries.map((entry) => {
        const item = make("span", "key");
        const dot = make("span", byClaim ? "dot" : "dot stance-" + (entry.value || "none"), undefined, { "aria-hidden": "true" });
        if (byClaim) dot.style.background = "var(--claim-" + entry.swatch + ")";
        item.append(dot, make("span", "", entry.label || entry.value));
        return item;
      })
    );
  }

  function replay(data) {
    const box = document.getElementById("replay-box");
    const stops = data.published;
    const known = address().params().get("known");
    if (known) box.hidden = false;
    if (!stops.length) return;
    let input = box.querySelector("input");
    if (!input) {
      box.append(make("span", "label", "As known on"), make("button", "plain small play", "▶", { type: "button", "aria-label": "Play" }), make("input", "", undefined, { type: "range", min: 0, step: 1, "aria-label": "As known on" }), make("output"));
      input = box.querySelector("input");
      let timer = null;
      const go = () => address().set("known", Number(input.value) === Number(input.max) ? "" : input.dataset.stops.split(",")[input.value], true);
      input.addEventListener("input", () => (box.querySelector("output").textContent = dayWords(input.dataset.stops.split(",")[input.value])));
      input.addEventListener("change", go);
      box.querySelector(".play").addEventListener("click", () => {
        if (timer) return void (clearInterval(timer), (timer = null));
        let next = Number(input.value) === Number(input.max) ? 0 : Number(input.value) + 1; // at the end it begins again
        const step = () => {
          input.value = next;
          go();
          next += 1;
          if (next > Number(input.max)) (clearInterval(timer), (timer = null));
        };
        timer = setInterval(step, 1200);
        step();
      });
    }
    input.dataset.stops = stops.join(",");
    input.max = stops.length - 1;
    const place = known ? stops.filter((day) => day <= known).length - 1 : stops.length - 1;
    input.value = Math.max(0, place);
    box.querySelector("output").textContent = dayWords(known || stops[stops.length - 1]);
  }

  function draw(data) {
    if (!data || !data.facets) return;
    const focused = document.activeElement;
    const column = document.getElementById("facet-lists");
    const keep = column.contains(focused) ? { title: focused.title, label: focused.getAttribute("aria-label"), facet: focused.dataset.facet, day: focused.dataset.day } : null;
    const scroll = document.getElementById("facets").scrollTop;
    const sections = data.facets.map(section);
    sections.splice(4, 0, days(data));
    column.replaceChildren(...sections, sureness());
    document.getElementById("facets").scrollTop = scroll;
    if (keep) {
      const again = [...column.querySelectorAll("button, input")].find((node) => (keep.day ? node.dataset.day === keep.day : keep.facet ? node.dataset.facet === keep.facet : node.title === keep.title && node.getAttribute("aria-label") === keep.label));
      if (again) again.focus({ preventScroll: true });
    }
    chips(data);
    legend(data);
    replay(data);
    const search = document.getElementById("search");
    const words = address().params().get("q") || "";
    if (document.activeElement !== search) search.value = words;
    const params = address().params();
    const looks = { colour: params.get("colour") || "stance", order: params.get("order") || "first", days: address().written() };
    for (const [name, value] of Object.entries(looks)) {
      // Only what the address has changed: a choice that is still on its way there must not be taken back.
      if (set[name] !== value) window.dash_clientside.set_props(name, { value });
      set[name] = value;
    }
    drawn = data;
  }

  function redrawChips() {
    if (drawn) chips(drawn);
  }

  window.timelineFacets = { draw, make, search, redrawChips, latest: () => drawn };
})();
