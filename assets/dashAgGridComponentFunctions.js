// The grid's Act cell: the act's shape in the stance's colour, and its word. In a narrow window a row is a card of who, when, and what.
window.dashAgGridComponentFunctions = Object.assign({}, window.dashAgGridComponentFunctions, {
  ActCell(props) {
    if (!props.data) return null;
    const make = window.React.createElement;
    return make("span", { className: "act-cell" }, make("span", { className: "icon " + props.data.icon, "aria-hidden": "true" }), props.value);
  },
  StatementCard(props) {
    if (!props.data) return null;
    const make = window.React.createElement;
    const { icon, actor, act, said, content, confidence } = props.data;
    return make(
      "div",
      { className: "card" },
      make("div", { className: "act-cell" }, make("span", { className: "icon " + icon, "aria-hidden": "true" }), make("b", null, actor), act),
      make("div", { className: "card-what" }, content),
      make("div", { className: "quiet small" }, said + " · " + (/^\d/.test(confidence) ? "confidence " : "") + confidence)
    );
  },
});
