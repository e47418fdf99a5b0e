// Bundles the desk's script and styles into ../wwwroot, which is committed: a fresh clone runs without npm.
import { build, context } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const out = new URL("../wwwroot/", import.meta.url);
const require = createRequire(import.meta.url);
const at = (name) => new URL(name, out);

mkdirSync(out, { recursive: true });
for (const name of readdirSync(out)) if (/^chunk-.*\.js$|\.map$/.test(name)) rmSync(at(name));

const options = {
  entryPoints: { desk: "src/desk.ts", "map-gl": "src/situation/gl-map.ts" },
  outdir: "../wwwroot",
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2023", "chrome120", "firefox121", "safari17"],
  minify: true,
  legalComments: "linked",
  chunkNames: "chunk-[hash]",
  logLevel: "info",
};
const styles = { ...options, entryPoints: { desk: "css/desk.css" }, splitting: false };

// MapLibre starts its worker from an own file, so that the content policy can stay at worker-src 'self'.
copyFileSync(require.resolve("maplibre-gl/dist/maplibre-gl-worker.mjs"), at("map-worker.mjs"));
writeFileSync(at("world.json"), world("countries-110m.json"));
writeFileSync(at("world-fine.json"), world("countries-50m.json"));
licences();
builtFrom();

if (process.argv.includes("--watch")) {
  for (const one of [options, styles]) await (await context(one)).watch();
} else {
  await Promise.all([build(options), build(styles)]);
}

/** A test compares this with the sources, so that nobody forgets to build. */
function builtFrom() {
  const files = ["build.mjs", "package-lock.json", ...["css", "src"].flatMap((folder) => readdirSync(new URL(`${folder}/`, import.meta.url), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`).filter((name) => /\.(ts|css)$/.test(name)))].sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(new URL(file, import.meta.url)));
  writeFileSync(at("built-from.txt"), `${hash.digest("hex")}\n`);
}

/** Keeps the topology (borders once) and the names; drops what the map never draws. */
function world(file) {
  const topology = JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), "utf8"));
  const countries = topology.objects.countries;
  for (const shape of countries.geometries) shape.properties = { name: shape.properties.name };
  if (feature(topology, countries).features.length < 170) throw new Error(`${file} holds fewer countries than the world has.`);
  delete topology.objects.land;
  return JSON.stringify(topology);
}

function licences() {
  const packages = ["maplibre-gl", "topojson-client", "world-atlas"];
  const parts = packages.map((name) => {
    const { version } = JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8"));
    const file = readdirSync(new URL(`node_modules/${name}/`, import.meta.url)).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version}\n\n${readFileSync(new URL(`node_modules/${name}/${file}`, import.meta.url), "utf8").trim()}\n`;
  });
  writeFileSync(at("licences.txt"), parts.join(`\n${"-".repeat(80)}\n\n`));
}
