#!/usr/bin/env node
// The command's fixed address: npm links it before the build has made dist/.
import { existsSync } from "node:fs";

const program = new URL("../dist/zhengdui.js", import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  process.stderr.write("zhengdui: 还没有构建; npm run build\n");
  process.exitCode = 2;
}
