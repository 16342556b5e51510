// What a page does when it is used: cards are drawn when they come near the window; filters, search, order, switches, keys.
"use strict";
const $ = id => document.getElementById(id);
const root = document.documentElement;
const main = document.querySelector("main");
const cards = [...document.querySelectorAll(".card")];

// A card's pictures wait in a template until they are needed.
function draw(card) {
  const waiting = card.querySelector("template");
  if (waiting) waiting.replaceWith(waiting.content);
}
const near = new IntersectionObserver(entries => {
  for (const entry of entries)
    if (entry.isIntersecting) {
      draw(entry.target);
      near.unobserve(entry.target);
    }
}, { rootMargin: "800px" });
cards.forEach(card => near.observe(card));
addEventListener("beforeprint", () => cards.forEach(draw));

// Each word of the search must begin a primitive of the program or occur in the id.
function fits(card, words, verdict, proposer) {
  const { id, primitives, verdict: own, proposer: by } = card.dataset;
  return (!verdict || own === verdict) && (!proposer || by === proposer)
    && words.every(word => id.toLowerCase().includes(word) || primitives.split(" ").some(name => name.startsWith(word)));
}
function filter() {
  const words = $("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const verdict = document.querySelector("[name=verdict]:checked")?.value;
  for (const card of cards) card.hidden = !fits(card, words, verdict, $("proposer")?.value);
  const shown = cards.filter(card => !card.hidden).length;
  $("count").textContent = shown === cards.length ? `${shown} tasks` : `${shown} of ${cards.length} tasks`;
  $("none").hidden = shown > 0;
}
function sort() {
  const key = $("sort").value;
  const compare = key === "id" ? (a, b) => a.dataset.id.localeCompare(b.dataset.id) : (a, b) => a.dataset[key] - b.dataset[key];
  main.prepend(...cards.sort(compare));
}
function showAll() {
  $("search").value = "";
  const all = document.querySelector("[name=verdict][value='']");
  if (all) all.checked = true;
  if ($("proposer")) $("proposer").value = "";
  filter();
}

// The switches. They begin as the page was made.
const switches = {
  digits: on => root.classList.toggle("digits", on),
  colorblind: on => root.dataset.palette = on ? "colorblind" : "arc",
};
$("digits").checked = root.classList.contains("digits");
$("colorblind").checked = root.dataset.palette === "colorblind";
for (const [id, change] of Object.entries(switches)) $(id).addEventListener("change", event => change(event.target.checked));

function go(step) {
  const shown = cards.filter(card => !card.hidden);
  const at = shown.indexOf(document.activeElement?.closest(".card"));
  const next = shown[at < 0 ? 0 : Math.min(Math.max(at + step, 0), shown.length - 1)];
  if (!next) return;
  draw(next);
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}
const keys = {
  "/": () => $("search").focus(),
  j: () => go(1),
  k: () => go(-1),
  d: () => $("digits").click(),
  c: () => $("colorblind").click(),
  o: () => document.activeElement?.closest(".card")?.querySelectorAll("details").forEach(part => part.open = !part.open),
};
addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input[type=search], select");
  if (event.key === "Escape") {
    showAll();
    event.target.blur();
  } else if (!typing && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
for (const box of document.querySelectorAll("[name=verdict], #proposer")) box.addEventListener("change", filter);
$("search").addEventListener("input", filter);
$("sort")?.addEventListener("change", sort);
filter();
