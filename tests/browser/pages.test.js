// The pages of arcmini in Chromium. PAGES names the folder that run.sh has filled.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

let browser;
before(async () => browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] }));
after(() => browser?.close());

// Opens a page; fails the test on errors in it and on any request but the one for the file itself.
async function open(name, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  const faults = [];
  page.on("pageerror", error => faults.push(String(error)));
  page.on("console", message => message.type() === "error" && faults.push(message.text()));
  page.on("request", request => request.url().startsWith("file://") && request.isNavigationRequest() || faults.push(request.url()));
  await page.goto(`file://${process.env.PAGES}/${name}.html`);
  page.faults = faults;
  return page;
}
const shown = page => page.$$eval(".card:not([hidden])", cards => cards.map(card => card.dataset.id));

test("a report filters by outcome, proposer, id and primitive, and sorts", async () => {
  const page = await open("few");
  assert.equal((await shown(page)).length, 5);
  await page.locator(".chip.nothing").click();
  assert.deepEqual(await shown(page), ["odd"]);
  await page.locator(".chip.wrong").click();
  assert.deepEqual(await shown(page), ["wrong"]);
  await page.keyboard.press("Escape");
  assert.equal((await shown(page)).length, 5);
  await page.fill("#search", "LARG");
  assert.deepEqual(await shown(page), ["largest"]);
  await page.fill("#search", "mirror_");
  assert.deepEqual((await shown(page)).toSorted(), ["mirror", "wrong"]);
  assert.equal(await page.textContent("#count"), "2 of 5 tasks");
  await page.fill("#search", "no such");
  assert.ok(await page.isVisible("#none"));
  await page.fill("#search", "");
  await page.selectOption("#proposer", "corpus");
  assert.equal((await shown(page)).length, 4);
  await page.selectOption("#sort", "id");
  assert.deepEqual((await shown(page)).slice(1), ["largest", "mirror", "wrong"]);
  assert.deepEqual(page.faults, []);
});

test("keys search, walk through the tasks and switch the look", async () => {
  const page = await open("many");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), "t001");
  await page.keyboard.press("k");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), "t000");
  const fill = () => page.$eval(".grid .c1", path => getComputedStyle(path).stroke);
  assert.equal(await fill(), "rgb(0, 116, 217)");
  await page.keyboard.press("c");
  assert.equal(await fill(), "rgb(0, 114, 178)");
  await page.keyboard.press("d");
  assert.match(await fill(), /#n1/);
  await page.keyboard.press("/");
  await page.keyboard.type("djt399");
  assert.deepEqual(await shown(page), []);
  assert.ok(await page.isChecked("#digits"));
});

test("an id that looks like markup stays text", async () => {
  for (const name of ["few", "gallery"]) {
    const page = await open(name);
    const id = "<script>window.hacked = true</script>";
    assert.ok((await shown(page)).includes(id));
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("h2 a").first().textContent(), id);
    await page.locator("h2 a").first().click();
    assert.equal(await page.evaluate(() => document.querySelector(":target")?.dataset.id), id);
    assert.deepEqual(page.faults, []);
  }
});

test("wrong cells are marked, and a film strip shows the steps", async () => {
  const few = await open("few");
  assert.equal(await few.locator("[data-id=wrong] .tests .wrong").count(), 1);
  assert.equal(await few.locator("[data-id=mirror] .tests .wrong").count(), 0);
  await few.locator("[data-id=largest] .steps summary").click();
  assert.ok(await few.locator("[data-id=largest] .strip svg").first().isVisible());
  const film = await open("film");
  assert.ok(await film.locator(".strip li").count() > 10);
  assert.ok(await film.locator(".strip svg").last().isVisible());
});

test("the switches begin as the page was made", async () => {
  const page = await open("gallery");
  assert.ok(await page.isChecked("#digits"));
  assert.ok(!await page.isChecked("#colorblind"));
});

// All text against the background behind it, by the formula of WCAG 2.
function faintTexts() {
  const parse = color => color.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const color = parse(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
  };
  document.querySelectorAll("details").forEach(part => part.open = true);
  const texts = [...document.querySelectorAll("body *:not(script, style, noscript)")]
    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()) && element.checkVisibility());
  return texts.map(element => {
    const style = getComputedStyle(element);
    const [a, b] = [light(parse(element.closest("svg") ? style.fill : style.color)), light(behind(element))];
    return { text: element.textContent.trim().slice(0, 40), ratio: (Math.max(a, b) + .05) / (Math.min(a, b) + .05) };
  }).filter(({ ratio }) => ratio < 4.5);
}

for (const colorScheme of ["light", "dark"])
  test(`all text has contrast, all pictures and fields have labels: ${colorScheme}`, async () => {
    for (const name of ["few", "film", "gallery"]) {
      const page = await open(name, { colorScheme });
      assert.deepEqual(await page.evaluate(faintTexts), []);
      assert.equal(await page.locator("svg[role=img]:not([aria-label])").count(), 0);
      assert.equal(await page.$$eval("input, select", fields => fields.filter(field => !field.labels.length).length), 0);
      assert.ok(await page.locator("svg[role=img]").count() > 0);
    }
  });

test("nothing is wider than a phone", async () => {
  for (const name of ["few", "film", "many", "gallery"]) {
    const page = await open(name, { viewport: { width: 360, height: 740 } });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360, name);
  }
});

test("a card of a long page is drawn when it comes near", async () => {
  const page = await open("many");
  const last = page.locator(".card").last();
  assert.equal(await last.locator("svg").count(), 0);
  await last.scrollIntoViewIfNeeded();
  await last.locator("svg").first().waitFor();
  const timing = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
  console.log(`400 tasks: loaded in ${Math.round(timing)} ms`);
});
