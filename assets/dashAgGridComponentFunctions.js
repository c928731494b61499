// The grid's Act cell: the act's shape in the stance's colour, and its word.
window.dashAgGridComponentFunctions = Object.assign({}, window.dashAgGridComponentFunctions, {
  ActCell(props) {
    if (!props.data) return null;
    const make = window.React.createElement;
    return make("span", { className: "act-cell" }, make("span", { className: "icon " + props.data.icon, "aria-hidden": "true" }), props.value);
  },
});
