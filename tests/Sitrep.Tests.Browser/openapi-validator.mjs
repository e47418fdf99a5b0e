// Makes openapi-validator.min.js: an outside validator of OpenAPI documents for the browser, without files and without YAML.
//   npm install --no-save @seriousme/openapi-schema-validator@2.11.0 esbuild@0.28.2 && node openapi-validator.mjs
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const schema = readFileSync("node_modules/@seriousme/openapi-schema-validator/schemas/v3.1/schema.json", "utf8");
const stead = {
  "node:fs": `const text = ${JSON.stringify(schema)}; export const readFileSync = () => text;`,
  "node:fs/promises": "export const readFile = () => { throw new Error('no files'); };",
  "node:url": "export const fileURLToPath = (path) => path; export const URL = class {};",
  yaml: "export const parse = JSON.parse;",
};
await build({
  stdin: {
    contents: `
      import { Validator } from "@seriousme/openapi-schema-validator";
      window.checkOpenApi = async (document) => {
        const { valid, errors } = await new Validator().validate(document);
        return valid ? [] : [errors].flat().map((each) => typeof each === "string" ? each : each.instancePath + ": " + each.message);
      };`,
    resolveDir: ".",
  },
  bundle: true, minify: true, format: "iife", outfile: "openapi-validator.min.js",
  banner: { js: "/* @seriousme/openapi-schema-validator 2.11.0, ajv, ajv-draft-04, ajv-formats, fast-deep-equal, json-schema-traverse: MIT License; fast-uri: BSD 3-Clause License; the schema of OpenAPI 3.1: Apache License 2.0. Made by openapi-validator.mjs. */" },
  plugins: [{
    name: "without node",
    setup(made) {
      made.onResolve({ filter: /^(node:.*|yaml)$/ }, ({ path }) => ({ path, namespace: "stead" }));
      made.onLoad({ filter: /.*/, namespace: "stead" }, ({ path }) => ({ contents: stead[path] }));
    },
  }],
});
