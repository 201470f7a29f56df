// Strimzi's objects against the schemas of its definitions, with what the API server adds to them: a field that a schema does not
// name is a mistake, unless the schema says that it keeps unknown ones.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { conclude, objectsIn } from "./objects.mjs";
import { load } from "./packages.mjs";

const Ajv = load("ajv").default;
const [schemas, ...overlays] = process.argv.slice(2);

function closed(schema) {
  if (Array.isArray(schema)) {
    return schema.map(closed);
  }
  if (schema === null || typeof schema !== "object") {
    return schema;
  }
  const result = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  if (schema.properties && schema.type === "object" && !schema["x-kubernetes-preserve-unknown-fields"]) {
    result.additionalProperties = schema.additionalProperties ?? false;
  }
  if (schema["x-kubernetes-int-or-string"]) {
    delete result.type;
    result.anyOf = [{ type: "integer" }, { type: "string" }];
  }
  return result;
}

// Those of the schema, and the three that every object has.
function ofAnObject(schema) {
  const whole = closed({ ...schema, type: "object" });
  for (const common of ["apiVersion", "kind", "metadata"]) {
    whole.properties[common] ??= {};
  }
  return whole;
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const validators = new Map();
for (const file of readdirSync(schemas)) {
  const { spec } = JSON.parse(readFileSync(join(schemas, file), "utf8"));
  for (const version of spec.versions) {
    validators.set(
      `${spec.group}/${version.name} ${spec.names.kind}`, ajv.compile(ofAnObject(version.schema.openAPIV3Schema)));
  }
}

const all = overlays.flatMap(objectsIn).filter((each) => each.isStrimzi);
const problems = all.flatMap(({ object, called }) => {
  const valid = validators.get(`${object.apiVersion} ${object.kind}`);
  if (!valid) {
    return [`${called}: Strimzi has no ${object.kind} in ${object.apiVersion}`];
  }
  valid(object);
  return (valid.errors ?? []).map(
    ({ instancePath, message, params }) => `${called}: ${instancePath} ${message} ${JSON.stringify(params)}`);
});
if (!all.length) {
  problems.push("the overlays hold no object of Strimzi");
}
conclude(problems, `${all.length} objects of Strimzi pass its own schema`);
