import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { faultyText } from "./fault.ts";
import type { Fault } from "./fault.ts";

/** What a run of the tests showed: the names of red tests by file, and the files that could not be loaded. */
export interface Outcome {
  readonly red: ReadonlyMap<string, readonly string[]>;
  readonly broken: readonly string[];
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** A copy of the project in a folder of its own, where faults are planted. The project stays as it is. */
export class Ground {
  readonly folder: string = realpathSync(mkdtempSync(join(tmpdir(), "breakwater-faults-")));
  #running: ChildProcess | undefined = undefined;

  /** Copies what git knows of and what it would add; packages are linked. */
  constructor(root: string) {
    const listing = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const names = execFileSync("git", listing, { cwd: root, encoding: "utf8" }).split("\0");
    for (const name of names) {
      const isMeant = name !== "" && name !== "node_modules" && existsSync(join(root, name));
      if (isMeant) cpSync(join(root, name), join(this.folder, name));
    }
    mkdirSync(join(this.folder, "node_modules"));
    for (const name of readdirSync(join(root, "node_modules"))) {
      const isCache = name.startsWith(".") && name !== ".bin";
      if (!isCache) symlinkSync(join(root, "node_modules", name), join(this.folder, "node_modules", name));
    }
  }

  /** Runs `tests` with a fault planted, and takes it out again. */
  async plant(fault: Fault): Promise<Outcome> {
    const path = join(this.folder, fault.file);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, faultyText(fault, text));
    try {
      return await this.run(fault.tests);
    } finally {
      writeFileSync(path, text);
    }
  }

  /** Runs test files as the project configures them, on one worker. */
  async run(tests: readonly string[]): Promise<Outcome> {
    const answer = join(this.folder, "outcome.json");
    rmSync(answer, { force: true });
    const vitest = join(this.folder, "node_modules", "vitest", "vitest.mjs");
    const wishes = ["run", ...tests, "--maxWorkers=1", "--reporter=json", `--outputFile=${answer}`];
    const said = await this.#spawn([vitest, ...wishes]);
    if (!existsSync(answer)) throw new Error(`the tests told no outcome:\n${said}`);
    const report = JSON.parse(readFileSync(answer, "utf8")) as Report; // written by the reporter just chosen
    return this.#outcome(report);
  }

  /** Ends what runs here and removes the folder. */
  clear(): void {
    const { pid } = this.#running ?? {};
    // It leads a group of its own, so that its workers end with it.
    if (pid !== undefined) process.kill(-pid, "SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn(words: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, words, { cwd: this.folder, detached: true });
      this.#running = child;
      let said = "";
      child.stdout.on("data", (part: Buffer) => (said += part.toString()));
      child.stderr.on("data", (part: Buffer) => (said += part.toString()));
      child.on("error", reject);
      child.on("close", () => {
        this.#running = undefined;
        resolve(said);
      });
    });
  }

  #outcome({ testResults }: Report): Outcome {
    const red = new Map<string, string[]>();
    const broken: string[] = [];
    for (const { name, status, assertionResults } of testResults) {
      const file = relative(this.folder, name);
      const failed = assertionResults.filter((result) => result.status === "failed");
      if (failed.length > 0)
        red.set(
          file,
          failed.map(({ fullName }) => fullName.trim()),
        );
      else if (status === "failed") broken.push(file);
    }
    return { red, broken };
  }
}
