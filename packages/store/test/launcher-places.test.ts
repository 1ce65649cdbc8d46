/** The launcher where things are not as they should be: programs, folders, versions, users, disks. Each refusal names the place and the mend. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fastPlace } from "../../../tests/database/fast-place.ts";
import { startPostgres } from "../src/index.ts";
import { installedFolder } from "../src/launcher/find-programs.ts";
import { bundleLauncher, type LauncherProcess, runLauncher } from "./launcher/launcher-process.ts";

const place = mkdtempSync(join(fastPlace(), "zhengdui-places-test-"));
chmodSync(place, 0o755);
const isRoot = process.getuid?.() === 0;
/** A user of this system who is neither root nor nobody: initdb asks for its name. */
const [uid, gid] = readFileSync("/etc/passwd", "utf8")
  .split("\n")
  .map((line) => line.split(":").slice(2, 4).map(Number))
  .find(([id = 0]) => id > 0 && id < 60_000) ?? [1, 1];
const someone = isRoot ? { uid, gid } : {};
const launchers: LauncherProcess[] = [];
let program = "";

beforeAll(async () => {
  program = await bundleLauncher(place);
});
afterAll(async () => {
  for (const { kill } of launchers) await kill();
  spawnSync("chmod", ["-R", "u+w", join(place, "package")]);
  rmSync(place, { recursive: true, force: true });
});

const newFolder = (name: string): string => {
  const folder = join(place, name);
  mkdirSync(folder);
  if (isRoot) chownSync(folder, uid ?? 1, gid ?? 1);
  return folder;
};

const launch = (...args: Parameters<typeof runLauncher>): LauncherProcess => {
  const launcher = runLauncher(...args);
  launchers.push(launcher);
  return launcher;
};

async function refusal(folder: string, places = {}): Promise<string> {
  const started = await startPostgres({ folder, places });
  if (started.ok) await started.value.stop();
  return started.ok
    ? "started"
    : started.errors.map(({ path, problem, expected }) => `${path}: ${problem}; ${expected}`).join("\n");
}

describe("a refusal", () => {
  it("names DATABASE_URL where the package isn't installed, or is for another system", async () => {
    const folder = join(place, "unused");
    expect(await refusal(folder, { packageFolder: join(place, "nothing"), cacheFolder: join(place, "cache") })).toContain(
      "DATABASE_URL",
    );
    const foreign = join(place, "foreign");
    mkdirSync(join(foreign, "native", "bin"), { recursive: true });
    writeFileSync(join(foreign, "package.json"), '{"version":"1"}');
    writeFileSync(join(foreign, "native", "bin", "postgres"), "MZ no program of this system", { mode: 0o755 });
    expect(await refusal(folder, { packageFolder: foreign, cacheFolder: join(place, "cache") })).toContain("DATABASE_URL");
    expect(existsSync(folder)).toBe(false);
  });

  it("names the folder where it can't be one, or holds something else", async () => {
    const file = join(place, "a-file");
    writeFileSync(file, "");
    expect(await refusal(join(file, "postgres"))).toMatch(/a-file.*位置上是一个文件/);
    const other = join(place, "other");
    mkdirSync(join(other, "cluster"), { recursive: true });
    writeFileSync(join(other, "cluster", "letter.txt"), "keep me");
    expect(await refusal(other)).toContain("不是 PostgreSQL 的数据");
    expect(readFileSync(join(other, "cluster", "letter.txt"), "utf8")).toBe("keep me");
  });

  it("names both versions where another PostgreSQL wrote the data", async () => {
    const old = join(place, "old");
    mkdirSync(join(old, "cluster"), { recursive: true });
    writeFileSync(join(old, "cluster", "PG_VERSION"), "15\n");
    expect(await refusal(old)).toMatch(/PostgreSQL 15 写成.*db backup/);
  });

  it("names the user's mend where the folder isn't writable", async () => {
    const closed = newFolder("closed");
    chmodSync(closed, 0o555);
    const { errors } = await launch(program, join(closed, "postgres"), {}, someone).answer;
    expect(errors).toHaveLength(1);
    expect(errors[0]?.problem).toContain("不可写");
    expect(errors[0]?.expected).toContain("ZHENGDUI_DATA");
  });

  it.runIf(isRoot)("names the user that isn't registered", async () => {
    const folder = newFolder("nameless");
    chownSync(folder, 54_321, 54_321);
    const { errors } = await launch(program, folder, {}, { uid: 54_321, gid: 54_321 }).answer;
    expect(errors[0]?.problem).toContain("/etc/passwd");
  });
});

describe("starts", () => {
  it("as a user, with programs that no install script has linked, in a folder that only root can write", async () => {
    const packageFolder = join(place, "package");
    cpSync(installedFolder() ?? "", packageFolder, { recursive: true, verbatimSymlinks: true });
    for (const name of readdirSync(join(packageFolder, "native", "lib"))) {
      const path = join(packageFolder, "native", "lib", name);
      if (lstatSync(path).isSymbolicLink()) rmSync(path);
    }
    if (isRoot) spawnSync("chmod", ["-R", "go=u-w", packageFolder]);
    else spawnSync("chmod", ["-R", "a-w", packageFolder]);
    const folder = newFolder("users");
    const cacheFolder = newFolder("users-cache");
    const launcher = launch(program, folder, { packageFolder, cacheFolder }, someone);
    const { errors, attached } = await launcher.answer;
    expect([errors, attached]).toEqual([[], false]);
    expect(readdirSync(cacheFolder)).toHaveLength(1);
    await launcher.end();
  });

  it.runIf(isRoot)("as root, with programs and data below a folder that is root's alone", async () => {
    const secret = join(place, "root-only");
    mkdirSync(secret, { mode: 0o700 });
    cpSync(installedFolder() ?? "", join(secret, "package"), { recursive: true, verbatimSymlinks: true });
    const places = { packageFolder: join(secret, "package"), cacheFolder: join(place, "roots-cache") };
    const launcher = launch(program, join(secret, "data"), places);
    const { errors, pid } = await launcher.answer;
    expect(errors).toEqual([]);
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    expect(/^Uid:\t(\d+)\t(\d+)/m.exec(status)?.slice(1)).toEqual(["65534", "65534"]);
    expect(/^CapEff:\t(\w+)/m.exec(status)?.[1]).toBe("0000000000000000");
    await launcher.end();
  });

  it("anew where making the cluster was killed half-way", async () => {
    const folder = newFolder("half");
    const first = launch(program, folder, {}, someone);
    const unfinished = () => readdirSync(folder).filter((name) => name.startsWith("cluster.new-"));
    for (const end = Date.now() + 20_000; unfinished().length === 0 && Date.now() < end; ) await pause(5);
    await pause(100);
    await first.kill();
    expect([unfinished().length, existsSync(join(folder, "cluster"))]).toEqual([1, false]);
    const [second, third] = [launch(program, folder, {}, someone), launch(program, folder, {}, someone)];
    const answers = [await second.answer, await third.answer];
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers.map(({ attached }) => attached).sort()).toEqual([false, true]);
    expect(unfinished()).toEqual([]);
    await Promise.all([second.end(), third.end()]);
  });
});

const disk = join(place, "disk");
mkdirSync(disk);
const mounted = isRoot && spawnSync("mount", ["-t", "tmpfs", "-o", "size=140m,mode=755", "tmpfs", disk]).status === 0;

// Only root can make a small disk, and in most containers not even root.
describe.runIf(mounted)("a full disk", () => {
  afterAll(() => {
    spawnSync("umount", ["-l", disk]);
  });

  it("is said where no cluster can be made, and takes nothing that was committed", async () => {
    writeFileSync(join(disk, "ballast"), Buffer.alloc(125 * 2 ** 20));
    expect(await refusal(join(disk, "small"))).toContain("磁盘已满");
    rmSync(join(disk, "ballast"));
    rmSync(join(disk, "small"), { recursive: true, force: true });
    // What an operator will free, later.
    writeFileSync(join(disk, "ballast"), Buffer.alloc(40 * 2 ** 20));
    const first = await startPostgres({ folder: join(disk, "pg") });
    if (!first.ok) throw new Error(JSON.stringify(first.errors));
    const committed = await fillUp(first.value.url);
    expect(committed).toBeGreaterThan(0);
    await first.value.stop();
    spawnSync("sh", ["-c", `cat /dev/zero > ${join(disk, "rest")}`]);
    const full = await startPostgres({ folder: join(disk, "pg") });
    if (full.ok) await full.value.stop();
    else expect(full.errors[0]?.problem).toContain("磁盘已满");
    rmSync(join(disk, "ballast"));
    const again = await startPostgres({ folder: join(disk, "pg") });
    if (!again.ok) throw new Error(JSON.stringify(again.errors));
    const client = new pg.Client({ connectionString: again.value.url });
    await client.connect();
    expect((await client.query("select count(*)::int as rows, min(length(words)) as least from filler")).rows).toEqual([
      { rows: committed, least: 32 * 16_000 },
    ]);
    await client.end();
    await again.value.stop();
  });
});

/** Writes until PostgreSQL can't; answers how many rows it said were committed. */
async function fillUp(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("create table filler (words text); alter table filler alter words set storage external");
  let committed = 0;
  try {
    for (;;) {
      await client.query("insert into filler values (repeat(md5(random()::text), 16000))");
      committed++;
    }
  } catch (error) {
    expect(String(error)).toMatch(/No space left|terminat|recovery|closed/i);
  }
  await client.end().catch(() => undefined);
  return committed;
}
