// The packages lie in a cache (checks/common.sh) and not beside the scripts, so that they are asked for from there.
import { createRequire } from "node:module";
import { join } from "node:path";

export const home = process.env.MODULES;
export const load = createRequire(join(home, "checks.cjs"));
