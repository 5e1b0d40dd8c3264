"use strict";
(() => {
  const $ = id => document.getElementById(id);
  const entries = [...document.querySelectorAll(".entry")];
  const value = id => { const e = $(id); return e ? e.value : ""; };
  const has = (list, x) => !x || list.split(" ").includes(x);

  // Filters: what fits all of them stays.
  function filter() {
    const show = document.querySelector("input[name=show]:checked").value;
    const words = value("search").toLowerCase().split(/\s+/).filter(Boolean);
    const known = value("known");
    let n = 0;
    for (const e of entries) {
      const d = e.dataset;
      const fits = (show === "all" || (show === "top" ? +d.rank <= 5 : d.shown === "true"))
        && words.every(w => d.words.includes(w))
        && (!value("kind") || d.kind === value("kind"))
        && (!value("status") || d.status === value("status"))
        && (!value("place") || d.place === value("place"))
        && has(d.actors, value("actor")) && has(d.sources, value("source"))
        && (!known || (d.first && d.first <= known));
      e.hidden = !fits;
      n += fits;
    }
    $("count").textContent = n === entries.length ? `${n} entries` : `${n} of ${entries.length} entries`;
  }
  $("filters").addEventListener("input", filter);
  $("filters").addEventListener("submit", e => e.preventDefault());

  // One entry at a time.
  let at = null;
  const visible = () => entries.filter(e => !e.hidden);
  function go(e) {
    if (!e) return;
    at = e;
    e.focus();
    $("live").textContent = e.querySelector("h3").textContent;
  }
  function step(by) {
    const v = visible(), i = v.indexOf(at);
    go(v[i < 0 ? (by > 0 ? 0 : v.length - 1) : Math.min(v.length - 1, Math.max(0, i + by))]);
  }
  $("previous").addEventListener("click", () => step(-1));
  $("next").addEventListener("click", () => step(1));
  $("entries").addEventListener("focusin", e => { const x = e.target.closest(".entry"); if (x) at = x; });
  $("entries").addEventListener("keydown", e => {
    if (!e.target.classList.contains("entry")) return;
    const v = visible();
    const does = { ArrowDown: () => step(1), ArrowUp: () => step(-1), Home: () => go(v[0]), End: () => go(v[v.length - 1]),
      Enter: () => { const a = at && at.querySelector("a.source"); if (a) a.click(); } }[e.key];
    if (does) { e.preventDefault(); does(); }
  });

  // An entry and its words light up together.
  const light = (id, on) => document.querySelectorAll(`[href="#${id}"].event, #${id}`).forEach(x => x.classList.toggle("lit", on));
  for (const e of entries) {
    e.addEventListener("mouseenter", () => light(e.id, true));
    e.addEventListener("mouseleave", () => light(e.id, false));
  }
  for (const a of document.querySelectorAll(".words a.event")) {
    const id = a.getAttribute("href").slice(1);
    a.addEventListener("mouseenter", () => light(id, true));
    a.addEventListener("mouseleave", () => light(id, false));
  }

  // A link to what is filtered out or folded shows it.
  function reveal() {
    const e = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
    if (!e) return;
    if (e.tagName === "DETAILS") e.open = true;
    if (e.classList.contains("entry")) {
      if (e.hidden) {
        $("filters").reset();
        document.querySelector("input[value=all]").checked = true;
        filter();
      }
      go(e);
    } else if (e.tagName === "A") {
      e.focus();
    }
  }
  addEventListener("hashchange", reveal);
  filter();
  reveal();
})();
