// Two looks at each object. The TypeScript compiler reads it as a value of its kind's type: fields that do not exist, fields that are
// missing, wrong types. The models' own check knows formats, quantities and enums. Neither alone finds everything.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { conclude, objectsIn } from "./objects.mjs";
import { home, load } from "./packages.mjs";

const ts = load("typescript");

const FAMILIES = {
  "keda.sh": "@kubernetes-models/keda",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
  "cert-manager.io": "@kubernetes-models/cert-manager",
  "external-secrets.io": "@kubernetes-models/external-secrets",
};

function moduleOf({ apiVersion, kind }) {
  const family = FAMILIES[apiVersion.split("/")[0]] ?? "kubernetes-models";
  return `${family}/${apiVersion}/${kind}`;
}

async function valuesAreWrong({ object, called }) {
  try {
    const models = await import(pathToFileURL(join(home, "node_modules", `${moduleOf(object)}.js`)));
    new models[object.kind](object).validate();
    return [];
  } catch (wrong) {
    return [`${called}: ${wrong.code === "ERR_MODULE_NOT_FOUND" ? `no model for ${object.apiVersion}` : wrong.message}`];
  }
}

function compile(texts) {
  const file = join(home, "objects.ts");
  const options = {
    noEmit: true, strict: true, skipLibCheck: true, types: [], lib: ["lib.es2022.d.ts"],
    target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile;
  host.getSourceFile = (name, target) =>
    name === file ? ts.createSourceFile(name, texts.join("\n"), target, true) : onDisk(name, target);
  return ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
}

function shapesAreWrong(all) {
  const texts = all.map(
    ({ object }, i) =>
      `import type { I${object.kind} as T${i} } from "${moduleOf(object)}"; const o${i}: T${i} =\n${JSON.stringify(object, null, 1)};`);
  const lastLines = [];
  texts.forEach((text, i) => lastLines.push((lastLines[i - 1] ?? -1) + text.split("\n").length));
  return compile(texts).map((found) => {
    const { line } = found.file.getLineAndCharacterOfPosition(found.start);
    const of = all[lastLines.findIndex((last) => line <= last)];
    const at = texts.join("\n").split("\n")[line].trim();
    return `${of?.called}: at ${at}: ${ts.flattenDiagnosticMessageText(found.messageText, " ")}`;
  });
}

const all = process.argv.slice(2).flatMap(objectsIn).filter((each) => !each.isStrimzi);
// The overlays share most objects; one look at each is enough.
const different = [...new Map(all.map((each) => [JSON.stringify(each.object), each])).values()];
conclude(
  [...(await Promise.all(different.map(valuesAreWrong))).flat(), ...shapesAreWrong(different)],
  `${all.length} objects (${different.length} different ones) have the fields and values of their kinds`);
