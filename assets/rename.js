// Gives a claim another name where it stands: a field over its old name. Enter saves, Esc and a click elsewhere leave it as it was.
(function () {
  "use strict";

  window.timelineRename = function (button, claim) {
    const { make, latest } = window.timelineFacets;
    const box = button.closest(".renames");
    if (box.querySelector(".renaming")) return;
    const form = make("form", "renaming");
    const input = make("input", "search", undefined, { "aria-label": "Another name for the claim", list: "claim-names", autocomplete: "off", maxlength: "200" });
    const names = make("datalist", "", undefined, { id: "claim-names" });
    const claims = ((latest() || { facets: [] }).facets.find((facet) => facet.name === "claim") || { values: [] }).values;
    claims.forEach((entry) => entry.value && entry.value !== claim && names.append(make("option", "", undefined, { value: entry.value })));
    input.value = claim;
    form.append(input, names, make("p", "small", "Enter saves, Esc leaves it. The name of another claim joins the two."));
    const close = () => {
      form.remove();
      box.classList.remove("being-renamed");
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = input.value.trim();
      close();
      button.focus({ preventScroll: true });
      if (!name || name === claim) return;
      window.timelineJumps.stay();
      window.dash_clientside.set_props("rename", { data: { claim, name } });
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation(); // Esc would close the details, too
      close();
      button.focus({ preventScroll: true });
    });
    input.addEventListener("blur", () => setTimeout(() => document.activeElement !== input && close(), 150));
    box.classList.add("being-renamed");
    box.append(form);
    input.focus({ preventScroll: true });
    input.select();
  };
})();
