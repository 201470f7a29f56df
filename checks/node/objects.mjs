// Objects of Kubernetes in files of YAML, one after the other.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { load } from "./packages.mjs";

const yaml = load("yaml");

export function objectsIn(file) {
  return yaml
    .parseAllDocuments(readFileSync(file, "utf8"))
    .map((document) => document.toJS())
    .filter((object) => object !== null)
    .map((object) => ({ apiVersion: "nothing", kind: "Nothing", ...object }))
    .map((object) => ({
      object,
      called: `${basename(file, ".yaml")}: ${object.kind}/${object.metadata?.name}`,
      isStrimzi: object.apiVersion.startsWith("kafka.strimzi.io/"),
    }));
}

// Says what is wrong, or the one line that the check prints when all is well.
export function conclude(problems, allWell) {
  console.log(problems.length ? problems.join("\n") : allWell);
  process.exit(problems.length ? 1 : 0);
}
