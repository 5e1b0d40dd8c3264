// What is nicer with script: the slider tells its day while it moves, and
// shows that day when it is let go. Without script its button does so.
"use strict";
for (const form of document.querySelectorAll("form.slider")) {
  const range = form.querySelector("input[type=range]"), out = form.querySelector("output");
  const first = Date.parse(form.dataset.first + "T00:00:00Z");
  const format = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const tell = () => {
    const day = format.format(new Date(first + 864e5 * range.value));
    out.textContent = day;
    range.setAttribute("aria-valuetext", day);
  };
  let waiting = 0, from = range.value;
  const show = async () => {
    if (range.value === from) return;
    from = range.value;
    const url = new URL(form.action);
    url.search = new URLSearchParams(new FormData(form));
    const page = await fetch(url);
    if (!page.ok || range.value !== from) return;
    const now = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("main");
    // All but the slider, which keeps the focus and the hand on it.
    for (const part of [...document.querySelector("main").children]) if (part !== form) part.remove();
    const parts = [...now.children], at = parts.findIndex(p => p.matches("form.slider"));
    form.before(...parts.slice(0, at));
    form.after(...parts.slice(at + 1));
    form.querySelector(".actions").replaceWith(parts[at].querySelector(".actions"));
    history.replaceState(null, "", url);
  };
  range.addEventListener("input", () => { tell(); clearTimeout(waiting); waiting = setTimeout(show, 250); });
}
