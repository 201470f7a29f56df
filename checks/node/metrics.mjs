// Reads dashboards and alerts; every metric that they name has to exist. Writes the dashboards' expressions as rules for promtool.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { conclude } from "./objects.mjs";
import { load } from "./packages.mjs";

const yaml = load("yaml");
const [signals, rules] = process.argv.slice(2);
const problems = [];

// What Prometheus, the JVM and the framework bring along, as far as we use it.
const BROUGHT_ALONG = new Set([
  "up", "jvm_memory_used_bytes", "jvm_gc_pause_seconds_sum", "process_cpu_usage", "process_start_time_seconds",
  "http_server_requests_seconds_count", "http_server_requests_seconds_sum",
]);

// Our meters, by the literals in the services' code; those of configuration look the same. How Micrometer's names become Prometheus'.
const LITERAL = '"(relay|survey|settings)\\.[a-z.]+"';
const ours = new Set(
  execFileSync("git", ["grep", "-hE", "--untracked", LITERAL, "--", "*/src/main/*.java"], { encoding: "utf8" })
    .split("\n")
    .filter((line) => !line.includes("prefix ="))
    .flatMap((line) => line.match(new RegExp(LITERAL, "g")) ?? [])
    .map((literal) => literal.replaceAll('"', "").replaceAll(".", "_")));
const ENDINGS = /(_total|_seconds|(_seconds)?_(bucket|count|sum|max))$/;

const WORDS = new Set(["and", "or", "unless", "by", "without", "on", "ignoring", "bool", "offset"]);

function namesIn(expression) {
  const bare = expression
    .replace(/"[^"]*"/g, "")
    .replace(/\{[^}]*\}/g, "")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/\b(by|without|on|ignoring) *\([^)]*\)/g, "");
  return (bare.match(/[a-zA-Z_][\w:]*(?! *\(|\w)/g) ?? []).filter((name) => !WORDS.has(name));
}

const alerts = yaml.parse(readFileSync(join(signals, "alerts.yaml"), "utf8")).spec.groups.flatMap((group) => group.rules);
const recorded = new Set(alerts.flatMap((rule) => rule.record ?? []));
const used = alerts.map((rule) => ({ where: `alerts.yaml: ${rule.record ?? rule.alert}`, expression: rule.expr }));

const folder = join(signals, "dashboards");
const boards = readdirSync(folder).map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") }));
for (const { file, text } of boards) {
  try {
    for (const panel of JSON.parse(text).panels) {
      used.push(...panel.targets.map(({ expr }) => ({ where: `${file}: ${panel.title}`, expression: expr, panel: true })));
    }
  } catch (unreadable) {
    problems.push(`${file}: ${unreadable.message}`);
  }
}

const names = new Set();
for (const { where, expression } of used) {
  for (const name of namesIn(expression)) {
    names.add(name);
    const exists = name.includes(":")
      ? recorded.has(name)
      : BROUGHT_ALONG.has(name) || ours.has(name) || ours.has(name.replace(ENDINGS, ""));
    if (!exists) {
      problems.push(`${where}: nothing is called ${name}`);
    }
  }
}

const expressions = used.filter((each) => each.panel).map(({ expression }, i) => ({ record: `panel:${i}`, expr: expression }));
writeFileSync(rules, JSON.stringify({ groups: [{ name: "dashboards", rules: expressions }] }));
conclude([...new Set(problems)], `${boards.length} dashboards with ${expressions.length} expressions; all ${names.size} metrics in them and in the alerts exist`);
