// Reads the examples of output with programs that npm has: JSON Lines with
// ajv by the published schema, the CSV with DuckDB in one line, the graph with
// Graphviz, which draws it; the slides with TimelineJS where a Chromium is.
//
//	node check.mjs [graph.svg]
import { execFileSync } from "node:child_process";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { DuckDBInstance, version } from "@duckdb/node-api";
import { instance } from "@viz-js/viz";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => readFileSync(here(name), "utf8");
const validate = new Ajv({ strict: true, allErrors: true }).compile(JSON.parse(read("../event.schema.json")));
const db = await (await DuckDBInstance.create(":memory:")).connect();
const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjectsJson();
const viz = await instance();

// slides has TimelineJS read the file in a browser, and gives what it says of it.
function slides(file) {
  const library = here("node_modules/@knight-lab/timelinejs/dist");
  const folder = mkdtempSync(join(tmpdir(), "slides-"));
  try {
    const page = join(folder, "page.html");
    writeFileSync(page, `<!doctype html><meta charset=utf-8><title>none</title>
<link rel=stylesheet href="file://${library}/css/timeline.css"><div id=t style="width:100%;height:600px"></div>
<script src="file://${library}/js/timeline.js"></script>
<script>const tl = new TL.Timeline("t", ${read(file).replaceAll("</", "<\\/")}, { font: null, script_path: "." });
setTimeout(() => { document.title = JSON.stringify([tl.config.events.length, document.querySelectorAll(".tl-slide").length, tl.config.messages]) }, 1000)</script>`);
    const browsers = ["chromium", "chromium-browser", "google-chrome"];
    for (const browser of [...browsers, ...browsers]) { // twice, for a busy machine
      try {
        const dom = execFileSync(browser, ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
          `--user-data-dir=${folder}`, "--virtual-time-budget=5000", "--dump-dom", `file://${page}`], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 120_000 });
        const title = dom.match(/<title>([^<]*)/)[1];
        if (title !== "none") return JSON.parse(title);
      } catch (e) {
        if (e.code !== "ENOENT") throw e;
      }
    }
    return null; // there is none
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const name of ["alaska-summit", "hard"]) {
  const records = read(`../testdata/${name}.jsonl`).trimEnd().split("\n").map((l) => JSON.parse(l));
  for (const r of records) assert.ok(validate(r), `${r.id}: ${JSON.stringify(validate.errors)}`);
  assert.ok(!validate({ ...records[0], status: 7 }), "the schema refuses nothing");

  const csv = here(`../testdata/${name}.csv`);
  const table = await rows(`SELECT * FROM '${csv}'`); // the one line
  assert.equal(table.length, records.length);
  table.forEach((row, i) => {
    const r = records[i];
    assert.equal(row.title, r.title);
    assert.equal(row.status, r.status);
    assert.equal(row.according_to ?? "", (r.according_to ?? []).join("; "));
    assert.equal(row.edtf ?? "", r.when?.edtf ?? "");
    assert.equal(row.first_day ?? "", (r.when?.earliest ?? "").slice(0, 10));
    assert.equal(row.last_day ?? "", (r.when?.latest ?? "").slice(0, 10));
    assert.equal(row.lat ?? undefined, r.place?.at?.lat);
  });
  const sql = read("../README.md").match(/```sql\n([^;]*);/)[1]; // README's line
  assert.equal((await rows(sql.replace("events.csv", csv))).length, records.filter((r) => r.status === "planned").length);
  const types = Object.fromEntries((await rows(`DESCRIBE SELECT * FROM '${csv}'`)).map((c) => [c.column_name, c.column_type]));
  assert.deepEqual([types.first_day, types.last_day, types.cameo, types.salience], ["DATE", "DATE", "VARCHAR", "DOUBLE"]);
  const lines = await rows(`SELECT * FROM read_json('${here(`../testdata/${name}.jsonl`)}')`);
  assert.equal(lines.length, records.length);
  const gdelt = await rows(`SELECT * FROM read_csv('${here(`../testdata/${name}.gdelt.tsv`)}', delim='\t', header=true, all_varchar=true, quote='')`);
  assert.ok(gdelt.length > 0 && gdelt.every((r) => /^\d{3,4}$/.test(r.EventCode) && r.X_Status && Object.keys(r).length === 66));

  const story = JSON.parse(read(`../testdata/${name}.timeline.json`));
  const shown = slides(`../testdata/${name}.timeline.json`);
  if (shown) assert.deepEqual(shown, [story.events.length, story.events.length + 1, { errors: [], warnings: [] }]);

  const svg = viz.renderString(read(`../testdata/${name}.dot`), { format: "svg" });
  assert.equal(svg.match(/<g id="node\d+"/g).length >= records.length, true);
  if (process.argv[2] && name !== "hard") writeFileSync(process.argv[2], svg);
  console.log(`${name}: ${records.length} records by ajv ${JSON.parse(read("node_modules/ajv/package.json")).version}, ` +
    `${table.length} rows and ${gdelt.length} of GDELT by DuckDB ${version()}, drawn by Graphviz ${viz.graphvizVersion}, ` +
    (shown ? `${shown[0]} slides by TimelineJS ${JSON.parse(read("node_modules/@knight-lab/timelinejs/package.json")).version}` : "SKIPPED: TimelineJS, for there is no Chromium"));
}
