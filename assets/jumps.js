// The lists of statements in the claims: drawn here from JSON, each line a button that opens its statement. Text is only ever text.
(function () {
  "use strict";

  function line(item) {
    const { make } = window.timelineFacets;
    const node = make("li");
    if (item.icon) node.append(make("span", "icon " + item.icon, undefined, { "aria-hidden": "true" }));
    if (item.accused) node.append(make("span", "accused", item.accused));
    node.append(make("button", "link", item.words, { type: "button", "data-action": "select", "data-value": item.id }));
    return node;
  }

  // The claims are drawn anew, for a moment without their lists: the page stays where one was reading.
  let place = null;
  const stay = () => (place = window.scrollY);

  function draw() {
    document.querySelectorAll("#claims [data-items]").forEach((list) => list.replaceChildren(...JSON.parse(list.dataset.items).map(line)));
    if (place !== null) window.scrollTo(0, place);
    place = null;
  }

  window.timelineJumps = { draw, stay };
})();
